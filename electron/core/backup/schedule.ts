/** Looks whether a planned backup is due: at unlock, at the planned time, and when the plan changes. One timer, and none without a plan. */
import { ok } from '../../../shared/kit/result.ts'
import { nowOf, profileOf, type Session } from '../session.ts'
import { startBackup } from './backup-run.ts'
import { keepSlot, outcomeOf, planOf, slotsAround } from './plan.ts'

const timers = new WeakMap<Session, ReturnType<typeof setTimeout>>()

/** The desk comes first: nobody who has just unlocked waits for a backup. */
const afterUnlockMs = 20_000
/** A machine that slept wakes up to a timer that slept with it. */
const longestWaitMs = 900_000

/** Cheap where it is armed already or nothing is planned; called whenever the desk tells what is due. */
export function keepSchedule(session: Session): void {
  if (session.store.readOnly || timers.has(session)) return
  if (planOf(session.store).every !== 'never') arm(session, afterUnlockMs)
}

/** After a change of the plan. */
export function newSchedule(session: Session): void {
  endSchedule(session)
  keepSchedule(session)
}

export function endSchedule(session: Session): void {
  clearTimeout(timers.get(session))
  timers.delete(session)
}

function arm(session: Session, wait: number): void {
  timers.set(session, setTimeout(() => look(session), Math.max(1000, wait)).unref())
}

function look(session: Session): void {
  endSchedule(session)
  const slots = slotsAround(planOf(session.store), profileOf(session).zone, nowOf(session))
  if (slots === null) return
  backUpIfDue(session)
  arm(session, Math.min(longestWaitMs, Date.parse(slots.next) - session.ports.now()))
}

/**
 * Starts one where the plan has a folder and its time has passed since the last that counts; once for each planned time, so that a
 * medium that is missing is told once and not every quarter of an hour. @returns whether one was tried.
 */
export function backUpIfDue(session: Session): boolean {
  const { store } = session
  const plan = planOf(store)
  const slots = slotsAround(plan, profileOf(session).zone, nowOf(session))
  const { last, slot } = outcomeOf(store)
  if (slots === null || plan.folder === null || slot === slots.last) return false
  if (last !== null && last.at >= slots.last) return false
  store.commit((tx) => {
    keepSlot(tx, store, slots.last)
    return ok(null)
  })
  startBackup(session, null)
  session.news('vault.changed', null)
  return true
}
