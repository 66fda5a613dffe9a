/** When a handover was given: the giver's desk knows its file, the taker's only when it was made. */
import type { HandoverView } from '../../../shared/ipc/handover-views.ts'

/** UTC ISO; null while it is not given. */
export const givenAt = ({ state, given, prepared }: HandoverView): string | null =>
  state === 'open' ? null : (given?.at ?? prepared?.at ?? null)
