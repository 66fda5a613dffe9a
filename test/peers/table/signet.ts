/** Signet's side of each cell: its own functions only, with what they refuse thrown in the words that a person would read. */
import type { OpenedMessage } from '../../../shared/domain/exchange/message.ts'
import type { Result } from '../../../shared/kit/result.ts'
import { say, type Saying } from '../../../shared/words/say.ts'
import { defaultLimits } from '../../../electron/core/mime/limits.ts'
import { open, type OpenInput } from '../../../electron/core/pgp/open.ts'
import { seal, type SealInput } from '../../../electron/core/pgp/seal.ts'
import type { SecretKeyInput } from '../../../electron/core/pgp/key-ring.ts'
import { check, Refusal } from './cell.ts'
import type { Key } from './key.ts'

export function orRefuse<T>(result: Result<T, Saying>): T {
  if (!result.ok) throw new Refusal(`${result.problem.code}: ${say('en', result.problem)}`)
  return result.value
}

export const instant = (): string => new Date().toISOString()
export const later = (): string => new Date(Date.now() + 60_000).toISOString()

export const secretOf = ({ armoredSecret, passphrase }: Key): SecretKeyInput => ({
  armored: armoredSecret,
  passphrase: passphrase || null,
})

const MAIL = {
  form: 'asc',
  from: { name: 'Signet', address: 'desk@example.org' },
  to: [{ name: 'Peer', address: 'peer@example.org' }],
  subject: 'Incident 42 – Grüße',
  outerSubject: 'Encrypted message',
  messageId: 'table@example.org',
  text: '',
  attachments: [],
  attachOwnKey: false,
  boundary: 'abcdefabcdefabcdef',
} as const

export async function sealed(to: readonly Key[], by: Key, what: Partial<SealInput>): Promise<Uint8Array> {
  const recipients = to.map(({ armoredPublic }) => armoredPublic)
  return orRefuse(await seal({ ...MAIL, now: instant(), recipients, signWith: secretOf(by), ...what })).bytes
}

export interface Hands {
  readonly own?: readonly Key[]
  readonly known?: readonly Key[]
  /** Its ending says that it is a mail. */
  readonly fileName?: string
}

export const opening = (bytes: Uint8Array, { own = [], known = [], fileName = '' }: Hands): OpenInput => ({
  bytes,
  fileName,
  secretKeys: own.map(secretOf),
  publicKeys: known.map(({ armoredPublic }) => armoredPublic),
  now: later(),
  limits: defaultLimits,
})

export const opened = async (bytes: Uint8Array, hands: Hands): Promise<OpenedMessage> =>
  orRefuse(await open(opening(bytes, hands)))

type Proved = Pick<OpenedMessage, 'protection' | 'findings'>

/** Insists on what a message must prove; a signature that does not is Signet's refusal of it, in its own words. */
export function checkProtection({ protection, findings }: Proved, to: Key | null, by: Key | null): void {
  const said = findings.map((finding) => `${finding.code}: ${say('en', finding)}`).join(' ')
  check(protection.encrypted === (to !== null), 'encrypted is told wrong')
  check(protection.decryptedWith === (to?.fingerprint ?? null), 'another key is told to have opened it')
  if (by === null) return check(protection.signature === 'none', `signature ${protection.signature}`)
  if (protection.signature !== 'good') throw new Refusal(`signature ${protection.signature}: ${said}`)
  check(protection.signer?.fingerprint === by.fingerprint, 'another signer is told')
}

/** The bytes of a message that holds one thing. */
export const contentOf = ({ attachments, text }: OpenedMessage): Uint8Array =>
  attachments[0]?.bytes ?? new Uint8Array(Buffer.from(text))
