/** Turns a local date and time into a UTC instant; luxon stays inside. */
import { DateTime } from 'luxon'

/** @returns UTC ISO, or the date alone where the clock time does not exist in that zone. */
export function localInstant(date: string, hour: number, minute: number, zone: string): string {
  const at = DateTime.fromISO(date, { zone }).set({ hour, minute })
  return at.isValid ? (at.toUTC().toISO({ suppressMilliseconds: true }) ?? date) : date
}
