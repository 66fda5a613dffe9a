/** Refuses a rung that the policy in force does not have, before it is written into a journal. */
import type { Command } from '../../../shared/domain/case/command.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import type { Session } from '../session.ts'

/** null: the command names no rung, or one that there is. */
export function unknownRung({ queue }: Pick<Session, 'queue'>, command: Command): Saying | null {
  const named =
    command.do === 'place' ? command.rung : command.do === 'set' && command.field === 'rung' ? command.value : null
  const ranking = queue.ranking()
  if (named === null || named === '' || ranking.rank(Number(named)) !== null) return null
  const rungs = ranking.policy.rungs.map(({ id }) => id).join(', ')
  return saying('rung-unknown', { rung: String(named), rungs })
}
