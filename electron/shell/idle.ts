/** Says when a desk must lock by itself: nobody there, screen locked, machine asleep, clock jumped. */
import type { DeskState } from '../../shared/ipc/views.ts'

export type LockReason = Exclude<DeskState['lockedBecause'], null | 'start'>

export interface Glance {
  /** Wall clock and a clock that runs evenly, both in milliseconds. */
  readonly wall: number
  readonly steady: number
  readonly idleSeconds: number
  readonly screenLocked: boolean
}

/** A steady clock may sleep with the machine, the wall clock does not: a gap between the two is time nobody watched. */
const jumpMs = 60_000

export function reasonToLock(before: Glance, now: Glance, limitMs: number): LockReason | null {
  const wall = now.wall - before.wall
  if (now.screenLocked) return 'screen-lock'
  if (wall > limitMs || Math.abs(wall - (now.steady - before.steady)) > jumpMs) return 'suspend'
  return now.idleSeconds * 1_000 >= limitMs ? 'idle' : null
}
