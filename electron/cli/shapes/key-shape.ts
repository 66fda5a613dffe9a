/** signet.keys/1 and signet.keyring/1: what the key doctor found, and what the vault keeps. */
import type { InspectedKey } from '../../../shared/domain/key/key.ts'
import type { KeyRow } from '../../../shared/ipc/views.ts'
import type { Language } from '../../../shared/words/say.ts'
import { saidJson } from '../command.ts'

export const keysShape = (keys: readonly InspectedKey[], language: Language) => ({
  schema: 'signet.keys/1' as const,
  keys: keys.map((key) => ({ ...key, findings: key.findings.map((found) => saidJson(language, found)) })),
})

export const keyShape = ({ fingerprint, userIds, role, state, expires, trust }: KeyRow) => ({
  schema: 'signet.key/1' as const,
  fingerprint,
  userIds,
  role,
  state,
  expires,
  trust,
})

export const keyringShape = (keys: readonly KeyRow[]) => ({ schema: 'signet.keyring/1' as const, keys })
