/** When and where backups are made by themselves, what came of them, and whether one is due. */
import { DateTime } from 'luxon'
import { z } from 'zod'
import type { BackupDone } from '../../../shared/ipc/vault-views.ts'
import type { Saying } from '../../../shared/words/say.ts'
import { recordsOf, type Records, type Store, type Tx } from '../store/store.ts'

const planSchema = z.object({
  every: z.enum(['never', 'day', 'week']),
  /** HH:MM in the zone of the desk; weekly on Mondays. */
  at: z.string(),
  /** Chosen once by a dialog; sealed in the vault, so that a backup needs nobody to ask. null: remind only. */
  folder: z.object({ path: z.string(), name: z.string() }).nullable(),
})
export type Plan = z.infer<typeof planSchema>

const outcomeSchema = z.object({
  last: z.object({ file: z.string(), bytes: z.int(), sha256: z.string(), entries: z.int(), at: z.string() }).nullable(),
  /** The newest entry when the last one was begun, by its row. */
  newest: z.int(),
  tried: z.array(
    z.object({
      at: z.string(),
      name: z.string(),
      problem: z.custom<Saying>((value) => typeof value === 'object' && value !== null && 'code' in value),
    }),
  ),
  /** UTC ISO of the planned time that was tried by itself last: one that failed is not tried again before the next. */
  slot: z.string().nullable(),
})
type Outcome = z.infer<typeof outcomeSchema>

const only = 'this'
const plans = (store: Pick<Store, 'db'>): Records<Plan> => recordsOf(store, 'backup-plan', planSchema)
const outcomes = (store: Pick<Store, 'db'>): Records<Outcome> =>
  recordsOf(store, 'backup-outcome', outcomeSchema, { quiet: true })

const noPlan: Plan = { every: 'never', at: '18:00', folder: null }

export const planOf = (store: Pick<Store, 'db'>): Plan => plans(store).get(only) ?? noPlan
export const keepPlan = (tx: Tx, store: Store, plan: Plan): void => plans(store).put(tx, only, plan)

export const outcomeOf = (store: Pick<Store, 'db'>): Outcome =>
  outcomes(store).get(only) ?? { last: null, newest: 0, tried: [], slot: null }

const mostTried = 10

export function keepDone(tx: Tx, store: Store, last: BackupDone, newest: number): void {
  outcomes(store).put(tx, only, { ...outcomeOf(store), last, newest })
}

export function keepTried(tx: Tx, store: Store, tried: Outcome['tried'][number]): void {
  const before = outcomeOf(store)
  outcomes(store).put(tx, only, { ...before, tried: [tried, ...before.tried].slice(0, mostTried) })
}

export function keepSlot(tx: Tx, store: Store, slot: string): void {
  outcomes(store).put(tx, only, { ...outcomeOf(store), slot })
}

const monday = 1

/** The planned time at or before `now`, and the one after it; UTC ISO. null where nothing is planned. */
export function slotsAround(
  plan: Plan,
  zone: string,
  now: string,
): { readonly last: string; readonly next: string } | null {
  if (plan.every === 'never') return null
  const [hour = 0, minute = 0] = plan.at.split(':').map(Number)
  const here = DateTime.fromISO(now, { zone })
  const today = here.set({ hour, minute, second: 0, millisecond: 0 })
  const base = plan.every === 'week' ? today.set({ weekday: monday }) : today
  const step = plan.every === 'week' ? { weeks: 1 } : { days: 1 }
  const last = base <= here ? base : base.minus(step)
  // The hour once more: on the day of a change of the clocks it may be another one.
  return { last: isoOf(last), next: isoOf(last.plus(step).set({ hour, minute })) }
}

const isoOf = (at: DateTime): string => new Date(at.toMillis()).toISOString()

/** Time to be reminded: no backup that counts is younger than the planned time. */
export function isDue(store: Pick<Store, 'db'>, zone: string, now: string): boolean {
  const slots = slotsAround(planOf(store), zone, now)
  const { last } = outcomeOf(store)
  return slots !== null && (last === null || last.at < slots.last)
}
