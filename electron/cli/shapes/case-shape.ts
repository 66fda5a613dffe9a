/** signet.case/1: a case with its whole journal, lists of cases, and the queue. */
import type { Output } from '../../../shared/ipc/contract.ts'
import type { CaseView, JournalLine, QueueRow } from '../../../shared/ipc/views.ts'
import { say, type Language } from '../../../shared/words/say.ts'
import { saidJson } from '../command.ts'

export function caseShape(view: CaseView, language: Language) {
  const { state, band, heads, why, position, clocks, savedAt, seenElsewhere } = view
  const { checklist, tasks, observables, exchanges, evidence, ...fields } = state
  return {
    schema: 'signet.case/1' as const,
    ...fields,
    band,
    heads,
    position,
    why: saidJson(language, why),
    clocks: clocks.map(({ said, ...clock }) => ({ ...clock, reason: saidJson(language, said) })),
    reports: exchanges.filter(({ direction }) => direction === 'in'),
    exchanges,
    observables,
    evidence,
    tasks,
    checklist: checklist.map(({ item, state: is, reason, by }) => ({ item, state: is, reason, by })),
    seenElsewhere,
    savedAt,
    journal: view.journal.map((line) => journalShape(line, language)),
  }
}

const journalShape = ({ hash, at, zone, code, tier, kind, said, clock }: JournalLine, language: Language) => ({
  at,
  zone,
  actor: code,
  tier,
  kind,
  text: say(language, said),
  said,
  hash,
  ...(clock === undefined ? {} : { clock }),
})

export const casesShape = (total: number, cases: Output<'case.list'>['cases']) => ({
  schema: 'signet.cases/1' as const,
  total,
  cases,
})

export const queueShape = (total: number, rows: readonly QueueRow[], language: Language) => ({
  schema: 'signet.queue/1' as const,
  total,
  rows: rows.map(({ reason, ...row }) => ({ ...row, reason: saidJson(language, reason) })),
})
