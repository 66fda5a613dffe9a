/** Reads exact numbers of bytes from pieces of any length, so that no layer of a message depends on how the layer below cuts. */

/** Pieces of any length; each is good only until the next one is asked for. */
export type Pieces = Iterator<Uint8Array, unknown>

export interface ByteReader {
  /** Fills `target`, less only at the end. @returns how many bytes it wrote. */
  readonly readInto: (target: Uint8Array) => number
  /** A copy of the next `length` bytes, or null if fewer are left. */
  readonly take: (length: number) => Uint8Array | null
  readonly isAtEnd: () => boolean
}

export function byteReader(pieces: Pieces): ByteReader {
  let piece: Uint8Array = new Uint8Array()
  let ended = false
  const hasMore = (): boolean => {
    while (piece.length === 0 && !ended) {
      const next = pieces.next()
      if (next.done === true) ended = true
      else piece = next.value
    }
    return !ended
  }
  const readInto = (target: Uint8Array): number => {
    let at = 0
    while (at < target.length && hasMore()) {
      const length = Math.min(piece.length, target.length - at)
      target.set(length === piece.length ? piece : piece.subarray(0, length), at)
      piece = piece.subarray(length)
      at += length
    }
    return at
  }
  return {
    readInto,
    take: (length) => {
      const taken = new Uint8Array(length)
      return readInto(taken) === length ? taken : null
    },
    isAtEnd: () => !hasMore(),
  }
}
