/** signet.keys/1 and signet.keyring/1: what the key doctor found, and what the vault keeps. */
import type { InspectedKey } from '../../../shared/domain/key/key.ts'
import type { KeysTaken, KeyView } from '../../../shared/ipc/key-views.ts'
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

export const keyringShape = (keys: readonly KeyRow[], language: Language) => ({
  schema: 'signet.keyring/1' as const,
  keys: keys.map((key) => ({
    ...key,
    badges: key.badges.map(({ kind, tone, said }) => ({ kind, tone, ...saidJson(language, said) })),
  })),
})

/** `key import`: the keys that are here now, and what became of every key of the file. */
export const keysTakenShape = (rows: readonly KeyRow[], { keys, reread }: KeysTaken, language: Language) => ({
  ...keyringShape(rows, language),
  taken: keys.map((key) => ({ ...key, said: key.said.map((one) => saidJson(language, one)) })),
  reread,
})

/** `key extend`, `passphrase`, `card`: the key as it is afterwards. */
export const keyViewShape = (view: KeyView) => ({
  ...keyShape(view),
  card: view.card,
  canEncrypt: view.canEncrypt,
  canSign: view.canSign,
  parts: view.parts,
  passphrase: view.own?.passphrase ?? null,
  revocationKept: view.own?.revocationKept ?? null,
  lastBackup: view.own?.lastBackup ?? null,
})
