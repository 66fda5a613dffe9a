/**
 * A hybrid logical clock: wall time where it moves on, a counter where it stands still or jumps back, so that an entry never
 * sorts before the ones it was written on (Kulkarni et al., "Logical Physical Clocks", 2014).
 */
const format = (ms: number, count: number): string =>
  `${String(ms).padStart(15, '0')}.${String(count).padStart(6, '0')}`

/** Carried into the milliseconds, so that a reading keeps its length, by which it compares. */
const highestCount = 999_999

export const noClock = format(0, 0)

/** The next reading, given the wall clock in milliseconds and the highest reading seen so far. */
export function nextClock(wallMs: number, seen: string): string {
  const [ms = '0', count = '0'] = seen.split('.')
  if (wallMs > Number(ms)) return format(wallMs, 0)
  return Number(count) < highestCount ? format(Number(ms), Number(count) + 1) : format(Number(ms) + 1, 0)
}

export const laterClock = (a: string, b: string): string => (a >= b ? a : b)
