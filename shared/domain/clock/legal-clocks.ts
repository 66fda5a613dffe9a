/** The clocks of the law: from recorded awareness or from another duty that was met, in UTC, through nights and holidays. */
import { saying, type Saying } from '../../words/say.ts'
import type { CaseState } from '../case/case.ts'
import type { Clock } from './clock.ts'
import type { LegalRule, LegalSpan } from './settings.ts'

type Asked = Pick<CaseState, 'aware' | 'kind' | 'legal' | 'phase'>

const hourMs = 3_600_000

/**
 * Regulation (EEC, Euratom) 1182/71 lets spans of hours run through holidays; a month goes to the same day of the next month, or to
 * its last one. UTC ISO in and out.
 */
export function addLegalSpan(from: string, { amount, unit }: LegalSpan): string {
  if (unit !== 'months') return new Date(Date.parse(from) + amount * hourMs * (unit === 'days' ? 24 : 1)).toISOString()
  const date = new Date(from)
  const day = date.getUTCDate()
  date.setUTCDate(1)
  date.setUTCMonth(date.getUTCMonth() + amount)
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
  date.setUTCDate(Math.min(day, lastDay))
  return date.toISOString()
}

/** By the table's order. What does not apply is not among them; the reason stays with the case. */
export function legalClocks(state: Asked, rules: readonly LegalRule[], now: string): readonly Clock[] {
  return rules.filter((rule) => concerns(rule, state)).flatMap((rule) => legalClock(rule, state, rules, now))
}

function concerns(rule: LegalRule, { aware, kind, legal }: Asked): boolean {
  const chosen = legal.find((one) => one.rule === rule.id)
  if (chosen !== undefined) return chosen.runs
  return rule.always && aware !== null && (rule.kinds.length === 0 || rule.kinds.includes(kind))
}

/** From when it counts, or what it waits for. */
type Start = { readonly at: string } | { readonly waits: Saying }

function legalClock(rule: LegalRule, state: Asked, rules: readonly LegalRule[], now: string): readonly Clock[] {
  if (rule.amount === null) return []
  const start = startOf(rule, state, rules)
  const limit = rule.latest === null || state.aware === null ? null : addLegalSpan(state.aware, rule.latest)
  const span = { amount: rule.amount, unit: rule.unit }
  const own = 'at' in start ? addLegalSpan(start.at, span) : null
  const due = [own, limit].flatMap((at) => at ?? []).toSorted()[0]
  const metAt = doneAt(state, rule.id)
  const of = { kind: 'legal', of: rule.id, metAt } as const
  if (metAt !== null)
    return [
      { ...of, due: due ?? metAt, state: metAt <= (due ?? metAt) ? 'met' : 'late', said: ruleSaid(rule, state, own) },
    ]
  if (due !== undefined)
    return [{ ...of, due, state: due < now ? 'overdue' : 'running', said: ruleSaid(rule, state, own) }]
  // Nothing of it is owed yet; on a closed case nobody is going to start it.
  if (!('waits' in start) || state.phase === 'closed') return []
  return [{ ...of, due: addLegalSpan(now, span), state: 'paused', said: start.waits }]
}

function startOf({ name, after }: LegalRule, state: Asked, rules: readonly LegalRule[]): Start {
  if (after === null)
    return state.aware === null ? { waits: saying('clock.legal.unaware', { name }) } : { at: state.aware }
  const met = doneAt(state, after)
  if (met !== null) return { at: met }
  return { waits: saying('clock.legal.waits', { name, other: rules.find(({ id }) => id === after)?.name ?? after }) }
}

const doneAt = ({ legal }: Asked, rule: string): string | null => legal.find((one) => one.rule === rule)?.doneAt ?? null

function ruleSaid(rule: LegalRule, { phase, legal }: Asked, own: string | null): Saying {
  const { id, name, source, amount, unit, latest } = rule
  const isDone = legal.some((one) => one.rule === id && one.doneAt !== null)
  if (phase === 'closed' && !isDone) return saying('clock.legal.closed', { name, source })
  // Nothing started it, so only its last limit counts.
  if (own === null && latest !== null)
    return saying(`clock.legal.latest.${latest.unit}`, { name, amount: latest.amount, source })
  return saying(`clock.legal.${unit}`, { name, amount: amount ?? 0, source })
}
