/** What the team's clocks run by: its promises, its pause reasons, and the table of legal duties (facts: standards 14). */
import { z } from 'zod'
import { legalUnits } from './legal-units.ts'
import { caseKinds } from '../case/vocabulary.ts'
import { bands } from '../order/ladder.ts'

const line = z.string().max(300)

const amount = z.int().min(1).max(1_000)
const span = z.object({ amount, unit: z.enum(legalUnits) })
/** A span of the law: hours and days are real time, months go to the same day of the month, in UTC. */
export type LegalSpan = z.infer<typeof span>

/** Hours and months of the law run through nights and holidays; they start at awareness or when another duty was met. */
export const legalRuleSchema = z.object({
  id: z.string().min(1).max(60),
  name: line.min(1),
  /** "Directive (EU) 2022/2555, Article 23(4)(a)". */
  source: line,
  /** Of the table row: when and by whom it was last looked at. */
  version: line,
  /** null: a step without a time of its own; it is recorded because others run from it ("a fix is available"). */
  amount: amount.nullable(),
  unit: z.enum(legalUnits),
  /** null: from the recorded awareness; else from the instant at which that rule was met. */
  after: z.string().max(60).nullable(),
  /** However late it starts, at the latest so long after awareness; null: no such limit. */
  latest: span.nullable(),
  /** Whose duty it is: the entity's that was hit, or ours as the CSIRT that answers. */
  whose: z.enum(['entity', 'csirt']),
  /** Kinds of case that it is for; none: every kind. */
  kinds: z.array(z.enum(caseKinds)).max(caseKinds.length),
  /** Runs in every case of its kinds with an awareness time, until someone says that it does not apply; others are chosen case by case. */
  always: z.boolean(),
})
export type LegalRule = z.infer<typeof legalRuleSchema>

export const clockSettingsSchema = z.object({
  /** First response: working days by our own calendar (M-23, Z-17). */
  responseDays: z.int().min(1).max(30),
  /** Nothing heard and nothing done for so many working days; null: no such clock. */
  silenceDays: z.int().min(1).max(60).nullable(),
  /** Working days to the resolution, by band; null: nothing promised. */
  resolutionDays: z.record(z.enum(bands), z.int().min(1).max(365).nullable()),
  pauseReasons: z.array(line).max(40),
  legal: z.array(legalRuleSchema).max(100),
  /** Months that a closed case is kept, by RSIT class, `other` for the rest; null: for ever. */
  retention: z.record(line, z.int().min(1).max(600).nullable()),
})
export type ClockSettings = z.infer<typeof clockSettingsSchema>

/** One turn of duty; turns may follow each other or overlap (hand-over). */
export const turnSchema = z.object({
  code: z.string().min(1).max(10),
  from: z.iso.datetime(),
  to: z.iso.datetime(),
})
export type Turn = z.infer<typeof turnSchema>
