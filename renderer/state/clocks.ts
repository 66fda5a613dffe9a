/** Verbs about the team's clocks and its duty; what core last said of both stands in case-work.ts. */
import type { ClockSettings, Turn } from '../../shared/domain/clock/settings.ts'
import type { ClocksView, DutyView } from '../../shared/ipc/case-views.ts'
import { client, type Answer } from '../bridge/client.ts'
import { roster, teamClocks } from './case-work.ts'

export async function saveClocks(settings: ClockSettings, reason: string): Promise<Answer<ClocksView>> {
  const answer = await client['clocks.save']({ settings, reason })
  if (answer.ok) teamClocks.take(answer.value)
  return answer
}

export async function saveDuty(turns: readonly Turn[]): Promise<Answer<DutyView>> {
  const answer = await client['duty.save']({ turns: [...turns] })
  if (answer.ok) roster.take(answer.value)
  return answer
}
