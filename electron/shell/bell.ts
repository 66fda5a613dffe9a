/** Rings for deadlines, also while the desk is locked: it knows instants and numbers, nothing about a case. */
export interface Bell {
  /** Replaces the instants (UTC ISO) at which to ring. */
  readonly set: (dues: readonly string[]) => void
  /** Called again and again with the wall clock: rings once for all that fell due since the last call. */
  readonly tick: (now: Date) => void
}

/** More than fall due while a laptop's clock is wrong. */
const remembered = 5_000

/**
 * Each instant rings once, whatever the wall clock does: put back, what rang or was past at the start stays silent; put forward by
 * mistake and corrected, what is set after that still rings.
 */
export function createBell(ring: (count: number) => void): Bell {
  const rung = new Set<number>()
  let waiting: readonly number[] = []
  let start: number | null = null
  const isNew = (at: number): boolean => !rung.has(at) && at > (start ?? 0)
  return {
    set: (dues) => {
      waiting = dues.map((due) => Date.parse(due)).filter(isNew)
    },
    tick: (now) => {
      start ??= now.getTime()
      const due = waiting.filter((at) => at <= now.getTime())
      if (due.length === 0) return
      waiting = waiting.filter((at) => at > now.getTime())
      for (const at of due) rung.add(at)
      for (const old of [...rung].slice(0, Math.max(0, rung.size - remembered))) rung.delete(old)
      ring(due.length)
    },
  }
}
