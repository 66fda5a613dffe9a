/** Reads an instant that a person typed; what has another form is refused, nothing is guessed. */
import { DateTime } from 'luxon'

const form = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2})(?::(\d{2}))?Z?$/

/** "2026-11-23 18:00" to ISO with milliseconds; null where it is not of that form, or no such day. */
export function utcOf(text: string): string | null {
  const [, day, time, seconds = '00'] = form.exec(text.trim()) ?? []
  if (day === undefined || time === undefined) return null
  const at = new Date(`${day}T${time}:${seconds}.000Z`)
  return Number.isNaN(at.getTime()) || !at.toISOString().startsWith(day) ? null : at.toISOString()
}

/** The same in another zone: an offset ("+01:00") or an IANA name. Null where time or zone cannot be read, or the clock skipped that time. */
export function instantIn(text: string, zone: string): string | null {
  const wall = utcOf(text)
  if (wall === null) return null
  const offset = /^[+-]\d{2}:\d{2}$/.test(zone.trim())
  const at = DateTime.fromISO(wall.slice(0, 19), { zone: offset ? `UTC${zone.trim()}` : zone.trim() })
  return at.isValid && at.toFormat("yyyy-MM-dd'T'HH:mm:ss") === wall.slice(0, 19) ? at.toUTC().toISO() : null
}

/** "2026-11-23 18:00", to be edited. */
export const typed = (iso: string | null): string => (iso === null ? '' : iso.slice(0, 16).replace('T', ' '))
