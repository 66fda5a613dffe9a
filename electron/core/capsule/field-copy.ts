/** A vault that begins as a copy of another one of the same analyst: it gets a tag of its own, and the team's decisions of that day. */
import { clockSettingsSchema } from '../../../shared/domain/clock/settings.ts'
import { disclosurePolicySchema } from '../../../shared/domain/disclosure/policy.ts'
import { policySchema } from '../../../shared/domain/order/policy.ts'
import { say, saying, type Saying } from '../../../shared/words/say.ts'
import { clockVersions } from '../clocks/clock-settings.ts'
import { keptTurns, putTurns } from '../clocks/duty.ts'
import { disclosureOf } from '../disclosure/disclosure-policy.ts'
import { policyVersions } from '../order/policy-versions.ts'
import { me, profileOf, type Session } from '../session.ts'
import type { Tx } from '../store/store.ts'
import type { HeldCapsule } from './held-capsules.ts'

/** The tag that this copy gets from the capsule; null where it is none of ours, or has it already. */
function newTag(session: Session, { manifest }: HeldCapsule): string | null {
  const { analyst, tag } = profileOf(session)
  const isOurs = manifest.kind === 'field' && manifest.tag !== null && manifest.from.code === analyst.code
  return isOurs && manifest.tag !== tag ? manifest.tag : null
}

/** Numbers that were given under the old tag would be given again by the other copy: only an empty vault becomes a field copy. */
export function refuseFieldCopy(session: Session, capsule: HeldCapsule): Saying | null {
  const tag = newTag(session, capsule)
  if (tag === null) return null
  const cases = Number(session.store.db.prepare('SELECT count(*) FROM cases', { pluck: true }).get())
  return cases === 0 ? null : saying('capsule-field-not-empty', { tag })
}

export function becomeFieldCopy(tx: Tx, session: Session, capsule: HeldCapsule): void {
  const tag = newTag(session, capsule)
  if (tag === null) return
  session.profiles.put(tx, me, { ...profileOf(session), tag })
  const { information, manifest } = capsule
  if (information === null) return
  const reason = say('en', saying('capsule-field-reason', { tag: manifest.from.tag, at: manifest.at }))
  const policy = policySchema.safeParse(information.policy)
  if (policy.success) policyVersions(session.store).decide(tx, session, policy.data, reason)
  const clocks = clockSettingsSchema.safeParse(information.clocks)
  if (clocks.success) clockVersions(session).decide(tx, session, clocks.data, reason)
  const disclosure = disclosurePolicySchema.safeParse(information.disclosure)
  if (disclosure.success) disclosureOf(session).decide(tx, session, disclosure.data, reason)
  if (keptTurns(session).length === 0) putTurns(tx, session, information.turns)
}
