/** What a capsule is made of (docs/file-formats.md): shapes and limits, checked wherever something of another desk is read. */
import { z } from 'zod'
import { tiers } from '../../../shared/domain/case/vocabulary.ts'
import { cardRoles, sourceKinds } from '../../../shared/domain/card/fields.ts'
import { turnSchema } from '../../../shared/domain/clock/settings.ts'
import type { CapsuleKind } from '../../../shared/ipc/handover-views.ts'
import { fingerprint } from '../../../shared/ipc/inputs.ts'
import { trustHows, trusts } from '../../../shared/ipc/views.ts'
import { mebibyte } from '../files/input.ts'

/** The first line of the file; the number is the format. */
export const capsuleHead = 'signet capsule 1\n'
export const capsuleHeadForm = /^signet capsule (\d{1,4})\n/

export const capsuleKinds = ['handover', 'field', 'back', 'receipt'] as const satisfies readonly CapsuleKind[]

/** Bytes, and things: more than any shift or field copy has. */
export const capsuleLimits = {
  manifest: 64 * mebibyte,
  /** One journal, one message: read one after the other, never two at a time. */
  part: 64 * mebibyte,
  /** Of what is held in memory while a person looks at it: cards, keys, the words of the handover. */
  held: 128 * mebibyte,
  cases: 200_000,
  parts: 1_000_000,
  entriesOfCase: 100_000,
  line: 16 * mebibyte,
} as const

const uuid = z.string().regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const short = z.string().max(1_000)
const instant = z.iso.datetime({ precision: 3 })
export const numberForm = /^20\d{2}-[A-Z][A-Z0-9]{0,7}-\d{4,9}$/
const number = z.string().regex(numberForm)

export const senderSchema = z.object({
  copy: uuid,
  tag: z.string().regex(/^[A-Z][A-Z0-9]{0,7}$/),
  code: z.string().regex(/^[A-Z][A-Z0-9]{0,9}$/),
  name: short,
  tier: z.enum(tiers),
  key: fingerprint,
})

export const manifestSchema = z.object({
  signet: z.literal('capsule'),
  format: z.literal(1),
  id: uuid,
  kind: z.enum(capsuleKinds),
  from: senderSchema,
  to: fingerprint,
  at: instant,
  /** Of the sending copy: goes up with every capsule that it makes. */
  counter: z.int().min(1),
  /** The tag that a further copy of the same analyst gets from this one. */
  tag: z
    .string()
    .regex(/^[A-Z][A-Z0-9]{0,7}$/)
    .nullable(),
  cases: z.array(z.object({ id: uuid, number, heads: z.array(sha256).max(1_000) })).max(capsuleLimits.cases),
  /** All that stand before the manifest: how many, and one hash over the name, length and hash of each. */
  parts: z.object({ count: z.int().min(0), sha256 }),
})
export type Manifest = z.infer<typeof manifestSchema>
export type Sender = Manifest['from']

export const parts = {
  keys: 'keys',
  secrets: 'secret-keys',
  cards: 'cards',
  information: 'information',
  handover: 'handover',
  receipt: 'receipt',
  manifest: 'manifest',
} as const

/** There are many of them, each by its id: journals first, then messages; blobs stand behind everything but the manifest. */
const numerous = ['case', 'exchange', 'blob'] as const

export const casePart = (id: string): string => `case/${id}`
export const exchangePart = (id: string): string => `exchange/${id}`
export const blobPart = (id: string): string => `blob/${id}`

export type Part =
  { readonly kind: (typeof numerous)[number]; readonly id: string } | { readonly kind: (typeof single)[number] }

const single = [
  'keys',
  'secrets',
  'cards',
  'information',
  'handover',
  'receipt',
  'manifest',
] as const satisfies readonly (keyof typeof parts)[]

/** What a part is by its name; null for none of ours. */
export function partOf(name: string): Part | null {
  const [of, id] = name.split('/')
  const kind = numerous.find((one) => one === of)
  if (kind !== undefined) return uuid.safeParse(id).success ? { kind, id: id ?? '' } : null
  const found = single.find((one) => parts[one] === name)
  return found === undefined ? null : { kind: found }
}

export const keyLine = z.object({
  publicKey: z.string().max(mebibyte),
  fingerprint,
  card: z.string().max(100).nullable(),
  trust: z.enum(trusts),
  decisions: z
    .array(z.object({ at: short, code: short, trust: z.enum(trusts), how: z.enum(trustHows).nullable(), note: short }))
    .max(100)
    .readonly(),
})
export type KeyLine = z.infer<typeof keyLine>

export const secretLine = z.object({
  publicKey: z.string().max(mebibyte),
  fingerprint,
  secretKey: z.string().max(mebibyte),
  passphrase: z.string().max(10_000).nullable(),
  team: z.boolean(),
})
export type SecretLine = z.infer<typeof secretLine>

/** A card goes as the sources that it was read from, which are read again here: nobody's reading is believed. */
export const cardLine = z.object({
  id: z.string().min(1).max(100),
  own: z.boolean(),
  roles: z.array(z.enum(cardRoles)),
  layers: z
    .array(z.object({ kind: z.enum(sourceKinds), name: short, sha256, text: z.string().max(2 * mebibyte) }))
    .max(100),
})
export type CardLine = z.infer<typeof cardLine>

/** Decisions of the giver's team: told, never put in force by being here. */
export const informationSchema = z.object({
  policy: z.unknown(),
  clocks: z.unknown(),
  disclosure: z.unknown(),
  turns: z.array(turnSchema).max(1_000),
})
export type Information = z.infer<typeof informationSchema>
