/** What a person may write on a card by hand, field by field; null gives the field no value. */
import { z } from 'zod'
import { cardRoles } from '../domain/card/fields.ts'
import { tiers } from '../domain/case/vocabulary.ts'
import { date, short, text } from './inputs.ts'

const purposes = z.enum([
  'incidents',
  'general',
  'vulnerabilities',
  'press',
  'updates',
  'document-author',
  'key-identity',
  'other',
])
const audience = z.enum(['public', 'constituent', 'csirt', 'critical'])
const many = <T extends z.ZodType>(item: T) => z.array(item).max(500)
const field = <F extends string, T extends z.ZodType>(name: F, value: T) =>
  z.object({ field: z.literal(name), value: value.nullable() })

export const cardEdit = z.discriminatedUnion('field', [
  field(
    'names',
    z.object({ short: short.nullable(), full: short.nullable(), host: short.nullable(), others: many(short) }),
  ),
  field('country', z.string().regex(/^[A-Z]{2}$/)),
  field('subdivision', z.string().regex(/^[A-Z]{2}-[A-Z0-9]{1,3}$/)),
  field('languages', many(short)),
  field('address', short),
  /** IANA. */
  field('timeZone', short),
  field(
    'emails',
    many(z.object({ address: z.email().max(320), purposes: many(purposes), doNotUseFor: many(purposes) })),
  ),
  field(
    'phones',
    many(
      z.object({
        text: short.min(3),
        purpose: z.enum(['main', 'incidents', 'emergency', 'after-hours', 'backup', 'other']),
        script: short.nullable(),
        audience,
        doNotUseFor: many(purposes),
        roundTheClock: z.boolean(),
      }),
    ),
  ),
  field('forms', many(z.object({ url: z.url().max(2000), audience }))),
  /** Full fingerprints. */
  field('keys', many(z.string().regex(/^(?:[0-9A-F]{40}|[0-9A-F]{64})$/))),
  /** OpenStreetMap opening_hours. */
  field('hours', short),
  field('coverage', many(z.object({ audience, osm: short.min(1) }))),
  field('responsePromises', many(z.object({ duration: short.min(2), audience: audience.nullable() }))),
  /** The word that goes into the subject of an urgent message. */
  field('urgent', short),
  field('preferred', z.enum(['email', 'phone', 'form'])),
  field('tlp', z.boolean()),
  field('constituency', text),
  field(
    'networks',
    z.object({
      cidrs: z.array(short).max(20_000),
      domains: z.array(short).max(20_000),
      asns: z.array(z.int().min(0).max(4_294_967_295)).max(5_000),
    }),
  ),
  field(
    'members',
    many(
      z.object({
        name: short.min(1),
        role: short.nullable(),
        code: short.optional(),
        tier: z.enum(tiers).optional(),
        deskKey: short.optional(),
      }),
    ),
  ),
  field(
    'channelRules',
    many(
      z.object({
        when: z.enum(['high-sensitivity', 'low-sensitivity', 'incident-report', 'always', 'no-email']),
        channel: z.enum(['email', 'phone', 'form', 'transfer']),
        protection: z.enum(['pgp', 'smime', 'none']),
      }),
    ),
  ),
  field('priorities', many(short)),
  field('roles', z.array(z.enum(cardRoles)).max(10)),
  field('closures', many(z.object({ date, name: short }))),
  field('note', text),
])
export type CardEdit = z.infer<typeof cardEdit>
