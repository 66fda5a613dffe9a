/** Cases that are being looked at, by number, and the one verb that changes them. */
import type { Input } from '../../shared/ipc/contract.ts'
import type { CaseView } from '../../shared/ipc/views.ts'
import { client, type Answer } from '../bridge/client.ts'
import { createKeyedMirror } from './mirror.ts'

export type Command = Input<'case.change'>['command']

/** `openCases.use(number)`. */
export const openCases = createKeyedMirror<CaseView, 'case.changed' | 'policy.changed'>(
  (number) => client['case.show']({ number }),
  [
    { feed: 'case.changed', about: (news, number) => news === null || news.number === number },
    { feed: 'policy.changed' },
  ],
)

/** Changes a case as it was last seen: stale heads are refused by core, never overwritten. */
export async function changeCase(number: string, command: Command): Promise<Answer<CaseView>> {
  if (openCases.get(number).value === null) await openCases.refresh(number)
  const { value, problem } = openCases.get(number)
  if (problem !== null) return { ok: false, problem }
  return taking(client['case.change']({ number, heads: [...(value?.heads ?? [])], command }))
}

export async function createCase(title: string): Promise<Answer<CaseView>> {
  return taking(client['case.create']({ title }))
}

async function taking(asking: Promise<Answer<CaseView>>): Promise<Answer<CaseView>> {
  const answer = await asking
  if (answer.ok) openCases.take(answer.value.state.number, answer.value)
  return answer
}
