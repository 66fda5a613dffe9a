/** The keyring: own keys and others', found, listed, decided about. Full fingerprints only. */
import { clashesAmong } from '../../../shared/domain/key/clashes.ts'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import type { KeyView } from '../../../shared/ipc/key-views.ts'
import type { KeyRow, Trust, TrustHow } from '../../../shared/ipc/views.ts'
import { authorOf, nowOf, profileOf, type Session } from '../session.ts'
import { badgesOf } from './key-badges.ts'
import { keysNow, keysOf, signingRolesOf, type KeyRecord } from './key-records.ts'
import { keyView } from './key-view.ts'
import { isLockedNow } from './own-secret.ts'

export function findKey(session: Session, fingerprint: string): Result<KeyRecord, Saying> {
  const key = keysOf(session.store).get(fingerprint.replaceAll(/\s/g, '').toUpperCase())
  return key === null ? fail(saying('key-not-found', { fingerprint })) : ok(key)
}

export const listKeys = (session: Session): readonly KeyRow[] => rowsOf(session, keysNow(session))

/** `keys` as they stand now (`keysNow`). */
export function rowsOf(session: Session, keys: readonly KeyRecord[]): readonly KeyRow[] {
  const clashes = clashesAmong(
    keysOf(session.store)
      .all()
      .map(({ fingerprint }) => fingerprint),
  )
  const around = { clashes, now: nowOf(session), teamKey: profileOf(session).teamKey }
  return keys.map((key) => keyRow(session, key, around))
}

interface Around {
  readonly clashes: (fingerprint: string) => readonly string[]
  readonly now: string
  readonly teamKey: string | null
}

/** `usedIn`: how many exchanges it signed or received. */
function keyRow(session: Session, key: KeyRecord, { clashes, now, teamKey }: Around): KeyRow {
  const { inspected, fingerprint, role, trust } = key
  const isLocked = isLockedNow(session, key)
  const card = key.card === null ? null : session.shelf.get(key.card)
  return {
    fingerprint,
    role,
    userIds: inspected.userIds,
    algorithm: inspected.algorithm ?? '',
    created: inspected.created ?? '',
    expires: inspected.expires,
    state: inspected.state,
    canEncrypt: inspected.canEncrypt,
    canSign: inspected.canSign,
    trust,
    card: key.card === null ? null : { id: key.card, name: card?.name ?? key.card },
    usedIn: session.contacts.with([fingerprint]).exchanges,
    badges: badgesOf({ inspected, isOwn: role !== 'other', isLocked, clashes: clashes(fingerprint), card, now }),
    signsFor: signingRolesOf(teamKey, key),
  }
}

/** @returns `key-not-found`. */
export async function showKey(session: Session, fingerprint: string): Promise<Result<KeyView, Saying>> {
  const found = findKey(session, fingerprint)
  if (!found.ok) return found
  const key = keysNow(session).find((one) => one.fingerprint === found.value.fingerprint) ?? found.value
  const [row] = rowsOf(session, [key])
  if (row === undefined) throw new Error('a key without a row')
  return ok(await keyView(session, key, row))
}

export interface TrustDecision {
  readonly fingerprint: string
  readonly trust: Trust
  readonly how: TrustHow
  readonly note: string
  /** The number that was called, for a call-back: it must stand on the card. */
  readonly number?: string | undefined
}

export async function decideTrust(session: Session, decision: TrustDecision): Promise<Result<KeyView, Saying>> {
  const found = findKey(session, decision.fingerprint)
  if (!found.ok) return found
  const refusal = decision.how === 'call-back' ? refuseCallBack(session, found.value, decision.number) : null
  if (refusal !== null) return fail(refusal)
  const { trust, how, note } = decision
  return changeKey(session, found.value.fingerprint, (key, at) => {
    const entry = { at, code: authorOf(session).actor.code, trust, how, note }
    return { ...key, trust, decisions: [...key.decisions, entry] }
  })
}

/** Writes what `change` makes of the key as it is at that moment, tells the windows, and shows it. @returns `key-not-found`. */
export async function changeKey(
  session: Session,
  fingerprint: string,
  change: (key: KeyRecord, at: string) => KeyRecord,
): Promise<Result<KeyView, Saying>> {
  const done = session.store.commit((tx) => {
    const key = findKey(session, fingerprint)
    if (!key.ok) return key
    keysOf(session.store).put(tx, key.value.fingerprint, change(key.value, tx.at))
    return ok(null)
  })
  if (!done.ok) return done
  session.news('key.changed', null)
  return showKey(session, fingerprint)
}

/** M-38: a call-back goes to the number on the card, never to one that came with the message. */
function refuseCallBack(session: Session, key: KeyRecord, number: string | undefined): Saying | null {
  const card = key.card === null ? null : session.shelf.get(key.card)
  const numbers = card?.reading.phones.flatMap(({ e164, text }) => [e164 ?? text]) ?? []
  if (numbers.length === 0) return saying('call-back-no-number')
  const called = number === undefined ? numbers.length === 1 : numbers.some((known) => digits(known) === digits(number))
  return called ? null : saying('call-back-other-number', { numbers: numbers.join(', ') })
}

const digits = (number: string): string => number.replaceAll(/\D/g, '')
