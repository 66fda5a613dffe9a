/** The four policies that Signet ships (product.md 5): a team starts from one of them and makes it its own. */
import { word } from '../../words/say.ts'
import { bandOfSeverity } from './ladder.ts'
import { policySchema, type EscalationStep, type Policy, type PresetName } from './policy.ts'
import { gridRungs, ladderPolicyRungs, tieredRungs } from './preset-rungs.ts'
import { rankingOf, type Ranking } from './ranking.ts'

const base = {
  otherBySeverity: bandOfSeverity,
  constituents: [],
  weightOfOthers: 3,
  factors: { type: 4, severity: 3, constituent: 2, resources: 1 },
  grid: {
    critical: { high: 'P1', medium: 'P1', low: 'P2' },
    high: { high: 'P1', medium: 'P2', low: 'P3' },
    medium: { high: 'P2', medium: 'P3', low: 'P4' },
    low: { high: 'P3', medium: 'P4', low: 'P4' },
  },
  tieBreakers: ['breached', 'urgent', 'time-left', 'severity', 'constituent', 'age'],
} satisfies Partial<Policy>

/** The teams of the ladder and of the grid name no tiers: what is late goes to the person in charge. */
const toInCharge: EscalationStep[] = [
  { id: 'p1-unanswered', to: 'in-charge', band: 'P1', severity: null, after: 60, what: 'unanswered' },
  { id: 'late-a-day', to: 'in-charge', band: null, severity: null, after: 1440, what: 'breached' },
]

/** O-16 to O-20: N1 watches and registers, N2 reports and takes calls, N3 analyses and leads, the person in charge follows up. */
const upTheTiers: EscalationStep[] = [
  { id: 'n2-unanswered', to: 'N2', band: 'P3', severity: null, after: 60, what: 'unanswered' },
  { id: 'n3-grave', to: 'N3', band: 'P1', severity: null, after: 0, what: 'any' },
  { id: 'n3-late', to: 'N3', band: 'P2', severity: null, after: 0, what: 'breached' },
  { id: 'in-charge-late', to: 'in-charge', band: null, severity: null, after: 1440, what: 'breached' },
]

const written: Readonly<Record<PresetName, Policy>> = {
  ladder: {
    ...base,
    name: word('en', 'preset.ladder'),
    preset: 'ladder',
    rungs: [...ladderPolicyRungs],
    escalation: toInCharge,
  },
  factors: {
    ...base,
    name: word('en', 'preset.factors'),
    preset: 'factors',
    rungs: [...ladderPolicyRungs],
    escalation: toInCharge,
  },
  tiered: {
    ...base,
    name: word('en', 'preset.tiered'),
    preset: 'tiered',
    rungs: [...tieredRungs],
    escalation: upTheTiers,
  },
  grid: {
    ...base,
    name: word('en', 'preset.grid'),
    preset: 'grid',
    rungs: [...gridRungs],
    escalation: toInCharge,
    tieBreakers: ['breached', 'time-left', 'severity', 'constituent', 'age'],
  },
}

/** In the order of their keys as every other policy has it, so that two of them can be compared. */
export const presets: Readonly<Record<PresetName, Policy>> = {
  ladder: policySchema.parse(written.ladder),
  factors: policySchema.parse(written.factors),
  tiered: policySchema.parse(written.tiered),
  grid: policySchema.parse(written.grid),
}

/** What a new vault works by, until its team decides. */
export const shippedPolicy: Policy = presets.ladder
export const shippedRanking: Ranking = rankingOf(shippedPolicy)
