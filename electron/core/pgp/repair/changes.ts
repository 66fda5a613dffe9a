/** Which changes are tried together, in the order of their likelihood, and how many guesses each of these levels means. */
import { ALIKE } from './alike.ts'

/** By the digit that stands there: what may be added to it, bit by bit. */
export type Kind = (digit: number) => readonly number[]

const XORS = Array.from({ length: 63 }, (_, index) => index + 1)
const ALIKE_XORS = ALIKE.map((others, digit) => others.map((other) => other ^ digit))

export const any: Kind = () => XORS
export const alike: Kind = (digit) => ALIKE_XORS[digit] ?? []

/** Of `alike`, about. */
const ALIKE_COUNT = 3

export interface Level {
  /** Changes at different places, by their kinds, in every order that matters. */
  readonly orders: readonly (readonly Kind[])[]
  /** A look-alike costs one, any other change two. */
  readonly cost: number
}

/** Where a guess stops making sense. */
export const LEVELS: readonly [Level, ...Level[]] = [
  { orders: [[alike]], cost: 1 },
  { orders: [[any]], cost: 2 },
  { orders: [[alike, alike]], cost: 2 },
  {
    orders: [
      [any, alike],
      [alike, any],
    ],
    cost: 3,
  },
  { orders: [[alike, alike, alike]], cost: 3 },
]

/** Besides the one change that the checksum then gives. */
export const CLOSINGS: readonly (readonly Kind[])[] = [[], [any], [alike, alike], [alike, any], [alike, alike, alike]]

/** The same where there are many guesses. */
export const CROWDED_CLOSINGS: readonly (readonly Kind[])[] = [[], [alike], [any], [alike, alike]]

/** How many guesses a level means, as a power of two. */
export function workOf(kinds: readonly Kind[], places: number): number {
  const bits = kinds.map((kind) => Math.log2(places * (kind === any ? XORS.length : ALIKE_COUNT)))
  const isOneKind = kinds.every((kind) => kind === kinds[0])
  return bits.reduce((sum, more) => sum + more, 0) - (isOneKind ? Math.log2(Math.max(1, kinds.length)) : 0)
}
