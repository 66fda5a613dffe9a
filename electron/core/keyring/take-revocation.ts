/** Applies a revocation that came without its key, as "gpg --gen-revoke" writes it, to the one key here that it proves to be of. */
import type { KeyTaken } from '../../../shared/ipc/key-views.ts'
import { ok } from '../../../shared/kit/result.ts'
import { saying } from '../../../shared/words/say.ts'
import { keyApart } from '../pgp/key-apart.ts'
import { nowOf, type Session } from '../session.ts'
import { keysOf } from './key-records.ts'

/** The key ID in it only finds keys to try; the signature decides. */
export async function applyAlone(session: Session, revocation: string): Promise<KeyTaken> {
  const keys = keysOf(session.store)
  const wishes = keys.all().map(({ publicKey, secretKey }) => ({ known: publicKey, secret: secretKey }))
  const found = await keyApart('applyToOne', wishes, revocation, nowOf(session))
  if (!found.ok) return { fingerprint: null, userId: '', outcome: 'refused', said: [found.problem] }
  const { inspected, parts, armored, armoredSecret } = found.value
  const known = keys.get(inspected.fingerprint ?? '')
  const about = { fingerprint: inspected.fingerprint, userId: inspected.userIds[0] ?? '' }
  if (known === null) return { ...about, outcome: 'refused', said: [saying('key-changed-meanwhile')] }
  if (known.inspected.state === 'revoked') return { ...about, outcome: 'unchanged', said: [] }
  const record = { ...known, publicKey: armored, secretKey: armoredSecret ?? known.secretKey, inspected, parts }
  const done = session.store.commit((tx) => {
    keys.put(tx, record.fingerprint, record)
    return ok(null)
  })
  if (!done.ok) return { ...about, outcome: 'refused', said: [done.problem] }
  return { ...about, outcome: 'updated', said: [saying('key-update.revoked')] }
}
