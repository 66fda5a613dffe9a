/** Undo and redo of a case: a new entry each, the same after a restart; what it was is said. */
import type { CaseView } from '../../../shared/ipc/views.ts'
import { saying } from '../../../shared/words/say.ts'
import { showDone, showProblem } from '../../state/toasts.ts'
import { act } from './act.ts'
import { sentence } from '../../ui/t.ts'

export async function takeBack({ state: { number }, undo: [first] }: CaseView): Promise<void> {
  if (first === undefined) return showProblem(saying('nothing-to-undo'))
  if ((await act(number, { do: 'undo' })) !== null) showDone(saying('casework.undone', { what: sentence(first.said) }))
}

export async function giveBack({ state: { number }, redo: [first] }: CaseView): Promise<void> {
  if (first === undefined) return showProblem(saying('nothing-to-redo'))
  if ((await act(number, { do: 'redo' })) !== null) showDone(saying('casework.redone', { what: sentence(first.said) }))
}
