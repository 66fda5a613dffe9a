/** Reads the memory of living processes and looks for secrets in it; Linux only, and only with the right to read another process. */
import { closeSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs'

export interface Needle {
  readonly name: string
  readonly bytes: Buffer
}

export interface Scan {
  readonly pid: number
  readonly name: string
  /** Bytes that were read. */
  readonly read: number
  /** Readable mappings of which a part could not be read: never counted as clean. */
  readonly unread: readonly string[]
  /** Where each was found. */
  readonly hits: readonly { readonly needle: string; readonly mapping: string; readonly times: number }[]
}

/** Text as JavaScript and Chromium keep it: one or two bytes a sign. */
export const textNeedles = (name: string, text: string): readonly Needle[] => [
  { name: `${name} (8 bit)`, bytes: Buffer.from(text, 'utf8') },
  { name: `${name} (16 bit)`, bytes: Buffer.from(text, 'utf16le') },
]

/** A key as bytes and as the hex digits in which a pragma names it. */
export const keyNeedles = (name: string, key: Uint8Array): readonly Needle[] => [
  { name: `${name} (bytes)`, bytes: Buffer.from(key) },
  ...textNeedles(`${name} in hex`, Buffer.from(key).toString('hex')),
  ...textNeedles(`${name} in base64`, Buffer.from(key).toString('base64').slice(0, 40)),
]

/** What cannot be read by anybody: time pages of the kernel. */
const ofTheKernel = /^\[(?:vvar|vvar_vclock|vsyscall|vdso)\]$/
const isShared = (path: string): boolean => /^\/(?:dev\/shm|memfd)/.test(path)
const chunk = 1_048_576
const page = 4_096

export function scan(pid: number, needles: readonly Needle[]): Scan | null {
  const maps = textOf(`/proc/${pid}/maps`)
  if (maps === null) return null
  const longest = Math.max(...needles.map(({ bytes }) => bytes.length))
  const hits = new Map<string, { needle: string; mapping: string; times: number }>()
  const unread: Mapping[] = []
  let read = 0
  const memory = openSync(`/proc/${pid}/mem`, 'r')
  try {
    for (const { from, to, path } of mappingsOf(maps).flatMap((mapping) => touchedIn(pid, mapping))) {
      let before = Buffer.alloc(0)
      for (let at = from; at < to; at += chunk) {
        const piece = Buffer.allocUnsafe(Math.min(chunk, to - at))
        const got = readAt(memory, piece, at)
        read += got
        if (got < piece.length) unread.push({ from: at + got, to: at + piece.length, path })
        const looked = Buffer.concat([before, piece.subarray(0, got)])
        for (const { name, bytes } of needles) {
          const times = timesIn(looked, bytes)
          if (times === 0) continue
          const key = `${name} ${path}`
          hits.set(key, { needle: name, mapping: path, times: (hits.get(key)?.times ?? 0) + times })
        }
        before = Buffer.from(looked.subarray(Math.max(0, looked.length - longest + 1)))
      }
    }
  } finally {
    closeSync(memory)
  }
  // What was let go while it was read is nowhere any more.
  const still = mappingsOf(textOf(`/proc/${pid}/maps`) ?? '')
  const left = unread.filter((one) => still.some(({ from, to }) => one.from < to && from < one.to))
  return {
    pid,
    name: (textOf(`/proc/${pid}/comm`) ?? '?').trim(),
    read,
    unread: left.map(({ from, path }) => `${from.toString(16)} ${path}`),
    hits: [...hits.values()],
  }
}

interface Mapping {
  readonly from: number
  readonly to: number
  readonly path: string
}

function mappingsOf(maps: string): readonly Mapping[] {
  return maps.split('\n').flatMap((line) => {
    const found = /^([0-9a-f]+)-([0-9a-f]+) (r\S*) \S+ \S+ \S+ *(.*)$/.exec(line)
    const [, from = '', to = '', rights = '', path = ''] = found ?? []
    if (found === null || ofTheKernel.test(path)) return []
    // A library's file, mapped and never written to, holds what stands on the disk.
    if (path.startsWith('/') && !rights.includes('w') && !isShared(path)) return []
    const [start, end] = [Number.parseInt(from, 16), Number.parseInt(to, 16)]
    return Number.isSafeInteger(end) ? [{ from: start, to: end, path }] : []
  })
}

/** The pages that are there, in memory or swapped out: a browser reserves much that it never touches (proc(5), pagemap). */
function touchedIn(pid: number, mapping: Mapping): readonly Mapping[] {
  const entries = Buffer.alloc(((mapping.to - mapping.from) / page) * 8)
  const table = openSync(`/proc/${pid}/pagemap`, 'r')
  try {
    const got = readAt(table, entries, (mapping.from / page) * 8)
    // Not to be told: then all of it is read.
    if (got < entries.length) return [mapping]
  } finally {
    closeSync(table)
  }
  const runs: { from: number; to: number; path: string }[] = []
  for (let at = 0; at < entries.length; at += 8) {
    if ((entries[at + 7] ?? 0) < 0x40) continue
    const from = mapping.from + (at / 8) * page
    const last = runs.at(-1)
    if (last?.to === from) last.to += page
    else runs.push({ from, to: from + page, path: mapping.path })
  }
  return runs
}

/** Fewer where a page is gone meanwhile or cannot be read. */
function readAt(memory: number, into: Buffer, at: number): number {
  let got = 0
  while (got < into.length) {
    try {
      const more = readSync(memory, into, got, into.length - got, at + got)
      if (more === 0) return got
      got += more
    } catch {
      return got
    }
  }
  return got
}

function timesIn(bytes: Buffer, needle: Buffer): number {
  let times = 0
  for (let at = bytes.indexOf(needle); at >= 0; at = bytes.indexOf(needle, at + 1)) times++
  return times
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}

/** The process and all that it has started, and they. */
export function familyOf(pid: number): readonly number[] {
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    // "pid (name) state parent …": a name may hold brackets and spaces.
    const after = (textOf(`/proc/${name}/stat`) ?? '').split(') ').at(-1)?.split(' ')
    if (after?.[1] !== undefined) parents.set(Number(name), Number(after[1]))
  }
  const family = [pid]
  for (const one of family) for (const [child, parent] of parents) if (parent === one) family.push(child)
  return family
}

/** null where another process's memory may be read here. */
export function whyNoScan(): string | null {
  if (process.platform !== 'linux') return `no /proc on ${process.platform}`
  const rights = /^CapEff:\s*([0-9a-f]+)/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? '0'
  // CAP_SYS_PTRACE is bit 19.
  return (BigInt(`0x${rights}`) >> 19n) % 2n === 1n ? null : 'no CAP_SYS_PTRACE'
}
