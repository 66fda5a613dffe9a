/** What a pause does to a due time: the working time in which a clock stood still is added at its end. */
import type { Calendar } from './calendar.ts'
import { addOpenTime, openTimeBetween } from './working-time.ts'

/** UTC ISO. `to` null: it still stands; `until`: then it goes on by itself, whoever forgets. */
export interface StandStill {
  readonly from: string
  readonly to: string | null
  readonly until: string | null
  readonly reason: string
}

export interface Running {
  /** Counted from here: what stood still before does not matter. */
  readonly from: string
  /** Without any pause. */
  readonly due: string
  /** When it was answered; null while it runs. */
  readonly stopped: string | null
}

export interface Pushed {
  readonly due: string
  /** The pause that holds now. One that began after the due time takes nothing back, so it is none. */
  readonly standing: StandStill | null
}

/** Never earlier than `due`. Pauses that overlap (two copies of the vault) count once. */
export function pushDue(
  { from, due, stopped }: Running,
  pauses: readonly StandStill[],
  calendar: Calendar,
  now: string,
): Pushed {
  let pushed: Pushed = { due, standing: null }
  let counted = from
  for (const pause of pauses.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    if (pause.from >= pushed.due) break
    const end = endOf(pause, stopped, now)
    const lost = openTimeBetween(later(pause.from, counted), end, calendar)
    counted = later(counted, end)
    pushed = {
      due: addOpenTime(pushed.due, lost, calendar),
      standing: stopped === null && stillStands(pause, now) ? pause : pushed.standing,
    }
  }
  return pushed
}

const later = (a: string, b: string): string => (a > b ? a : b)
const earlier = (a: string, b: string | null): string => (b === null || a < b ? a : b)

function endOf({ from, to, until }: StandStill, stopped: string | null, now: string): string {
  const end = to === null ? (until ?? later(now, from)) : earlier(to, until)
  return earlier(end, stopped)
}

const stillStands = ({ to, until }: StandStill, now: string): boolean => to === null && (until === null || until > now)
