/** Guesses in the order in which they are worth trying. */
import { CLOSINGS, LEVELS, workOf } from './changes.ts'
import type { Verdict } from './judge.ts'

export type Fault = Exclude<Verdict, { stage: 'proved' }>

export interface Guess {
  readonly digits: Uint8Array
  readonly fault: Fault
  /** Of the changes so far. */
  readonly cost: number
  /** What it is tried with next. */
  readonly level: number
}

/**
 * All in bits, roughly: of work, of how unlikely a change is, and of evidence. Few octets are evidence, since most would make sense whatever
 * they were; to reach a further stage is.
 */
const WORK_WEIGHT = 2
const COST_WEIGHT = 6
const OCTET_WEIGHT = 0.15
const STAGE_WEIGHT = { structure: 0, hash: 8, signature: 14 } as const
const USUAL_PLACES = 60
/** A lookup takes a tenth of a judgement. */
const LOOKUP_BITS = 3
/** To check a signature takes thirty times as long. */
const CHECK_BITS = 5

export class GuessQueue {
  readonly #ranks = new Map<number, Guess[]>()
  readonly #closesWithin: number | null

  /** @param closesWithin how many places a closing change may have; null where there is no checksum to close by. */
  constructor(closesWithin: number | null) {
    this.#closesWithin = closesWithin
  }

  push(guess: Guess): void {
    const rank = this.#rankOf(guess)
    const same = this.#ranks.get(rank)
    if (same) same.push(guess)
    else this.#ranks.set(rank, [guess])
  }

  /** @returns the best one, the latest of equals; null if there is none left. */
  take(): Guess | null {
    if (this.#ranks.size === 0) return null
    const least = Math.min(...this.#ranks.keys())
    const guesses = this.#ranks.get(least) ?? []
    const guess = guesses.pop() ?? null
    if (guesses.length === 0) this.#ranks.delete(least)
    return guess
  }

  get isEmpty(): boolean {
    return this.#ranks.size === 0
  }

  #rankOf({ fault, cost, level }: Guess): number {
    const isLookedUp = this.#closesWithin !== null && fault.stage !== 'structure'
    const octets = fault.within.reduce((sum, [from, end]) => sum + end - from, 0)
    // Where the structure breaks, the window grows with what makes sense, which must not count against it.
    const places = fault.stage === 'structure' && level < 2 ? USUAL_PLACES : (octets * 8) / 6
    const work = isLookedUp
      ? workOf(CLOSINGS[level] ?? [], this.#closesWithin ?? 0) - LOOKUP_BITS
      : workOf(LEVELS[level]?.orders[0] ?? [], places) + (fault.stage === 'signature' ? CHECK_BITS : 0)
    const evidence = STAGE_WEIGHT[fault.stage] + fault.progress * OCTET_WEIGHT
    return Math.floor(cost * COST_WEIGHT + work * WORK_WEIGHT - evidence)
  }
}
