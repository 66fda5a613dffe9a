/** The head of a part in a stream of parts (backup, capsule): one octet of length, the name, its size as eight octets. */
import { readFully, type ReadChunk } from './sealed-chunks.ts'

export interface PartHead {
  readonly name: string
  /** Bytes. */
  readonly size: number
}

/** `name` is ours: ASCII, 255 octets at most. */
export function headOf(name: string, size: number): Buffer {
  const length = Buffer.alloc(8)
  length.writeBigUInt64BE(BigInt(size))
  return Buffer.concat([Buffer.from([name.length]), Buffer.from(name), length])
}

/** null where the stream ends in it, or the size is none. */
export function readHead(read: ReadChunk): PartHead | null {
  const [nameLength] = readFully(read, 1)
  if (nameLength === undefined) return null
  const name = readFully(read, nameLength).toString('latin1')
  const length = readFully(read, 8)
  if (length.length < 8) return null
  const size = length.readBigUInt64BE()
  return size > BigInt(Number.MAX_SAFE_INTEGER) ? null : { name, size: Number(size) }
}
