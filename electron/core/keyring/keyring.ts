/** The keyring: own keys and others', imported, merged, decided about. Full fingerprints only. */
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import type { KeyRow, KeyView, Trust, TrustHow } from '../../../shared/ipc/views.ts'
import { authorOf, type Session } from '../session.ts'
import { keysNow, keysOf, type KeyRecord } from './key-records.ts'

export function findKey(session: Session, fingerprint: string): Result<KeyRecord, Saying> {
  const key = keysOf(session.store).get(fingerprint.replaceAll(/\s/g, '').toUpperCase())
  return key === null ? fail(saying('key-not-found', { fingerprint })) : ok(key)
}

export const listKeys = (session: Session): readonly KeyRow[] => rowsOf(session, keysNow(session))

export const rowsOf = (session: Session, keys: readonly KeyRecord[]): readonly KeyRow[] =>
  keys.map((key) => keyRow(session, key))

/** `usedIn`: how many exchanges it signed or received. */
function keyRow({ shelf, contacts }: Session, key: KeyRecord): KeyRow {
  const { inspected, fingerprint, role, trust, card } = key
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
    card: card === null ? null : { id: card, name: shelf.get(card)?.name ?? card },
    usedIn: contacts.with([fingerprint]).exchanges,
  }
}

export function keyView(session: Session, key: KeyRecord): KeyView {
  const row = listKeys(session).find(({ fingerprint }) => fingerprint === key.fingerprint)
  if (row === undefined) throw new Error('a key without a row')
  return { ...row, findings: key.inspected.findings, decisions: key.decisions }
}

export interface TrustDecision {
  readonly fingerprint: string
  readonly trust: Trust
  readonly how: TrustHow
  readonly note: string
  /** The number that was called, for a call-back: it must stand on the card. */
  readonly number?: string | undefined
}

export function decideTrust(session: Session, decision: TrustDecision): Result<KeyView, Saying> {
  const found = findKey(session, decision.fingerprint)
  if (!found.ok) return found
  const refusal = decision.how === 'call-back' ? refuseCallBack(session, found.value, decision.number) : null
  if (refusal !== null) return fail(refusal)
  const { trust, how, note } = decision
  const done = session.store.commit((tx) => {
    const entry = { at: tx.at, code: authorOf(session).actor.code, trust, how, note }
    const key = { ...found.value, trust, decisions: [...found.value.decisions, entry] }
    keysOf(session.store).put(tx, key.fingerprint, key)
    return ok(key)
  })
  if (!done.ok) return done
  session.news('key.changed', null)
  return ok(keyView(session, done.value))
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
