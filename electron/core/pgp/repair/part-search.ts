/**
 * Searches one part of a key for the changes that prove it. It is the sequential decoding of coding theory: of all guesses so far the one
 * is taken up that makes sense the furthest for the fewest changes; it is tried with ever less likely changes where it stops making sense.
 * Once no other part is in doubt, the checksum tells which changes are left.
 */
import { alike, CLOSINGS, CROWDED_CLOSINGS, LEVELS, type Kind } from './changes.ts'
import type { Stretch, Verdict } from './judge.ts'
import type { Gap } from './packet-chain.ts'
import { fillGap, gapResidues } from './gap-residues.ts'
import { GuessQueue, type Fault, type Guess } from './guess-queue.ts'
import { placements } from './placements.ts'
import { Reading } from './reading.ts'
import type { Syndromes } from './syndromes.ts'

export interface PartTask {
  /** Of the whole key. */
  readonly digits: Uint8Array
  /** Octets of the part. */
  readonly from: number
  readonly end: number
  readonly gaps: readonly Gap[]
  readonly judge: (bytes: Uint8Array, isQuick: boolean) => Verdict
  /** Given where this part is the last one in doubt. */
  readonly closing: { readonly syndromes: Syndromes; readonly checksum: number } | null
  readonly isOver: () => boolean
}

const MAX_GUESSES = 20_000
const MAX_SECOND_GAP = 200
/** With more guesses than that, each is tried with less. */
const MANY = 20
const MAX_FOUND = 4096
/** Guesses that are taken up before a gap is tried at every place again, with a look-alike besides: that takes a second or more. */
const BEFORE_GAPS = 60
const keyOf = (digits: Uint8Array): string => Buffer.from(digits).toString('latin1')

export class PartSearch {
  readonly #task: PartTask
  readonly #queue: GuessQueue
  readonly #seen = new Set<string>()
  readonly #found = new Map<string, Uint8Array>()
  #isStarted = false
  #taken = 0
  #isCrowded = false
  /** Every digit of the part. */
  readonly #places: readonly number[]

  constructor(task: PartTask) {
    this.#task = task
    this.#places = this.#placesOf([[0, task.end - task.from]])
    this.#queue = new GuessQueue(task.closing === null ? null : this.#places.length)
  }

  /**
   * Goes on for so many milliseconds, and at least until a guess has been tried in full.
   * @returns all proved readings that are equally likely, none as long as there is none; null if there is nothing left to try.
   */
  advance(milliseconds: number): readonly Uint8Array[] | null {
    const until = performance.now() + milliseconds
    if (!this.#isStarted) this.#start()
    while (this.#found.size === 0 && !this.#queue.isEmpty && !this.#task.isOver() && performance.now() < until) {
      const guess = this.#queue.take()
      if (guess) this.#takeUp(guess)
      this.#taken += 1
      if (this.#taken === BEFORE_GAPS) this.#closeGap(alike)
    }
    return this.#found.size === 0 && this.#queue.isEmpty ? null : [...this.#found.values()]
  }

  /** Only what the checksum gives at once: one or two changes anywhere, or one with a gap. */
  glance(): readonly Uint8Array[] {
    const { digits, from, end, gaps } = this.#task
    const reading = new Reading(digits.slice(), from, end)
    if (gaps.length > 0) this.#closeGap(null)
    else for (const level of [0, 1, 2]) if (this.#found.size === 0) this.#close(reading, level)
    return [...this.#found.values()]
  }

  #start(): void {
    this.#isStarted = true
    this.#closeGap(null)
    if (this.#found.size > 0) return
    let guesses: readonly Uint8Array[] = [this.#task.digits]
    this.#task.gaps.forEach((gap, index) => {
      const isLast = index === this.#task.gaps.length - 1
      guesses = guesses.slice(0, MAX_SECOND_GAP).flatMap((digits) => this.#placed(digits, gap, isLast))
      this.#isCrowded = guesses.length > MANY
    })
    if (this.#task.gaps.length === 0) this.#startWhole()
  }

  /** One change of any kind comes before all else, whatever it may lead to: that is soon done. */
  #startWhole(): void {
    const { digits, from, end, closing } = this.#task
    const reading = new Reading(digits.slice(), from, end)
    if (closing !== null) for (const level of [0, 1]) if (this.#found.size === 0) this.#close(reading, level)
    const fault = this.#judge(reading)
    if (fault.stage === 'proved') this.#record(reading.digits)
    if (fault.stage === 'proved' || this.#found.size > 0) return
    const root = { digits: digits.slice(), fault, cost: 0 }
    const isLookedUp = closing !== null && fault.stage !== 'structure'
    for (const level of [0, 1]) if (!isLookedUp && this.#found.size === 0) this.#change(reading, { ...root, level })
    this.#queue.push({ ...root, level: 2 })
  }

  /** @returns the guesses that make sense the furthest. */
  #placed(digits: Uint8Array, gap: Gap, isLast: boolean): readonly Uint8Array[] {
    const { from, end } = this.#task
    let best: Uint8Array[] = []
    let furthest = -1
    for (const placed of placements(digits, gap)) {
      if (this.#task.isOver()) break
      const progress = this.#meet(new Reading(placed, from, end), 0, isLast)
      if (progress > furthest) [best, furthest] = [[], progress]
      if (progress === furthest) best.push(placed.slice())
    }
    return best
  }

  /** Judges a guess and keeps it. @returns how far it makes sense. */
  #meet(reading: Reading, cost: number, isKept = true): number {
    const verdict = this.#judge(reading)
    if (verdict.stage === 'proved') {
      this.#record(reading.digits)
      return Number.MAX_SAFE_INTEGER
    }
    if (isKept) this.#keep(reading, verdict, cost)
    return verdict.progress
  }

  #keep(reading: Reading, fault: Fault, cost: number): void {
    const key = keyOf(reading.digits)
    if (this.#seen.size >= MAX_GUESSES || this.#seen.has(key)) return
    this.#seen.add(key)
    this.#queue.push({ digits: reading.digits.slice(), fault, cost, level: 0 })
  }

  /** With a checksum at hand, signatures are only tried where it fits. */
  #judge(reading: Reading): Verdict {
    return this.#task.judge(reading.bytes, this.#task.closing !== null && this.#residue(reading.digits) !== 0)
  }

  #residue(digits: Uint8Array): number {
    const { closing } = this.#task
    return closing === null ? 0 : closing.syndromes.checksum(digits) ^ closing.checksum
  }

  #record(digits: Uint8Array): void {
    if (this.#found.size < MAX_FOUND) this.#found.set(keyOf(digits), digits.slice())
  }

  #takeUp(guess: Guess): void {
    const { digits, fault, cost, level } = guess
    const reading = new Reading(digits.slice(), this.#task.from, this.#task.end)
    if (this.#task.closing !== null && (fault.stage !== 'structure' || cost === 0)) this.#close(reading, level)
    if (this.#task.closing === null || fault.stage === 'structure') this.#change(reading, guess)
    if (level + 1 < LEVELS.length) this.#queue.push({ ...guess, level: level + 1 })
  }

  #change(reading: Reading, { fault, cost, level }: Guess): void {
    const places = this.#placesOf(fault.within)
    const { orders, cost: extra } = LEVELS[level] ?? LEVELS[0]
    for (const order of orders) this.#each(reading, places, order, () => this.#improve(reading, fault, cost + extra))
    if (level === 1) this.#swapEach(reading, places, () => this.#improve(reading, fault, cost + extra))
  }

  /** Keeps a changed guess that makes sense further than before. */
  #improve(reading: Reading, before: Fault, cost: number): boolean {
    const verdict = this.#judge(reading)
    if (verdict.stage === 'proved') this.#record(reading.digits)
    else if (verdict.progress > before.progress) this.#keep(reading, verdict, cost)
    return !this.#task.isOver()
  }

  /** Every choice of places in order, with a change of each kind. @returns false when time is up. */
  #each(reading: Reading, places: readonly number[], kinds: readonly Kind[], act: () => boolean, from = 0): boolean {
    const [kind, ...rest] = kinds
    if (kind === undefined) return act()
    for (let index = from; index < places.length; index += 1) {
      const place = places[index] ?? 0
      const was = reading.at(place)
      for (const xor of kind(was)) {
        reading.set(place, was ^ xor)
        const goesOn = this.#each(reading, places, rest, act, index + 1)
        reading.set(place, was)
        if (!goesOn) return false
      }
    }
    return true
  }

  #swapEach(reading: Reading, places: readonly number[], act: () => boolean): void {
    for (const place of places) {
      const [one, other] = [reading.at(place), reading.at(place + 1)]
      if (one === other || place + 1 >= reading.digits.length) continue
      reading.set(place, other)
      reading.set(place + 1, one)
      act()
      reading.set(place, one)
      reading.set(place + 1, other)
    }
  }

  #placesOf(within: readonly Stretch[]): readonly number[] {
    const { from, digits } = this.#task
    const all = new Set<number>()
    for (const [start, end] of within) {
      const last = Math.min(digits.length, Math.ceil(((from + end) * 8) / 6))
      for (let at = Math.floor(((from + start) * 8) / 6); at < last; at += 1) all.add(at)
    }
    return [...all].sort((a, b) => a - b)
  }

  /** Changes anywhere in the part that make the checksum fit. */
  #close(reading: Reading, level: number): void {
    const places = this.#places
    const residue = this.#residue(reading.digits)
    const levels = this.#isCrowded ? CROWDED_CLOSINGS : CLOSINGS
    const kinds = levels[level]
    if (kinds) this.#closeBy(reading, places, kinds, residue, 0)
  }

  /** One gap, at most one change of a kind, and one that is looked up. */
  #closeGap(kind: Kind | null): void {
    const { digits, gaps, closing } = this.#task
    const [gap] = gaps
    if (closing === null || gap === undefined || gaps.length > 1) return
    for (const { at, residue } of gapResidues(digits, gap, closing.syndromes, this.#residue(digits))) {
      for (let digit = 0; digit < (gap.shift > 0 ? 64 : 1) && !this.#task.isOver(); digit += 1) {
        const rest = gap.shift > 0 ? residue ^ closing.syndromes.of(at, digit) : residue
        this.#closeFilled(gap, at, digit, rest, kind)
      }
    }
  }

  #closeFilled(gap: Gap, at: number, digit: number, residue: number, kind: Kind | null): void {
    const { digits, closing, from, end } = this.#task
    if (closing === null) return
    const isFitting = kind === null && (residue === 0 || closing.syndromes.has(residue))
    if (kind === null && !isFitting) return
    const reading = new Reading(fillGap(digits, gap, at, digit), from, end)
    const places = this.#places
    if (residue === 0 && this.#task.judge(reading.bytes, false).stage === 'proved') this.#record(reading.digits)
    if (kind === null) this.#closeByOne(reading, places, residue)
    else this.#closeBy(reading, places, [kind], residue, 0)
  }

  /** As `each`, but the last change is looked up: it may be of any kind, and at any place after the others. */
  #closeBy(reading: Reading, places: readonly number[], kinds: readonly Kind[], residue: number, from: number): void {
    const [kind, ...rest] = kinds
    const { syndromes } = this.#task.closing ?? {}
    if (syndromes === undefined || this.#task.isOver()) return
    if (kind === undefined) {
      this.#closeByOne(reading, places, residue)
      return
    }
    for (let index = from; index < places.length; index += 1) {
      const place = places[index] ?? 0
      const was = reading.at(place)
      for (const xor of kind(was)) {
        reading.set(place, was ^ xor)
        this.#closeBy(reading, places, rest, residue ^ syndromes.of(place, xor), index + 1)
      }
      reading.set(place, was)
    }
  }

  #closeByOne(reading: Reading, places: readonly number[], residue: number): void {
    const { closing, judge } = this.#task
    for (const { at, xor } of closing?.syndromes.single(residue) ?? []) {
      if (at < (places[0] ?? 0) || at > (places.at(-1) ?? 0)) continue
      const was = reading.at(at)
      reading.set(at, was ^ xor)
      if (judge(reading.bytes, false).stage === 'proved') this.#record(reading.digits)
      reading.set(at, was)
    }
  }
}
