/** Looks every five seconds whether the desk must lock, and listens to the system. */
import { powerMonitor } from 'electron'
import { reasonToLock, type Glance, type LockReason } from './idle.ts'

const everyMs = 5_000

/** 'locked' is known on some systems only; Linux has no lock-screen event, so the state is asked each time. */
function glance(limitMs: number): Glance {
  return {
    wall: Date.now(),
    steady: performance.now(),
    idleSeconds: powerMonitor.getSystemIdleTime(),
    screenLocked: powerMonitor.getSystemIdleState(Math.ceil(limitMs / 1_000)) === 'locked',
  }
}

export function watchForAbsence(
  limitMs: () => number,
  lock: (because: LockReason) => void,
  tick: (now: Date) => void,
): void {
  let before = glance(limitMs())
  const look = (): void => {
    const now = glance(limitMs())
    const because = reasonToLock(before, now, limitMs())
    before = now
    if (because !== null) lock(because)
    tick(new Date(now.wall))
  }
  setInterval(look, everyMs)
  powerMonitor.on('resume', look)
  powerMonitor.on('suspend', () => lock('suspend'))
  powerMonitor.on('lock-screen', () => lock('screen-lock'))
  powerMonitor.on('user-did-resign-active', () => lock('screen-lock'))
  powerMonitor.on('shutdown', () => lock('suspend'))
}
