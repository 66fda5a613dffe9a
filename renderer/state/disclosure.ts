/** What the team lets out to whom: the policy in force, and its versions. */
import type { DisclosurePolicy } from '../../shared/domain/disclosure/policy.ts'
import type { DisclosureView } from '../../shared/ipc/case-views.ts'
import { client, type Answer } from '../bridge/client.ts'
import { createMirror } from './mirror.ts'

export const disclosure = createMirror<DisclosureView>(() => client['disclosure.show']({}), ['policy.changed'])

export async function saveDisclosure(policy: DisclosurePolicy, reason: string): Promise<Answer<DisclosureView>> {
  const answer = await client['disclosure.save']({ policy, reason })
  if (answer.ok) disclosure.take(answer.value)
  return answer
}
