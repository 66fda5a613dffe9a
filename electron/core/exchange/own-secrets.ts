/** The keys that a message is opened and verified with: our own secret ones, and every public one that nobody rejected. */
import { keysOf } from '../keyring/key-records.ts'
import type { Session } from '../session.ts'

export function keysForOpening(session: Session): {
  secretKeys: { armored: string; passphrase: string | null }[]
  publicKeys: string[]
} {
  const keys = keysOf(session.store).all()
  return {
    secretKeys: keys.flatMap(({ secretKey, passphrase }) =>
      secretKey === null ? [] : [{ armored: secretKey, passphrase }],
    ),
    publicKeys: keys.filter(({ trust }) => trust !== 'rejected').map(({ publicKey }) => publicKey),
  }
}
