/** The calls about the work on cases: the case itself, order, clocks and duty, disclosure, evidence, output, statistics. */
import { z } from 'zod'
import { commandSchema } from '../domain/case/command.ts'
import { clockSettingsSchema, turnSchema } from '../domain/clock/settings.ts'
import { infoClasses } from '../domain/disclosure/classes.ts'
import { disclosurePolicySchema } from '../domain/disclosure/policy.ts'
import type { Verdict } from '../domain/disclosure/verdict.ts'
import { tlps } from '../domain/marking/tlp.ts'
import { policySchema, presetNames, type Policy } from '../domain/order/policy.ts'
import { core } from './call.ts'
import { statisticsParts } from '../domain/statistics/statistics-tables.ts'
import type { Statistics } from '../domain/statistics/statistics-view.ts'
import type { Job } from './card-views.ts'
import type {
  ClocksView,
  DisclosureView,
  DutyView,
  OutputPreview,
  PolicyView,
  PurgeDone,
  QueueViews,
  RedactionPreview,
  RetentionRow,
  SavedFilter,
  Simulation,
} from './case-views.ts'
import type { AttachmentLook } from './exchange-views.ts'
import { caseNumber, date, file, id, none, short, target, text } from './inputs.ts'
import type { CaseView, QueueWindow } from './views.ts'
import type { VaultCheck } from './vault-views.ts'

const page = { from: z.int().min(0).default(0), count: z.int().min(1).max(500).default(100) }
const caseRef = { number: caseNumber }
const blob = { ...caseRef, blob: id }

export const audiences = ['user', 'management', 'csirt', 'vendor', 'police', 'press'] as const
export type Audience = (typeof audiences)[number]
export const reportForms = ['html', 'pdf', 'markdown'] as const
export const exportFormats = ['misp', 'stix', 'iodef', 'xarf', 'csv'] as const

/** Let out against the gate's "stop", or on its conditions: with the reason and the personal code, both journalled. */
const override = z
  .object({ reason: text.min(1), code: short.min(1) })
  .nullable()
  .default(null)
const consent = { conditionsAccepted: z.boolean().default(false), override }
const gate = {
  /** Items to be replaced consistently, as the redaction preview names them. */
  redact: z.array(short).max(2_000).default([]),
  ...consent,
}
const report = { ...caseRef, audience: z.enum(audiences), form: z.enum(reportForms).default('html') }
const exported = {
  ...caseRef,
  format: z.enum(exportFormats),
  /** Card, or "class:" and a kind of recipient; null: another CSIRT, not named. */
  recipient: short.nullable().default(null),
}
const period = { from: date, to: date }

export const caseCalls = {
  'case.create': core<CaseView>()(z.object({ title: short })),
  'case.show': core<CaseView>()(z.object(caseRef)),
  'case.change': core<CaseView>()(z.object({ ...caseRef, heads: z.array(short).max(100), command: commandSchema })),
  'case.list': core<{ total: number; cases: readonly { number: string; title: string; phase: string }[] }>()(
    z.object({ search: short.default(''), ...page }),
  ),

  /** The note that is being typed: kept sealed, so that neither a lock nor a crash loses it; an empty one is dropped. */
  'note.keep': core<null>()(z.object({ ...caseRef, text })),
  'note.kept': core<{ text: string }>()(z.object(caseRef)),

  'case.evidence': core<CaseView>()(
    z.object({
      ...caseRef,
      file,
      source: short.min(1),
      place: short.default(''),
      /** When it was secured, if before now. */
      takenAt: z.iso.datetime({ offset: true }).nullable().default(null),
    }),
  ),
  /** Reads the sealed file and compares its SHA-256; the answer is journalled as handling. */
  'evidence.verify': core<CaseView>()(z.object(blob)),
  /** Verified first; what was shown is journalled. */
  'evidence.look': core<AttachmentLook>()(z.object(blob)),
  'evidence.note': core<CaseView>()(
    z.object({ ...blob, what: z.enum(['moved', 'returned', 'shown']), place: short, note: text }),
  ),
  /** One .tar with the files as they are and manifest.json (hashes, source, custody), through the gate; to law enforcement where no card is named. */
  'evidence.export': core<{ file: string; sha256: string }>()(
    z.object({
      ...caseRef,
      blobs: z.array(id).min(1).max(1_000),
      to: target,
      recipient: short.nullable().default(null),
      ...consent,
    }),
  ),

  /** Observables of the case, defanged, one a line, to the clipboard (cleared after 20 s), through the gate. */
  'case.copy': core<{ copied: number }>()(
    z.object({
      ...caseRef,
      values: z.array(short).min(1).max(10_000),
      recipient: short.nullable().default(null),
      ...consent,
    }),
  ),

  'retention.list': core<readonly RetentionRow[]>()(none),
  /** Removes the contents for ever and leaves the skeleton, which still verifies. `second` is the code of another person of the roster. */
  'case.purge': core<PurgeDone>()(z.object({ ...caseRef, second: short.min(1), reason: text.min(1), confirm: short })),
  /** Hashes and signatures of one case's journal, or of all. */
  'journal.check': core<VaultCheck>()(z.object({ number: caseNumber.nullable().default(null) })),

  'queue.window': core<QueueWindow>()(
    z.object({ order: z.enum(['policy', 'due']), filter: short.default(''), ...page }),
  ),
  'queue.views': core<QueueViews>()(none),
  'filter.save': core<SavedFilter>()(z.object({ id: id.nullable(), name: short.min(1), filter: short })),
  'filter.drop': core<null>()(z.object({ id })),

  'policy.show': core<PolicyView>()(none),
  'policy.preset': core<Policy>()(z.object({ preset: z.enum(presetNames) })),
  /** The list of a card's own section 4.1 as a policy, with what is wrong with it as notes at the rungs. */
  'policy.fromCard': core<Policy>()(z.object({ card: short })),
  /** Kept until it is put in force or discarded (null). */
  'policy.draft': core<PolicyView>()(z.object({ policy: policySchema.nullable() })),
  'policy.simulate': core<Simulation>()(z.object({ policy: policySchema })),
  /** Puts the draft in force; the queue is re-ordered as a job that shows its progress. */
  'policy.enforce': core<Job>()(z.object({ reason: text.min(1) })),

  'clocks.show': core<ClocksView>()(none),
  'clocks.save': core<ClocksView>()(z.object({ settings: clockSettingsSchema, reason: text.min(1) })),
  'duty.show': core<DutyView>()(none),
  'duty.save': core<DutyView>()(z.object({ turns: z.array(turnSchema).max(400) })),

  'disclosure.show': core<DisclosureView>()(none),
  'disclosure.save': core<DisclosureView>()(z.object({ policy: disclosurePolicySchema, reason: text.min(1) })),
  /** The verdict alone. `to`: cards, or "class:" and a recipient class. The three flags suppose a fact instead of looking it up. */
  'disclosure.check': core<Verdict>()(
    z.object({
      number: caseNumber.nullable().default(null),
      to: z.array(short).max(50),
      classes: z.array(z.enum(infoClasses)),
      channel: z.enum(['email-pgp', 'email-plain', 'phone', 'form']),
      tlp: z.enum(tlps).nullable().default(null),
      text: text.default(''),
      disguised: z.boolean().default(false),
      permission: z.boolean().default(false),
      verified: z.boolean().default(false),
    }),
  ),
  'redaction.preview': core<RedactionPreview>()(
    z.object({ number: caseNumber.nullable(), text, hide: z.array(short).max(2_000) }),
  ),

  'report.preview': core<OutputPreview>()(z.object({ ...report, ...gate })),
  'case.report': core<{ file: string; sha256: string }>()(z.object({ ...report, to: target, ...gate })),
  'export.preview': core<OutputPreview>()(z.object({ ...exported, ...gate })),
  'case.export': core<{ file: string; sha256: string }>()(z.object({ ...exported, to: target, ...gate })),

  'stats.show': core<Statistics>()(z.object(period)),
  /** One table of them, or all, as CSV on the clipboard. */
  'stats.copy': core<null>()(z.object({ ...period, part: z.enum(statisticsParts).nullable().default(null) })),
  /** csv: the figures; statement: anonymous, for the community (M-43), approved by a named person. */
  'stats.write': core<{ file: string; sha256: string }>()(
    z.object({ ...period, kind: z.enum(['csv', 'statement']), approver: short, target }),
  ),
} as const
