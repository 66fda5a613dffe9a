/** Beside the lists: who has the duty, the receipt in three steps, the one next act, notes, what is not finished, capsules. */
import { CircleCheck, Clock } from 'lucide-react'
import type { HandoverView } from '../../../shared/ipc/handover-views.ts'
import { me } from '../../state/me.ts'
import { useNow } from '../../ui/now.ts'
import { Note } from '../../ui/note.tsx'
import { Pane, Section } from '../../ui/pane.tsx'
import { Tag } from '../../ui/tag.tsx'
import { formatTime } from '../../ui/time-format.ts'
import { t } from '../../ui/t.ts'
import { CapsuleList } from './capsule-list.tsx'
import type { Asking } from './handover-asks.tsx'
import { givenAt } from './given-at.ts'
import { lasting } from './lasting.ts'
import { isTicked, linesOf, numberOf, tickedOf, titleOf, wordsOf, type HandoverLine } from './lines.ts'
import { NextActs } from './next-acts.tsx'
import { NotesBox } from './notes-box.tsx'
import { ReceiptSteps } from './receipt-steps.tsx'
import { RefusedNote } from './refused-note.tsx'
import { UnfinishedList } from './unfinished-list.tsx'

interface Props {
  readonly view: HandoverView
  readonly line: HandoverLine | undefined
  readonly ask: (asking: Asking) => void
}

export function HandoverPane({ view, line, ask }: Props) {
  const ticked = tickedOf(linesOf(view))
  const left = ticked.filter((one) => !one.line.read).length
  return (
    <Pane label={t('handover.pane')}>
      <RefusedNote />
      <div>
        <StateTag view={view} />
        <h2>{headOf(view)}</h2>
        <Why view={view} />
      </div>
      <Section title={t('handover.receipt')}>
        <ReceiptSteps view={view} read={ticked.length - left} of={ticked.length} />
      </Section>
      <NextActs view={view} left={left} me={me.use().value?.analyst.code ?? ''} ask={ask} />
      <OnLine line={line} />
      {view.state === 'taken' ? <Answers view={view} /> : null}
      <NotesBox key={view.state} view={view} />
      <UnfinishedList unfinished={view.unfinished} />
      <CapsuleList capsules={view.capsules} ask={ask} />
    </Pane>
  )
}

function StateTag({ view }: { readonly view: HandoverView }) {
  const now = useNow()
  const { state, taken } = view
  const given = givenAt(view)
  const Icon = state === 'taken' ? CircleCheck : Clock
  return (
    <p className="row handover-state">
      <Tag tone={state === 'given' ? 'soon' : 'plain'}>
        {state === 'open' ? null : <Icon aria-hidden />}
        {t(`handover.state.${state}`)}
      </Tag>
      {state === 'given' && given !== null ? (
        <span className="dim">{t('handover.for', { time: lasting(given, now) })}</span>
      ) : null}
      {state === 'taken' && taken !== null ? (
        <span className="dim">{t('handover.by-at', { code: taken.by, at: formatTime(taken.at, 'time') })}</span>
      ) : null}
    </p>
  )
}

function headOf({ state, shift, given, taken }: HandoverView): string {
  const to = given?.to ?? shift.to ?? ''
  if (state === 'open') return t('handover.open-title', { by: shift.by })
  return state === 'given'
    ? t('handover.given-title', { by: shift.by, to })
    : t('handover.taken-title', { to: taken?.by ?? to })
}

function Why({ view }: { readonly view: HandoverView }) {
  const now = useNow()
  const { state, side, shift, given, taken } = view
  const { by } = shift
  if (state === 'open') return <p className="dim">{t('handover.open-why')}</p>
  if (state === 'given') {
    if (side === 'taker') return <p className="dim">{t('handover.given-taker-why')}</p>
    if (given === null) return null
    const at = formatTime(given.remindAt, 'time')
    if (now < Date.parse(given.remindAt)) return <p className="dim">{t('handover.given-why', { at, by })}</p>
    return <Note tone="condition">{t('handover.given-over', { at, to: given.to })}</Note>
  }
  if (side === 'giver' || taken === null) return <p className="dim">{t('handover.taken-why', { by })}</p>
  return (
    <>
      <p className="dim">
        {now < Date.parse(taken.backUntil)
          ? t('handover.taken-back', { by, at: formatTime(taken.backUntil, 'time') })
          : t('handover.taken-why', { by })}
      </p>
      <p className="dim">{t('handover.send-receipt', { by })}</p>
    </>
  )
}

/** In full: in the list all of it is cut to one row. */
function OnLine({ line }: { readonly line: HandoverLine | undefined }) {
  if (line === undefined) return null
  const note = line.list === 'needs' || line.list === 'waiting' ? line.line.note : ''
  const answer = isTicked(line) ? line.line.answer : ''
  const chase = line.list === 'waiting' ? line.line.chase : null
  return (
    <Section title={t('handover.on-line')} aside={<span className="mono dim">{numberOf(line)}</span>}>
      {line.list === 'own' ? null : <p className="strong break">{titleOf(line)}</p>}
      <p className="break">{wordsOf(line)}</p>
      {chase === null ? null : <p className="dim">{t('handover.chase', { at: formatTime(chase, 'weekday') })}</p>}
      {note === '' ? null : <p className="quote">{note}</p>}
      {answer === '' ? null : <p className="quote">{answer}</p>}
    </Section>
  )
}

function Answers({ view }: { readonly view: HandoverView }) {
  const said = tickedOf(linesOf(view)).filter(({ line }) => line.answer !== '')
  if (said.length === 0) return null
  return (
    <Section title={t('handover.said', { to: view.taken?.by ?? '' })}>
      <dl className="facts answer-facts">
        {said.map((line) => [
          <dt key={`${line.key}-of`} className="mono">
            {numberOf(line) ?? '–'}
          </dt>,
          <dd key={line.key}>{line.line.answer}</dd>,
        ])}
      </dl>
    </Section>
  )
}
