/** What was read out of a report (M-46): events with times, addresses, ports and protocols, and what is missing. */
import type { Saying } from '../../words/say.ts'

export interface ReportEvent {
  /** UTC ISO; null where no time, or a time without a zone, was given: it is flagged and asked for, never assumed. */
  readonly at: string | null
  readonly atText: string | null
  readonly zoneKnown: boolean
  readonly sourceIps: readonly string[]
  readonly sourcePorts: readonly number[]
  readonly protocol: string | null
  readonly destinationIps: readonly string[]
  readonly destinationPorts: readonly number[]
  readonly urls: readonly string[]
  readonly domains: readonly string[]
  readonly hashes: readonly string[]
  readonly cves: readonly string[]
  /** 1-based lines of the text that it was read from; null for structured reports. */
  readonly lines: readonly [number, number] | null
}

/** The fields that M-46 asks for. */
export const reportFields = [
  'time',
  'time-zone',
  'source-ip',
  'source-port',
  'protocol',
  'destination-ip',
  'destination-port',
  'log-file',
] as const
export type ReportField = (typeof reportFields)[number]

export interface ReportReading {
  readonly schema: 'signet.report/1'
  readonly kind: 'arf' | 'x-arf' | 'csv-report' | 'xml' | 'free-text'
  readonly reporter: string | null
  readonly replyTo: string | null
  readonly messageId: string | null
  readonly subject: string
  readonly urgent: boolean
  readonly events: readonly ReportEvent[]
  readonly attachments: readonly { readonly name: string; readonly sha256: string }[]
  readonly signed: 'pgp-mime' | 'pgp-inline' | 'none'
  readonly ticket: string | null
  /** class/type of the Reference Security Incident Taxonomy. */
  readonly rsit: string
  readonly completeness: { readonly present: readonly ReportField[]; readonly missing: readonly ReportField[] }
  readonly findings: readonly Saying[]
}
