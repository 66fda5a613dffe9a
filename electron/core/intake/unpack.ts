/** Takes text files out of the archives that report tables come in, within limits that no bomb passes. Runs in a worker. */
import { createGunzip } from 'node:zlib'
import { Readable } from 'node:stream'
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl'
import { saying, type Saying } from '../../../shared/words/say.ts'

export interface Unpacked {
  readonly files: readonly { readonly name: string; readonly bytes: Buffer }[]
  readonly trouble: readonly Saying[]
}

/** As much as a table of 10,000 rows needs, with room. */
const mostOfOne = 10_000_000
const mostOfAll = 20_000_000
const mostFiles = 20
const mostEntries = 1_000
/** A table of numbers packs to a tenth; a hundredth is no table. */
const mostRatio = 100
const smallFile = 1_000_000

export type PackedKind = 'zip' | 'gzip'

export function packedKind(bytes: Uint8Array): PackedKind | null {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4) return 'zip'
  return bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8 ? 'gzip' : null
}

/** Never throws: what is damaged gives what came before the damage. */
export async function unpack(kind: PackedKind, name: string, bytes: Uint8Array): Promise<Unpacked> {
  const packed = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    return kind === 'zip' ? await unpackZip(packed, name) : await unpackGzip(packed, name)
  } catch {
    return { files: [], trouble: [saying('report.archive-damaged', { name })] }
  }
}

async function unpackGzip(packed: Buffer, name: string): Promise<Unpacked> {
  const { bytes, whole } = await readAll(
    Readable.from([packed]).pipe(createGunzip()),
    limitFor(packed.length, mostOfAll),
  )
  const file = { name: name.replace(/\.(?:gz|gzip)$/i, ''), bytes }
  return { files: [file], trouble: whole ? [] : [saying('report.archive-cut', { name })] }
}

async function unpackZip(packed: Buffer, name: string): Promise<Unpacked> {
  const zip = await fromBufferPromise(packed, { validateEntrySizes: false })
  const files: { readonly name: string; readonly bytes: Buffer }[] = []
  const trouble = new Map<string, Saying>()
  const note = (code: 'report.archive-cut' | 'report.archive-locked' | 'report.archive-damaged'): unknown =>
    trouble.set(code, saying(code, { name }))
  let [left, seen] = [mostOfAll, 0]
  try {
    for await (const entry of zip.eachEntry()) {
      seen += 1
      if (seen > mostEntries) break
      if (!mayHoldReport(entry)) continue
      if (entry.isEncrypted()) note('report.archive-locked')
      else if (files.length >= mostFiles || left <= 0) note('report.archive-cut')
      else {
        const { bytes, whole } = await readEntry(zip, entry, limitFor(entry.compressedSize, left))
        left -= bytes.length
        files.push({ name: entry.fileName, bytes })
        if (!whole) note('report.archive-cut')
      }
    }
  } catch {
    note('report.archive-damaged')
  }
  return { files, trouble: [...trouble.values()] }
}

const mayHoldReport = ({ fileName }: Entry): boolean =>
  /\.(?:csv|tsv|txt|log|json|xml|ya?ml|eml)$/i.test(fileName) || !/\.[^./\\]{1,8}$|[/\\]$/.test(fileName)

const limitFor = (packed: number, left: number): number =>
  Math.min(mostOfOne, left, Math.max(smallFile, packed * mostRatio))

async function readEntry(zip: ZipFile, entry: Entry, limit: number): ReturnType<typeof readAll> {
  return readAll(await zip.openReadStreamPromise(entry), limit)
}

/** Stops reading at the limit, whatever the archive claims. */
async function readAll(
  stream: AsyncIterable<unknown>,
  limit: number,
): Promise<{ readonly bytes: Buffer; readonly whole: boolean }> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stream) {
    if (!Buffer.isBuffer(chunk)) continue
    chunks.push(chunk.subarray(0, limit - size))
    size += chunk.length
    if (size > limit) return { bytes: Buffer.concat(chunks), whole: false }
  }
  return { bytes: Buffer.concat(chunks), whole: true }
}
