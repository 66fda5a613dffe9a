/** Who a message is for, as it was typed: a card by id, name or address, or the whole fingerprint of a key in the keyring. */
import { saying } from '../../../shared/words/say.ts'
import type { Session } from '../../core/session.ts'
import { taken } from '../command.ts'
import { Refused } from '../refusal.ts'
import { fingerprintOf, isFingerprint } from '../values.ts'

/** Card ids and fingerprints as core knows them. Throws Refused for one that is not here. */
export async function recipientIds(session: Session, typed: readonly string[]): Promise<readonly string[]> {
  const [{ findCard }, { keysOf }] = await Promise.all([
    import('../../core/cards/card-book.ts'),
    import('../../core/keyring/key-records.ts'),
  ])
  return typed.map((one) => {
    if (!isFingerprint(one)) return taken(findCard(session, one)).id
    const fingerprint = fingerprintOf(one)
    if (keysOf(session.store).get(fingerprint) === null) throw new Refused(saying('key-not-found', { fingerprint }))
    return fingerprint
  })
}
