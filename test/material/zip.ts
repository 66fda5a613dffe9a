/** Writes ZIP files as hostile as a test wants them: every field of an entry can claim what it likes. */
import { crc32, deflateRawSync } from 'node:zlib'

export interface ZipEntry {
  /** Bytes where no string says it. */
  readonly name: string | Uint8Array
  readonly content?: string | Uint8Array
  /** Uncompressed size as the directory claims; the true one if missing. */
  readonly size?: number
  readonly encrypted?: boolean
  /** Unix mode with its type, for links and devices. */
  readonly mode?: number
  /** Points at the local header of the entry at this place instead of one of its own. */
  readonly sharedWith?: number
}

interface Written {
  readonly local: Buffer
  readonly packed: Buffer
  readonly claimed: number
  readonly sum: number
  readonly name: Buffer
}

export function zipOf(entries: readonly ZipEntry[]): Buffer {
  const written = entries.map(write)
  const offsets: number[] = []
  let at = 0
  for (const [index, { sharedWith }] of entries.entries()) {
    offsets.push(sharedWith === undefined ? at : (offsets[sharedWith] ?? 0))
    if (sharedWith === undefined) at += written[index]?.local.length ?? 0
  }
  const locals = entries.flatMap(({ sharedWith }, index) =>
    sharedWith === undefined ? [written[index]?.local ?? Buffer.alloc(0)] : [],
  )
  const directory = entries.map((entry, index) => directoryEntry(entry, written[index], offsets[index] ?? 0))
  const size = directory.reduce((sum, { length }) => sum + length, 0)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...locals, ...directory, end])
}

/** Thousands of empty entries are no thousand deflations. */
const packedNothing = deflateRawSync('')

/** UTF-8 names. */
const utf8 = 0x800

function write({ name, content = '', size, encrypted = false }: ZipEntry): Written {
  const plain = Buffer.from(content)
  const packed = plain.length === 0 ? packedNothing : deflateRawSync(plain)
  const bytes = Buffer.from(name)
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50, 0)
  header.writeUInt16LE(20, 4)
  header.writeUInt16LE(utf8 | (encrypted ? 1 : 0), 6)
  header.writeUInt16LE(8, 8)
  const sum = crc32(plain)
  header.writeUInt32LE(sum, 14)
  header.writeUInt32LE(packed.length, 18)
  header.writeUInt32LE(size ?? plain.length, 22)
  header.writeUInt16LE(bytes.length, 26)
  return { local: Buffer.concat([header, bytes, packed]), packed, claimed: size ?? plain.length, sum, name: bytes }
}

function directoryEntry({ encrypted = false, mode = 0 }: ZipEntry, written: Written | undefined, offset: number): Buffer {
  if (written === undefined) throw new Error('an entry that was not written')
  const { packed, claimed, sum, name } = written
  const header = Buffer.alloc(46)
  header.writeUInt32LE(0x02014b50, 0)
  header.writeUInt16LE((3 << 8) | 20, 4)
  header.writeUInt16LE(20, 6)
  header.writeUInt16LE(utf8 | (encrypted ? 1 : 0), 8)
  header.writeUInt16LE(8, 10)
  header.writeUInt32LE(sum, 16)
  header.writeUInt32LE(packed.length, 20)
  header.writeUInt32LE(claimed, 24)
  header.writeUInt16LE(name.length, 28)
  header.writeUInt32LE((mode << 16) >>> 0, 38)
  header.writeUInt32LE(offset, 42)
  return Buffer.concat([header, name])
}
