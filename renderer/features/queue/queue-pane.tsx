/** What the selected case is, why it stands where it stands, and the one step that comes next. */
import { workPhases, type Phase } from '../../../shared/domain/case/vocabulary.ts'
import type { Clock } from '../../../shared/domain/clock/clock.ts'
import type { CaseView, QueueRow } from '../../../shared/ipc/views.ts'
import { openCases } from '../../state/open-case.ts'
import { BandBadge } from '../../ui/band-badge.tsx'
import { ActionButton } from '../../ui/button.tsx'
import { ProblemNote } from '../../ui/note.tsx'
import { useNow } from '../../ui/now.ts'
import { Pane, Section } from '../../ui/pane.tsx'
import { sentence, t } from '../../ui/t.ts'
import { formatTime, timeLeft } from '../../ui/time-format.ts'
import { TlpBadge } from '../../ui/tlp-badge.tsx'
import { DueCell } from './due-cell.tsx'
import { stepsOf, type Steps } from './steps.ts'

interface Props {
  readonly row: QueueRow
  readonly onOpen: () => void
  readonly onDone: (item: string) => void
}

export function QueuePane({ row, onOpen, onDone }: Props) {
  const now = useNow()
  const { value, problem } = openCases.use(row.number)
  return (
    <Pane label={row.title}>
      <div className="row">
        <BandBadge band={row.band} rung={row.rung} />
        <TlpBadge tlp={row.tlp} />
        <span className="mono dim grow">{row.number}</span>
        <DueCell due={row.due} kind={row.dueKind} now={now} />
      </div>
      <div>
        <h2>{row.title}</h2>
        <p className="dim">{summary(row, value)}</p>
      </div>
      {problem === null ? null : <ProblemNote problem={problem} />}
      {value === null ? null : <Inside view={value} now={now} onDone={onDone} />}
      <Section title={t('queue.why')}>
        <p>{sentence(row.reason)}</p>
      </Section>
      <ActionButton keys="Enter" label={t('queue.open')} onAct={onOpen} hint />
    </Pane>
  )
}

const summary = (row: QueueRow, view: CaseView | null): string =>
  [
    row.constituent,
    row.owner === null ? t('queue.unassigned') : t('queue.owner', { code: row.owner }),
    view === null ? null : t('queue.updated', { at: formatTime(view.state.updatedAt, 'day-time') }),
  ]
    .filter((part) => part !== null)
    .join(' · ')

function Inside({
  view,
  now,
  onDone,
}: {
  readonly view: CaseView
  readonly now: number
  readonly onDone: (item: string) => void
}) {
  const steps = stepsOf(view.state)
  return (
    <>
      <Phases phase={view.state.phase} steps={steps} />
      {steps.next === null ? null : (
        <Section title={t('queue.next-step')}>
          <div className="next-step">
            <p className="strong grow">{t(`check.${steps.next}`)}</p>
            <ActionButton
              keys="d"
              label={t('queue.done')}
              look="filled"
              onAct={() => (steps.next === null ? undefined : onDone(steps.next))}
            />
          </div>
        </Section>
      )}
      <Section title={t('queue.clocks')}>
        <ul>
          {view.clocks.map((clock) => (
            <li key={`${clock.kind} ${clock.due}`} className="clock-line">
              <span className={clock.state === 'overdue' ? 'strong late' : 'strong'}>{clockText(clock, now)}</span>
              <p className="dim">{sentence(clock.said)}</p>
            </li>
          ))}
        </ul>
      </Section>
    </>
  )
}

function clockText({ state, due, metAt }: Clock, now: number): string {
  if (state === 'met' || state === 'late')
    return t(`queue.clock.${state}`, { at: metAt === null ? '' : formatTime(metAt, 'day-time') })
  return t(`queue.clock.${state}`, { left: timeLeft(due, now).replace('-', ''), at: formatTime(due, 'day-time') })
}

function Phases({ phase, steps }: { readonly phase: Phase; readonly steps: Steps }) {
  return (
    <ol className="phases">
      {workPhases.map((name) => (
        <li key={name} className="phase" aria-current={name === phase ? 'step' : undefined}>
          {t(`phase.${name}`)}
          <span className="mono">
            {steps.counts[name].settled}/{steps.counts[name].of}
          </span>
        </li>
      ))}
    </ol>
  )
}
