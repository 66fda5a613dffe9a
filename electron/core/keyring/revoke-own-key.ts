/** Revokes a key of our own: its public half then tells everybody who has it. Nothing of the key is thrown away. */
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import type { KeyRow } from '../../../shared/ipc/views.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { inspectKey, revokeKey, type RevocationReason } from '../pgp/key-material.ts'
import { nowOf, type Session } from '../session.ts'
import { keysOf } from './key-records.ts'
import { findKey, listKeys } from './keyring.ts'

/** `key-not-secret` for a key of others: only its owner revokes a key. What was encrypted to it still opens. */
export async function revokeOwnKey(
  session: Session,
  fingerprint: string,
  reason: RevocationReason,
): Promise<Result<KeyRow, Saying>> {
  const found = findKey(session, fingerprint)
  if (!found.ok) return found
  const { secretKey, passphrase } = found.value
  if (secretKey === null) return fail(saying('key-not-secret'))
  const revoked = await revokeKey(secretKey, passphrase, reason, nowOf(session))
  if (!revoked.ok) return revoked
  const { armoredPublic, armoredSecret } = revoked.value
  const inspected = await inspectKey(armoredPublic, nowOf(session))
  if (!inspected.ok) return inspected
  const record = { ...found.value, publicKey: armoredPublic, secretKey: armoredSecret, inspected: inspected.value }
  const done = session.store.commit((tx) => {
    keysOf(session.store).put(tx, record.fingerprint, record)
    return ok(null)
  })
  if (!done.ok) return done
  session.news('key.changed', null)
  const row = listKeys(session).find((key) => key.fingerprint === record.fingerprint)
  if (row === undefined) throw new Error('a key that was just stored')
  return ok(row)
}
