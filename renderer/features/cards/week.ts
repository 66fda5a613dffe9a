/** The open spans of a week as the strip of a card draws them, and where "now" is in it, in the team's own time. */
import { parseHours, spansOn, type Span } from '../../../shared/domain/clock/hours.ts'

const midnight = 1440
export const weekdays = [0, 1, 2, 3, 4, 5, 6] as const

/** The team's clock as core gives it: an ISO text with their offset. */
export interface LocalNow {
  /** Monday is 0. */
  readonly weekday: number
  readonly minutes: number
  readonly month: number
  readonly day: number
  /** Minutes that their clock is ahead of UTC. */
  readonly offset: number
}

const form = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})[\d:.]*(Z|([+-])(\d{2}):(\d{2}))?/

export function localNow(iso: string | null): LocalNow | null {
  const parts = form.exec(iso ?? '')
  if (parts === null) return null
  const [year, month, day, hour, minute] = parts.slice(1, 6).map(Number)
  const date = new Date(Date.UTC(year ?? 0, (month ?? 1) - 1, day))
  const ahead = Number(parts[8] ?? 0) * 60 + Number(parts[9] ?? 0)
  return {
    weekday: (date.getUTCDay() + 6) % 7,
    minutes: (hour ?? 0) * 60 + (minute ?? 0),
    month: month ?? 1,
    day: day ?? 1,
    offset: parts[7] === '-' ? -ahead : ahead,
  }
}

/** Monday first; spans over midnight are cut at it. Null where the hours are not printed or not of the part that is read. */
export function weekOf(osm: string | null, now: Pick<LocalNow, 'month' | 'day'>): readonly (readonly Span[])[] | null {
  const hours = osm === null ? null : parseHours(osm)
  if (hours === null || !hours.ok) return null
  const on = weekdays.map((weekday) => spansOn(hours.value, { ...now, weekday, closure: false }))
  return weekdays.map((weekday) => {
    const before = on[(weekday + 6) % 7] ?? []
    return [
      ...before.filter(({ to }) => to > midnight).map(({ to }) => ({ from: 0, to: to - midnight })),
      ...(on[weekday] ?? []).map(({ from, to }) => ({ from, to: Math.min(to, midnight) })),
    ]
  })
}

/** 545 to "09:05"; minutes past a day wrap. */
export function clockOf(minutes: number): string {
  const whole = ((minutes % midnight) + midnight) % midnight
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${two(Math.floor(whole / 60))}:${two(whole % 60)}`
}

/** Minutes to write on the scale: both ends of the day, and where it opens and closes, as far as the figures have room. */
export function marksOf(spans: readonly Span[]): readonly number[] {
  const edges = [...new Set(spans.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b)
  const marks = [0, midnight]
  for (const edge of [...edges, 720, 360, 1080]) {
    if (marks.every((mark) => Math.abs(mark - edge) >= 130)) marks.push(edge)
  }
  return marks.sort((a, b) => a - b)
}
