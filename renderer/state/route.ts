/** Where the person is: a page and its parameters (ids only), with a way back; there is no URL. */
import { create } from 'zustand'

/** Pages that need nothing to be told. */
interface NoParams {
  readonly nothing?: never
}

export interface Pages {
  readonly queue: NoParams
  readonly tray: NoParams
  readonly intake: { readonly exchange: string }
  /** A report that is told, or seen in a log. */
  readonly call: { readonly channel?: 'phone' | 'log' }
  readonly case: { readonly number: string }
  readonly composer: { readonly draft: string }
  readonly contacts: NoParams
  readonly card: { readonly id: string }
  /** A source that was read and waits for a person. */
  readonly 'card-import': { readonly token: string }
  readonly directory: NoParams
  readonly horizon: NoParams
  readonly statistics: NoParams
  readonly handover: NoParams
  /** A capsule that was opened and waits for decisions. */
  readonly merge: { readonly id: string }
  readonly exchanges: NoParams
  readonly bulletins: NoParams
  readonly bulletin: { readonly id: string }
  readonly exchange: { readonly id: string }
  /** `ask` opens a question at once, for a message: keys of `exchange`, or the key with an ID that it names (`wanted`). */
  readonly keyring: {
    readonly fingerprint?: string
    readonly ask?: 'verify' | 'import'
    readonly exchange?: string
    readonly wanted?: string
  }
  readonly settings: { readonly section?: string }
  /** The order of the queue, as the team edits it. */
  readonly policy: NoParams
}

export type PageName = keyof Pages
export type Route = { readonly [P in PageName]: { readonly page: P; readonly params: Pages[P] } }[PageName]

interface RouteState {
  readonly now: Route
  readonly before: readonly Route[]
}

const start: RouteState = { now: { page: 'queue', params: {} }, before: [] }
const kept = 50

const useStore = create<RouteState>()(() => start)

export const useRoute = (): Route => useStore(({ now }) => now)
export const currentRoute = (): Route => useStore.getState().now

/** `go({ page: 'case', params: { number } })`. Going to where one is already changes nothing. */
export function go(route: Route): void {
  const { now, before } = useStore.getState()
  if (JSON.stringify(now) === JSON.stringify(route)) return
  useStore.setState({ now: route, before: [...before, now].slice(-kept) })
}

/** To the page before; to the queue where there is none. */
export function back(): void {
  const { before } = useStore.getState()
  useStore.setState({ now: before.at(-1) ?? start.now, before: before.slice(0, -1) })
}

/** In place of the current page: a draft that was dropped, a report that became a case. */
export function replaceRoute(route: Route): void {
  useStore.setState({ now: route })
}
