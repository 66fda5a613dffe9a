/** Reads an instant that a person typed as UTC; what has another form is refused, nothing is guessed. */
const form = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2})(?::\d{2})?Z?$/

/** "2026-11-23 18:00" to ISO with milliseconds; null where it is not of that form, or no such day. */
export function utcOf(text: string): string | null {
  const [, day, time] = form.exec(text.trim()) ?? []
  if (day === undefined || time === undefined) return null
  const at = new Date(`${day}T${time}:00.000Z`)
  return Number.isNaN(at.getTime()) || !at.toISOString().startsWith(day) ? null : at.toISOString()
}
