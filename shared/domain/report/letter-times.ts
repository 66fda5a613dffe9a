/** Puts the times of a letter together that are cut in pieces: date, clock and zone on lines of their own, a log line without a year. */
import { clockAlone, dateAlone, readTime, type FoundTime, type ReadTime, type TimeHints } from './times.ts'
import type { LineFacts } from './line-facts.ts'
import { instantOf, zoneOf, type KnownZone } from './zones.ts'

const zoneLabels = new Set(['zone'])

/** "Date: 22.11.2026", "Time: 10:15", "Zone: CET": each line tells a part, and the last of them gives the time. */
export class SplitTime {
  #date: string | null = null
  #clock: string | null = null
  #age = 0

  /** @returns the time, where the line completes one. */
  take({ label, times, blank }: LineFacts, hints: TimeHints): readonly FoundTime[] {
    this.#age += 1
    if (blank || label === null || times.length > 0) return []
    if (this.#age > 8) this.#date = this.#clock = null
    const isClock = label.role === 'clock' || label.role === 'time'
    if (label.role === 'date' || label.role === 'time') this.#date = dateAlone(label.value) ?? this.#date
    if (isClock || label.role === 'date') this.#clock = clockAlone(label.value) ?? this.#clock
    if (label.role === 'date' || isClock) this.#age = 0
    if (zoneLabels.has(label.role) && this.#clock !== null && this.#date !== null && zoneOf(label.value) !== null)
      return this.#whole(` ${label.value}`, hints)
    return isClock || label.role === 'date' ? this.#whole('', hints) : []
  }

  #whole(behind: string, hints: TimeHints): readonly FoundTime[] {
    if (this.#date === null || this.#clock === null) return []
    const text = `${this.#date} ${this.#clock}${behind}`
    const time = readTime(text, hints)
    return time === null ? [] : [{ ...time, atText: text, from: 0, to: 0 }]
  }
}

/**
 * A line of a log has no year: it is the year in which the mail was sent, or the one before where the day would lie ahead of it.
 * Only with a zone is it an instant.
 */
export function withYear(time: ReadTime, sentAt: string | null, zone: KnownZone | null): ReadTime {
  if (time.trouble !== 'no-year' || time.wall === null || sentAt === null) return time
  const sent = new Date(sentAt)
  const wall = { ...time.wall, year: sent.getUTCFullYear() }
  const ahead = Date.UTC(wall.year, wall.month - 1, wall.day) - sent.getTime() > 2 * 86_400_000
  const dated = ahead ? { ...wall, year: wall.year - 1 } : wall
  const own = time.zone ?? zone
  const at = own === null ? null : instantOf(dated, own)
  return at === null ? time : { ...time, at, zoneKnown: true, trouble: null, wall: dated }
}
