/** The stream inside a capsule: parts one after the other, their list with hashes at the end; written and read in steps that block nobody. */
import { createHash, randomBytes } from 'node:crypto'
import { closeSync, openSync } from 'node:fs'
import { setImmediate } from 'node:timers/promises'
import { Refused } from '../pgp/stream/stops.ts'
import { openSink } from '../pgp/stream/sink.ts'
import { blobPath, readFrom } from '../store/blobs.ts'
import { canonical } from '../store/canonical.ts'
import { headOf, readHead, type PartHead } from '../store/part-head.ts'
import { chunkLength, readerOver, readFully, unsealing } from '../store/sealed-chunks.ts'
import type { SealedFile } from '../store/sealed-file.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { parts as names, type Manifest } from './capsule-format.ts'
import type { Scratch } from './scratch.ts'

export type PartToWrite = { readonly name: string } & ({ readonly bytes: Uint8Array } | { readonly sealed: SealedFile })

export const jsonPart = (name: string, value: unknown): PartToWrite => ({ name, bytes: Buffer.from(canonical(value)) })

/** One JSON document a line. */
export const linesPart = (name: string, lines: readonly unknown[]): PartToWrite => ({
  name,
  bytes: Buffer.from(lines.map((line) => canonical(line)).join('\n')),
})

/**
 * Each part: one byte with the length of its name, the name, eight bytes with its length, its bytes; last the manifest.
 * Throws `Refused`: `disk-full`, `write-failed`, `vault-damaged`. @returns the size of all of it.
 */
export async function writeParts(
  to: Scratch,
  parts: AsyncIterable<PartToWrite>,
  about: (written: Manifest['parts']) => Manifest,
): Promise<number> {
  const sink = openSink(to, randomBytes(6).toString('hex'))
  const sum = partsSum()
  let size = 0
  const write = (bytes: Uint8Array): void => {
    size += bytes.length
    sink.write(bytes)
  }
  const writeOne = async (part: PartToWrite): Promise<void> => {
    const length = 'bytes' in part ? part.bytes.length : part.sealed.size
    write(headOf(part.name, length))
    sum.add({ name: part.name, size: length }, await writeBody(part, write))
  }
  try {
    for await (const part of parts) {
      await writeOne(part)
      await setImmediate()
    }
    await writeOne(jsonPart(names.manifest, about(sum.value())))
    sink.commit()
    return size
  } finally {
    sink.drop()
  }
}

/** One number and one hash for all parts, so that the list of a whole vault needs no memory. */
export function partsSum() {
  const hash = createHash('sha256')
  let count = 0
  return {
    add: ({ name, size }: PartHead, sha256: string): void => {
      count++
      hash.update(`${name} ${size} ${sha256}\n`)
    },
    value: (): Manifest['parts'] => ({ count, sha256: hash.copy().digest('hex') }),
  }
}

async function writeBody(part: PartToWrite, write: (bytes: Uint8Array) => void): Promise<string> {
  const hash = createHash('sha256')
  if ('bytes' in part) {
    write(part.bytes)
    return hash.update(part.bytes).digest('hex')
  }
  const { sealed } = part
  let size = 0
  for await (const chunk of chunksOfSealed(sealed)) {
    hash.update(chunk)
    size += chunk.length
    write(chunk)
  }
  const sha256 = hash.digest('hex')
  if (size !== sealed.size || sha256 !== sealed.sha256)
    throw new Refused(saying('vault-damaged', { detail: sealed.id }))
  return sha256
}

/** A megabyte at a time, so that the desk is served in between. Throws `Refused` where it does not open to its end. */
async function* chunksOfSealed({ dir, id, key }: Pick<SealedFile, 'dir' | 'id' | 'key'>): AsyncGenerator<Buffer, void> {
  const file = opened(dir, id, saying('vault-damaged', { detail: id }))
  try {
    const chunks = unsealing(Buffer.from(key, 'hex'), id, readFrom(file))
    for (let next = chunks.next(); ; next = chunks.next()) {
      if (next.done === true) {
        if (next.value === null) throw new Refused(saying('vault-damaged', { detail: id }))
        return
      }
      yield next.value
      await setImmediate()
    }
  } finally {
    closeSync(file)
  }
}

function opened(dir: string, id: string, missing: Saying): number {
  try {
    return openSync(blobPath(dir, id), 'r')
  } catch {
    throw new Refused(missing)
  }
}

/** Reads exactly the bytes that were asked for; null where the stream ends before. */
export interface PartReader {
  readonly head: () => PartHead | null
  readonly bytes: (length: number) => Buffer | null
  readonly close: () => void
}

/** Throws `Refused` where it was dropped meanwhile: `capsule-not-found`. */
export function readParts({ dir, id, key }: Scratch): PartReader {
  const file = opened(dir, id, saying('capsule-not-found'))
  const read = readerOver(unsealing(Buffer.from(key, 'hex'), id, readFrom(file)))
  const bytes = (length: number): Buffer | null => {
    const got = readFully(read, length)
    return got.length < length ? null : got
  }
  return { head: () => readHead(read), bytes, close: () => closeSync(file) }
}

/** Passes the bytes of a part on, a megabyte at a time. @returns their SHA-256, or null where the stream ends before. */
export async function pour(
  reader: PartReader,
  size: number,
  take: (bytes: Uint8Array) => void,
): Promise<string | null> {
  const hash = createHash('sha256')
  for (let left = size; left > 0; left -= Math.min(left, chunkLength)) {
    const piece = reader.bytes(Math.min(left, chunkLength))
    if (piece === null) return null
    hash.update(piece)
    take(piece)
    await setImmediate()
  }
  return hash.digest('hex')
}
