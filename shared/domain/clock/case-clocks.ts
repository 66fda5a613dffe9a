/** The clocks of a case: what was promised or planned, until when, and whether it was kept. */
import { saying, type Saying } from '../../words/say.ts'
import type { CaseState } from '../case/case.ts'
import type { Calendar } from './calendar.ts'
import type { Clock } from './clock.ts'
import { workingDayDue } from './working-day.ts'

/** First response within one working day (M-23), tasks with a time, the wake date; by due time. A closed case runs none. */
export function clocksOf(state: CaseState, calendar: Calendar, now: string): readonly Clock[] {
  const response = firstResponse(state, calendar, now)
  if (state.phase === 'closed') return response.metAt === null ? [] : [response]
  const clocks = [response, ...wakeClock(state, now), ...taskClocks(state, now)]
  return clocks.toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))
}

/** The clock that is due next, of those that nobody has stopped yet. */
export function nextDue(clocks: readonly Clock[]): Clock | null {
  return clocks
    .filter(({ state }) => state === 'running' || state === 'overdue')
    .reduce<Clock | null>((next, clock) => (next === null || clock.due < next.due ? clock : next), null)
}

/** Counts from the opening of the case; the first answer stops it (it does not restart when a case is opened again). */
function firstResponse(state: CaseState, calendar: Calendar, now: string): Clock {
  const due = workingDayDue(state.openedAt, 1, calendar)
  const clock = { kind: 'first-response', due, metAt: state.respondedAt, said: ruleOf(calendar) } as const
  if (state.respondedAt !== null) return { ...clock, state: state.respondedAt <= due ? 'met' : 'late' }
  return { ...clock, state: runningOr(due, now) }
}

function ruleOf({ hours, zone, closures }: Calendar): Saying {
  if (hours === null) return saying('clock.response.no-hours', { zone })
  const said = { hours: hours.osm, zone }
  return closures.length === 0 ? saying('clock.response.no-holidays', said) : saying('clock.response', said)
}

const runningOr = (due: string, now: string): 'running' | 'overdue' => (due < now ? 'overdue' : 'running')

function wakeClock({ wake }: CaseState, now: string): readonly Clock[] {
  if (wake === null) return []
  const said =
    wake.waitingFor === null ? saying('clock.wake') : saying('clock.wake.for', { waitingFor: wake.waitingFor })
  return [{ kind: 'wake', state: runningOr(wake.at, now), due: wake.at, metAt: null, said }]
}

function taskClocks({ tasks }: CaseState, now: string): readonly Clock[] {
  return tasks.flatMap(({ text, due, done }) =>
    due === null || done
      ? []
      : [{ kind: 'task', state: runningOr(due, now), due, metAt: null, said: saying('clock.task', { text }) }],
  )
}
