/** The shape of an `.expected.json`: what a careful person read in a team description. A key that is absent is not scored. */
import { z } from 'zod'

const text = z.string().nullable()
const texts = z.array(z.string())

const expectedCard = z.object({
  file: z.string(),
  team: z.object({ short: text.optional(), full: text.optional() }).optional(),
  country: text.optional(),
  documentDate: text.optional(),
  documentVersion: text.optional(),
  /** Several zones: each of them is right. */
  timezone: z.object({ iana: z.union([text, texts]) }).optional(),
  /** Purposes joined by "+"; without one the purpose of that address is not scored. */
  emails: z.array(z.object({ address: z.string(), purpose: text.optional() })).optional(),
  phones: z.array(z.object({ e164: text, is24x7: z.boolean().nullable().optional() })).optional(),
  fax: z.array(z.object({ e164: text })).optional(),
  pgp: z
    .array(
      z.object({
        fingerprint: text,
        keyId: text.optional(),
        role: z.string().optional(),
        expires: text.optional(),
        fingerprintValid: z.boolean(),
      }),
    )
    .optional(),
  hours: z.object({ osm: text }).optional(),
  is24x7: z.boolean().nullable().optional(),
  /** Stands before `is24x7`, which cannot tell "only for some" from "not said". */
  availability: z.enum(['24x7', 'business-hours', 'conditional', 'unknown']).optional(),
  tlpSupported: z.boolean().nullable().optional(),
  constituency: text.optional(),
  /** The words of the document itself; where this key stands, `constituency` is literal too, else a paraphrase. */
  charter: z.object({ mission: text.optional(), sponsor: text.optional(), authority: text.optional() }).optional(),
  sections: z.object({ present: texts, notRetrieved: texts, cutInside: text }).optional(),
  /** Without a role the person is looked for, whatever the role. */
  members: z.array(z.object({ name: z.string(), role: text.optional() })).optional(),
  priorities: texts.optional(),
  channelRules: z.array(z.object({ when: z.string(), channel: z.string(), protection: z.string() })).optional(),
  responsePromise: text.optional(),
  urgentKeyword: text.optional(),
  doNotUse: z.array(z.object({ address: z.string(), for: z.string() })).optional(),
  coverage: z.array(z.object({ audience: z.string(), osm: z.string() })).optional(),
  /** Codes that must appear; others may. */
  findings: texts.optional(),
  /** Codes that must not appear. */
  findingsNot: texts.optional(),
})

export type ExpectedCard = z.infer<typeof expectedCard>

/** Throws on a file of another shape: a wrong truth must not be scored in silence. */
export const parseExpected = (json: string): ExpectedCard => expectedCard.parse(JSON.parse(json))
