/** What one cell of the table says, what it should say, and whether the two agree. */

export const peerNames = ['gpg', 'sq', 'rnp'] as const
export type PeerName = (typeof peerNames)[number]

export type Expected =
  /** `why` only where it is done and one would rather it were not. */
  | { readonly mark: 'ok'; readonly why?: string }
  /** It is tried, and one of the two must refuse it; what it says must match `like`. */
  | { readonly mark: 'refused'; readonly why: string; readonly like: RegExp }
  /** There is no way to ask for it, so nothing is run. */
  | { readonly mark: 'cannot'; readonly why: string }

export type Outcome =
  | { readonly mark: 'ok' }
  | { readonly mark: 'refused'; readonly said: string }
  /** Neither done nor refused: other bytes came out, or something broke. */
  | { readonly mark: 'broken'; readonly said: string }

export const ok: Expected = { mark: 'ok' }
export const okBut = (why: string): Expected => ({ mark: 'ok', why })
export const refused = (why: string, like: RegExp): Expected => ({ mark: 'refused', why, like })
export const cannot = (why: string): Expected => ({ mark: 'cannot', why })

export type Cells = Readonly<Record<PeerName, Expected>>

/** The same for all peers but those that are named. */
export const cells = (all: Expected, but: Partial<Cells> = {}): Cells => ({ gpg: all, sq: all, rnp: all, ...but })

/** Thrown where Signet or a peer says no, in its own words; any other error is a failure. */
export class Refusal extends Error {}

export async function outcomeOf(run: () => Promise<void>): Promise<Outcome> {
  try {
    await run()
    return { mark: 'ok' }
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    return { mark: error instanceof Refusal ? 'refused' : 'broken', said }
  }
}

/** @returns null where the outcome is the expected one, else what differs. */
export function difference(expected: Expected, outcome: Outcome): string | null {
  if (outcome.mark === 'ok') return expected.mark === 'ok' ? null : 'it was expected to be refused, and worked'
  if (expected.mark !== 'refused' || outcome.mark === 'broken') return `${outcome.mark}: ${outcome.said}`
  return expected.like.test(outcome.said) ? null : `refused with other words: ${outcome.said}`
}

/** For what must hold where nobody refused anything. */
export function check(holds: boolean, otherwise: string): asserts holds {
  if (!holds) throw new Error(otherwise)
}

export function checkBytes(got: Uint8Array, wanted: Uint8Array): void {
  const same = Buffer.compare(got, wanted) === 0
  check(same, `${got.length} bytes came out that are not the ${wanted.length} that went in`)
}
