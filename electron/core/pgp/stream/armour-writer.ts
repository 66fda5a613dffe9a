/** Puts armour around a file of any size (RFC 9580, 6), piece by piece, with the checksum that older programs look for. */
import { base64Lines } from '../../mime/base64-lines.ts'
import type { PartialWriter } from './partial-writer.ts'
import { runningCrc } from './running-crc.ts'

/** Bytes of a line of 64 characters, times as many as make work worth while. */
const PIECE_BYTES = 48 * 8192

export function armourWriter(write: (bytes: Uint8Array) => void): PartialWriter {
  const piece = new Uint8Array(PIECE_BYTES)
  let filled = 0
  const checksum = runningCrc()
  const flush = (): void => {
    const bytes = piece.subarray(0, filled)
    checksum(bytes)
    write(base64Lines(bytes, 64, '\n'))
    filled = 0
  }
  write(Buffer.from('-----BEGIN PGP MESSAGE-----\n\n'))
  return {
    write: (bytes) => {
      for (let at = 0; at < bytes.length;) {
        const length = Math.min(PIECE_BYTES - filled, bytes.length - at)
        piece.set(bytes.subarray(at, at + length), filled)
        filled += length
        at += length
        if (filled === PIECE_BYTES) flush()
      }
    },
    end: () => {
      if (filled > 0) flush()
      const base64 = Buffer.from(checksum(new Uint8Array())).toString('base64')
      write(Buffer.from(`=${base64}\n-----END PGP MESSAGE-----\n`))
    },
  }
}
