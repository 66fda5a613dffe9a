/** What one shift tells the next of a case: what it needs soon, for whom it waits, what was begun and not finished. */
import type { Saying } from '../../words/say.ts'
import { saying } from '../../words/say.ts'
import type { CaseState } from '../case/case.ts'
import type { Act } from '../case/act.ts'
import { nextDue } from '../clock/case-clocks.ts'
import type { Clock } from '../clock/clock.ts'
import { dutyAt } from '../clock/duty.ts'
import type { Turn } from '../clock/settings.ts'

const hourMs = 3_600_000
/** "Needs you in the next 4 h". */
export const needsWithinMs = 4 * hourMs
/** After the end of the shift, or after the giving where that was later. */
const remindAfterMs = 15 * 60_000
/** Within this one act gives it back. */
export const backWithinMs = 30 * 60_000
/** So long a shift is taken to be where no turn of duty says. */
const shiftMs = 8 * hourMs

const iso = (ms: number): string => new Date(ms).toISOString()

/** UTC ISO. The turn that the analyst is in; without one, the last eight hours. */
export function shiftOf(
  turns: readonly Turn[],
  code: string,
  now: string,
): { readonly from: string; readonly until: string } {
  const on = turns
    .filter((turn) => turn.code === code && turn.from <= now && now < turn.to)
    .toSorted((a, b) => (a.to < b.to ? 1 : -1))[0]
  if (on === undefined) return { from: iso(Date.parse(now) - shiftMs), until: now }
  const until = dutyAt(turns, now).now
  return { from: iso(Date.parse(on.from)), until: iso(Date.parse(until?.code === code ? until.until : on.to)) }
}

/** When the giver is told that nobody took it. UTC ISO. */
export const remindAt = (given: string, until: string): string =>
  iso(Math.max(Date.parse(given), Date.parse(until)) + remindAfterMs)

export interface Need {
  readonly due: string
  readonly needed: Saying
}

/** The clock that ends next, if that is soon or past. `now` is UTC ISO. */
export function needOf(clocks: readonly Clock[], now: string): Need | null {
  const next = nextDue(clocks)
  if (next === null || Date.parse(next.due) > Date.parse(now) + needsWithinMs) return null
  return { due: next.due, needed: next.said }
}

export interface Waiting {
  /** Within the case. */
  readonly key: string
  readonly since: string
  readonly whom: string
  readonly what: string
  readonly chase: string | null
}

/** Whoever was asked last and has not answered, and what the case sleeps for. */
export function waitingOf({ parties, wake, lastActAt }: CaseState): readonly Waiting[] {
  const asked = parties.flatMap(({ id, name, asked: all }): readonly Waiting[] => {
    const last = all.findLast(({ answer }) => answer === null)
    return last === undefined ? [] : [{ key: id, since: last.at, whom: name, what: last.what, chase: last.due }]
  })
  if (wake === null || wake.waitingFor === null || wake.waitingFor === '') return asked
  return [...asked, { key: 'wake', since: lastActAt, whom: wake.waitingFor, what: '', chase: wake.at }]
}

export interface Left {
  readonly kind: 'call' | 'promise'
  readonly said: Saying
}

/** Calls that are awaited, and tasks that were promised for a time. */
export function leftOf({ parties, tasks }: CaseState): readonly Left[] {
  const calls = parties.flatMap(({ name, asked }): readonly Left[] => {
    const open = asked.findLast(({ answer, channel }) => answer === null && channel === 'phone')
    return open === undefined
      ? []
      : [{ kind: 'call', said: saying('handover.left.call', { whom: name, what: open.what }) }]
  })
  const promises = tasks.flatMap(({ text, due, done }): readonly Left[] =>
    done || due === null
      ? []
      : [
          {
            kind: 'promise',
            said: saying('handover.left.promise', { text, due: `${due.slice(0, 16).replace('T', ' ')}Z` }),
          },
        ],
  )
  return [...calls, ...promises]
}

/** What is too small, or follows from something else, is not told: the journal has it. */
const untold: ReadonlySet<Act['kind']> = new Set<Act['kind']>([
  'check.set',
  'disclosed',
  'evidence.handled',
  'link.set',
  'observable.set',
  'signed',
  'undone',
])

export const isTold = (kind: string): boolean => ![...untold].some((one) => one === kind)
