/** Reads the stream of a capsule from end to end and proves every part of it, holding one journal or message at a time. */
import { setImmediate } from 'node:timers/promises'
import type { z } from 'zod'
import { heads } from '../../../shared/domain/case/graph.ts'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { mebibyte } from '../files/input.ts'
import type { PartHead } from '../store/part-head.ts'
import { canonical } from '../store/canonical.ts'
import {
  capsuleLimits,
  cardLine,
  informationSchema,
  keyLine,
  manifestSchema,
  partOf,
  secretLine,
  type Manifest,
  type Part,
} from './capsule-format.ts'
import { exchangeLine } from './exchange-part.ts'
import { givenHandoverSchema, receiptSchema } from './handover-records.ts'
import type { HeldCapsule } from './held-capsules.ts'
import { partsSum, pour, readParts, type PartReader } from './part-stream.ts'
import { jsonIn, linesIn, readEntries } from './part-lines.ts'
import type { Scratch } from './scratch.ts'

type Held = { -readonly [K in Exclude<keyof HeldCapsule, 'manifest' | 'scratch' | 'blobs'>]: HeldCapsule[K] }

/** What was seen on the way to the manifest, which must be about just that. */
interface Seen {
  readonly held: Held
  /** Heads of each journal by its case, in one string. */
  readonly journals: Map<string, string>
  readonly messages: Set<string>
  readonly blobs: Set<string>
  readonly sum: ReturnType<typeof partsSum>
  heldBytes: number
  count: number
}

/** @returns `capsule-damaged`, `capsule-too-large`. */
export async function readCapsule(scratch: Scratch): Promise<Result<HeldCapsule, Saying>> {
  const reader = readParts(scratch)
  const seen = nothingSeen()
  try {
    for (;;) {
      const head = reader.head()
      const part = head === null ? null : partOf(head.name)
      if (head === null || part === null || ++seen.count > capsuleLimits.parts) return damaged('parts')
      if (part.kind === 'manifest') {
        const manifest = readManifest(reader, head, seen)
        return manifest === null ? damaged('manifest') : ok({ ...seen.held, manifest, scratch, blobs: seen.blobs })
      }
      if (isTooLarge(part, head, seen))
        return fail(saying('capsule-too-large', { limit: Math.round(capsuleLimits.held / mebibyte) }))
      const isRead =
        part.kind === 'blob' ? await passBlob(reader, head, part.id, seen) : await readPart(reader, head, part, seen)
      if (!isRead) return damaged(head.name)
    }
  } finally {
    reader.close()
  }
}

const damaged = (detail: string) => fail(saying('capsule-damaged', { detail }))

const nothingSeen = (): Seen => ({
  held: { keys: [], secrets: [], cards: [], information: null, handover: null, receipt: null },
  journals: new Map(),
  messages: new Set(),
  blobs: new Set(),
  sum: partsSum(),
  heldBytes: 0,
  count: 0,
})

function isTooLarge({ kind }: Part, { size }: PartHead, seen: Seen): boolean {
  if (kind === 'blob') return false
  if (kind === 'case' || kind === 'exchange') return size > capsuleLimits.part
  seen.heldBytes += size
  return seen.heldBytes > capsuleLimits.held
}

async function passBlob(reader: PartReader, head: PartHead, id: string, seen: Seen): Promise<boolean> {
  const sha256 = await pour(reader, head.size, () => undefined)
  if (sha256 === null || seen.blobs.has(id)) return false
  seen.blobs.add(id)
  seen.sum.add(head, sha256)
  return true
}

/** Whatever is behind the first blob is not read for a second time, so nothing but blobs may stand there. */
async function readPart(reader: PartReader, head: PartHead, part: Part, seen: Seen): Promise<boolean> {
  const pieces: Uint8Array[] = []
  const sha256 = await pour(reader, head.size, (bytes) => void pieces.push(bytes))
  if (sha256 === null || seen.blobs.size > 0) return false
  seen.sum.add(head, sha256)
  return keepPart(part, Buffer.concat(pieces), seen)
}

async function keepPart(part: Part, bytes: Buffer, { held, journals, messages }: Seen): Promise<boolean> {
  switch (part.kind) {
    case 'case': {
      const entries = await readEntries(bytes, part.id)
      // Journals stand first: they are read again without what is behind them.
      if (entries === null || journals.has(part.id) || messages.size > 0) return false
      journals.set(part.id, heads(entries).join())
      return true
    }
    case 'exchange': {
      if (readOne(bytes, exchangeLine)?.id !== part.id || messages.has(part.id)) return false
      messages.add(part.id)
      return true
    }
    case 'keys':
      return keep(await readLines(bytes, keyLine), (lines) => (held.keys = lines))
    case 'secrets':
      return keep(await readLines(bytes, secretLine), (lines) => (held.secrets = lines))
    case 'cards':
      return keep(await readLines(bytes, cardLine), (lines) => (held.cards = lines))
    case 'information':
      return keep(readOne(bytes, informationSchema), (one) => (held.information = one))
    case 'handover':
      return keep(readOne(bytes, givenHandoverSchema), (one) => (held.handover = one))
    case 'receipt':
      return keep(readOne(bytes, receiptSchema), (one) => (held.receipt = one))
    case 'blob':
    case 'manifest':
      return false
  }
}

function keep<T>(read: T | null, set: (value: T) => void): boolean {
  if (read !== null) set(read)
  return read !== null
}

const readOne = <S extends z.ZodType>(bytes: Buffer, schema: S): z.output<S> | null => {
  const parsed = schema.safeParse(jsonIn(bytes.toString()))
  return parsed.success ? parsed.data : null
}

const aTurn = 50

async function readLines<S extends z.ZodType>(bytes: Buffer, schema: S): Promise<readonly z.output<S>[] | null> {
  const read: z.output<S>[] = []
  for (const line of linesIn(bytes)) {
    const parsed = schema.safeParse(line)
    if (!parsed.success) return null
    read.push(parsed.data)
    if (read.length % aTurn === 0) await setImmediate()
  }
  return read
}

/** The last of the stream, about exactly what stood before it: the same parts, the same cases with the heads that it names. */
function readManifest(reader: PartReader, { size }: PartHead, { sum, journals }: Seen): Manifest | null {
  const bytes = size > capsuleLimits.manifest ? null : reader.bytes(size)
  const parsed = bytes === null ? null : manifestSchema.safeParse(jsonIn(bytes.toString()))
  if (parsed?.success !== true || reader.head() !== null) return null
  const { parts, cases } = parsed.data
  if (canonical(parts) !== canonical(sum.value()) || journals.size !== cases.length) return null
  const isSame = cases.every(({ id, heads: announced }) => journals.get(id) === announced.join())
  return isSame && new Set(cases.map(({ number }) => number)).size === cases.length ? parsed.data : null
}
