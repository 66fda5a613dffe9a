/** A moment as a person types it, on the clock of the team: "2026-11-28 22:00", "Sat 22:00", or nothing for now. */
import {
  calendarDay,
  dayLength,
  instantsOf,
  wallAt,
  wallText,
  zoneOf,
} from '../../../shared/domain/clock/wall-clock.ts'

const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const form = /^(?:(\d{4})-(\d{2})-(\d{2})|([a-z]{3})[a-z]{0,6})[ T,]{1,3}(\d{1,2}):(\d{2})$/i

/**
 * UTC ISO; null: now; undefined: not read, or a time that their clock leaves out. A weekday is the next one, today included while the
 * time is still to come. `now`: milliseconds; an unknown zone counts as UTC.
 */
export function momentOf(text: string, zoneName: string | null, now: number): string | null | undefined {
  if (text.trim() === '') return null
  const zone = zoneOf(zoneName ?? 'UTC')
  const parts = form.exec(text.trim())
  if (parts === null || zone === null) return undefined
  const [, year, month, date, weekday, hour, minute] = parts
  const minutes = Number(hour) * 60 + Number(minute)
  if (Number(hour) > 23 || Number(minute) > 59) return undefined
  const near = weekday === undefined ? null : days.indexOf(weekday.toLowerCase())
  if (near === -1) return undefined
  const wall = wallAt(zone, now)
  const day =
    near === null
      ? dayOf(`${year ?? ''}-${month ?? ''}-${date ?? ''}`)
      : Array.from({ length: 8 }, (_, ahead) => wall.day + ahead).find(
          (count) => calendarDay(count).weekday === near && (count > wall.day || minutes >= wall.minutes),
        )
  const instant = day === undefined ? undefined : instantsOf(zone, day, [minutes])[0]
  return instant === undefined ? undefined : new Date(instant).toISOString()
}

/** As a count of days; undefined for a day that there is not. */
function dayOf(iso: string): number | undefined {
  const at = Date.parse(`${iso}T00:00:00Z`)
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== iso ? undefined : at / dayLength
}

/** "2026-11-28 22:00" on their clock. */
export const momentText = (at: string, zoneName: string | null): string =>
  (wallText(zoneName ?? 'UTC', at) ?? at).slice(0, 16).replace('T', ' ')
