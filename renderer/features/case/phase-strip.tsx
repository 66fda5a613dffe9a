/** Phases with their counts, and the clocks beside them: plain while all is well, red only for what is overdue. */
import { Check, CircleDot, TriangleAlert } from 'lucide-react'
import type { Clock } from '../../../shared/domain/clock/clock.ts'
import { workPhases, type WorkPhase } from '../../../shared/domain/case/vocabulary.ts'
import type { CaseState } from '../../../shared/domain/case/case.ts'
import type { CaseView } from '../../../shared/ipc/views.ts'
import { useNow } from '../../ui/now.ts'
import { formatTime, timeLeft } from '../../ui/time-format.ts'
import { sentence, t } from '../../ui/t.ts'
import { itemsOf, settled } from './progress.ts'

export function PhaseStrip({ view: { state, clocks } }: { readonly view: CaseView }) {
  const now = useNow()
  return (
    <ol className="phase-strip">
      {workPhases.map((phase) => (
        <PhaseCell key={phase} phase={phase} state={state} />
      ))}
      {clocks.slice(0, 5).map((clock, at) => (
        <ClockCell key={at} clock={clock} now={now} />
      ))}
    </ol>
  )
}

function PhaseCell({ phase, state }: { readonly phase: WorkPhase; readonly state: CaseState }) {
  const items = itemsOf(state, phase)
  const counts = { done: settled(items), of: items.length }
  const here = state.phase === phase
  return (
    <li className={here ? 'phase-cell here' : 'phase-cell'} aria-current={here ? 'step' : undefined}>
      <strong>
        {counts.done === counts.of ? <Check aria-hidden /> : null}
        {t(`phase.${phase}`)}
      </strong>
      <span className="dim">
        {here
          ? t('casepage.phase-since', { ...counts, since: formatTime(state.phaseSince, 'day-time') })
          : t('casepage.phase-counts', counts)}
      </span>
    </li>
  )
}

function ClockCell({ clock, now }: { readonly clock: Clock; readonly now: number }) {
  const overdue = clock.state === 'overdue'
  const Icon = overdue ? TriangleAlert : clock.state === 'running' ? CircleDot : Check
  return (
    <li className="clock-cell" title={sentence(clock.said)}>
      <span className="dim">{t(`clockname.${clock.kind}`)}</span>
      <strong className={overdue ? 'late' : ''}>
        <Icon aria-hidden /> {clockWords(clock, now)}
      </strong>
      <span className="dim mono">{formatTime(clock.due, 'weekday')}</span>
    </li>
  )
}

function clockWords({ state, due, metAt }: Clock, now: number): string {
  const time = timeLeft(due, now)
  switch (state) {
    case 'running':
      return t('clockname.left', { time })
    case 'overdue':
      return t('clockname.overdue', { time })
    case 'met':
    case 'late':
      return t(state === 'met' ? 'clockname.met' : 'clockname.late', {
        at: metAt === null ? '' : formatTime(metAt, 'time'),
      })
  }
}
