/** What a merge says about a question and its values: in the team's own numbers of rungs, times as times, people by name. */
import type { CaseState, Conflict } from '../../../shared/domain/case/case.ts'
import { conflictName } from '../../../shared/domain/case/settle.ts'
import { isTlp, tlpLabel } from '../../../shared/domain/marking/tlp.ts'
import type { Policy } from '../../../shared/domain/order/policy.ts'
import type { DutyView } from '../../../shared/ipc/case-views.ts'
import type { MergeQuestion, MergeSide } from '../../../shared/ipc/handover-views.ts'
import { en } from '../../../shared/words/en.ts'
import type { Code, Saying } from '../../../shared/words/say.ts'
import { placedRungs } from '../../state/policy.ts'
import { conflictValue } from '../../ui/conflict-words.ts'
import { formatTime } from '../../ui/time-format.ts'
import { sentence, t } from '../../ui/t.ts'

export interface Known {
  readonly policy: Policy | null
  readonly roster: DutyView['roster']
  /** The case as it is here; null while it is read. */
  readonly state: CaseState | null
}

export interface ValueWords {
  readonly head: string
  readonly detail: string | null
}

type Value = MergeSide['value']

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/

export function valueWords(conflict: Conflict, value: Value, { policy, roster }: Known): ValueWords {
  const { on, field } = conflict
  const plain = (head: string): ValueWords => ({ head, detail: null })
  if (on === 'field' && typeof value === 'number' && field === 'rung') return rungWords(value, policy)
  if (on === 'field' && typeof value === 'string') {
    if (field === 'tlp' && isTlp(value)) return plain(tlpLabel(value))
    if (field === 'owner') return { head: value, detail: roster.find(({ code }) => code === value)?.name ?? null }
    if (instant.test(value)) return plain(formatTime(value, 'iso'))
  }
  return plain(conflictValue(conflict, value))
}

function rungWords(id: number, policy: Policy | null): ValueWords {
  const rung = policy === null ? undefined : placedRungs(policy).find((one) => one.id === id)
  if (rung === undefined) return { head: t('casepage.rung', { rung: id }), detail: null }
  return {
    head: t('merge.rung', { at: rung.at, band: rung.band }),
    detail: rung.name.charAt(0).toUpperCase() + rung.name.slice(1),
  }
}

const nothing = { tasks: [], observables: [] }

export const nameOf = ({ conflict }: MergeQuestion, { state }: Known): string =>
  conflictName(conflict, state ?? nothing)

export function questionOf(question: MergeQuestion, known: Known): string {
  const field = nameOf(question, known)
  return question.conflict.on === 'field'
    ? t('merge.question', { field: uncapitalised(field) })
    : t('merge.question-of', { field })
}

/** "TLP" stays as it is. */
const uncapitalised = (name: string): string =>
  /^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name

/** As they stand beside each other: this desk first; `at` is the side's place in the question. */
export const placesOf = ({ sides }: MergeQuestion): readonly { readonly side: MergeSide; readonly at: number }[] =>
  sides.map((side, at) => ({ side, at })).toSorted((a, b) => Number(b.side.here) - Number(a.side.here))

/** What a person can lean on: something that came in, was said, or was sealed. */
const grounds: readonly Code[] = [
  'act.exchange.in',
  'act.exchange.out',
  'act.evidence.added',
  'act.party.answered',
  'act.response.made',
  'act.note.added',
  'act.event.added',
]

/** The last such thing that this side did in the case before it set its value; the record does not say that it was the ground. */
export function justBefore(
  { since }: MergeQuestion,
  { here, by, at }: MergeSide,
): MergeQuestion['since'][number] | null {
  return (
    since.findLast(
      (one) => one.here === here && (here || one.by === by) && one.at <= at && grounds.includes(one.said.code),
    ) ?? null
  )
}

/** "journal notes, in order of time": what follows the count of entries of a kind. */
export function mergedWords(kind: string, n: number): string {
  const code = `merged.${kind}`
  return sentence(isMerged(code) ? { code, params: { n } } : { code: 'merged.other', params: { n } })
}

type Merged = Extract<Code, `merged.${string}`>
const isMerged = (code: string): code is Merged => Object.hasOwn(en, code)

const nearMs = 18 * 3_600_000

/** The time alone while nobody can take it for another day. */
export const nearTime = (at: string, now: number): string =>
  formatTime(at, Math.abs(now - Date.parse(at)) < nearMs ? 'time' : 'day-time')

export const saidAt = ({ at, said }: { readonly at: string; readonly said: Saying }, now: number): string =>
  `${nearTime(at, now)} ${sentence(said)}`
