/** The desk itself: whether a vault is chosen, sealed or open, and the preferences that belong to the machine. */
import type { Output } from '../../shared/ipc/contract.ts'
import type { DeskState, Preferences } from '../../shared/ipc/views.ts'
import { client, type Answer } from '../bridge/client.ts'
import { createMirror } from './mirror.ts'

export const desk = createMirror<DeskState>(() => client['desk.state']({}), ['desk.changed'])

async function taking(asking: Promise<Answer<DeskState>>): Promise<Answer<DeskState>> {
  const answer = await asking
  if (answer.ok) desk.take(answer.value)
  return answer
}

export const setPreferences = (change: Partial<Preferences>): Promise<Answer<DeskState>> =>
  taking(client['desk.preferences'](change))

export const lock = (): Promise<Answer<null>> => client['desk.lock']({})

/** The file or files chosen in a dialog of the system; empty when it was cancelled. */
export const pick = (
  mode: 'open' | 'save' | 'folder',
  purpose: string,
  suggestedName?: string,
): Promise<Answer<Output<'desk.pick'>>> =>
  client['desk.pick']({ mode, purpose, ...(suggestedName === undefined ? {} : { suggestedName }) })
