/** Which keys of a file are taken: what is new or brings something, until a person says otherwise; counts come first. */
import type { KeyPreview, KeysTaken, KeyTaken } from '../../../shared/ipc/key-views.ts'
import { matchesKey } from './key-groups.ts'

export const heres = ['new', 'update', 'same', 'unreadable'] as const
export type Here = KeyPreview['here']

export const countOf = (keys: readonly KeyPreview[], here: Here): number =>
  keys.filter((key) => key.here === here).length

/** What is new or brings something stands above what is here already. */
export const inOrder = (keys: readonly KeyPreview[]): readonly KeyPreview[] =>
  heres.flatMap((here) => keys.filter((key) => key.here === here))

/** Fingerprints of those that can be taken at all. */
export const takeable = (keys: readonly KeyPreview[]): readonly string[] =>
  keys.flatMap(({ inspected, here }) =>
    inspected.fingerprint === null || here === 'unreadable' ? [] : [inspected.fingerprint],
  )

/** The card prints another fingerprint: such a key is never taken by itself. */
const isDenied = ({ match }: KeyPreview['cards'][number]): boolean => match === 'differs'

/** Up to this many new keys are ticked by themselves; of a ring of thousands a person says which. */
const mostTicked = 50

export function firstChoice(keys: readonly KeyPreview[]): readonly string[] {
  const updates = takeable(keys.filter(({ here }) => here === 'update'))
  const fresh = takeable(keys.filter(({ here, cards }) => here === 'new' && !cards.some(isDenied)))
  return fresh.length > mostTicked ? updates : [...fresh, ...updates]
}

export interface Sought {
  readonly here: Here | 'all'
  readonly words: string
}

export const filtered = (keys: readonly KeyPreview[], { here, words }: Sought): readonly KeyPreview[] =>
  keys.filter(
    (key) =>
      (here === 'all' || key.here === here) &&
      matchesKey(
        { userIds: key.inspected.userIds, fingerprint: key.inspected.fingerprint ?? '', card: key.cards[0] ?? null },
        words,
      ),
  )

/** The card to link to, where one key is chosen and exactly one card prints its fingerprint. */
export function cardFor(keys: readonly KeyPreview[], chosen: ReadonlySet<string>): KeyPreview['cards'][number] | null {
  const [only, ...others] = keys.filter(({ inspected }) => chosen.has(inspected.fingerprint ?? ''))
  const announced = only?.cards.filter(({ match }) => match === 'announced') ?? []
  return others.length === 0 && announced.length === 1 ? (announced[0] ?? null) : null
}

export const outcomeCount = ({ keys }: KeysTaken, outcome: KeyTaken['outcome']): number =>
  keys.filter((key) => key.outcome === outcome).length

export const merged = (answers: readonly KeysTaken[]): KeysTaken => ({
  keys: answers.flatMap(({ keys }) => keys),
  reread: [...new Set(answers.flatMap(({ reread }) => reread))],
})
