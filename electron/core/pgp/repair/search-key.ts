/** Searches for the one set of changed characters that makes a damaged public key the announced one, part by part. */
import { digitCount, endsClean, octets } from './digits.ts'
import { judgePart, judgePrimary, primaryOf, type Primary, type Verdict } from './judge.ts'
import { packetChains, type Chain, type ChainPart } from './packet-chain.ts'
import { PartSearch, type PartTask } from './part-search.ts'
import { Syndromes } from './syndromes.ts'

export interface Damaged {
  readonly digits: Uint8Array
  /** CRC-24 as printed, null where none is. */
  readonly checksum: number | null
  readonly announced: Uint8Array
  readonly isOver: () => boolean
}

const MAX_OPTIONS = 64
const MAX_JUDGED = 20_000
/** Milliseconds. */
const TURN = 100
const GLANCE = 300

/** @returns every reading that proves, as digits; more than one means that none is proved. */
export function searchKey({ isOver: isTimeUp, ...rest }: Damaged): readonly Uint8Array[] {
  const damaged = { ...rest, isOver: seldom(isTimeUp) }
  const chains = packetChains(damaged.digits, isTimeUp)
  for (const chain of chains) {
    if (damaged.isOver()) return []
    const found = new KeySearch(damaged, chain).run()
    if (found.length > 0) return found
  }
  return []
}

/** A clock that is asked a million times a second would take most of the time itself. */
function seldom(isTimeUp: () => boolean): () => boolean {
  let [calls, isOver] = [0, isTimeUp()]
  return () => {
    calls += 1
    if (!isOver && calls % 64 === 0) isOver = isTimeUp()
    return isOver
  }
}

class KeySearch {
  readonly #damaged: Damaged
  readonly #chain: Chain
  readonly #judged = new Map<string, Verdict>()
  #syndromes: Syndromes | null = null

  constructor(damaged: Damaged, chain: Chain) {
    this.#damaged = damaged
    this.#chain = chain
  }

  run(): readonly Uint8Array[] {
    const [first] = this.#chain.parts
    if (!first) return []
    return this.#primaries(first).flatMap((digits) => {
      const body = bodyOf(octets(digits, first.from, first.end))
      const primary = body && primaryOf(body)
      return primary ? this.#solveParts(digits, primary) : []
    })
  }

  /** The first packet: its fingerprint is proof enough, the checksum only makes the search short if nothing else is damaged. */
  #primaries(part: ChainPart): readonly Uint8Array[] {
    const { digits } = this.#chain
    const judge = (bytes: Uint8Array) => judgePrimary(bytes, this.#damaged.announced)
    if (part.gaps.length === 0 && judge(octets(digits, part.from, part.end)).stage === 'proved') return [digits]
    const isAlone = this.#chain.parts.every((other) => other === part || other.gaps.length === 0)
    const closing = isAlone ? this.#closing(digits) : null
    const task = { digits, ...part, judge, isOver: this.#damaged.isOver }
    const isOver = this.#within(GLANCE)
    const quick = closing ? new PartSearch({ ...task, closing, isOver }).glance() : []
    return quick.length > 0 ? quick : (new PartSearch({ ...task, closing: null }).advance(Infinity) ?? [])
  }

  #within(milliseconds: number): () => boolean {
    const until = performance.now() + milliseconds
    return seldom(() => this.#damaged.isOver() || performance.now() > until)
  }

  #closing(digits: Uint8Array): PartTask['closing'] {
    const { checksum } = this.#damaged
    if (checksum === null) return null
    this.#syndromes ??= new Syndromes(digits.length)
    return { syndromes: this.#syndromes, checksum }
  }

  #judge(bytes: Uint8Array, primary: Primary): Verdict {
    const name = Buffer.from(bytes).toString('latin1')
    const known = this.#judged.get(name)
    if (known) return known
    const verdict = judgePart(bytes, primary)
    if (this.#judged.size < MAX_JUDGED) this.#judged.set(name, verdict)
    return verdict
  }

  #openParts(digits: Uint8Array, primary: Primary): readonly ChainPart[] {
    return this.#chain.parts.slice(1).filter((part) => part.gaps.length > 0 || !this.#isProved(digits, part, primary))
  }

  #isProved(digits: Uint8Array, { from, end }: ChainPart, primary: Primary): boolean {
    return this.#judge(octets(digits, from, end), primary).stage === 'proved'
  }

  /** All parts get the same time in turn; the last one that is in doubt gets the checksum's help. */
  #solveParts(start: Uint8Array, primary: Primary): readonly Uint8Array[] {
    let readings: readonly Uint8Array[] = [start]
    let open = this.#openParts(start, primary)
    const joint = this.#whole(this.#joint(open, start, primary), primary)
    if (joint.length > 0) return joint
    const searches = this.#searches(open, start, primary)
    while (open.length > 0 && !this.#damaged.isOver()) {
      for (const part of open) {
        if (open.length === 1 && this.#damaged.checksum !== null) return this.#solveLast(readings, part, primary)
        const found = searches.get(part)?.advance(TURN) ?? null
        if (found === null) return []
        if (found.length === 0) continue
        readings = readings
          .flatMap((reading) => found.map((digits) => within(reading, digits, part)))
          .slice(0, MAX_OPTIONS)
        open = open.filter((other) => other !== part)
      }
    }
    return open.length === 0 ? this.#whole(readings, primary) : []
  }

  /** All parts in doubt at once, by the checksum: finds a few changes wherever they are, and soon. */
  #joint(open: readonly ChainPart[], digits: Uint8Array, primary: Primary): readonly Uint8Array[] {
    const [first, last] = [open[0], open.at(-1)]
    const closing = this.#closing(digits)
    const gaps = open.flatMap((part) => part.gaps)
    if (!first || !last || first === last || closing === null || gaps.length > 1) return []
    const parts = this.#chain.parts.filter(({ from }) => from >= first.from && from <= last.from)
    const judge = (bytes: Uint8Array): Verdict => this.#judgeSpan(bytes, parts, primary)
    const isOver = this.#within(GLANCE)
    return new PartSearch({ digits, from: first.from, end: last.end, gaps, judge, closing, isOver }).glance()
  }

  #judgeSpan(bytes: Uint8Array, parts: readonly ChainPart[], primary: Primary): Verdict {
    const start = parts[0]?.from ?? 0
    for (const { from, end } of parts) {
      const verdict = this.#judge(bytes.subarray(from - start, end - start), primary)
      if (verdict.stage !== 'proved') return shifted(verdict, from - start)
    }
    return { stage: 'proved' }
  }

  #searches(open: readonly ChainPart[], digits: Uint8Array, primary: Primary): ReadonlyMap<ChainPart, PartSearch> {
    const judge = (bytes: Uint8Array, isQuick: boolean) => judgePart(bytes, primary, isQuick)
    const { isOver } = this.#damaged
    return new Map(open.map((part) => [part, new PartSearch({ digits, ...part, judge, closing: null, isOver })]))
  }

  #solveLast(readings: readonly Uint8Array[], part: ChainPart, primary: Primary): readonly Uint8Array[] {
    const judge = (bytes: Uint8Array, isQuick: boolean) => judgePart(bytes, primary, isQuick)
    const { isOver } = this.#damaged
    const found = readings.flatMap(
      (digits) =>
        new PartSearch({ digits, ...part, judge, closing: this.#closing(digits), isOver }).advance(Infinity) ?? [],
    )
    return this.#whole(found, primary)
  }

  /** All parts at once, since neighbours share characters, and the checksum over all. */
  #whole(readings: readonly Uint8Array[], primary: Primary): readonly Uint8Array[] {
    const { checksum, announced } = this.#damaged
    const [first] = this.#chain.parts
    const all = new Map<string, Uint8Array>()
    for (const digits of readings) {
      const isRight =
        endsClean(digits) &&
        first !== undefined &&
        judgePrimary(octets(digits, first.from, first.end), announced).stage === 'proved' &&
        this.#chain.parts.slice(1).every((part) => this.#isProved(digits, part, primary)) &&
        (checksum === null || this.#closing(digits)?.syndromes.checksum(digits) === checksum)
      if (isRight) all.set(Buffer.from(digits).toString('latin1'), digits)
    }
    return [...all.values()]
  }
}

const shifted = (verdict: Exclude<Verdict, { stage: 'proved' }>, by: number): Verdict => ({
  ...verdict,
  progress: verdict.progress + by,
  within: verdict.within.map(([from, end]) => [from + by, end + by]),
})

/** One reading with the characters of one part taken from another. */
function within(reading: Uint8Array, digits: Uint8Array, { from, end }: ChainPart): Uint8Array {
  const [first, last] = [Math.floor((from * 8) / 6), digitCount(end)]
  const both = reading.slice()
  both.set(digits.subarray(first, last), first)
  return both
}

/** Body of the packet that fills the octets. */
function bodyOf(bytes: Uint8Array): Uint8Array | null {
  const first = bytes[0] ?? 0
  const size = (first & 0x40) === 0 ? 1 << (first & 3) : (bytes[1] ?? 0) < 192 ? 1 : 2
  return bytes.length > size + 1 ? bytes.subarray(1 + size) : null
}
