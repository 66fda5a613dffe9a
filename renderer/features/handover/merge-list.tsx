/** Beside the question: all questions with what was decided, and what merges without one; of thousands only those on the screen. */
import { CircleCheck, Clock, GitMerge } from 'lucide-react'
import { useEffect, useLayoutEffect, useRef } from 'react'
import type { CapsuleView, MergeQuestion } from '../../../shared/ipc/handover-views.ts'
import type { Decision, Decisions } from '../../state/handover.ts'
import { useListWindow } from '../../ui/list-window.ts'
import { t } from '../../ui/t.ts'
import { MergedCounts } from './merged-counts.tsx'
import { nameOf, valueWords, type Known } from './merge-words.ts'

const sizes = { row: 66, head: 0 }

interface Props {
  readonly capsule: CapsuleView
  readonly at: number
  readonly decisions: Decisions
  readonly done: number
  readonly known: Known
  readonly onShow: (at: number) => void
}

export function MergeList({ capsule, at, decisions, done, known, onShow }: Props) {
  const { questions } = capsule
  const scroller = useRef<HTMLDivElement>(null)
  const list = useListWindow(scroller, questions.length, sizes)
  const { reveal } = list
  const revealed = useRef(reveal)
  useLayoutEffect(() => {
    revealed.current = reveal
  })
  useEffect(() => revealed.current(at), [at])
  const shown = questions.slice(list.first, list.first + list.count)
  return (
    <aside className="merge-side" aria-label={t('merge.needs')}>
      <p className="merge-side-head">
        <span className="strong">{t('merge.needs')}</span>{' '}
        <span className="dim">{t('merge.decided', { done, of: questions.length })}</span>
      </p>
      <div
        ref={scroller}
        className="merge-list pick-list"
        role="listbox"
        tabIndex={0}
        data-list
        aria-label={t('merge.needs')}
        aria-activedescendant={`question-${String(at)}`}
        onScroll={list.onScroll}
      >
        <div role="presentation" style={{ height: `${String(questions.length * sizes.row)}px` }}>
          {shown.map((question, place) => (
            <Row
              key={question.id}
              question={question}
              at={list.first + place}
              of={questions.length}
              selected={list.first + place === at}
              decision={decisions[question.id]}
              known={known}
              onShow={onShow}
            />
          ))}
        </div>
      </div>
      <MergedCounts capsule={capsule} />
      <p className="merge-never dim">{t('merge.never')}</p>
    </aside>
  )
}

interface RowProps {
  readonly question: MergeQuestion
  readonly at: number
  readonly of: number
  readonly selected: boolean
  readonly decision: Decision | undefined
  readonly known: Known
  readonly onShow: (at: number) => void
}

function Row({ question, at, of, selected, decision, known, onShow }: RowProps) {
  const Icon = decision === undefined ? GitMerge : decision.side === null ? Clock : CircleCheck
  return (
    <div
      id={`question-${String(at)}`}
      role="option"
      aria-selected={selected}
      aria-posinset={at + 1}
      aria-setsize={of}
      className="merge-row pick-row"
      style={{ transform: `translateY(${String(at * sizes.row)}px)` }}
      onClick={() => onShow(at)}
    >
      <Icon aria-hidden className={decision === undefined ? 'soon' : ''} />
      <div>
        <p className="merge-row-head">
          <span className="strong cut grow">{nameOf(question, known)}</span>
          <span className="mono dim">{question.number}</span>
        </p>
        <p className="cut dim">{question.title}</p>
        <p className="cut small">{standing(question, decision, known)}</p>
      </div>
    </div>
  )
}

function standing({ conflict, sides }: MergeQuestion, decision: Decision | undefined, known: Known): string {
  if (decision === undefined) return t('merge.open')
  const side = decision.side === null ? undefined : sides[decision.side]
  if (side === undefined) return t('merge.later')
  return t('merge.kept', { value: valueWords(conflict, side.value, known).head })
}
