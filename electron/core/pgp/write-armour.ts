/** Armour of large messages as bytes: the text form of it in armour.ts is right for keys, and slow for megabytes. */
import { base64Lines } from '../mime/base64-lines.ts'
import { crc24 } from './armour.ts'

/** As RFC 9580, 6.2 has it: 64 columns and no headers; with the checksum, which older programs look for. */
export function armourBytes(label: 'MESSAGE' | 'SIGNATURE', data: Uint8Array, end: '\r\n' | '\n'): Buffer {
  const checksum = Buffer.alloc(3)
  checksum.writeUIntBE(crc24(data), 0, 3)
  return Buffer.concat([
    Buffer.from(`-----BEGIN PGP ${label}-----${end}${end}`),
    base64Lines(data, 64, end),
    Buffer.from(`=${checksum.toString('base64')}${end}-----END PGP ${label}-----${end}`),
  ])
}
