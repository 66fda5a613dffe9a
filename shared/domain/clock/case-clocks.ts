/** The clocks of a case: what was promised, planned or is owed by law, until when, and whether it was kept. */
import { saying, type Saying } from '../../words/say.ts'
import type { CaseState } from '../case/case.ts'
import type { PausableClock } from '../case/vocabulary.ts'
import { bandOf, type Band } from '../order/ladder.ts'
import type { Calendar } from './calendar.ts'
import type { Clock, ClockKind } from './clock.ts'
import { legalClocks } from './legal-clocks.ts'
import type { ClockSettings } from './settings.ts'
import { shippedClocks } from './shipped.ts'
import { pushDue, type Running, type StandStill } from './stand-still.ts'
import { workingDayDue } from './working-day.ts'

interface Around {
  readonly calendar: Calendar
  readonly now: string
  readonly settings: ClockSettings
}

/**
 * By due time. A closed case keeps the promises that were kept or broken, and the legal duties that it still owes; it runs nothing
 * else. `now` decides about the states alone: no due time moves with it, but that of a clock that stands still.
 */
export function clocksOf(
  state: CaseState,
  calendar: Calendar,
  now: string,
  settings: ClockSettings = shippedClocks,
  band: Band = bandOf(state.rung, state.severity),
): readonly Clock[] {
  const around = { calendar, now, settings }
  const response = firstResponse(state, around)
  const ended = [response, ...resolution(state, band, around), ...legalClocks(state, settings.legal, now)]
  const clocks =
    state.phase === 'closed'
      ? ended.filter(({ kind, metAt }) => kind === 'legal' || metAt !== null)
      : [...ended, ...silence(state, response, around), ...partyClocks(state, now), ...plannedClocks(state, now)]
  return clocks.toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))
}

/** Still owed: running, past its time, or standing still with a known end. Their times are what a desk rings for. */
const isPending = ({ state, until }: Clock): boolean =>
  state === 'running' || state === 'overdue' || (state === 'paused' && until !== undefined)

/** The clock that is due next, of those that nobody has stopped yet. */
export function nextDue(clocks: readonly Clock[]): Clock | null {
  return clocks
    .filter(isPending)
    .reduce<Clock | null>((next, clock) => (next === null || clock.due < next.due ? clock : next), null)
}

/** The times of all that is still owed, in order: a case that is past one of them rings again at the next. */
export const dueTimes = (clocks: readonly Clock[]): readonly string[] =>
  [...new Set(clocks.filter(isPending).map(({ due }) => due))].toSorted()

/** Counts from the opening of the case; the first answer stops it (it does not restart when a case is opened again). */
function firstResponse(state: CaseState, { calendar, now, settings }: Around): Clock {
  const due = workingDayDue(state.openedAt, settings.responseDays, calendar)
  const running = { from: state.openedAt, due, stopped: state.respondedAt }
  const said = responseSaid(settings.responseDays, calendar)
  return pausable('first-response', running, said, pausesOf(state, 'first-response'), { calendar, now })
}

function responseSaid(days: number, { hours, zone, closures }: Calendar): Saying {
  if (hours === null) return saying('clock.response.no-hours', { days, zone })
  const said = { days, hours: hours.osm, zone }
  return closures.length === 0 ? saying('clock.response.no-holidays', said) : saying('clock.response', said)
}

const pausesOf = ({ pauses }: CaseState, kind: PausableClock): readonly StandStill[] =>
  pauses.filter(({ clock }) => clock === kind)

function pausable(
  kind: ClockKind,
  running: Running,
  said: Saying,
  pauses: readonly StandStill[],
  { calendar, now }: Pick<Around, 'calendar' | 'now'>,
): Clock {
  const { due, standing } = pushDue(running, pauses, calendar, now)
  const clock = { kind, due, metAt: running.stopped }
  if (running.stopped !== null) return { ...clock, state: running.stopped <= due ? 'met' : 'late', said }
  if (standing === null) return { ...clock, state: runningOr(due, now), said }
  const { reason, until } = standing
  return until === null
    ? { ...clock, state: 'paused', said: saying('clock.paused', { reason }) }
    : { ...clock, state: 'paused', until, said: saying('clock.paused.until', { reason, until: shortTime(until) }) }
}

const runningOr = (due: string, now: string): 'running' | 'overdue' => (due < now ? 'overdue' : 'running')

/** "2026-11-24 08:00Z" */
const shortTime = (at: string): string => `${at.slice(0, 16).replace('T', ' ')}Z`

/** Acknowledging does not stop it, closing does. A case that was opened again goes on where it stood. */
function resolution(state: CaseState, band: Band, { calendar, now, settings }: Around): readonly Clock[] {
  const days = settings.resolutionDays[band]
  if (days === null) return []
  const due = workingDayDue(state.openedAt, days, calendar)
  const closed = state.closedSpans.flatMap(({ from, to }) =>
    to === null ? [] : [{ from, to, until: null, reason: '' }],
  )
  const running = { from: state.openedAt, due, stopped: state.closing?.at ?? null }
  const said = saying('clock.resolution', { days, band })
  return [pausable('resolution', running, said, [...pausesOf(state, 'resolution'), ...closed], { calendar, now })]
}

/**
 * Nothing came in and nothing went out, and nobody is waited for: a wake date and a question with a time ring by themselves, and
 * the first response has a clock of its own.
 */
function silence(state: CaseState, response: Clock, { calendar, now, settings }: Around): readonly Clock[] {
  const days = settings.silenceDays
  const awaited = state.wake !== null || state.parties.some(isAwaited)
  if (days === null || awaited || response.state === 'running' || response.state === 'overdue') return []
  const from = lastSign(state)
  const running = { from, due: workingDayDue(from, days, calendar), stopped: null }
  const said = saying('clock.silence', { days, since: shortTime(from) })
  return [pausable('silence', running, said, pausesOf(state, 'silence'), { calendar, now })]
}

function lastSign({ lastActAt, parties, closedSpans }: CaseState): string {
  const asked = parties.flatMap((party) => party.asked.flatMap(({ at, answer }) => [at, answer?.at ?? at]))
  const reopened = closedSpans.flatMap(({ to }) => to ?? [])
  return [lastActAt, ...asked, ...reopened].reduce((last, at) => (at > last ? at : last))
}

type Party = CaseState['parties'][number]

/** The last question decides where a party stands. */
const openQuestion = ({ asked }: Party): Party['asked'][number] | null => {
  const last = asked.at(-1)
  return last === undefined || last.answer !== null ? null : last
}

const isAwaited = (party: Party): boolean => (openQuestion(party)?.due ?? null) !== null

function partyClocks({ parties }: CaseState, now: string): readonly Clock[] {
  return parties.flatMap((party) => {
    const asked = openQuestion(party)
    if (asked === null || asked.due === null) return []
    const said = saying('clock.party', { party: party.name, what: asked.what.slice(0, 200) })
    return [planned('party', asked.due, said, now, party.id)]
  })
}

/** What a person put a time to. */
function plannedClocks({ wake, tasks, embargo }: CaseState, now: string): readonly Clock[] {
  const toDo = tasks.flatMap(({ id, text, due, done }) =>
    due === null || done ? [] : [planned('task', due, saying('clock.task', { text }), now, id)],
  )
  const woken = wake === null ? [] : [planned('wake', wake.at, wakeSaid(wake.waitingFor), now)]
  const lifted = embargo === null ? [] : [planned('embargo', embargo, embargoSaid(embargo, now), now)]
  return [...toDo, ...woken, ...lifted]
}

const wakeSaid = (waitingFor: string | null): Saying =>
  waitingFor === null ? saying('clock.wake') : saying('clock.wake.for', { waitingFor })

const embargoSaid = (embargo: string, now: string): Saying =>
  embargo < now ? saying('clock.embargo.over') : saying('clock.embargo')

const planned = (kind: ClockKind, due: string, said: Saying, now: string, of?: string): Clock => ({
  kind,
  state: runningOr(due, now),
  due,
  metAt: null,
  ...(of === undefined ? {} : { of }),
  said,
})
