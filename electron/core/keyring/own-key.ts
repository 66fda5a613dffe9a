/** Makes a key of our own: the desk key of this copy, or the team key for exchanges with others. Sealed with the store. */
import { ok, type Result } from '../../../shared/kit/result.ts'
import type { KeyRow } from '../../../shared/ipc/views.ts'
import type { Saying } from '../../../shared/words/say.ts'
import { keyApart } from '../pgp/key-apart.ts'
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
  /** null: it does not end. */
  readonly days?: number | null
}

/** A new team key signs from now on in the place of the one before, which stays. @returns `key-user-id-invalid`. */
export async function makeOwnKey(
  session: Session,
  { name, email, role, passphrase = null, days = expiresInDays }: NewOwnKey,
): Promise<Result<KeyRow, Saying>> {
  const now = nowOf(session)
  const made = await keyApart('generate', { name, email, now, expiresInDays: days, passphrase })
  if (!made.ok) return made
  const { fingerprint, armoredPublic, armoredSecret, revocation, inspected, parts } = made.value
  const record: KeyRecord = {
    fingerprint,
    role,
    publicKey: armoredPublic,
    secretKey: armoredSecret,
    passphrase,
    locked: passphrase !== null,
    inspected,
    parts,
    card: profileOf(session).ownCard,
    trust: 'verified',
    decisions: [],
    revocation,
    signsFor: [],
    lastBackup: null,
  }
  const done = session.store.commit((tx) => {
    keysOf(session.store).put(tx, fingerprint, record)
    const own = role === 'desk' ? { deskKey: fingerprint } : { teamKey: fingerprint }
    session.profiles.put(tx, me, { ...profileOf(session), ...own })
    return ok(null)
  })
  if (!done.ok) return done
  session.news('key.changed', null)
  session.news('me.changed', null)
  const row = listKeys(session).find((key) => key.fingerprint === fingerprint)
  if (row === undefined) throw new Error('a key that was just stored')
  return ok(row)
}
