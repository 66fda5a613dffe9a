/** The few times that one waits until, and how another one is typed. Pure; `now` comes in as milliseconds. */
export const waits = ['hours', 'tomorrow', 'week', 'other'] as const
export type Wait = (typeof waits)[number]

const hour = 3_600_000
const form = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2})Z?$/

/** UTC ISO; null where the typed time cannot be read or is past. */
export function waitUntil(wait: Wait, typed: string, now: number): string | null {
  switch (wait) {
    case 'hours':
      return new Date(now + 4 * hour).toISOString()
    case 'tomorrow':
      return morning(now + 24 * hour)
    case 'week':
      return morning(now + 7 * 24 * hour)
    case 'other':
      return typedTime(typed, now)
  }
}

const morning = (at: number): string => `${new Date(at).toISOString().slice(0, 10)}T08:00:00.000Z`

function typedTime(typed: string, now: number): string | null {
  const [, day, time] = form.exec(typed.trim()) ?? []
  if (day === undefined || time === undefined) return null
  const at = new Date(`${day}T${time}:00.000Z`)
  const isDay = !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day)
  return isDay && at.getTime() > now ? at.toISOString() : null
}
