/**
 * The ring of shared memory between the thread that works on a file and the lane that hashes it. No events: both wait on counters, since the
 * one is in a loop over the file and the other has nothing else to do.
 */
import { hashes, maskOf, slotBytes, type Hashing } from './hashing.ts'

const SLOTS = 8
/** Words: what the lane is, what was posted, what is done, then three for each slot. */
const [STATE, POSTED, DONE, FIRST_ENTRY] = [0, 1, 2, 4]
const HEAD_BYTES = 4 * (FIRST_ENTRY + 3 * SLOTS)
const DATA_START = 256
const state = { free: 0, attached: 1, closed: 2 } as const
const kinds = { open: 0, add: 1, digest: 2 } as const

/** A lane that was asked for, but has not begun by then, is not waited for. */
const PATIENCE_MS = 30
/** Far above what a lane needs for one slot; only a thread that is gone takes longer. */
const STUCK_MS = 60_000

export const newLane = (): SharedArrayBuffer => new SharedArrayBuffer(DATA_START + SLOTS * slotBytes)

interface Ring {
  readonly words: Int32Array
  readonly slot: (number: number) => Uint8Array
  readonly entry: (number: number) => number
}

const ringOf = (shared: SharedArrayBuffer): Ring => ({
  words: new Int32Array(shared, 0, HEAD_BYTES / 4),
  slot: (number) => new Uint8Array(shared, DATA_START + (number % SLOTS) * slotBytes, slotBytes),
  entry: (number) => FIRST_ENTRY + 3 * (number % SLOTS),
})

/** Ends a lane from any thread, also one that has not begun yet. */
export function closeLane(shared: SharedArrayBuffer): void {
  const { words } = ringOf(shared)
  Atomics.store(words, STATE, state.closed)
  Atomics.notify(words, POSTED)
  Atomics.notify(words, STATE)
}

/** The lane itself: hashes what comes until it is closed. */
export function serveLane(shared: SharedArrayBuffer): void {
  const { words, slot, entry } = ringOf(shared)
  if (Atomics.compareExchange(words, STATE, state.free, state.attached) !== state.free) return
  Atomics.notify(words, STATE)
  const running = hashes()
  for (let number = 0; ; number += 1) {
    while (Atomics.load(words, POSTED) <= number) {
      if (Atomics.load(words, STATE) === state.closed) return
      Atomics.wait(words, POSTED, number, 1000)
    }
    const [kind = 0, length = 0, which = 0] = words.subarray(entry(number), entry(number) + 3)
    const piece = slot(number).subarray(0, length)
    if (kind === kinds.open) running.open(Buffer.from(piece).toString('latin1'))
    else if (kind === kinds.add) running.add(piece, which)
    else {
      const digest = running.digest(which, Uint8Array.from(piece))
      slot(number).set(digest)
      words[entry(number) + 1] = digest.length
    }
    Atomics.store(words, DONE, number + 1)
    Atomics.notify(words, DONE)
  }
}

/** @returns null where no lane has come. */
export function hashingInLane(shared: SharedArrayBuffer, names: readonly string[]): Hashing | null {
  const { words, slot, entry } = ringOf(shared)
  Atomics.wait(words, STATE, state.free, PATIENCE_MS)
  if (Atomics.compareExchange(words, STATE, state.free, state.closed) !== state.attached) return null
  let posted = 0
  const waitFor = (number: number): void => {
    for (let done = Atomics.load(words, DONE); done < number; done = Atomics.load(words, DONE)) {
      if (Atomics.wait(words, DONE, done, STUCK_MS) === 'timed-out') throw new Error('the hash lane is gone')
    }
  }
  const nextSlot = (): Uint8Array => {
    waitFor(posted - SLOTS + 1)
    return slot(posted)
  }
  const post = (kind: number, length: number, which: number): void => {
    words.set([kind, length, which], entry(posted))
    posted += 1
    Atomics.store(words, POSTED, posted)
    Atomics.notify(words, POSTED)
  }
  const send = (kind: number, bytes: Uint8Array, which: number): void => {
    nextSlot().set(bytes)
    post(kind, bytes.length, which)
  }
  for (const name of names) send(kinds.open, Buffer.from(name, 'latin1'), 0)
  return {
    slot: nextSlot,
    add: (length, which) => post(kinds.add, length, maskOf(which)),
    digest: (which, suffix) => {
      send(kinds.digest, suffix, which)
      waitFor(posted)
      const length = words[entry(posted - 1) + 1] ?? 0
      return Uint8Array.from(slot(posted - 1).subarray(0, length))
    },
    close: () => closeLane(shared),
  }
}
