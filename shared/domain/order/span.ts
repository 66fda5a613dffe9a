/** A length of time as every language reads it. */

/** Two units at most, rounded down: "2 d 4 h", "3 h 5 min", "12 min". */
export function span(ms: number): string {
  const minutes = Number.isFinite(ms) ? Math.floor(ms / 60_000) : 0
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60]
  if (days > 0) return hours > 0 ? `${days} d ${hours} h` : `${days} d`
  if (hours > 0) return rest > 0 ? `${hours} h ${rest} min` : `${hours} h`
  return `${rest} min`
}
