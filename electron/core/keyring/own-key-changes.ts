/** What can be done with a key of our own: another end, another passphrase, unlocked, forgotten, revoked. One at a time, each in a thread apart. */
import type { KeyView } from '../../../shared/ipc/key-views.ts'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { rereadFor } from '../exchange/reread.ts'
import { keyApart } from '../pgp/key-apart.ts'
import type { KeyPair } from '../pgp/key-material.ts'
import type { RevocationReason } from '../pgp/revocation.ts'
import type { KeyAsRead } from '../../../shared/domain/key/update.ts'
import { nowOf, type Session } from '../session.ts'
import { changeKey, findKey, showKey } from './keyring.ts'
import type { KeyRecord } from './key-records.ts'
import { oneAtATime } from './one-at-a-time.ts'
import { forgetPassphrase, isLockedNow, passphraseOf, rememberPassphrase } from './own-secret.ts'

type Changed = Promise<Result<KeyView, Saying>>
type OwnRecord = KeyRecord & { readonly secretKey: string }

/** @returns `key-not-found`, `key-not-own`. */
export function findOwnKey(session: Session, fingerprint: string): Result<OwnRecord, Saying> {
  const found = findKey(session, fingerprint)
  if (!found.ok) return found
  const { secretKey } = found.value
  return secretKey === null ? fail(saying('key-not-own')) : ok({ ...found.value, secretKey })
}

const onOwnKey = (session: Session, fingerprint: string, work: (key: OwnRecord) => Changed): Changed =>
  oneAtATime(session, async () => {
    const found = findOwnKey(session, fingerprint)
    return found.ok ? work(found.value) : found
  })

const locked = ({ fingerprint }: KeyRecord): Saying => saying('key-locked', { fingerprint })

/** `days` from now; null: no end. @returns also `key-locked`, and the problems of `extended`. */
export const extendOwnKey = (
  session: Session,
  { fingerprint, days }: { readonly fingerprint: string; readonly days: number | null },
): Changed =>
  onOwnKey(session, fingerprint, async (key) => {
    if (isLockedNow(session, key)) return fail(locked(key))
    const until = days === null ? null : new Date(session.ports.now() + days * 86_400_000).toISOString()
    const longer = await keyApart('extend', key.secretKey, passphraseOf(session, key), until, nowOf(session))
    return longer.ok ? changeKey(session, key.fingerprint, (now) => withPair(now, longer.value)) : longer
  })

const withPair = (
  key: KeyRecord,
  { armoredPublic, armoredSecret, inspected, parts }: KeyPair & KeyAsRead,
): KeyRecord => ({
  ...key,
  publicKey: armoredPublic,
  secretKey: armoredSecret,
  inspected: { ...inspected, secret: key.inspected.secret },
  parts,
})

export interface PassphraseChange {
  readonly fingerprint: string
  /** null: the one that is kept or was given. */
  readonly current: string | null
  /** null: no lock but the vault's. */
  readonly next: string | null
  /** In the vault; else it is known until the next lock of the vault. */
  readonly keep: boolean
}

/** @returns also `key-locked`, `key-passphrase-wrong`. */
export const changePassphrase = (session: Session, { fingerprint, current, next, keep }: PassphraseChange): Changed =>
  onOwnKey(session, fingerprint, async (key) => {
    if (current === null && isLockedNow(session, key)) return fail(locked(key))
    const protectedKey = await keyApart('protect', key.secretKey, current ?? passphraseOf(session, key), next)
    if (!protectedKey.ok) return protectedKey
    return changeKey(session, key.fingerprint, (now) => {
      remember(session, key, keep ? null : next)
      const passphrase = keep ? next : null
      return { ...now, secretKey: protectedKey.value, locked: next !== null, passphrase }
    })
  })

function remember(session: Session, { fingerprint }: KeyRecord, passphrase: string | null): void {
  if (passphrase === null) forgetPassphrase(session, fingerprint)
  else rememberPassphrase(session, fingerprint, passphrase)
}

export interface Unlocking {
  readonly fingerprint: string
  readonly passphrase: string
  readonly keep: 'session' | 'vault'
}

/** What waited for it is read again. @returns also `key-passphrase-wrong`. */
export const unlockOwnKey = (session: Session, { fingerprint, passphrase, keep }: Unlocking): Changed =>
  onOwnKey(session, fingerprint, async (key) => {
    const opened = await keyApart('unlockToKeep', key.secretKey, passphrase, nowOf(session))
    if (!opened.ok) return opened
    const { wasLocked, revocation } = opened.value
    const done = await changeKey(session, key.fingerprint, (now) => {
      remember(session, key, wasLocked && keep === 'session' ? passphrase : null)
      const kept = wasLocked && keep === 'vault' ? passphrase : null
      return { ...now, locked: wasLocked, passphrase: kept, revocation: now.revocation ?? revocation }
    })
    if (!done.ok) return done
    await rereadFor(session, [key.fingerprint])
    return showKey(session, key.fingerprint)
  })

/** Out of memory and out of the vault. A key without a lock of its own stays as it is. */
export const forgetOwnKey = (session: Session, fingerprint: string): Changed =>
  onOwnKey(session, fingerprint, async (key) => {
    forgetPassphrase(session, key.fingerprint)
    return changeKey(session, key.fingerprint, (now) => ({
      ...now,
      locked: now.locked || now.passphrase !== null,
      passphrase: null,
    }))
  })

export interface Revoking {
  readonly fingerprint: string
  readonly reason: RevocationReason
}

/**
 * Its public half then tells everybody who has it; nothing of the key is thrown away, and what was encrypted to it still opens. Where
 * nobody can unlock it, the revocation that was kept is applied, which says no reason.
 * @returns also `key-already-revoked`; `key-locked` where none was kept.
 */
export const revokeOwnKey = (session: Session, { fingerprint, reason }: Revoking): Changed =>
  onOwnKey(session, fingerprint, async (key) => {
    if (key.inspected.state === 'revoked') return fail(saying('key-already-revoked'))
    const dead = isLockedNow(session, key)
      ? await revokedByKept(session, key)
      : await keyApart('revoke', key.secretKey, passphraseOf(session, key), reason, nowOf(session))
    return dead.ok ? changeKey(session, key.fingerprint, (now) => withPair(now, dead.value)) : dead
  })

async function revokedByKept(session: Session, key: OwnRecord): Promise<Result<KeyPair & KeyAsRead, Saying>> {
  if (key.revocation === null) return fail(locked(key))
  const applied = await keyApart('applyRevocation', key.publicKey, key.revocation, nowOf(session))
  if (!applied.ok) return applied
  const wish = [{ known: key.publicKey, copies: [applied.value], secret: key.secretKey }]
  const merged = await keyApart('mergeAll', wish, nowOf(session))
  const one = merged.ok ? merged.value[0] : merged
  if (one === undefined) throw new Error('a key that was not merged')
  if (!one.ok) return one
  const { armored, armoredSecret, inspected, parts } = one.value
  return ok({ armoredPublic: armored, armoredSecret: armoredSecret ?? key.secretKey, inspected, parts })
}
