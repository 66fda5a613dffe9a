/** The next phase of a case: at once where no step is open, else the page asks why. */
import type { WorkPhase } from '../../../shared/domain/case/vocabulary.ts'
import { saying } from '../../../shared/words/say.ts'
import type { CaseView } from '../../../shared/ipc/views.ts'
import { showProblem } from '../../state/toasts.ts'
import { t } from '../../ui/t.ts'
import { actOn } from './acts.ts'
import { nextPhase } from './steps.ts'

export const moveOn = (number: string, phase: WorkPhase, reason: string): Promise<boolean> =>
  actOn([number], { do: 'phase', phase, ...(reason === '' ? {} : { reason }) }, () =>
    saying('queue.phased', { number, phase: t(`phase.${phase}`) }),
  )

/** `ask` is called where steps are open. */
export function toNextPhase({ state }: CaseView, ask: () => void): void {
  const { number } = state
  const next = nextPhase(state)
  if (next === null) showProblem(saying('queue.phase-last', { number }))
  else if (next.left.length > 0) ask()
  else void moveOn(number, next.phase, '')
}
