/** The secret halves of our keys when they are needed, with the passphrase that is kept or was given since the vault was unlocked. */
import type { Session } from '../session.ts'
import { keysOf, type KeyRecord } from './key-records.ts'

export interface OwnSecret {
  readonly armored: string
  /** Null if the key has no lock of its own, or its passphrase is not at hand: see `isLockedNow`. */
  readonly passphrase: string | null
}

/** In memory, by session: with the session everything here is gone, and locking ends the process that holds it. */
const given = new WeakMap<Session, Map<string, string>>()

export function rememberPassphrase(session: Session, fingerprint: string, passphrase: string): void {
  const known = given.get(session) ?? new Map<string, string>()
  given.set(session, known.set(fingerprint, passphrase))
}

export function forgetPassphrase(session: Session, fingerprint: string): void {
  given.get(session)?.delete(fingerprint)
}

export type PassphraseState = 'none' | 'kept' | 'session' | 'asked'

export function passphraseState(session: Session, { fingerprint, locked, passphrase }: KeyRecord): PassphraseState {
  if (passphrase !== null) return 'kept'
  if (!locked) return 'none'
  return given.get(session)?.has(fingerprint) === true ? 'session' : 'asked'
}

export const passphraseOf = (session: Session, { fingerprint, passphrase }: KeyRecord): string | null =>
  passphrase ?? given.get(session)?.get(fingerprint) ?? null

/** Nobody can use its secret half before its passphrase is given. */
export const isLockedNow = (session: Session, key: KeyRecord): boolean =>
  key.secretKey !== null && passphraseState(session, key) === 'asked'

/** null for keys of others. */
export const secretOf = (session: Session, key: KeyRecord): OwnSecret | null =>
  key.secretKey === null ? null : { armored: key.secretKey, passphrase: passphraseOf(session, key) }

/** All of ours, unlocked or not: what a message is opened with. */
export const ownSecrets = (session: Session): OwnSecret[] =>
  keysOf(session.store)
    .all()
    .flatMap((key) => secretOf(session, key) ?? [])
