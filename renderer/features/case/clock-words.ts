/** What a clock is called and how it stands, in words: plain while all is well. */
import type { Clock } from '../../../shared/domain/clock/clock.ts'
import { formatTime, timeLeft } from '../../ui/time-format.ts'
import type { CaseState } from '../../../shared/domain/case/case.ts'
import type { ClocksView } from '../../../shared/ipc/case-views.ts'
import { t } from '../../ui/t.ts'

/** A legal clock has the name of its rule, that of a party its name, that of a task its text. */
export function clockName(clock: Clock, state: CaseState, team: ClocksView | null): string {
  if (clock.kind === 'legal')
    return team?.settings.legal.find(({ id }) => id === clock.of)?.name ?? clock.of ?? t('clockname.legal')
  if (clock.kind === 'party') return state.parties.find(({ id }) => id === clock.of)?.name ?? t('clockname.party')
  if (clock.kind === 'task') return state.tasks.find(({ id }) => id === clock.of)?.text ?? t('clockname.task')
  return t(`clockname.${clock.kind}`)
}

export function clockWords({ state, due, metAt }: Clock, now: number): string {
  const time = timeLeft(due, now)
  switch (state) {
    case 'running':
      return t('clockname.left', { time })
    case 'overdue':
      return t('clockname.overdue', { time })
    case 'paused':
      return t('clockname.paused')
    case 'met':
    case 'late':
      return t(state === 'met' ? 'clockname.met' : 'clockname.late', {
        at: metAt === null ? '' : formatTime(metAt, 'time'),
      })
  }
}

const ranks: Readonly<Record<Clock['state'], number>> = { overdue: 0, running: 1, paused: 2, late: 3, met: 4 }

/** Parties stand on their board and tasks in their box: of theirs only the overdue ones are promises that the head must show. */
export const forHead = (clocks: readonly Clock[]): readonly Clock[] => {
  const promises = clocks.filter(({ kind, state }) => state === 'overdue' || (kind !== 'party' && kind !== 'task'))
  return byNeed(promises)
}

/** What needs somebody first. */
export const byNeed = (clocks: readonly Clock[]): readonly Clock[] =>
  clocks.toSorted((a, b) => ranks[a.state] - ranks[b.state] || a.due.localeCompare(b.due))

export const reasonOfPause = ({ pauses }: CaseState, { kind }: Clock): string =>
  pauses.find(({ clock, to }) => clock === kind && to === null)?.reason ?? ''
