/** What to do next about a message, as the keys of this vault stand now. */
import type { NextStep } from '../../../shared/domain/exchange/next-step.ts'
import { nextSteps, type OwnKeyHere } from '../../../shared/domain/exchange/next-steps.ts'
import { keysOf } from '../keyring/key-records.ts'
import { isLockedNow } from '../keyring/own-secret.ts'
import { profileOf, type Session } from '../session.ts'
import type { ExchangeRecord } from './exchange-records.ts'
import { fingerprintsIn } from './key-ids.ts'
import { keyIdOf } from './waits-for.ts'

type InMessage = Pick<ExchangeRecord, 'direction' | 'problem' | 'message'>

export function nextFor(session: Session, { direction, problem, message }: InMessage): readonly NextStep[] {
  if (direction === 'out') return [{ kind: 'none-needed' }]
  const signer = message?.protection.signer?.fingerprint
  const findings = message?.findings ?? []
  const isShut = [problem, ...findings].some((said) => said?.code === 'message-no-key')
  return nextSteps({
    problem,
    message,
    ownKeys: isShut ? ownKeys(session) : [],
    signerTrust: signer === undefined ? null : (keysOf(session.store).get(signer)?.trust ?? null),
    newKeys: (message?.keysFound ?? []).filter((armored) => isNew(session, armored)).length,
  })
}

function ownKeys(session: Session): readonly OwnKeyHere[] {
  const { teamKey } = profileOf(session)
  return keysOf(session.store)
    .all()
    .filter(({ secretKey }) => secretKey !== null)
    .map((key) => ({
      fingerprint: key.fingerprint,
      keyIds: fingerprintsIn(key.publicKey).map(keyIdOf),
      locked: isLockedNow(session, key),
      current: key.fingerprint === teamKey,
    }))
}

/** A block that nothing can be read of is nothing to look at. */
function isNew(session: Session, armored: string): boolean {
  const [primary] = fingerprintsIn(armored)
  return primary !== undefined && keysOf(session.store).get(primary) === null
}
