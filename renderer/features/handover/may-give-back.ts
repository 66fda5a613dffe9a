/** Whether the half hour still runs in which the one who took over may give it back. */
import type { HandoverView } from '../../../shared/ipc/handover-views.ts'
import { useNow } from '../../ui/now.ts'

export function useMayGiveBack({ state, side, taken }: HandoverView): boolean {
  const now = useNow()
  return state === 'taken' && side === 'taker' && taken !== null && now < Date.parse(taken.backUntil)
}
