/** A tar that is made while it is written: for what is too large to be held in memory on its way out. */
import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { pack, type Pack } from 'tar-stream'

export interface ArchiveEntry {
  readonly name: string
  readonly at: Date
  /** Bytes, or exactly so many in pieces. */
  readonly content: Uint8Array | { readonly size: number; readonly pieces: () => Iterable<Uint8Array> }
}

/** Entries in order, each made when the one before is on its way. */
export interface Archive {
  readonly entries: () => AsyncIterable<ArchiveEntry>
}

export interface WrittenTar {
  readonly bytes: number
  readonly sha256: string
}

/** For the owner alone, flushed. Whoever calls removes what this could not finish. */
export async function writeTar(path: string, { entries }: Archive): Promise<WrittenTar> {
  const hash = createHash('sha256')
  let bytes = 0
  const counting = new Transform({
    transform(chunk: Buffer, _, done) {
      hash.update(chunk)
      bytes += chunk.length
      done(null, chunk)
    },
  })
  const tar = pack()
  const writing = pipeline(tar, counting, createWriteStream(path, { mode: 0o600, flush: true }))
  await Promise.all([writing, fill(tar, entries())])
  return { bytes, sha256: hash.digest('hex') }
}

async function fill(tar: Pack, entries: AsyncIterable<ArchiveEntry>): Promise<void> {
  try {
    for await (const entry of entries) await add(tar, entry)
    tar.finalize()
  } catch (error) {
    tar.destroy(error instanceof Error ? error : new Error('the archive was not finished'))
    throw error
  }
}

async function add(tar: Pack, { name, at, content }: ArchiveEntry): Promise<void> {
  const size = content instanceof Uint8Array ? content.length : content.size
  const pieces = content instanceof Uint8Array ? [content] : content.pieces()
  await pipeline(Readable.from(pieces), tar.entry({ name, size, mtime: at, mode: 0o600 }))
}
