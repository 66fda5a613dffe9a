/** The keys on file, own and others', and those that are being looked at. */
import type { KeyRow, KeyView } from '../../shared/ipc/views.ts'
import type { Input, Output } from '../../shared/ipc/contract.ts'
import { client, type Answer } from '../bridge/client.ts'
import { createKeyedMirror, createMirror } from './mirror.ts'

export const keyring = createMirror<readonly KeyRow[]>(() => client['key.list']({}), ['key.changed'])

/** `openKeys.use(fingerprint)`. */
export const openKeys = createKeyedMirror<KeyView, 'key.changed'>(
  (fingerprint) => client['key.show']({ fingerprint }),
  [{ feed: 'key.changed' }],
)

export const inspectKeys = (file: Input<'key.inspect'>['file']): Promise<Answer<Output<'key.inspect'>>> =>
  client['key.inspect']({ file })

export const importKey = (wish: Input<'key.import'>): Promise<Answer<Output<'key.import'>>> =>
  client['key.import'](wish)

export const generateKey = (wish: Input<'key.generate'>): Promise<Answer<KeyRow>> => client['key.generate'](wish)

/** To the clipboard, cleared after 20 s. */
export const copyKey = (fingerprint: string, what: 'key' | 'fingerprint'): Promise<Answer<null>> =>
  client['key.copy']({ fingerprint, what })

/** A person's decision; it is recorded with its method and note. */
export async function decideKey(decision: Input<'key.trust'>): Promise<Answer<KeyView>> {
  const answer = await client['key.trust'](decision)
  if (answer.ok) openKeys.take(decision.fingerprint, answer.value)
  return answer
}
