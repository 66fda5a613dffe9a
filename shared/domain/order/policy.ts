/** The policy by which a team orders its queue: data that the team edits, versioned and journalled (P-20, M-24, O-16 to O-20). */
import { z } from 'zod'
import { severities } from '../case/vocabulary.ts'
import { bands } from './ladder.ts'

export const presetNames = ['ladder', 'factors', 'tiered', 'grid'] as const
export type PresetName = (typeof presetNames)[number]

export const urgencies = ['low', 'medium', 'high'] as const

/** What settles between two cases on the same place, the first that differs decides; the case number settles the rest. */
export const tieBreakers = ['breached', 'urgent', 'time-left', 'severity', 'constituent', 'age'] as const

const line = z.string().max(300)

export const policyRungSchema = z.object({
  /** Stays with the rung wherever it moves: what a case keeps. 1 to 12 are those of the ladder of M-24. */
  id: z.int().min(1).max(99),
  name: line.min(1),
  band: z.enum(bands),
  /** Words that make Signet propose this rung. */
  hints: z.array(line).max(60),
  /** RSIT classes or class/type that make Signet propose it. */
  rsit: z.array(line).max(40),
  /** A fault of the source that is to be known when choosing it (Z-12, Z-13). */
  note: line.nullable(),
})

export const escalationTargets = ['N1', 'N2', 'N3', 'in-charge'] as const

/** When it holds, the case is to go up: all conditions that are set must hold. */
export const escalationSchema = z.object({
  id: z.string().min(1).max(40),
  to: z.enum(escalationTargets),
  band: z.enum(bands).nullable(),
  severity: z.enum(severities).nullable(),
  /** Minutes after the opening without a first response, or after the due time of the clock that is breached. */
  after: z.int().min(0).max(100_000).nullable(),
  what: z.enum(['unanswered', 'breached', 'any']),
})

export const policySchema = z.object({
  name: line.min(1),
  preset: z.enum(presetNames),
  /** From the most to the least urgent; their place is their index. "Any other type" comes by severity and has no rung. */
  rungs: z.array(policyRungSchema).max(40),
  otherBySeverity: z.record(z.enum(severities), z.enum(bands)),
  /** Weight of a constituent, 1 (little) to 5; others have `weightOfOthers`. By card id or by name. */
  constituents: z.array(z.object({ constituent: line.min(1), weight: z.int().min(1).max(5) })).max(5_000),
  weightOfOthers: z.int().min(1).max(5),
  /** Of the four-factor scheme (P-20): how much type, severity, constituent and the hands that are free count. 0 to 10 each. */
  factors: z.object({
    type: z.int().min(0).max(10),
    severity: z.int().min(0).max(10),
    constituent: z.int().min(0).max(10),
    resources: z.int().min(0).max(10),
  }),
  /** Of the grid: severity as impact, then urgency. */
  grid: z.record(z.enum(severities), z.record(z.enum(urgencies), z.enum(bands))),
  tieBreakers: z.array(z.enum(tieBreakers)).max(tieBreakers.length),
  escalation: z.array(escalationSchema).max(40),
})

export type Policy = z.infer<typeof policySchema>
export type PolicyRung = z.infer<typeof policyRungSchema>
export type EscalationStep = z.infer<typeof escalationSchema>
export type TieBreaker = (typeof tieBreakers)[number]
export type Urgency = (typeof urgencies)[number]
export type EscalationTarget = (typeof escalationTargets)[number]
