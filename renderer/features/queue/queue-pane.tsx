/** What the selected case is, why it stands where it stands, and the one step that comes next. */
import type { Phase } from '../../../shared/domain/case/vocabulary.ts'
import type { Clock } from '../../../shared/domain/clock/clock.ts'
import type { Policy } from '../../../shared/domain/order/policy.ts'
import type { CaseView, QueueRow } from '../../../shared/ipc/views.ts'
import { openCases } from '../../state/open-case.ts'
import { placeOfRung } from '../../state/policy.ts'
import { go } from '../../state/route.ts'
import { BandBadge } from '../../ui/band-badge.tsx'
import { ActionButton, Button } from '../../ui/button.tsx'
import { ProblemNote } from '../../ui/note.tsx'
import { useNow } from '../../ui/now.ts'
import { Pane, Section } from '../../ui/pane.tsx'
import { sentence, t } from '../../ui/t.ts'
import { formatTime, timeLeft } from '../../ui/time-format.ts'
import { TlpBadge } from '../../ui/tlp-badge.tsx'
import { DueCell } from './due-cell.tsx'
import { stepsOf, type Steps } from './steps.ts'
import { whyLines } from './why-lines.ts'

interface Props {
  readonly row: QueueRow
  readonly policy: Policy | null
  readonly onOpen: () => void
  readonly onDone: (item: string) => void
}

export function QueuePane({ row, policy, onOpen, onDone }: Props) {
  const now = useNow()
  const { value, problem } = openCases.use(row.number)
  return (
    <Pane label={row.title}>
      <div className="queue-pane-top">
        <BandBadge band={row.band} rung={placeOfRung(policy, row.rung)} />
        <TlpBadge tlp={row.tlp} />
        <span className="mono dim grow">{row.number}</span>
        <DueCell row={row} now={now} />
      </div>
      <div>
        <h2>{row.title}</h2>
        <p className="dim">{summary(row, value)}</p>
      </div>
      <Section
        title={t('queue.why')}
        aside={
          <Button look="link" onPress={() => go({ page: 'policy', params: {} })}>
            {t('queue.policy')}
          </Button>
        }
      >
        <p>{sentence(row.reason)}</p>
        {value === null ? null : whyLines(value).map((line) => <p key={line}>{line}</p>)}
      </Section>
      {problem === null ? null : <ProblemNote problem={problem} />}
      {value === null ? null : <Inside view={value} now={now} onDone={onDone} />}
      <Button onPress={onOpen} kbd="Enter">
        {t('queue.open')}
      </Button>
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

interface InsideProps {
  readonly view: CaseView
  readonly now: number
  readonly onDone: (item: string) => void
}

function Inside({ view, now, onDone }: InsideProps) {
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
            <li key={`${clock.kind} ${clock.due} ${clock.of ?? ''}`} className="clock-line">
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
  const at = formatTime(due, 'day-time')
  switch (state) {
    case 'met':
    case 'late':
      return t(`queue.clock.${state}`, { at: metAt === null ? '' : formatTime(metAt, 'day-time') })
    case 'paused':
      return t('queue.clock.paused', { at })
    case 'running':
    case 'overdue':
      return t(`queue.clock.${state}`, { left: timeLeft(due, now).replace('-', ''), at })
  }
}

function Phases({ phase, steps }: { readonly phase: Phase; readonly steps: Steps }) {
  return (
    <ol className="phases">
      {steps.phases.map((one) => (
        <li key={one.phase} className="phase" aria-current={one.phase === phase ? 'step' : undefined}>
          <span className="cut">{t(`phase.${one.phase}`)}</span>
          <span className="mono">
            {one.settled}/{one.settled + one.open.length}
          </span>
        </li>
      ))}
    </ol>
  )
}
