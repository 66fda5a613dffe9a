/** The only code that touches `window.signet`: every call as a typed function, every feed as a subscription. */
import type { CallName, FeedName, Feeds, Input, Output } from '../../shared/ipc/contract.ts'
import { fail, type Result } from '../../shared/kit/result.ts'
import { saying, type Saying } from '../../shared/words/say.ts'

export type Answer<T> = Result<T, Saying>

/** What the preload puts on the window. */
export interface Door {
  readonly call: (name: string, input: unknown) => Promise<Answer<unknown>>
  readonly on: (feed: string, listener: (payload: unknown) => void) => () => void
  readonly host: 'electron' | 'chromium'
}

declare global {
  interface Window {
    readonly signet?: Door
  }
}

function door(): Door {
  if (window.signet === undefined) throw new Error('the preload did not run')
  return window.signet
}

export type Client = { readonly [N in CallName]: (input: Input<N>) => Promise<Answer<Output<N>>> }

/** A call that breaks (the vault process ended meanwhile) is a problem like any other. */
async function ask(name: string, input: unknown): Promise<Answer<unknown>> {
  try {
    return await door().call(name, input)
  } catch {
    return fail(saying('internal-error', { reference: name }))
  }
}

/** `client['case.show']({ number })`. The other side has checked the names and the input against the contract. */
export const client = new Proxy({}, { get: (_, name) => (input: unknown) => ask(String(name), input) }) as Client

export const onFeed = <F extends FeedName>(feed: F, listener: (payload: Feeds[F]) => void): (() => void) =>
  door().on(feed, (payload) => listener(payload as Feeds[F]))
