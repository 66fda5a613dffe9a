/** The keys that a message is opened and verified with: our own secret ones, and every public one that nobody rejected. */
import { keysOf } from '../keyring/key-records.ts'
import { ownSecrets, type OwnSecret } from '../keyring/own-secret.ts'
import type { Session } from '../session.ts'

export const keysForOpening = (
  session: Session,
): { readonly secretKeys: readonly OwnSecret[]; readonly publicKeys: readonly string[] } => ({
  secretKeys: ownSecrets(session),
  publicKeys: keysOf(session.store)
    .all()
    .filter(({ trust }) => trust !== 'rejected')
    .map(({ publicKey }) => publicKey),
})
