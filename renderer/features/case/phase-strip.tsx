/** Phases with their counts, and the clocks beside them: plain while all is well, red only for what is overdue. */
import { Check, CircleDot, CirclePause, TriangleAlert } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import type { CaseState } from '../../../shared/domain/case/case.ts'
import type { WorkPhase } from '../../../shared/domain/case/vocabulary.ts'
import type { Clock } from '../../../shared/domain/clock/clock.ts'
import { teamClocks } from '../../state/case-work.ts'
import { Kbd } from '../../ui/kbd.tsx'
import { useNow } from '../../ui/now.ts'
import { sentence, t } from '../../ui/t.ts'
import { formatTime } from '../../ui/time-format.ts'
import { useCaseDesk } from './case-desk.ts'
import { clockName, clockWords, forHead, reasonOfPause } from './clock-words.ts'
import { ClocksDialog } from './clocks-dialog.tsx'
import { itemsOf, settled } from './progress.ts'

/** As many as fit; the others stand behind the last cell. */
const wide = window.matchMedia('(width >= 1380px)')
const onWidth = (tell: () => void): (() => void) => {
  wide.addEventListener('change', tell)
  return () => wide.removeEventListener('change', tell)
}
const useMost = (): number => (useSyncExternalStore(onWidth, () => wide.matches) ? 4 : 3)

export function PhaseStrip() {
  const { view, open } = useCaseDesk()
  const { state, clocks } = view
  const most = useMost()
  const shown = forHead(clocks).slice(0, most)
  const hidden = clocks.length - shown.length
  return (
    <ol className="phase-strip">
      {state.phases.map((phase) => (
        <PhaseCell key={phase} phase={phase} state={state} />
      ))}
      {shown.map((clock, at) => (
        <ClockCell key={at} clock={clock} state={state} />
      ))}
      <li className="more-cell">
        <button type="button" onClick={() => open(ClocksDialog)}>
          <span>{hidden > 0 ? t('casework.clocks-more', { n: hidden }) : t('casework.clocks-all')}</span>
          <Kbd keys="w" />
        </button>
      </li>
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

const icons = { running: CircleDot, overdue: TriangleAlert, met: Check, late: Check, paused: CirclePause }

function ClockCell({ clock, state }: { readonly clock: Clock; readonly state: CaseState }) {
  const now = useNow()
  const team = teamClocks.use().value
  const Icon = icons[clock.state]
  return (
    <li className="clock-cell" title={sentence(clock.said)}>
      <span className="dim cut">{clockName(clock, state, team)}</span>
      <strong className={clock.state === 'overdue' ? 'late' : ''}>
        <Icon aria-hidden /> {clockWords(clock, now)}
      </strong>
      <span className="dim mono cut">
        {clock.state === 'paused' ? reasonOfPause(state, clock) : formatTime(clock.due, 'day-time')}
      </span>
    </li>
  )
}
