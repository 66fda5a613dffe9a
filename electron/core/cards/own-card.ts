/** Our own team's card, typed by hand at the first run. */
import { IANAZone } from 'luxon'
import { parseHours } from '../../../shared/domain/clock/hours.ts'
import type { CardView } from '../../../shared/ipc/card-views.ts'
import { fail, type Result } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import type { Session } from '../session.ts'
import { findCard } from './card-book.ts'
import { keepCard } from './keep-card.ts'
import { readerOf, readSources, type SourceRead } from './read-source.ts'
import { sameTeam } from './same-team.ts'
import { takeIn } from './take-in.ts'

export interface TypedCard {
  readonly name: string
  readonly address: string
  readonly phone: string
  readonly zone: string
  readonly hours: string
}

/** What was typed becomes a document like any other, so that one reader makes all cards. */
export async function ownCardByHand(session: Session, typed: TypedCard): Promise<Result<CardView, Saying>> {
  if (!IANAZone.isValidZone(typed.zone)) return fail(saying('zone-not-known', { zone: typed.zone }))
  const hours = typed.hours.trim() === '' ? null : parseHours(typed.hours)
  if (hours !== null && !hours.ok) return hours
  const file = { name: `${typed.name}.txt`, bytes: new TextEncoder().encode(documentOf(typed)) }
  const read = await readSources(file, null, readerOf(session))
  if (!read.ok) return read
  const [{ card, ...source }] = read.value
  const exact: SourceRead = {
    ...source,
    card: {
      ...card,
      timeZone: { ...card.timeZone, iana: typed.zone, reason: 'zone-named' },
      hours: { osm: hours === null ? null : typed.hours.trim(), text: typed.hours, line: card.hours.line },
    },
  }
  return takeIn(session, exact, { into: sameTeam(session, exact).against, keep: [], confirmKeys: [], own: true })
}

/** A card that is here becomes that of our own team. */
export async function makeOwn(session: Session, wanted: string): Promise<Result<CardView, Saying>> {
  const found = findCard(session, wanted)
  return found.ok ? keepCard(session, found.value, { own: true }) : found
}

const documentOf = ({ name, address, phone, zone, hours }: TypedCard): string =>
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
