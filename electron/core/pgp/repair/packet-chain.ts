/**
 * Finds where the packets of a damaged key begin. A lost or doubled character shifts all that follows by six bits, so a chain of packet
 * headers that reaches the very end tells in which packet characters were lost or doubled, before anything else is known of it.
 */
import { TAG } from '../packets.ts'
import { ALIKE } from './alike.ts'
import { digitCount, octetAt } from './digits.ts'
import { SIGNATURE_TAG, USER_TAGS } from './judge.ts'

/** A character that was lost (+1) or is too many (-1) somewhere between `from` and `until` (digits of the chain). */
export interface Gap {
  readonly shift: 1 | -1
  readonly from: number
  readonly until: number
  /** The digit that was left out for now, of one too many. */
  readonly spare: number
}

export interface ChainPart {
  /** Octets. A part is a packet with the signatures that follow it. */
  readonly from: number
  readonly end: number
  readonly gaps: readonly Gap[]
}

export interface Chain {
  readonly cost: number
  /** As many digits as the key has; inside of parts with gaps they are only provisional. */
  readonly digits: Uint8Array
  readonly parts: readonly ChainPart[]
}

interface Edit {
  readonly kind: 'none' | 'change' | 'insert' | 'remove'
  readonly at: number
  readonly digit: number
}

/** A packet whose header reads well with so many characters lost (shift > 0) before it. */
interface Step {
  readonly at: number
  readonly end: number
  readonly tag: number
  /** In force from the header's first digit on, and after the header. */
  readonly shiftBefore: number
  readonly shift: number
  readonly edit: Edit
  readonly cost: number
  readonly count: number
  readonly previous: Step | null
}

const MAX_SHIFT = 4
const SHIFTS = [0, 1, -1, 2, -2]
const SHIFT_COST = 4
const HEADER_DIGITS = 10
const EDITED_DIGITS = 6
/** A header is short: a change is likelier elsewhere. */
const CHANGE_COST = 5
const WORSE = 3
const MAX_TASKS = 100_000
/** Each tries some thousand headers. */
const MAX_EDITED = 300
const MAX_CHAINS = 6
const MAX_PACKETS = 300
const NO_EDIT: Edit = { kind: 'none', at: 0, digit: 0 }

/** What is to be done next at a cost: go on from a step, go on from it with damaged headers, or end with it. */
interface Task {
  readonly cost: number
  readonly act: 'go-on' | 'edit' | 'end'
  readonly step: Step | null
}

/** @param printed digits as printed. @returns the likeliest chains first; none for what is no damaged key. */
export function packetChains(printed: Uint8Array, isOver: () => boolean): readonly Chain[] {
  const found: Task[] = []
  const queue = new Map<number, Task[]>()
  let [tasks, edited] = [0, 0]
  const push = (task: Task): void => {
    if ((tasks += 1) > MAX_TASKS) return
    const same = queue.get(task.cost)
    if (same) same.push(task)
    else queue.set(task.cost, [task])
  }
  push({ cost: 0, act: 'go-on', step: null })
  while (queue.size > 0 && found.length < MAX_CHAINS && !isOver()) {
    const cost = Math.min(...queue.keys())
    const task = queue.get(cost)?.pop()
    if (queue.get(cost)?.length === 0) queue.delete(cost)
    if (task === undefined || (found[0] && cost > found[0].cost + WORSE)) break
    if (task.act === 'end') found.push(task)
    else if (task.act === 'go-on' || (edited += 1) <= MAX_EDITED) for (const next of follow(printed, task)) push(next)
  }
  return found.flatMap(({ step, cost }) => (step ? [assemble(printed, step, cost)] : []))
}

function* follow(printed: Uint8Array, { cost, act, step }: Task): Generator<Task> {
  if ((step?.count ?? 0) >= MAX_PACKETS) return
  for (const next of headers(printed, step, act === 'edit')) {
    yield { cost: next.cost, act: 'go-on', step: next }
    const missing = digitCount(next.end) - printed.length - next.shift
    if (Math.abs(missing) <= 2 && Math.abs(missing + next.shift) <= MAX_SHIFT)
      yield { cost: next.cost + Math.abs(missing) * SHIFT_COST, act: 'end', step: next }
  }
  if (act === 'go-on') yield { cost: cost + CHANGE_COST, act: 'edit', step }
}

/** Every way to read a header after `previous`: as it is printed, or with one character of it changed. */
function* headers(printed: Uint8Array, previous: Step | null, isEdited: boolean): Generator<Step> {
  const at = previous?.end ?? 0
  const before = previous?.shift ?? 0
  const first = Math.floor((at * 8) / 6)
  for (const change of SHIFTS) {
    const shift = before + change
    if (Math.abs(shift) > MAX_SHIFT || (at === 0 && change !== 0) || first - shift >= printed.length) continue
    const cost = (previous?.cost ?? 0) + Math.abs(change) * SHIFT_COST
    for (const edit of isEdited ? edits(printed, first - shift) : [NO_EDIT]) {
      const window = edited(printed, first - shift, edit)
      const header = readHeader(window, at * 8 - first * 6, previous?.tag ?? null)
      const after = shift + (edit.kind === 'insert' ? 1 : edit.kind === 'remove' ? -1 : 0)
      if (header === null || digitCount(at + header.length) > printed.length + after + 2) continue
      const doubt = header.doubt + (header.tag === 13 ? textDoubt(printed, at + 2, at + header.length, after) : 0)
      yield {
        at,
        end: at + header.length,
        tag: header.tag,
        shiftBefore: shift,
        shift: after,
        edit: { ...edit, at: first + edit.at },
        cost: cost + editCost(printed, first - shift, edit) + doubt,
        count: (previous?.count ?? 0) + 1,
        previous,
      }
    }
  }
}

/** A name is UTF-8; a few octets of it may be damaged, and all after a lost character. */
function textDoubt(printed: Uint8Array, from: number, end: number, shift: number): number {
  const octet = (at: number): number => octetAt(printed, at * 8 - shift * 6)
  let wrong = 0
  for (let at = from; at < end; at += 1) {
    const first = octet(at)
    const more = first < 0xc2 ? 0 : first < 0xe0 ? 1 : first < 0xf0 ? 2 : 3
    const isText = first < 128 ? first >= 32 && first !== 127 : more > 0 && (octet(at + 1) & 0xc0) === 0x80
    if (isText) at += more
    else wrong += 1
  }
  return wrong === 0 ? 0 : wrong * 10 < end - from ? 2 : 3
}

function* edits(printed: Uint8Array, from: number): Generator<Edit> {
  for (let at = 0; at < EDITED_DIGITS && from + at < printed.length; at += 1) {
    for (let digit = 0; digit < 64; digit += 1) {
      if (printed[from + at] !== digit) yield { kind: 'change', at, digit }
      yield { kind: 'insert', at, digit }
    }
    yield { kind: 'remove', at, digit: 0 }
  }
}

function editCost(printed: Uint8Array, from: number, { kind, at, digit }: Edit): number {
  if (kind === 'none') return 0
  if (kind !== 'change') return SHIFT_COST + 3
  return ALIKE[printed[from + at] ?? 0]?.includes(digit) ? CHANGE_COST : CHANGE_COST + 3
}

function edited(printed: Uint8Array, from: number, { kind, at, digit }: Edit): Uint8Array {
  const window = new Uint8Array(HEADER_DIGITS)
  for (let index = 0; index < HEADER_DIGITS; index += 1) {
    const moved = index >= at && kind === 'insert' ? index - 1 : index >= at && kind === 'remove' ? index + 1 : index
    window[index] = printed[from + moved] ?? 0
  }
  if (kind === 'change' || kind === 'insert') window[at] = digit
  return window
}

/** What may follow what in a transferable public key (RFC 9580, 10.1). */
const FOLLOWS: Readonly<Record<number, readonly number[]>> = {
  6: [SIGNATURE_TAG, ...USER_TAGS, TAG.publicSubkey],
  13: [SIGNATURE_TAG, 13],
  17: [SIGNATURE_TAG],
  14: [SIGNATURE_TAG],
  2: [SIGNATURE_TAG, ...USER_TAGS, TAG.publicSubkey],
}

const LEAST: Readonly<Record<number, number>> = { 2: 20, 6: 37, 14: 37, 13: 3, 17: 3 }
const SIGNATURE_TYPES = [0x10, 0x11, 0x12, 0x13, 0x18, 0x1f, 0x20, 0x28, 0x30]
const KEY_ALGORITHMS = [1, 2, 3, 16, 17, 18, 19, 22, 25, 26, 27, 28]
const SIGNATURE_ALGORITHMS = [1, 3, 17, 19, 22, 27, 28]

/** @returns tag, whole length in octets and how doubtful it is; null for what is no header here. */
function readHeader(
  window: Uint8Array,
  bit: number,
  after: number | null,
): { readonly tag: number; readonly length: number; readonly doubt: number } | null {
  const octet = (index: number): number => octetAt(window, bit + index * 8)
  const first = octet(0)
  if ((first & 0x80) === 0) return null
  const isNew = (first & 0x40) !== 0
  const tag = isNew ? first & 0x3f : (first >> 2) & 0xf
  if (after === null ? tag !== TAG.publicKey : !FOLLOWS[after]?.includes(tag)) return null
  const size = isNew ? newSize(octet(1)) : ([1, 2, 4, 0][first & 3] ?? 0)
  if (size === 0 || size > 2) return null
  const body = isNew ? newLength(octet(1), octet(2)) : size === 1 ? octet(1) : (octet(1) << 8) | octet(2)
  if (body < (LEAST[tag] ?? 1)) return null
  const doubt = bodyDoubt(tag, octet, 1 + size)
  return doubt === null ? null : { tag, length: 1 + size + body, doubt }
}

const newSize = (octet: number): number => (octet < 192 ? 1 : octet < 224 ? 2 : 0)
const newLength = (first: number, second: number): number => (first < 192 ? first : ((first - 192) << 8) + second + 192)

/** The first octets of the body: the version must be right, the rest may be damaged and makes the header doubtful. */
function bodyDoubt(tag: number, octet: (index: number) => number, at: number): number | null {
  if (tag === 13) return octet(at) >= 32 && octet(at) !== 127 ? 0 : 1
  if (tag === 17) return 0
  const version = octet(at)
  if (version !== 4 && version !== 6) return null
  if (tag !== SIGNATURE_TAG) return KEY_ALGORITHMS.includes(octet(at + 5)) || at + 5 > 6 ? 0 : 1
  const isLikely = SIGNATURE_TYPES.includes(octet(at + 1)) && SIGNATURE_ALGORITHMS.includes(octet(at + 2))
  return isLikely ? 0 : 2
}

function stepsOf(last: Step): readonly Step[] {
  const steps: Step[] = []
  for (let step: Step | null = last; step; step = step.previous) steps.unshift(step)
  return steps
}

/** Writes out the digits with every header as it was read, and gathers packets into parts. */
function assemble(printed: Uint8Array, last: Step, cost: number): Chain {
  const steps = stepsOf(last)
  const length = digitCount(last.end)
  const digits = new Uint8Array(length)
  const parts: { from: number; end: number; gaps: Gap[] }[] = []
  steps.forEach((step, index) => {
    const next = steps[index + 1]
    const first = Math.floor((step.at * 8) / 6)
    const until = next ? Math.floor((next.at * 8) / 6) : length
    for (let at = first; at < until; at += 1) {
      const isBefore = step.edit.kind === 'none' || at < step.edit.at
      digits[at] = printed[at - (isBefore ? step.shiftBefore : step.shift)] ?? 0
    }
    if (step.edit.kind === 'change' || step.edit.kind === 'insert') digits[step.edit.at] = step.edit.digit
    const target = next ? next.shiftBefore : length - printed.length
    const gaps = gapsOf(printed, step, target, first, until)
    const isSignature = step.tag === SIGNATURE_TAG && parts.length > 1
    const part = parts.at(-1)
    if (part && isSignature) parts[parts.length - 1] = { ...part, end: step.end, gaps: [...part.gaps, ...gaps] }
    else parts.push({ from: step.at, end: step.end, gaps: [...gaps] })
  })
  return { cost, digits, parts }
}

function gapsOf(printed: Uint8Array, step: Step, target: number, first: number, until: number): readonly Gap[] {
  const shift = target > step.shift ? 1 : -1
  return Array.from({ length: Math.abs(target - step.shift) }, (_, index) => ({
    shift,
    from: first,
    until,
    spare: shift < 0 ? (printed[until - step.shift + index] ?? 0) : 0,
  }))
}
