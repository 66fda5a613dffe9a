/** What cannot be right about settings of clocks, so that neither desk nor command line puts it in force. */
import { saying, type Saying } from '../../words/say.ts'
import type { ClockSettings, LegalRule } from './settings.ts'

/** Of the legal table: ids that come twice, rows that wait for none or for themselves, steps that would run everywhere. */
export function settingsFault({ legal }: Pick<ClockSettings, 'legal'>): Saying | null {
  const twice = legal.find(({ id }, index) => legal.findIndex((other) => other.id === id) !== index)
  if (twice !== undefined) return saying('legal-id-twice', { id: twice.id })
  const byId = new Map(legal.map((rule) => [rule.id, rule]))
  for (const rule of legal) {
    const { name, after, amount, always } = rule
    if (after !== null && !byId.has(after)) return saying('legal-after-unknown', { name })
    if (waitsForItself(rule, byId)) return saying('legal-after-loop', { name })
    if (amount === null && always) return saying('legal-step-always', { name })
  }
  return null
}

function waitsForItself(rule: LegalRule, byId: ReadonlyMap<string, LegalRule>): boolean {
  const seen = new Set([rule.id])
  for (let next = rule.after; next !== null; next = byId.get(next)?.after ?? null) {
    if (seen.has(next)) return true
    seen.add(next)
  }
  return false
}
