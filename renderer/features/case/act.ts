/** Asks for one change of a case and says what came of it; a case changed meanwhile is read again, and that is said. */
import type { CaseView } from '../../../shared/ipc/views.ts'
import { saying } from '../../../shared/words/say.ts'
import { changeCase, openCases, type Command } from '../../state/open-case.ts'
import { showProblem } from '../../state/toasts.ts'

/** The case after the change; null where it was refused, with the reason on the screen. */
export async function act(number: string, command: Command): Promise<CaseView | null> {
  const answer = await changeCase(number, command)
  if (answer.ok) return answer.value
  if (answer.problem.code === 'case-stale') {
    await openCases.refresh(number)
    showProblem(saying('page.stale'))
    return null
  }
  showProblem(answer.problem)
  return null
}
