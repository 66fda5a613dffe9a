/** Numbers of messages with each partner: ours as they were given, theirs as their signed messages carry them. */
import {
  missingBelow,
  placeOf,
  rangesOf,
  readNumberLine,
  repeatedIn,
  type Numbered,
} from '../../../shared/domain/exchange/numbering.ts'
import type { PartnerNumbers } from '../../../shared/ipc/exchange-views.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { keysOf } from '../keyring/key-records.ts'
import { profileOf, type Session } from '../session.ts'
import type { ExchangeLine } from './exchange-lines.ts'
import { linesOf, type ExchangeRecord } from './exchange-records.ts'

type Theirs = ExchangeLine & { readonly numbered: NonNullable<ExchangeLine['numbered']> }

/** The card of the key that signed, else the key itself: a stranger's key with a known address counts for nobody else. */
function partnerOf(session: Session, signer: string): string | null {
  const key = keysOf(session.store).get(signer)
  if (key === null || key.trust === 'rejected') return null
  return key.card === null ? key.fingerprint : (session.shelf.get(key.card)?.id ?? key.card)
}

/** Their signed messages with a number, as they were taken in. */
const theirs = (session: Session, partner: string): readonly Theirs[] =>
  linesOf(session.store)
    .all()
    .filter((line): line is Theirs => line.numbered !== null && partnerOf(session, line.numbered.signer) === partner)

const inCount = (lines: readonly Theirs[]): readonly Numbered[] =>
  lines.map(({ row: { id }, sha256, numbered: { number } }) => ({ id, sha256, number }))

const ours = (session: Session, partner: string): readonly number[] =>
  linesOf(session.store)
    .all()
    .flatMap(({ numbers }) => numbers.flatMap((one) => (one.partner === partner ? [one.number] : [])))

/** The number that the next message to this partner (card or fingerprint) gets. */
export const nextNumber = (session: Session, partner: string): number => Math.max(0, ...ours(session, partner)) + 1

/** Numbers of theirs that have come, ascending. */
export const receivedFrom = (session: Session, partner: string): readonly number[] =>
  [...new Set(theirs(session, partner).map(({ numbered }) => numbered.number))].toSorted((a, b) => a - b)

/** The number line of a text, as it is kept with the message; null where it has none for us. */
export function numberedBy(session: Session, text: string): { number: number; received: number[] } | null {
  const said = readNumberLine(text, ownAddresses(session))
  return said === null ? null : { number: said.number, received: [...said.received] }
}

function ownAddresses(session: Session): readonly string[] {
  const { ownCard } = profileOf(session)
  const card = ownCard === null ? null : session.shelf.get(ownCard)
  return (card?.reading.emails ?? []).map(({ address }) => address.toLowerCase())
}

/** What the number of a message says to a person: what is missing before it, that it repeats or comes late. */
export function numberingOf(
  session: Session,
  record: ExchangeRecord,
): { number: number | null; said: readonly Saying[] } {
  if (record.direction === 'out') return { number: record.numbers[0]?.number ?? null, said: [] }
  if (record.numbered === null) return { number: null, said: [] }
  const { number } = record.numbered
  const { protection } = record.message ?? {}
  if (protection?.signature !== 'good') return { number, said: [saying('numbering.unsigned', { number })] }
  const partner = partnerOf(session, protection.signer?.fingerprint ?? '')
  const all = partner === null ? [] : theirs(session, partner)
  const place = placeOf(inCount(all), record.id)
  if (place === null) return { number, said: [] }
  const at = (id: string): string => all.find(({ row }) => row.id === id)?.row.at ?? ''
  // What was skipped then and has come since is no gap any more.
  const come = new Set(all.map(({ numbered }) => numbered.number))
  const missing = place.skipped.filter((one) => !come.has(one))
  return {
    number,
    said: [
      ...(missing.length === 0 ? [] : [saying('numbering.missing', { number, missing: rangesOf(missing) })]),
      ...(place.late ? [saying('numbering.late', { number })] : []),
      ...(place.sameAs === null ? [] : [saying('numbering.repeated', { number, at: at(place.sameAs) })]),
      ...(place.copyOf === null ? [] : [saying('numbering.copy', { number, at: at(place.copyOf) })]),
    ],
  }
}

/** Everybody with whom messages are numbered, the latest first. */
export function partnerList(session: Session): readonly PartnerNumbers[] {
  const partners = new Set<string>()
  for (const { numbers, numbered } of linesOf(session.store).all()) {
    for (const { partner } of numbers) partners.add(partner)
    const sender = numbered === null ? null : partnerOf(session, numbered.signer)
    if (sender !== null) partners.add(sender)
  }
  return [...partners]
    .map((partner) => numbersWith(session, partner))
    .toSorted((a, b) => ((a.lastAt ?? '') < (b.lastAt ?? '') ? 1 : -1))
}

function numbersWith(session: Session, partner: string): PartnerNumbers {
  const [sent, came] = [ours(session, partner), theirs(session, partner)]
  const confirmed = new Set(came.flatMap(({ numbered }) => numbered.received))
  const numbers = came.map(({ numbered }) => numbered.number)
  const sentLast = linesOf(session.store)
    .all()
    .findLast((line) => line.numbers.some((one) => one.partner === partner))
  const lasts = [sentLast?.row.at ?? '', came.at(-1)?.row.at ?? ''].toSorted()
  return {
    partner,
    name: session.shelf.get(partner)?.name ?? keysOf(session.store).get(partner)?.inspected.userIds[0] ?? partner,
    sent: Math.max(0, ...sent),
    unconfirmed: sent.filter((number) => !confirmed.has(number)).toSorted((a, b) => a - b),
    received: Math.max(0, ...numbers),
    missing: missingBelow(numbers),
    repeated: repeatedIn(inCount(came)),
    lastAt: lasts.at(-1) || null,
  }
}
