/** The keys on file, own and others', those that are being looked at, and every act on one. */
import type { KeyPreview, KeysTaken, KeyView } from '../../shared/ipc/key-views.ts'
import type { KeyRow } from '../../shared/ipc/views.ts'
import type { Input, Output } from '../../shared/ipc/contract.ts'
import { client, type Answer } from '../bridge/client.ts'
import { createKeyedMirror, createMirror } from './mirror.ts'

export const keyring = createMirror<readonly KeyRow[]>(() => client['key.list']({}), ['key.changed'])

/** `openKeys.use(fingerprint)`. */
export const openKeys = createKeyedMirror<KeyView, 'key.changed' | 'exchange.changed'>(
  (fingerprint) => client['key.show']({ fingerprint }),
  [{ feed: 'key.changed' }, { feed: 'exchange.changed' }],
)

/** The key as it is after the change is shown at once. */
async function taking(asking: Promise<Answer<KeyView>>): Promise<Answer<KeyView>> {
  const answer = await asking
  if (answer.ok) openKeys.take(answer.value.fingerprint, answer.value)
  return answer
}

/** Reads a file of keys and stores nothing. */
export const previewKeys = (file: Input<'key.preview'>['file']): Promise<Answer<readonly KeyPreview[]>> =>
  client['key.preview']({ file })

export const importKeys = (wish: Input<'key.import'>): Promise<Answer<KeysTaken>> => client['key.import'](wish)

export const generateKey = (wish: Input<'key.generate'>): Promise<Answer<KeyRow>> => client['key.generate'](wish)

/** To the clipboard, cleared after 20 s. */
export const copyKey = (fingerprint: string, what: 'key' | 'fingerprint'): Promise<Answer<null>> =>
  client['key.copy']({ fingerprint, what })

/** A person's decision; it is recorded with its method and note. */
export const decideKey = (decision: Input<'key.trust'>): Promise<Answer<KeyView>> =>
  taking(client['key.trust'](decision))

export const linkKey = (fingerprint: string, card: string | null): Promise<Answer<KeyView>> =>
  taking(client['key.card']({ fingerprint, card }))

export const dropKey = (fingerprint: string, typed: string): Promise<Answer<null>> =>
  client['key.drop']({ fingerprint, typed })

export const extendKey = (wish: Input<'key.extend'>): Promise<Answer<KeyView>> => taking(client['key.extend'](wish))

export const setKeyPassphrase = (wish: Input<'key.passphrase'>): Promise<Answer<KeyView>> =>
  taking(client['key.passphrase'](wish))

export const unlockKey = (wish: Input<'key.unlock'>): Promise<Answer<KeyView>> => taking(client['key.unlock'](wish))

export const forgetKey = (fingerprint: string): Promise<Answer<KeyView>> =>
  taking(client['key.forget']({ fingerprint }))

export const revokeKey = (wish: Input<'key.revoke'>): Promise<Answer<KeyView>> => taking(client['key.revoke'](wish))

export const setSignsFor = (wish: Input<'key.signsFor'>): Promise<Answer<readonly KeyRow[]>> =>
  client['key.signsFor'](wish)

export const backUpKey = (wish: Input<'key.backup'>): Promise<Answer<Output<'key.backup'>>> =>
  client['key.backup'](wish)
