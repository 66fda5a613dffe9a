/** Makes a key of our own: the desk key of this copy, or the team key for exchanges with others. Sealed with the store. */
import { ok, type Result } from '../../../shared/kit/result.ts'
import type { KeyRow } from '../../../shared/ipc/views.ts'
import type { Saying } from '../../../shared/words/say.ts'
import { generateKey, inspectKey, protectSecret } from '../pgp/key-material.ts'
import { me, nowOf, profileOf, type Session } from '../session.ts'
import { keysOf, type KeyRecord } from './key-records.ts'
import { listKeys } from './keyring.ts'

/** Two years: long enough to be known by partners, short enough that a lost one ends by itself. */
const expiresInDays = 730

export interface NewOwnKey {
  readonly name: string
  readonly email: string
  readonly role: 'desk' | 'team'
  /** Locks the key itself as well; like that of an imported key it is kept, sealed with the store. */
  readonly passphrase?: string | null
}

export async function makeOwnKey(
  session: Session,
  { name, email, role, passphrase = null }: NewOwnKey,
): Promise<Result<KeyRow, Saying>> {
  const made = await generateKey({ name, email, now: nowOf(session), expiresInDays })
  if (!made.ok) return made
  const secret =
    passphrase === null ? ok(made.value.armoredSecret) : await protectSecret(made.value.armoredSecret, null, passphrase)
  if (!secret.ok) return secret
  const inspected = await inspectKey(made.value.armoredPublic, nowOf(session))
  if (!inspected.ok) return inspected
  const record: KeyRecord = {
    fingerprint: made.value.fingerprint,
    role,
    publicKey: made.value.armoredPublic,
    secretKey: secret.value,
    passphrase,
    inspected: inspected.value,
    card: profileOf(session).ownCard,
    trust: 'verified',
    decisions: [],
  }
  const done = session.store.commit((tx) => {
    keysOf(session.store).put(tx, record.fingerprint, record)
    const own = role === 'desk' ? { deskKey: record.fingerprint } : { teamKey: record.fingerprint }
    session.profiles.put(tx, me, { ...profileOf(session), ...own })
    return ok(null)
  })
  if (!done.ok) return done
  session.news('key.changed', null)
  session.news('me.changed', null)
  const row = listKeys(session).find(({ fingerprint }) => fingerprint === record.fingerprint)
  if (row === undefined) throw new Error('a key that was just stored')
  return ok(row)
}
