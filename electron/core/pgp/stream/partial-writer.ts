/** Writes the body of a packet whose length is not known yet, in partial lengths (RFC 9580, 4.2.1.4). */

/** 2^18 octets a part, of the power of two that follows. */
const PART_BYTES = 262_144
const PART_LENGTH = 224 + 18

export interface PartialWriter {
  readonly write: (bytes: Uint8Array) => void
  readonly end: () => void
}

export function partialWriter(tag: number, write: (bytes: Uint8Array) => void): PartialWriter {
  const part = new Uint8Array(1 + PART_BYTES)
  part[0] = PART_LENGTH
  let filled = 0
  write(Uint8Array.of(0xc0 | tag))
  return {
    write: (bytes) => {
      for (let at = 0; at < bytes.length;) {
        const length = Math.min(PART_BYTES - filled, bytes.length - at)
        part.set(bytes.subarray(at, at + length), 1 + filled)
        filled += length
        at += length
        if (filled < PART_BYTES) return
        write(part)
        filled = 0
      }
    },
    end: () => {
      const length = Buffer.alloc(5, 255)
      length.writeUInt32BE(filled, 1)
      write(length)
      write(part.subarray(1, 1 + filled))
    },
  }
}
