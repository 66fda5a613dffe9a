/** The questions of a merge: their list at the left, the one that is asked, and the line of what can be done with it. */
import { useEffect, useLayoutEffect, useRef } from 'react'
import type { CapsuleView, MergeQuestion } from '../../../shared/ipc/handover-views.ts'
import { useRoster } from '../../state/case-work.ts'
import type { Decisions } from '../../state/handover.ts'
import { openCases } from '../../state/open-case.ts'
import { policies } from '../../state/policy.ts'
import { go } from '../../state/route.ts'
import { offerUndo } from '../../state/toasts.ts'
import { ActionButton, Button } from '../../ui/button.tsx'
import { BandBadge } from '../../ui/band-badge.tsx'
import { TextField } from '../../ui/field.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { useKeys } from '../../ui/keys/use-keys.ts'
import { Note } from '../../ui/note.tsx'
import { t } from '../../ui/t.ts'
import { MergeCards } from './merge-cards.tsx'
import { MergeList } from './merge-list.tsx'
import { MergeSince } from './merge-since.tsx'
import { placesOf, questionOf, valueWords, type Known } from './merge-words.ts'
import { useMerge, type Merge } from './use-merge.ts'

interface Props {
  readonly capsule: CapsuleView
  readonly first: MergeQuestion
  readonly busy: boolean
  readonly onFinish: (decisions: Decisions) => void
}

const reasonId = 'merge-reason'

const reasonBox = (): HTMLInputElement | null => document.querySelector<HTMLInputElement>(`#${reasonId} input`)

export function MergeQuestions({ capsule, first, busy, onFinish }: Props) {
  const merge = useMerge(capsule, first)
  const { question, at } = merge
  const { questions } = capsule
  const { value } = openCases.use(question.number)
  const view = value?.state.number === question.number ? value : null
  const known: Known = {
    policy: policies.use().value?.inForce ?? null,
    roster: useRoster(),
    state: view?.state ?? null,
  }
  useUnchoose(merge)
  const choose = (side: number): void => {
    merge.choose(side)
    reasonBox()?.focus()
  }
  const heading = useRef<HTMLHeadingElement>(null)
  /** The keys belong to the page again, so that 1 and 2 choose; who hears the page hears the next question. */
  const leaving = (step: () => boolean): void => {
    step()
    reasonBox()?.blur()
    requestAnimationFrame(() => heading.current?.focus())
  }
  const enter = (): void => {
    if (merge.complete) leaving(merge.goOn)
    else if (merge.draft.side !== undefined) reasonBox()?.focus()
  }
  const before = valueWords(question.conflict, question.before, known)
  useKeys('here', [
    ...placesOf(question)
      .slice(0, 9)
      .map(({ side: { here, by }, at: side }, place) => ({
        keys: String(place + 1),
        label: here ? t('merge.keep-here') : t('merge.keep-there', { by }),
        run: () => choose(side),
        hint: place === 0,
        hintAs: {
          keys: question.sides.length > 2 ? `1 – ${String(question.sides.length)}` : '1 2',
          label: t('merge.choose'),
        },
      })),
    { keys: 'Enter', label: t('merge.go-on'), run: enter, inText: true, hint: true },
    {
      keys: ']',
      label: t('merge.next'),
      run: () => merge.show(at + 1),
      hint: true,
      hintAs: { keys: '[ ]', label: t('merge.step') },
    },
    { keys: '[', label: t('merge.previous'), run: () => merge.show(at - 1) },
    { keys: 'j', label: t('merge.next'), run: () => merge.show(at + 1), silent: true },
    { keys: 'k', label: t('merge.previous'), run: () => merge.show(at - 1), silent: true },
    { keys: 'o', label: t('merge.open-case'), run: () => go({ page: 'case', params: { number: question.number } }) },
  ])
  return (
    <div className="page-body">
      <MergeList
        capsule={capsule}
        at={at}
        decisions={merge.decisions}
        done={merge.done}
        known={known}
        onShow={merge.show}
      />
      <div className="page-main">
        <div
          key={question.id}
          className="merge-main"
          tabIndex={0}
          role="region"
          aria-label={questionOf(question, known)}
        >
          <div className="row">
            {view === null ? null : <BandBadge band={view.band} />}
            <Button look="link" onPress={() => go({ page: 'case', params: { number: question.number } })}>
              <span className="mono">{question.number}</span>
            </Button>
            <span className="dim cut">{question.title}</span>
            <span className="grow" />
            <span className="dim merge-of">{t('merge.of', { at: at + 1, of: questions.length })}</span>
            <Kbd keys="[" />
            <Kbd keys="]" />
          </div>
          <div>
            <h2 ref={heading} tabIndex={-1}>
              {questionOf(question, known)}
            </h2>
            <p className="dim">
              {question.sides.length > 2
                ? t('merge.before-many', { n: question.sides.length })
                : t('merge.before-both')}{' '}
              <strong>{question.before === null ? t('merge.not-set') : before.head}</strong>
              {before.detail === null ? '' : `, ${before.detail}`}
            </p>
          </div>
          <MergeCards question={question} chosen={merge.draft.side ?? null} known={known} onChoose={choose} />
          <Note>{t('merge.not-lost')}</Note>
          <div id={reasonId}>
            <TextField
              label={t('merge.why')}
              aside={
                (merge.draft.side ?? null) !== null && merge.draft.reason.trim() === ''
                  ? t('merge.why-needed')
                  : undefined
              }
              value={merge.draft.reason}
              onChange={(reason) => merge.explain(reason.slice(0, 1_000))}
            />
          </div>
          <MergeSince question={question} partedAt={capsule.partedAt} />
        </div>
        <Foot
          merge={merge}
          of={questions.length}
          busy={busy}
          onLater={() => leaving(merge.later)}
          onEnter={enter}
          onFinish={onFinish}
        />
      </div>
    </div>
  )
}

/** Ctrl Z takes the choice of this question back. */
function useUnchoose({ unchoose, decisions, question }: Merge): void {
  const newest = useRef(unchoose)
  useLayoutEffect(() => {
    newest.current = unchoose
  })
  const made = decisions[question.id] !== undefined
  useEffect(() => (made ? offerUndo(() => newest.current()) : undefined), [made])
}

interface FootProps {
  readonly merge: Merge
  readonly of: number
  readonly busy: boolean
  readonly onLater: () => void
  readonly onEnter: () => void
  readonly onFinish: (decisions: Decisions) => void
}

/** One filled button: choosing while there is something to choose, finishing once all is decided. */
function Foot({ merge, of, busy, onLater, onEnter, onFinish }: FootProps) {
  const { ready, done, complete } = merge
  const finish = (): void => (ready === null ? undefined : onFinish(ready))
  return (
    <footer className="merge-foot">
      <span className="dim grow" role="status">
        {t('merge.foot', { done, of })}
      </span>
      <ActionButton
        keys="W"
        look="quiet"
        label={t('merge.all-later')}
        disabled={done === of || busy}
        onAct={merge.restLater}
      />
      <ActionButton keys="w" label={t('merge.later-go')} disabled={busy} onAct={onLater} hint />
      <Button look={ready === null ? 'filled' : 'outline'} kbd="Enter" disabled={!complete || busy} onPress={onEnter}>
        {t('merge.go-on')}
      </Button>
      <ActionButton
        keys="Ctrl+Enter"
        look={ready === null ? 'outline' : 'filled'}
        label={t('merge.finish')}
        disabled={ready === null || busy}
        onAct={finish}
        hint
      />
    </footer>
  )
}
