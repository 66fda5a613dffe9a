/** Which of our keys signs what: the team key what goes to others, unless another was named for announcements or for personal messages. */
import { asOf } from '../../../shared/domain/key/key.ts'
import type { SigningRole } from '../../../shared/ipc/key-views.ts'
import type { KeyRow } from '../../../shared/ipc/views.ts'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { me, nowOf, profileOf, type Session } from '../session.ts'
import { keysOf, type KeyRecord } from './key-records.ts'
import { findKey, listKeys } from './keyring.ts'
import { isLockedNow, passphraseOf } from './own-secret.ts'

function keyFor(session: Session, role: SigningRole): KeyRecord | null {
  const keys = keysOf(session.store)
  const { teamKey } = profileOf(session)
  const named = role === 'team' ? undefined : keys.all().find((key) => key.signsFor.includes(role))
  return named ?? (teamKey === null ? null : keys.get(teamKey))
}

/** A key of our own, its `passphrase` the one at hand: kept, or given for this session. */
export type Signer = KeyRecord & { readonly secretKey: string }

/** Ready to sign today. @returns `release-team-key` (there is none), `key-cannot-sign`, `key-locked`. */
export function signerFor(session: Session, role: SigningRole): Result<Signer, Saying> {
  const key = keyFor(session, role)
  const secretKey = key?.secretKey ?? null
  if (key === null || secretKey === null) return fail(saying('release-team-key'))
  const { fingerprint } = key
  if (!canSignNow(session, key)) return fail(saying('key-cannot-sign', { fingerprint }))
  if (isLockedNow(session, key)) return fail(saying('key-locked', { fingerprint }))
  return ok({ ...key, secretKey, passphrase: passphraseOf(session, key) })
}

export const canSignNow = (session: Session, { secretKey, inspected, parts }: KeyRecord): boolean =>
  secretKey !== null && asOf(inspected, nowOf(session), parts).canSign

export interface SigningWish {
  readonly fingerprint: string
  /** Exactly these are its roles afterwards. */
  readonly roles: readonly SigningRole[]
}

/** A role belongs to one key at a time: it goes over from the other. @returns `key-not-own`, `key-cannot-sign-for`. */
export function setSigningRoles(
  session: Session,
  { fingerprint, roles }: SigningWish,
): Result<readonly KeyRow[], Saying> {
  const found = findKey(session, fingerprint)
  if (!found.ok) return found
  const { value: chosen } = found
  if (chosen.secretKey === null) return fail(saying('key-not-own'))
  if (roles.length > 0 && !canSignNow(session, chosen)) return fail(saying('key-cannot-sign-for', { fingerprint }))
  const done = session.store.commit((tx) => {
    const keys = keysOf(session.store)
    for (const key of keys.all()) {
      const signsFor = rolesAfter(key, chosen.fingerprint, roles)
      if (signsFor.join() !== key.signsFor.join()) keys.put(tx, key.fingerprint, { ...key, signsFor })
    }
    const profile = profileOf(session)
    const had = profile.teamKey === chosen.fingerprint
    const teamKey = roles.includes('team') ? chosen.fingerprint : had ? null : profile.teamKey
    if (teamKey !== profile.teamKey) session.profiles.put(tx, me, { ...profile, teamKey })
    return ok(null)
  })
  if (!done.ok) return done
  session.news('key.changed', null)
  session.news('me.changed', null)
  return ok(listKeys(session))
}

type OtherRole = KeyRecord['signsFor'][number]

const rolesAfter = (
  { fingerprint, signsFor }: KeyRecord,
  chosen: string,
  roles: readonly SigningRole[],
): readonly OtherRole[] =>
  fingerprint === chosen
    ? roles.flatMap((role) => (role === 'team' ? [] : [role]))
    : signsFor.filter((role) => !roles.includes(role))
