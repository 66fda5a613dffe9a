/** "Whom do I call, how, right now?": the facts that the desk has of a card, for the rule that answers. */
import { asOf } from '../../../shared/domain/key/key.ts'
import { reach, type Reach, type ReachFacts, type ReachQuestion } from '../../../shared/domain/reach/reach.ts'
import { ok, type Result } from '../../../shared/kit/result.ts'
import type { Saying } from '../../../shared/words/say.ts'
import { keysNow } from '../keyring/key-records.ts'
import { nowOf, type Session } from '../session.ts'
import { findShelved } from './card-book.ts'
import { closedDays } from './card-clock.ts'
import { keysToWriteTo } from './card-keys.ts'
import { checksOn } from './checks.ts'
import type { Shelved } from './shelf.ts'

export interface Asked extends Omit<ReachQuestion, 'at'> {
  readonly card: string
  /** UTC ISO; null: now. */
  readonly at: string | null
}

export async function reachCard(session: Session, { card, at, ...question }: Asked): Promise<Result<Reach, Saying>> {
  const found = findShelved(session, card)
  if (!found.ok) return found
  const instant = at === null ? nowOf(session) : new Date(at).toISOString()
  const facts = await factsOf(session, found.value, instant)
  return ok(reach(found.value.reading, facts, { ...question, at: instant }))
}

async function factsOf(session: Session, card: Shelved, at: string): Promise<ReachFacts> {
  return {
    closures: await closedDays(card, at),
    check: checkOn(session, card),
    keys: keysToWriteTo(card, keysNow(session)).map(({ fingerprint, inspected, trust }) => {
      const { state, canEncrypt, expires } = asOf(inspected, at)
      return { fingerprint, state, canEncrypt, trust, expires }
    }),
  }
}

/** The newest that stands; else one that stood once. What was taken back counts as if it had never been. */
function checkOn(session: Session, { record }: Shelved): NonNullable<ReachFacts['check']> {
  const checks = checksOn(session, record)
  const standing = checks.find(({ state }) => state === 'current')
  const lapsed = checks.find(({ state }) => state === 'lapsed')
  if (standing !== undefined) return { state: 'standing', at: standing.at }
  return lapsed === undefined ? { state: 'none', at: null } : { state: 'lapsed', at: lapsed.at }
}
