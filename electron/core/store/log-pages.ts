/**
 * Which pages the write-ahead log holds, each with the mark of its last version: its frames are the pages as they will lie in the database
 * file, sealed already (sqlite.org/fileformat2.html section 4.1 to 4.3). Reads on from where it stopped.
 */
import { closeSync, existsSync, openSync, readSync } from 'node:fs'
import { markOf, pageSize } from './page-file.ts'

export interface LogReader {
  /** Calls `take` for each page that was committed since the last time. */
  readonly read: (take: (page: number, mark: Buffer) => void) => void
  /** Whether the log, as it was last read, holds the page. */
  readonly has: (page: number) => boolean
}

const headerLength = 32
const frameHeaderLength = 24
const frameLength = frameHeaderLength + pageSize
const framesAtOnce = 64
/** The words that are summed up are little endian; big endian ones have a 3 at the end. */
const littleEndian = 0x377f0682

export function logReader(path: string): LogReader {
  let salts = ''
  let [at, sums] = [0, new Uint32Array(2)]
  let held = new Set<number>()

  const begin = (header: Buffer): boolean => {
    const now = header.toString('hex', 16, 24)
    if (now === salts) return true
    if (header.length < headerLength || header.readUInt32BE(0) !== littleEndian) return false
    ;[salts, at, sums, held] = [now, headerLength, added(new Uint32Array(2), header.subarray(0, 24)), new Set()]
    return matches(sums, header, 24)
  }

  /** Frames after the last commit may be of a change that was rolled back: they are read again. */
  const readOn = (file: number, take: (page: number, mark: Buffer) => void): void => {
    let [next, running] = [at, sums]
    let open = new Map<number, Buffer>()
    for (const frame of framesFrom(file, at)) {
      if (frame.toString('hex', 8, 16) !== salts) return
      running = added(added(running, frame.subarray(0, 8)), frame.subarray(frameHeaderLength))
      if (!matches(running, frame, 16)) return
      next += frameLength
      open.set(frame.readUInt32BE(0), markOf(frame.subarray(frameHeaderLength)))
      if (frame.readUInt32BE(4) === 0) continue
      for (const [page, mark] of open) take(page, mark)
      for (const page of open.keys()) held.add(page)
      ;[at, sums, open] = [next, running, new Map<number, Buffer>()]
    }
  }

  return {
    has: (page) => held.has(page),
    read: (take) => {
      if (!existsSync(path)) return
      const file = openSync(path, 'r')
      try {
        const header = Buffer.alloc(headerLength)
        if (readSync(file, header, 0, headerLength, 0) === headerLength && begin(header)) readOn(file, take)
      } finally {
        closeSync(file)
      }
    },
  }
}

function* framesFrom(file: number, start: number): Generator<Buffer, void> {
  for (let at = start; ;) {
    const bytes = Buffer.allocUnsafe(framesAtOnce * frameLength)
    const frames = Math.floor(readSync(file, bytes, 0, bytes.length, at) / frameLength)
    for (let n = 0; n < frames; n++) yield bytes.subarray(n * frameLength, (n + 1) * frameLength)
    if (frames < framesAtOnce) return
    at += frames * frameLength
  }
}

function added(sums: Uint32Array, bytes: Buffer): Uint32Array<ArrayBuffer> {
  let [one, other] = [sums[0] ?? 0, sums[1] ?? 0]
  for (let at = 0; at < bytes.length; at += 8) {
    one = (one + bytes.readUInt32LE(at) + other) >>> 0
    other = (other + bytes.readUInt32LE(at + 4) + one) >>> 0
  }
  return Uint32Array.of(one, other)
}

const matches = (sums: Uint32Array, bytes: Buffer, at: number): boolean =>
  sums[0] === bytes.readUInt32BE(at) && sums[1] === bytes.readUInt32BE(at + 4)
