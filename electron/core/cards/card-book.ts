/** The directory of contact cards: documents read into cards, our own among them. */
import { DateTime, IANAZone } from 'luxon'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import type { CardReading } from '../../../shared/domain/card/card-reading.ts'
import { isOpen, nextChange } from '../../../shared/domain/clock/calendar.ts'
import { parseHours } from '../../../shared/domain/clock/hours.ts'
import type { ReadKey } from '../../../shared/domain/key/key.ts'
import type { Card, CardRow, CardView } from '../../../shared/ipc/views.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { refold } from '../cases/case-book.ts'
import { keysNow, keysOf, type KeyRecord } from '../keyring/key-records.ts'
import { listKeys } from '../keyring/keyring.ts'
import { readKeys } from '../pgp/read-keys.ts'
import type { Ports } from '../ports.ts'
import { me, nowOf, profileOf, type Session } from '../session.ts'
import { sha256 } from '../store/canonical.ts'
import { readCardApart } from '../workers/read-job.ts'
import type { Tx } from '../store/store.ts'
import { cardsOf, type CardRecord } from './card-records.ts'

export interface CardSource {
  readonly name: string
  readonly text: string
}

interface Doctored {
  readonly card: Card
  readonly keys: readonly ReadKey[]
}

/** Reads a document; its printed keys have been through the key doctor, in a worker. Nothing is stored. */
export async function readDocument(
  { name, text }: CardSource,
  ports: Pick<Ports, 'now'>,
): Promise<Result<Doctored, Saying>> {
  const read = await readCardApart(text, new Date(ports.now()).toISOString())
  if (!read.ok) return read
  const reading = read.value
  const nothing = reading.sections.present.length === 0 && reading.emails.length === 0 && reading.phones.length === 0
  if (nothing) return fail(saying('card-unreadable', { name }))
  const doctored = await Promise.all(reading.keys.map((key) => doctor(key, ports)))
  const card = { ...reading, keys: doctored.map(({ key }) => key) }
  return ok({ card, keys: doctored.flatMap(({ read: keys }) => keys) })
}

/** A block counts as the announced key only where its fingerprint is the announced one. */
async function doctor(
  key: CardReading['keys'][number],
  ports: Pick<Ports, 'now'>,
): Promise<{ key: Card['keys'][number]; read: readonly ReadKey[] }> {
  if (key.block === null) return { key, read: [] }
  const read = await readKeys({
    bytes: key.block,
    announced: key.fingerprint,
    now: new Date(ports.now()).toISOString(),
  })
  const found = read.ok
    ? read.value.find(
        ({ inspected }) =>
          inspected.fingerprint !== null && inspected.fingerprint === (key.fingerprint ?? inspected.fingerprint),
      )
    : undefined
  if (found === undefined) return { key, read: [] }
  const { state, expires, fingerprint } = found.inspected
  return { key: { ...key, state, expires: expires ?? key.expires, fingerprint }, read: [found] }
}

export async function importCard(
  session: Session,
  source: CardSource,
  own: boolean,
): Promise<Result<CardView, Saying>> {
  const read = await readDocument(source, session.ports)
  return read.ok ? storeCard(session, source, read.value, own) : read
}

/** A newer document of a team that is here already takes its card's place. */
function storeCard(
  session: Session,
  { name, text }: CardSource,
  { card, keys }: Doctored,
  own: boolean,
): Result<CardView, Saying> {
  const known = cardsOf(session.store)
    .all()
    .find(({ reading }) => sameTeam(reading, card))
  const id = known?.id ?? session.ports.newId()
  const readAt = nowOf(session)
  const record: CardRecord = { id, reading: card, source: { name, sha256: sha256(text), readAt }, text }
  const done = session.store.commit((tx) => {
    cardsOf(session.store).put(tx, id, record)
    for (const key of keys) addPrintedKey(tx, session, id, key)
    if (own) setOwnCard(tx, session, record)
    return ok(null)
  })
  if (!done.ok) return done
  for (const feed of ['card.changed', 'key.changed', 'me.changed'] as const) session.news(feed, null)
  return ok(cardView(session, record))
}

const sameTeam = (a: Card, b: Card): boolean => {
  const name = a.names.short?.toLowerCase() ?? null
  return name !== null && name === (b.names.short?.toLowerCase() ?? null)
}

/** A key that a document prints comes undecided; what people decided about one that is here stays. */
function addPrintedKey(tx: Tx, session: Session, card: string, { inspected, armored }: ReadKey): void {
  const { fingerprint } = inspected
  if (fingerprint === null || armored === null) return
  const keys = keysOf(session.store)
  const known = keys.get(fingerprint)
  const fresh: KeyRecord = {
    fingerprint,
    role: 'other',
    publicKey: armored,
    secretKey: null,
    passphrase: null,
    inspected,
    card,
    trust: 'undecided',
    decisions: [],
  }
  keys.put(tx, fingerprint, known === null ? fresh : { ...known, card: known.card ?? card })
}

/** The team's hours and zone drive every clock, so all cases are folded anew under them. */
function setOwnCard(tx: Tx, session: Session, { id, reading }: CardRecord): void {
  const profile = profileOf(session)
  const zone = reading.timeZone.iana ?? profile.zone
  session.profiles.put(tx, me, { ...profile, ownCard: id, hours: reading.hours.osm ?? profile.hours, zone })
  refold(tx, session)
}

export interface HandWritten {
  readonly name: string
  readonly address: string
  readonly phone: string
  readonly zone: string
  readonly hours: string
}

/** Our own team typed by hand becomes a document like any other, so that one reader makes all cards. */
export async function ownCardByHand(session: Session, typed: HandWritten): Promise<Result<CardView, Saying>> {
  if (!IANAZone.isValidZone(typed.zone)) return fail(saying('zone-not-known', { zone: typed.zone }))
  const hours = typed.hours.trim() === '' ? null : parseHours(typed.hours)
  if (hours !== null && !hours.ok) return hours
  const source = { name: `${typed.name}.txt`, text: documentOf(typed) }
  const read = await readDocument(source, session.ports)
  if (!read.ok) return read
  const { card } = read.value
  const exact: Card = {
    ...card,
    timeZone: { ...card.timeZone, iana: typed.zone, reason: 'zone-named' },
    hours: { osm: hours === null ? null : typed.hours.trim(), text: typed.hours, line: card.hours.line },
  }
  return storeCard(session, source, { ...read.value, card: exact }, true)
}

const documentOf = ({ name, address, phone, zone, hours }: HandWritten): string =>
  [
    ['2.1 Name of the Team', name],
    ['2.3 Time Zone', zone],
    ['2.4 Telephone Number', phone],
    ['2.7 Electronic Mail Address', address === '' ? '' : `Incident reports: ${address}`],
    ['2.11 Points of Customer Contact', hours === '' ? '' : `Hours of operation: ${hours}`],
  ]
    .filter(([, value]) => value !== '')
    .map(([title, value]) => `${title}\n\n${value}\n`)
    .join('\n')

/** By id, or by a name or address that only one card has. */
export function findCard(session: Session, wanted: string): Result<CardRecord, Saying> {
  const exact = cardsOf(session.store).get(wanted)
  if (exact !== null) return ok(exact)
  const text = wanted.trim().toLowerCase()
  const found = cardsOf(session.store)
    .all()
    .filter(({ reading }) => namesOf(reading).includes(text))
  const [only] = found
  return only === undefined || found.length > 1 ? fail(saying('card-not-found', { id: wanted })) : ok(only)
}

const namesOf = ({ names, emails }: Card): readonly string[] =>
  [names.short, names.full, ...names.others, ...emails.map(({ address }) => address)].flatMap((name) =>
    name === null ? [] : [name.toLowerCase()],
  )

export function listCards(session: Session, search: string): readonly CardRow[] {
  const words = search
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  const { ownCard } = profileOf(session)
  const keys = keysNow(session)
  return cardsOf(session.store)
    .all()
    .filter(({ reading }) => words.every((word) => namesOf(reading).some((name) => name.includes(word))))
    .map(({ id, reading }) => ({
      id,
      name: nameOf(reading),
      fullName: reading.names.full,
      country: reading.country,
      incidentAddress: incidentAddress(reading),
      own: id === ownCard,
      keys: keysOfCard(id, reading, keys),
      availability: reading.availability,
      findings: reading.findings.length,
    }))
}

/** The keys in the keyring that belong to the card, and the fingerprints that its document prints without a key. */
function keysOfCard(id: string, reading: Card, keys: readonly KeyRecord[]): CardRow['keys'] {
  const own = keys.filter(({ card, role }) => card === id && role !== 'desk')
  const held = own.map(({ fingerprint, inspected, trust }) => ({ fingerprint, state: inspected.state, trust }))
  const printed = reading.keys.flatMap(({ fingerprint, state }) =>
    fingerprint === null || own.some((key) => key.fingerprint === fingerprint)
      ? []
      : [{ fingerprint, state, trust: null }],
  )
  return [...held, ...printed]
}

export const nameOf = ({ names, emails }: Card): string => names.short ?? names.full ?? emails[0]?.address ?? '?'

/** Where reports go: an address for incidents, else any that is not closed to them; null rather than the wrong one (Z-01). */
export function incidentAddress({ emails }: Card): string | null {
  const open = emails.filter(({ doNotUseFor }) => !doNotUseFor.includes('incidents'))
  const usable = open.filter(({ purposes }) => purposes.includes('incidents') || purposes.includes('general'))
  return (usable.find(({ purposes }) => purposes.includes('incidents')) ?? usable[0])?.address ?? null
}

export function cardView(session: Session, { id, reading, source, text }: CardRecord): CardView {
  const now = nowOf(session)
  const zone = reading.timeZone.iana
  const parsed = reading.hours.osm === null ? null : parseHours(reading.hours.osm)
  const hours = parsed?.ok === true && zone !== null ? parsed.value : null
  const open = hours === null || zone === null ? 'unknown' : isOpen(hours, zone, [], now)
  return {
    id,
    own: id === profileOf(session).ownCard,
    reading,
    source,
    text,
    keys: listKeys(session).filter(({ card }) => card?.id === id),
    open,
    opensAt: open === 'no' && zone !== null ? nextChange(hours, zone, [], now) : null,
    localTime: zone === null ? null : DateTime.fromISO(now, { zone }).toISO({ suppressMilliseconds: true }),
  }
}
