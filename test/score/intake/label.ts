/** The shape of a label: what a person read in a report, before any program did. */
import { z } from 'zod'

const texts = z.array(z.string()).default([])
const ports = z.array(z.number().int().min(1).max(65_535)).default([])
/** Several: each of them is right; null among them: nothing is right too. */
const oneOf = z.union([z.string(), z.null(), z.array(z.string().nullable()).min(1)])

/** Sets over all events of a report. Times are UTC instants; `timeTexts` are those without a zone, or that can be read twice. */
const values = {
  times: texts,
  timeTexts: texts,
  sourceIps: texts,
  sourcePorts: ports,
  destinationIps: texts,
  destinationPorts: ports,
  protocols: texts,
  urls: texts,
  domains: texts,
  hashes: texts,
  cves: texts,
}

const label = z.strictObject({
  file: z.string(),
  reporter: oneOf,
  kind: oneOf,
  urgent: z.boolean(),
  signed: z.enum(['pgp-mime', 'pgp-inline', 'none']),
  ticket: oneOf,
  rsit: oneOf,
  /** Several: each count is right. */
  events: z.union([z.number().int(), z.array(z.number().int()).min(1)]),
  ...values,
  /** Ports of which the report does not say on which side they are. */
  ports,
  attachments: z.array(z.object({ name: z.string(), sha256: z.string().length(64) })).default([]),
  /** Neither wanted nor wrong; attachments by their SHA-256. */
  may: z.strictObject({ ...values, attachments: texts }).optional(),
})

export type Label = z.infer<typeof label>

/** Throws on a file of another shape: a wrong truth must not be scored in silence. */
export const parseLabel = (json: string): Label => label.parse(JSON.parse(json))

const event = z.object({
  at: z.string().nullable(),
  atText: z.string().nullable(),
  sourceIps: z.array(z.string()),
  sourcePorts: z.array(z.number()),
  protocol: z.string().nullable(),
  destinationIps: z.array(z.string()),
  destinationPorts: z.array(z.number()),
  urls: z.array(z.string()),
  domains: z.array(z.string()),
  hashes: z.array(z.string()),
  cves: z.array(z.string()),
})

/** signet.report/1, as far as it is scored. */
export const reportShape = z.object({
  schema: z.literal('signet.report/1'),
  kind: z.string(),
  reporter: z.string().nullable(),
  urgent: z.boolean(),
  events: z.array(event),
  attachments: z.array(z.object({ name: z.string(), sha256: z.string() })),
  signed: z.string(),
  ticket: z.string().nullable(),
  rsit: z.string(),
})

export type Report = z.infer<typeof reportShape>
