/** Who a capsule may go to and come from: analysts of our own team, by their desk keys, which a person here has verified. */
import type { Tier } from '../../../shared/domain/case/vocabulary.ts'
import type { Taker } from '../../../shared/ipc/handover-views.ts'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { keysNow, keysOf, type KeyRecord } from '../keyring/key-records.ts'
import { findKey } from '../keyring/keyring.ts'
import { profileOf, type Session } from '../session.ts'
import { rosterOf } from '../team/roster.ts'

export interface Colleague {
  readonly code: string
  readonly name: string
  readonly tier: Tier | null
  readonly key: KeyRecord
}

/** "Jon Vik (JV) <jv@desk.invalid>", as every desk names the key that it makes for itself. */
const deskUserId = /^(.{0,200}?)(?: \([A-Z0-9]{1,10}\))? <([a-z0-9]{1,10})@desk\.invalid>$/

function namedBy({ inspected }: Pick<KeyRecord, 'inspected'>): { readonly name: string; readonly code: string } | null {
  const found = inspected.userIds.map((userId) => deskUserId.exec(userId)).find((match) => match !== null)
  return found === undefined || found === null ? null : { name: found[1] ?? '', code: (found[2] ?? '').toUpperCase() }
}

/** Personal codes by the desk keys that our own card names. */
function rosterKeys(session: Session): ReadonlyMap<string, string> {
  const { ownCard } = profileOf(session)
  const members = ownCard === null ? [] : (session.shelf.get(ownCard)?.reading.members ?? [])
  return new Map(
    members.flatMap(({ code, deskKey }) =>
      code && deskKey ? [[deskKey.replaceAll(/\s/g, '').toUpperCase(), code]] : [],
    ),
  )
}

/** A key of another team is verified too: whoever has a card of their own is none of us. */
const isOfUs = (session: Session, { role, card }: KeyRecord): boolean =>
  role === 'other' && (card === null || card === profileOf(session).ownCard)

function colleagueOf(session: Session, key: KeyRecord): Colleague {
  const roster = rosterOf(session)
  const named = namedBy(key)
  const code = rosterKeys(session).get(key.fingerprint) ?? named?.code ?? ''
  const member = roster.find((one) => one.code === code)
  const name = member?.name ?? (named?.name || (key.inspected.userIds[0] ?? key.fingerprint))
  return { code, name, tier: member?.tier ?? null, key }
}

/** @returns `key-not-found`, `capsule-own`, `capsule-key-unverified`. */
export function colleagueBy(session: Session, fingerprint: string): Result<Colleague, Saying> {
  const found = findKey(session, fingerprint)
  if (!found.ok) return found
  if (fingerprint === profileOf(session).deskKey) return fail(saying('capsule-own'))
  if (!isOfUs(session, found.value) || found.value.trust !== 'verified')
    return fail(saying('capsule-key-unverified', { fingerprint }))
  return ok(colleagueOf(session, found.value))
}

/** Everybody of the roster but us, and those whose desk key is here though no roster names them. */
export function takersOf(session: Session): readonly Taker[] {
  const { analyst } = profileOf(session)
  const keys = keysNow(session).filter((key) => isOfUs(session, key) && key.trust !== 'rejected')
  const known = keys
    .map((key) => colleagueOf(session, key))
    .filter(({ code, key }) => code !== '' && isDesk(session, key))
  const named = rosterOf(session).filter(({ code }) => code !== analyst.code)
  const others = known.filter(({ code }) => code !== analyst.code && !named.some((one) => one.code === code))
  return [...named, ...new Map(others.map((one) => [one.code, one])).values()].map(({ code, name, tier }) => {
    const ofThem = known
      .filter((one) => one.code === code)
      .toSorted((a, b) => Number(isGood(b.key)) - Number(isGood(a.key)))
    const key = ofThem[0]?.key ?? null
    return { code, name, tier, key: key?.fingerprint ?? null, verified: key !== null && isGood(key) }
  })
}

const isGood = ({ trust, inspected }: KeyRecord): boolean => trust === 'verified' && inspected.canEncrypt

const isDesk = (session: Session, key: KeyRecord): boolean =>
  rosterKeys(session).has(key.fingerprint) || namedBy(key) !== null

/** Public keys that a capsule's signature is looked for among; whether its signer counts is asked afterwards. */
export const possibleSigners = (session: Session): readonly string[] =>
  keysOf(session.store)
    .all()
    .filter((key) => isOfUs(session, key) || key.role === 'desk')
    .map(({ publicKey }) => publicKey)
