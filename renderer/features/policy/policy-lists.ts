/** The fixed words of a policy as lists; taken from its types, so that the window does not carry the checker of schemas with it. */
import type {
  EscalationStep,
  EscalationTarget,
  PresetName,
  TieBreaker,
  Urgency,
} from '../../../shared/domain/order/policy.ts'
import type { Policy } from '../../../shared/domain/order/policy.ts'

/** Forget one and it does not compile. */
const keysOf = <T extends string>(all: Readonly<Record<T, true>>): readonly T[] => Object.keys(all) as T[]

export const presetNames = keysOf<PresetName>({ ladder: true, factors: true, tiered: true, grid: true })
export const urgencies = keysOf<Urgency>({ low: true, medium: true, high: true })
export const tieBreakers = keysOf<TieBreaker>({
  breached: true,
  urgent: true,
  'time-left': true,
  severity: true,
  constituent: true,
  age: true,
})
export const escalationTargets = keysOf<EscalationTarget>({ N1: true, N2: true, N3: true, 'in-charge': true })
export const whats = keysOf<EscalationStep['what']>({ unanswered: true, breached: true, any: true })
export const factorNames = keysOf<keyof Policy['factors']>({
  type: true,
  severity: true,
  constituent: true,
  resources: true,
})

export const numberChoices = (from: number, to: number): readonly { value: string; label: string }[] =>
  Array.from({ length: to - from + 1 }, (_, at) => ({ value: String(from + at), label: String(from + at) }))
