/** Hashes that run along with a file: in this thread, or in a lane of their own so that cipher and hashes share two processors. */
import { createHash, type Hash } from 'node:crypto'

export interface Hashing {
  /** Memory for the next piece; it may wait for a lane that is behind. */
  readonly slot: () => Uint8Array
  /** Adds the first `length` bytes of the slot that was given last to hashes, by their index. */
  readonly add: (length: number, which: readonly number[]) => void
  /** What the hash would be if `suffix` were the end. It can go on afterwards. */
  readonly digest: (which: number, suffix: Uint8Array) => Uint8Array
  /** Frees the lane. */
  readonly close: () => void
}

/** Where two programs meet over shared memory there is one state of the hashes: this. */
export interface Hashes {
  readonly open: (name: string) => void
  readonly add: (piece: Uint8Array, mask: number) => void
  readonly digest: (which: number, suffix: Uint8Array) => Uint8Array
}

export function hashes(): Hashes {
  const running: Hash[] = []
  return {
    open: (name) => running.push(createHash(name)),
    add: (piece, mask) => running.forEach((hash, at) => (mask & (1 << at)) !== 0 && hash.update(piece)),
    digest: (which, suffix) => {
      const hash = running[which]?.copy()
      if (!hash) throw new Error('no such hash')
      return hash.update(suffix).digest()
    },
  }
}

export const maskOf = (which: readonly number[]): number => which.reduce((mask, at) => mask | (1 << at), 0)

/** Fits a processor's cache. */
export const slotBytes = 262_144

/** In this thread. */
export function hashingHere(names: readonly string[]): Hashing {
  const state = hashes()
  names.forEach((name) => state.open(name))
  const slot = new Uint8Array(slotBytes)
  return {
    slot: () => slot,
    add: (length, which) => state.add(slot.subarray(0, length), maskOf(which)),
    digest: state.digest,
    close: () => undefined,
  }
}
