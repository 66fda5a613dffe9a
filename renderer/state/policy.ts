/** The order that the team has decided on: in force, its draft, and what the draft would do. */
import type { Policy, PolicyRung, PresetName } from '../../shared/domain/order/policy.ts'
import type { Band } from '../../shared/domain/order/ladder.ts'
import type { Job } from '../../shared/ipc/card-views.ts'
import type { PolicyView, Simulation } from '../../shared/ipc/case-views.ts'
import { client, type Answer } from '../bridge/client.ts'
import { teamPolicy } from './case-work.ts'

export const policies = teamPolicy

/** A rung with its place: the number that people call it by. */
export interface PlacedRung extends PolicyRung {
  /** From 1. */
  readonly at: number
}

export const placedRungs = ({ rungs }: Policy): readonly PlacedRung[] =>
  rungs.map((rung, index) => ({ ...rung, at: index + 1 }))

export const rungsOfBand = (policy: Policy, band: Band): readonly PlacedRung[] =>
  placedRungs(policy).filter((rung) => rung.band === band)

/** The place of a rung by its id; null where the policy in force has no such rung, or is not read yet. */
export function placeOfRung(policy: Policy | null, id: number | null): number | null {
  const at = policy?.rungs.findIndex((rung) => rung.id === id) ?? -1
  return at < 0 ? null : at + 1
}

/** Keeps a draft, or discards it (null). */
export async function keepDraft(policy: Policy | null): Promise<Answer<PolicyView>> {
  const answer = await client['policy.draft']({ policy })
  if (answer.ok) policies.take(answer.value)
  return answer
}

export const presetPolicy = (preset: PresetName): Promise<Answer<Policy>> => client['policy.preset']({ preset })

export const policyFromCard = (card: string): Promise<Answer<Policy>> => client['policy.fromCard']({ card })

export const simulate = (policy: Policy): Promise<Answer<Simulation>> => client['policy.simulate']({ policy })

export const enforce = (reason: string): Promise<Answer<Job>> => client['policy.enforce']({ reason })
