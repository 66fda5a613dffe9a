/** How an entry is hashed and checked: the hash covers the skeleton, the skeleton covers the salted payload. */
import { z } from 'zod'
import { actSchema } from '../../../shared/domain/case/act.ts'
import type { Act } from '../../../shared/domain/case/act.ts'
import type { CaseId, CopyId, Entry, EntryHash, Skeleton } from '../../../shared/domain/case/entry.ts'
import { tiers } from '../../../shared/domain/case/vocabulary.ts'
import { canonical, sha256 } from '../store/canonical.ts'

export const payloadHash = (salt: string, payload: Act): string => sha256(`${salt}${canonical(payload)}`)

export const entryHash = (skeleton: Skeleton): EntryHash => sha256(canonical(skeleton)) as EntryHash

const hash = z.string().regex(/^[0-9a-f]{64}$/)

/** The border where text from a file or another copy becomes an entry: shape and limits, before any hash is looked at. */
const skeletonSchema = z.strictObject({
  id: z.uuid(),
  case: z.uuid().transform((id) => id as CaseId),
  copy: z.uuid().transform((id) => id as CopyId),
  seq: z.int().min(1),
  parents: z.array(hash.transform((parent) => parent as EntryHash)).max(1_000),
  at: z.iso.datetime({ precision: 3 }),
  zone: z.string().max(100),
  clock: z.string().regex(/^\d{15}\.\d{6}$/),
  actor: z.strictObject({ code: z.string().max(10), tier: z.enum(tiers), role: z.literal('analyst') }),
  kind: z.string().max(40),
  payloadHash: hash,
  given: z.literal(true).exactOptional(),
  joined: z.literal(true).exactOptional(),
})

export const entrySchema = z.strictObject({
  skeleton: skeletonSchema,
  hash,
  salt: z
    .string()
    .regex(/^[0-9a-f]{32}$/)
    .nullable(),
  payload: z.unknown(),
})
export type PortableEntry = z.input<typeof entrySchema>

/** The entry, if shape, payload and hashes agree; null if anything does not. A purged payload (null) verifies by its skeleton. */
export function readEntry(portable: unknown): Entry | null {
  const parsed = entrySchema.safeParse(portable)
  if (!parsed.success) return null
  const { skeleton, hash: claimed, salt, payload } = parsed.data
  const act = payload === null || payload === undefined ? null : actSchema.safeParse(payload)
  if (act !== null && !act.success) return null
  // The kind stands in the skeleton too; where the payload is there, the two must agree.
  const kind = act?.data?.kind ?? (skeleton.kind as Act['kind'])
  if (kind !== skeleton.kind) return null
  const entry = {
    ...skeleton,
    kind,
    hash: entryHash({ ...skeleton, kind }),
    salt: salt ?? '',
    payload: act?.data ?? null,
  }
  if (entry.hash !== claimed) return null
  if (entry.payload !== null && payloadHash(entry.salt, entry.payload) !== entry.payloadHash) return null
  return entry
}

export function skeletonOf(entry: Entry): Skeleton {
  const {
    id,
    case: caseId,
    copy,
    seq,
    parents,
    at,
    zone,
    clock,
    actor,
    kind,
    payloadHash: hashOfPayload,
    given,
    joined,
  } = entry
  const skeleton = { id, case: caseId, copy, seq, parents, at, zone, clock, actor, kind, payloadHash: hashOfPayload }
  return { ...skeleton, ...(given === true ? { given } : {}), ...(joined === true ? { joined } : {}) }
}

/** The form in which entries leave for another copy. */
export const toPortable = (entry: Entry): PortableEntry => ({
  skeleton: { ...skeletonOf(entry), parents: [...entry.parents] },
  hash: entry.hash,
  salt: entry.payload === null ? null : entry.salt,
  payload: entry.payload,
})
