/** Whether a team is there now: by its own hours and zone, the holidays of its place, and the days that somebody entered here. */
import { audiencesOf, openingFor, type Opening } from '../../../shared/domain/reach/hours-for.ts'
import type { ReachFacts } from '../../../shared/domain/reach/reach.ts'
import { wallText } from '../../../shared/domain/clock/wall-clock.ts'
import type { CardView } from '../../../shared/ipc/card-views.ts'
import type { CardRecord } from './card-records.ts'
import { closuresFor, yearsAround } from './holidays.ts'
import type { Shelved } from './shelf.ts'

/** Days that somebody here entered for them. */
export const closuresOf = ({ hand }: Pick<CardRecord, 'hand'>): CardView['closures'] =>
  hand.flatMap((entry) => (entry.field === 'closures' ? (entry.value ?? []) : []))

export const noteOf = ({ hand }: Pick<CardRecord, 'hand'>): string =>
  hand.flatMap((entry) => (entry.field === 'note' ? (entry.value ?? '') : [])).join('')

type Dated = Pick<Shelved, 'record' | 'reading'>

/** `at`: UTC ISO. */
export const closedDays = ({ record, reading }: Dated, at: string): Promise<ReachFacts['closures']> =>
  closuresFor(reading, closuresOf(record), yearsAround(at))

/** For a team like ours that has no hurry: what a list can say in one word. */
export const openingAt = ({ reading }: Dated, closures: ReachFacts['closures'], at: string): Opening =>
  openingFor(reading, { closures }, at, audiencesOf({ audience: 'csirt', urgency: 'normal' }))

/** Holidays are looked up for those alone that have hours: the calendars of all countries take seconds. */
export async function openNow(card: Dated, now: string): Promise<Opening['open']> {
  const { hours, coverage } = card.reading
  const closures =
    hours.osm === null && coverage.length === 0 ? { known: false, days: [] } : await closedDays(card, now)
  return openingAt(card, closures, now).open
}

export async function clockOf(
  card: Dated,
  now: string,
): Promise<Pick<CardView, 'open' | 'opensAt' | 'closesAt' | 'localTime' | 'holidays'>> {
  const closures = await closedDays(card, now)
  const { open, opensAt, closesAt } = openingAt(card, closures, now)
  const zone = card.reading.timeZone.iana
  const localTime = zone === null ? null : wallText(zone, now)
  const today = (localTime ?? now).slice(0, 10)
  const next = closures.days.find(({ date }) => date >= today)
  return {
    open,
    opensAt,
    closesAt,
    localTime,
    holidays: { known: closures.known, next: next === undefined ? null : { date: next.date, name: next.name } },
  }
}
