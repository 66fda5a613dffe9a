/** Where a person is in a merge: the question, the side chosen for it, the reason, and what was decided so far. */
import { useState } from 'react'
import type { CapsuleView, MergeQuestion } from '../../../shared/ipc/handover-views.ts'
import { decide, useDecisions, type Decision, type Decisions } from '../../state/handover.ts'

interface Draft {
  /** undefined: nothing chosen yet. */
  readonly side: number | null | undefined
  readonly reason: string
}

export interface Merge {
  readonly question: MergeQuestion
  readonly at: number
  readonly draft: Draft
  readonly decisions: Decisions
  readonly done: number
  /** The side is chosen and the reason is there. */
  readonly complete: boolean
  readonly choose: (side: number) => void
  readonly explain: (reason: string) => void
  /** Keeps the choice and goes to the next open question; false where there is none left. */
  readonly goOn: () => boolean
  readonly later: () => boolean
  readonly restLater: () => void
  readonly unchoose: () => void
  readonly show: (at: number) => void
  /** All that would be sent now; null while a question is open. */
  readonly ready: Decisions | null
}

const blank: Draft = { side: undefined, reason: '' }

export function useMerge({ id, questions }: CapsuleView, first: MergeQuestion): Merge {
  const decisions = useDecisions(id)
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      questions.findIndex((one) => decisions[one.id] === undefined),
    ),
  )
  const [drafts, setDrafts] = useState<Readonly<Record<string, Draft>>>({})
  const place = Math.min(at, questions.length - 1)
  const question = questions[place] ?? first
  const draft = drafts[question.id] ?? decisions[question.id] ?? blank
  const edit = (change: Partial<Draft>): void => setDrafts({ ...drafts, [question.id]: { ...draft, ...change } })
  const made = madeOf(draft)
  const isOpen = (one: MergeQuestion): boolean => one.id !== question.id && decisions[one.id] === undefined
  const next = (): boolean => {
    const found = questions.slice(place + 1).find(isOpen) ?? questions.find(isOpen)
    if (found !== undefined) setAt(questions.indexOf(found))
    return found !== undefined
  }
  const keep = (decision: Decision): boolean => {
    decide(id, [question.id], decision)
    return next()
  }
  const whole = made === null ? decisions : { ...decisions, [question.id]: made }
  const open = questions.filter((one) => whole[one.id] === undefined)
  return {
    question,
    at: place,
    draft,
    decisions,
    done: questions.filter((one) => decisions[one.id] !== undefined).length,
    complete: made !== null,
    choose: (side) => edit({ side }),
    explain: (reason) => edit({ reason }),
    goOn: () => (made === null ? true : keep(made)),
    later: () => {
      edit({ side: null })
      return keep({ side: null, reason: draft.reason.trim() })
    },
    restLater: () => {
      if (made !== null) decide(id, [question.id], made)
      decide(
        id,
        open.map((one) => one.id),
        { side: null, reason: '' },
      )
    },
    unchoose: () => {
      edit(blank)
      decide(id, [question.id], null)
    },
    show: (to) => setAt(Math.max(0, Math.min(questions.length - 1, to))),
    ready: open.length === 0 ? ofThese(questions, whole) : null,
  }
}

/** A question that is gone, because the case was changed here meanwhile, was decided for nothing. */
const ofThese = (questions: readonly MergeQuestion[], decisions: Decisions): Decisions =>
  Object.fromEntries(
    questions.flatMap(({ id }) => {
      const decision = decisions[id]
      return decision === undefined ? [] : [[id, decision] as const]
    }),
  )

/** "Later" needs no reason; a side does. */
function madeOf({ side, reason }: Draft): Decision | null {
  if (side === undefined) return null
  const why = reason.trim().slice(0, 1_000)
  return side !== null && why === '' ? null : { side, reason: why }
}
