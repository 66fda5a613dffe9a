/** Own keys with a lock of their own, opened for one command with the passphrase that was given beside it. */
import type { Session } from '../../core/session.ts'
import type { Call } from '../command.ts'

/** A key that another passphrase locks stays locked: what needs it says so by its own problem. */
export async function unlockGiven(call: Pick<Call, 'secrets'>, session: Session): Promise<void> {
  const passphrase = call.secrets.given('key')
  if (passphrase === null) return
  const [{ keysOf }, { isLockedNow }, { unlockOwnKey }] = await Promise.all([
    import('../../core/keyring/key-records.ts'),
    import('../../core/keyring/own-secret.ts'),
    import('../../core/keyring/own-key-changes.ts'),
  ])
  const locked = keysOf(session.store)
    .all()
    .filter((key) => key.secretKey !== null && isLockedNow(session, key))
  for (const { fingerprint } of locked) await unlockOwnKey(session, { fingerprint, passphrase, keep: 'session' })
}
