/** Rings for deadlines, also while the desk is locked: it knows instants and numbers, nothing about a case. */
export interface Bell {
  /** Replaces the instants (UTC ISO) at which to ring. */
  readonly set: (dues: readonly string[]) => void
  /** Called again and again with the wall clock: rings once for all that fell due since the last call. */
  readonly tick: (now: Date) => void
}

export function createBell(ring: (count: number) => void): Bell {
  let waiting: readonly number[] = []
  let last = 0
  return {
    set: (dues) => {
      waiting = dues.map((due) => Date.parse(due)).filter((at) => at > last)
    },
    tick: (now) => {
      last = Math.max(last, now.getTime())
      const due = waiting.filter((at) => at <= last)
      waiting = waiting.filter((at) => at > last)
      if (due.length > 0) ring(due.length)
    },
  }
}
