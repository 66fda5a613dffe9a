/** Seals a draft with its files in memory: what it holds in the chosen form, under which names, from and to whom. */
import type { Result } from '../../../shared/kit/result.ts'
import type { Released } from '../../../shared/ipc/views.ts'
import type { Saying } from '../../../shared/words/say.ts'
import type { Signer } from '../keyring/signing-roles.ts'
import type { OutgoingFile } from '../mime/build.ts'
import { sealMessage } from '../pgp/seal-message.ts'
import type { Sealed } from '../pgp/seal.ts'
import { nowOf, type Session } from '../session.ts'
import type { DraftRecord } from './draft-records.ts'
import type { DraftOut } from './draft-out.ts'
import { exchangesOf } from './exchange-records.ts'
import type { KnownRecipient } from './recipients.ts'

type Form = Released['form']

export type Content = Pick<DraftOut, 'text' | 'numbers' | 'inner' | 'outer'> & {
  readonly files: readonly OutgoingFile[]
}

/** A file alone goes under its own name without a text around it, and so without a number. */
export function contentOf(
  draft: DraftRecord,
  { text, numbers, made, inner, outer }: DraftOut,
  files: readonly OutgoingFile[],
  form: Form,
): Content {
  const isFileAlone = form !== 'eml' && draft.text.trim() === '' && files.length === 1
  const subjects = { inner, outer }
  return isFileAlone
    ? { ...subjects, text: '', numbers: [], files }
    : { ...subjects, text, numbers, files: [...files, ...made] }
}

/** Who it is for and who signs it. */
export interface Parties {
  readonly recipients: readonly KnownRecipient[]
  readonly signer: Signer
}

/** Our own key is among them, so that we can read what we sent. */
export const keysToSealTo = ({ recipients, signer }: Parties): readonly string[] => [
  ...recipients.flatMap(({ publicKey }) => publicKey ?? []),
  signer.publicKey,
]

export function sealDraft(
  session: Session,
  draft: DraftRecord,
  { recipients, signer, form, text, files, inner, outer }: Parties & Content & { readonly form: Form },
): Promise<Result<Sealed, Saying>> {
  const answered = draft.inReplyTo === null ? null : exchangesOf(session.store).get(draft.inReplyTo)
  return sealMessage({
    protection: draft.protection,
    recipients: keysToSealTo({ recipients, signer }),
    signWith: { armored: signer.secretKey, passphrase: signer.passphrase },
    text,
    subject: inner,
    outerSubject: outer,
    from: mailboxOf(signer),
    to: recipients.flatMap(({ facts: { name, address } }) => (address === null ? [] : [{ name, address }])),
    attachments: files,
    attachOwnKey: draft.attachOwnKey && form === 'eml',
    form: form === 'clipboard' ? 'asc' : form,
    now: nowOf(session),
    messageId: messageIdOf(draft, signer),
    inReplyTo: answered?.messageId ?? '',
    boundary: Buffer.from(session.ports.random(16)).toString('hex'),
  })
}

/** The same whenever it is sealed, so that a mail that was released twice is one message. */
export const messageIdOf = ({ id }: DraftRecord, signer: Signer): string =>
  `${id}@${mailboxOf(signer).address.split('@').at(-1) ?? 'signet.invalid'}`

/** The name and address of the key itself, so that the signature matches the sender. */
function mailboxOf({ inspected }: Signer): { name: string; address: string } {
  const userId = inspected.userIds[0] ?? ''
  const address = /<([^<>]{1,320})>\s*$/.exec(userId)?.[1] ?? userId
  return { name: userId.replace(/\s*<[^<>]*>\s*$/, ''), address }
}
