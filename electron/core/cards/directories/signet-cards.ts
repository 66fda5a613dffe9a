/** Reads the desk's own card export (signet.card/1) back without loss, and takes nothing on trust: every field within its type and limits. */
import { z } from 'zod'
import type { CardReading, TemplateNumber } from '../../../../shared/domain/card/card-reading.ts'
import { emptyReading } from '../../../../shared/domain/card/empty-reading.ts'
import { templateNumbers } from '../../../../shared/domain/card/headings.ts'
import { tiers } from '../../../../shared/domain/case/vocabulary.ts'
import { fail, ok, type Result } from '../../../../shared/kit/result.ts'
import { cardSources } from '../../../../shared/words/en/card-sources.ts'
import { cards } from '../../../../shared/words/en/card.ts'
import { saying, type Code, type Saying } from '../../../../shared/words/say.ts'
import type { DirectoryEntry } from './directory-reading.ts'

const short = z.string().max(1000)
const long = z.string().max(10_000)
const line = z.int().min(0).max(10_000_000)
const quoted = z.object({ text: long, line })
const many = <T extends z.ZodType>(item: T) => z.array(item).max(2000).readonly().default([])

const audience = z.enum(['public', 'constituent', 'csirt', 'critical'])
const purposes = many(
  z.enum(['incidents', 'general', 'vulnerabilities', 'press', 'updates', 'document-author', 'key-identity', 'other']),
)
const email = z.object({ address: short, purposes, doNotUseFor: purposes, line: line.default(0) })
const phone = z.object({
  e164: z
    .string()
    .regex(/^\+\d{5,15}$/)
    .nullable(),
  text: short,
  purpose: z.enum(['main', 'incidents', 'emergency', 'after-hours', 'backup', 'other']),
  script: short.nullable().default(null),
  audience: audience.default('public'),
  doNotUseFor: purposes,
  roundTheClock: z.boolean().default(false),
  line: line.default(0),
})
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}(?:T[\d:.]{5,15}Z)?$/)
const key = z
  .object({
    fingerprint: z
      .string()
      .regex(/^(?:[0-9A-F]{40}|[0-9A-F]{64})$/)
      .nullable(),
    keyIdPrinted: short.nullable().default(null),
    // What a file says of a key is no examination: the key doctor has the last word.
    state: z.string().max(40).default('not-included'),
    expires: date.nullable().default(null),
    use: z.enum(['team', 'signing-only']).default('team'),
    block: z.string().max(200_000).nullable().default(null),
    blockLines: z.tuple([line, line]).readonly().nullable().default(null),
    line: line.default(0),
  })
  .transform(({ state: _state, ...rest }) => ({
    ...rest,
    state: rest.block === null ? ('not-included' as const) : ('unreadable' as const),
  }))
const promise = quoted.extend({ duration: short, audience: audience.nullable().default(null) })
const number = z.string().refine((text): text is TemplateNumber => templateNumbers.some((known) => known === text))
/** Only what is said about cards: a file must not put "the vault is damaged" on a page. */
const isFindingCode = (code: string): code is Code => Object.hasOwn(cards, code) || Object.hasOwn(cardSources, code)
const finding = z.object({
  code: z.string().refine(isFindingCode),
  severity: z.enum(['info', 'warning', 'error']),
  line: line.nullable(),
  params: z.record(z.string().max(40), z.union([z.string().max(1000), z.number()])),
})
/** A finding that this version has no words for is left out; it is made again when the source is read. */
const findings = z
  .array(z.unknown())
  .max(2000)
  .default([])
  .transform((all) => all.flatMap((one) => finding.safeParse(one).data ?? []))

const member = z.object({
  name: short,
  role: short.nullable().default(null),
  code: z.string().max(20).exactOptional(),
  tier: z.enum(tiers).exactOptional(),
  deskKey: z.string().max(100).exactOptional(),
  line: line.default(0),
})

const hours = z.object({ osm: short.nullable(), text: long.nullable(), line: line.nullable() })

export const signetCard = z.object({
  schema: z.literal('signet.card/1'),
  uid: short.optional(),
  names: z.object({
    short: short.nullable(),
    full: short.nullable(),
    host: short.nullable().default(null),
    others: many(short),
  }),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullable()
    .default(null),
  subdivision: z.string().max(10).nullable().default(null),
  languages: many(z.string().max(40)),
  document: z
    .object({
      version: short.nullable(),
      date: date.nullable(),
      dateText: short.nullable(),
      line: line.nullable().default(null),
      urls: many(short),
      signatureUrls: many(short),
    })
    .default({ ...emptyReading.document }),
  address: quoted.nullable().default(null),
  timeZone: z
    .object({
      iana: z.string().max(60).nullable(),
      text: long.nullable(),
      reason: z.enum(['zone-named', 'zone-by-place', 'zone-by-country', 'zone-unknown']).default('zone-unknown'),
      line: line.nullable().default(null),
    })
    .default({ ...emptyReading.timeZone }),
  emails: many(email),
  phones: many(phone),
  fax: many(phone),
  forms: many(z.object({ url: short, audience: audience.default('public'), line: line.default(0) })),
  keys: many(key),
  hours: hours.default({ ...emptyReading.hours }),
  coverage: many(quoted.extend({ audience, osm: short })),
  availability: z.enum(['24x7', 'business-hours', 'conditional', 'unknown']).default('unknown'),
  responsePromise: promise.nullable().default(null),
  responsePromises: many(promise),
  urgent: quoted.extend({ subjectKeyword: short.nullable() }).nullable().default(null),
  preferred: z
    .object({ channel: z.enum(['email', 'phone', 'form']), line })
    .nullable()
    .default(null),
  tlp: z.boolean().nullable().default(null),
  constituency: long.nullable().default(null),
  charter: z
    .object({ mission: quoted.nullable(), sponsor: quoted.nullable(), authority: quoted.nullable() })
    .default({ ...emptyReading.charter }),
  networks: z
    .object({
      cidrs: many(z.string().max(60)),
      domains: many(z.string().max(255)),
      asns: many(z.int().min(1).max(4_294_967_294)),
    })
    .default({ ...emptyReading.networks }),
  members: many(member),
  channelRules: many(
    z.object({
      when: z.enum(['high-sensitivity', 'low-sensitivity', 'incident-report', 'always', 'no-email']),
      channel: z.enum(['email', 'phone', 'form', 'transfer']),
      protection: z.enum(['pgp', 'smime', 'none']),
      line: line.default(0),
    }),
  ),
  priorities: many(long),
  reportFields: many(long),
  sections: z.object({ present: many(number), missing: many(number) }).default({ ...emptyReading.sections }),
  findings,
})

const marked = z.object({ schema: z.literal('signet.card/1') })

/** Does an entry say that it is a card of the desk? */
export const isSignetCard = (value: unknown): boolean => marked.safeParse(value).success

/** Refused with `entry-not-a-card`, which names the field that is wrong. */
export function readSignetCard(value: unknown): Result<DirectoryEntry, Saying> {
  const read = signetCard.safeParse(value)
  if (!read.success)
    return fail(saying('entry-not-a-card', { at: (read.error.issues[0]?.path ?? []).join('.').slice(0, 100) || '–' }))
  const { uid, ...reading } = read.data
  const card: CardReading = reading
  const key = uid ?? card.names.short ?? card.names.full ?? card.emails[0]?.address ?? null
  return key === null
    ? fail(saying('entry-without-name'))
    : ok({ key: key.slice(0, 200), reading: card, membership: null, problems: [] })
}
