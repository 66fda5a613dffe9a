/** Lists a tar, and what gzip holds: read as a stream that stops at a limit, so that a bomb costs no more than that. Runs in a worker. */
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { extract, type Header } from 'tar-stream'
import type { AttachmentLook } from '../../../shared/ipc/exchange-views.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { listing, type Listing } from './look-archive.ts'
import type { RawEntry } from './look-entry.ts'

const megabyte = 1_048_576
/** Unpacked on the way through a compressed tar, and thrown away. */
const mostInflated = 512 * megabyte

export const isTar = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(257, 262)).toString('latin1') === 'ustar'

/** One that ends early shows what came before, and says so. */
export async function lookAtTar(bytes: Buffer): Promise<AttachmentLook> {
  const list = listing()
  const isWhole = await readTar(slices(bytes), list)
  return list.done(bytes.length, isWhole ? [] : [cutShort(bytes.length)])
}

/** A compressed tar entry by entry; any other file as the one entry that it is. Throws on what is no gzip. */
export async function lookAtGzip(bytes: Buffer, limit = mostInflated): Promise<AttachmentLook> {
  const list = listing()
  const source = inflated(bytes, limit)
  const { value: first = Buffer.alloc(0) } = await source.next()
  if (!isTar(first)) {
    await source.return(undefined)
    list.add(gzipEntry(bytes))
    return list.done(bytes.length)
  }
  let size = first.length
  async function* counted(): AsyncGenerator<Buffer> {
    yield first
    for await (const chunk of source) {
      size += chunk.length
      yield chunk
    }
  }
  const isWhole = await readTar(counted(), list)
  return list.done(bytes.length, isWhole ? [] : [cutShort(size)])
}

const cutShort = (size: number): Saying => saying('archive.cut-short', { size: Math.ceil(size / megabyte) })

function* slices(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += megabyte) yield bytes.subarray(at, at + megabyte)
}

async function* inflated(bytes: Buffer, limit: number): AsyncGenerator<Buffer, undefined> {
  let size = 0
  for await (const chunk of Readable.from(slices(bytes)).pipe(createGunzip())) {
    if (!Buffer.isBuffer(chunk)) continue
    size += chunk.length
    yield chunk
    if (size > limit) return undefined
  }
  return undefined
}

/** @returns false where it does not come to its end. */
async function readTar(source: Iterable<Buffer> | AsyncIterable<Buffer>, list: Listing): Promise<boolean> {
  const tar = extract()
  const fed = pipeline(source, tar).then(
    () => true,
    () => false,
  )
  try {
    for await (const entry of tar) {
      list.add(rawEntry(entry.header))
      entry.resume()
    }
  } catch {
    return false
  }
  return fed
}

const plainTypes = new Set(['file', 'contiguous-file', 'directory'])

function rawEntry({ name, size, type, linkname }: Header): RawEntry {
  const isLink = type === 'link' || type === 'symlink'
  return {
    name,
    size,
    packed: size,
    encrypted: false,
    directory: type === 'directory',
    link: isLink ? linkname : null,
    special: !isLink && !plainTypes.has(type),
  }
}

/** The name in its header (RFC 1952, 2.3.1), and its size as its last four bytes claim, which wraps at 4 GB. */
function gzipEntry(bytes: Buffer): RawEntry {
  const flags = bytes[3] ?? 0
  const nameAt = (flags & 4) === 0 ? 10 : 12 + bytes.readUInt16LE(10)
  const end = bytes.indexOf(0, nameAt)
  const name = (flags & 8) === 0 || end < 0 ? '' : bytes.toString('latin1', nameAt, Math.min(end, nameAt + 1_000))
  const size = bytes.readUInt32LE(bytes.length - 4)
  return { name, size, packed: bytes.length, encrypted: false, directory: false, link: null, special: false }
}
