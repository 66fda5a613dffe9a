/** Backs up a key of our own: one file, or one page to print, with the locked secret key, the public key and the revocation. */
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { saying, word, type Saying } from '../../../shared/words/say.ts'
import { keyApart } from '../pgp/key-apart.ts'
import { release } from '../release/release.ts'
import { writeCleared, type WrittenFile } from '../release/writers.ts'
import { nowOf, type Session } from '../session.ts'
import { backupPage } from './backup-page.ts'
import { keysOf, type KeyRecord } from './key-records.ts'
import { findOwnKey } from './own-key-changes.ts'
import { oneAtATime } from './one-at-a-time.ts'
import { isLockedNow, passphraseOf } from './own-secret.ts'

export interface KeyBackup {
  readonly fingerprint: string
  readonly form: 'file' | 'paper'
  /** Locks the secret key of the backup; the key here stays as it is. */
  readonly passphrase: string
  readonly to: { readonly grant: string }
}

/** @returns `key-locked` unless the passphrase given is its own; `grant-unknown`, and the problems of writing. */
export const backUpKey = (session: Session, wish: KeyBackup): Promise<Result<WrittenFile, Saying>> =>
  oneAtATime(session, () => backUpNow(session, wish))

async function backUpNow(
  session: Session,
  { fingerprint, form, passphrase, to }: KeyBackup,
): Promise<Result<WrittenFile, Saying>> {
  const found = findOwnKey(session, fingerprint)
  if (!found.ok) return found
  const { value: key } = found
  const current = isLockedNow(session, key) ? passphrase : passphraseOf(session, key)
  const secret = await keyApart('protect', key.secretKey, current, passphrase)
  if (!secret.ok) return isLockedNow(session, key) ? fail(saying('key-locked', { fingerprint })) : secret
  const text = form === 'file' ? backupText(key, secret.value) : backupPage(key, secret.value, nowOf(session))
  const cleared = await release.ownSecret(text, { fingerprint: key.fingerprint, passphrase })
  const target = session.ports.redeem(to.grant, 'write')
  if (target === null) return fail(saying('grant-unknown'))
  const written = writeCleared(target, cleared)
  return written.ok ? noted(session, key, written.value) : written
}

/** Unlocked it never leaves; the public key is in it for programs that want one file of both. */
export const backupText = ({ publicKey, revocation }: KeyRecord, lockedSecret: string): string =>
  [lockedSecret, publicKey, ...(revocation === null ? [] : [mutedRevocation(revocation)])]
    .map((block) => `${block.trim()}\n`)
    .join('\n')

/** As GnuPG stores it: a colon before BEGIN, so that importing the backup does not revoke the key. */
export const mutedRevocation = (revocation: string): string =>
  `${word('en', 'key-backup.revocation-note')}\n\n:${revocation.trim()}\n`

function noted(session: Session, { fingerprint }: KeyRecord, written: WrittenFile): Result<WrittenFile, Saying> {
  const done = session.store.commit((tx) => {
    const key = keysOf(session.store).get(fingerprint)
    if (key !== null) keysOf(session.store).put(tx, fingerprint, { ...key, lastBackup: tx.at })
    tx.log({ kind: 'key.backed-up', ref: written.sha256 })
    return ok(null)
  })
  if (!done.ok) return done
  session.news('key.changed', null)
  return ok(written)
}
