/** Signs and encrypts in one OpenPGP message, or only signs, in the form that a mail program or a file wants. Runs in a worker. */
import type { PrivateKey } from 'openpgp'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import {
  buildEncrypted,
  buildInner,
  buildSigned,
  checkHeaders,
  type OutgoingFile,
  type OutgoingMail,
} from '../mime/build.ts'
import { safeFileName } from '../mime/file-name.ts'
import { writeArmour } from './armour.ts'
import { toFingerprint } from './config.ts'
import type { SecretKeyInput } from './key-ring.ts'
import { encryptData, signCleartext, signData, signDetached, type SealKeys } from './seal-data.ts'
import { recipientKeys, signingKey } from './seal-keys.ts'
import { armourBytes } from './write-armour.ts'

export interface SealInput {
  /** `signed`: readable by everybody on its way, for what everybody may read; missing: encrypted. */
  readonly protection?: 'encrypted' | 'signed'
  /** Armoured public keys, our own among them if we are to read it again; not looked at for what is only signed. */
  readonly recipients: readonly string[]
  readonly signWith: SecretKeyInput
  readonly form: 'eml' | 'asc' | 'pgp'
  readonly from: OutgoingMail['from']
  readonly to: OutgoingMail['to']
  readonly cc?: OutgoingMail['cc']
  readonly subject: string
  readonly outerSubject: string
  readonly messageId: string
  readonly inReplyTo?: string
  readonly text: string
  readonly attachments: readonly OutgoingFile[]
  readonly attachOwnKey: boolean
  /** UTC ISO: date of mail and signature, and the instant at which the keys must be good. */
  readonly now: string
  /** 16 to 64 letters and digits from a random source. */
  readonly boundary: string
}

export interface Sealed {
  readonly bytes: Uint8Array
  readonly messageId: string
  readonly fileName: string
}

/**
 * @returns `seal-no-recipient`, `key-cannot-encrypt`, `key-not-secret`, `key-locked`, `key-passphrase-wrong`, `key-cannot-sign`,
 * `header-not-allowed`, `seal-attachments-need-eml` or `seal-failed`. Nothing is ever sealed without the signature that was asked for.
 */
export async function seal(input: SealInput): Promise<Result<Sealed, Saying>> {
  const at = new Date(input.now)
  const to = isSignedOnly(input) ? ok([]) : await recipientKeys(input.recipients, at)
  if (!to.ok) return to
  const own = await signingKey(input.signWith, at)
  if (!own.ok) return own
  const keys = { to: to.value, own: own.value, at }
  try {
    return await (input.form === 'eml' ? sealMail(input, keys) : sealFile(input, input.form, keys))
  } catch {
    return fail(saying('seal-failed'))
  }
}

const isSignedOnly = ({ protection }: Pick<SealInput, 'protection'>): boolean => protection === 'signed'

async function sealMail(input: SealInput, keys: SealKeys): Promise<Result<Sealed, Saying>> {
  const { attachments, attachOwnKey, cc = [], inReplyTo = '', messageId } = input
  const files = attachOwnKey ? [...attachments, ownKeyFile(keys.own)] : attachments
  const mail: OutgoingMail = { ...input, cc, inReplyTo, files, date: keys.at }
  const checked = checkHeaders(mail)
  if (!checked.ok) return checked
  const bytes = isSignedOnly(input) ? await signedMail(mail, keys) : await encryptedMail(mail, keys)
  return ok({ bytes, fileName: 'message.eml', messageId })
}

async function encryptedMail(mail: OutgoingMail, keys: SealKeys): Promise<Buffer> {
  const sealed = await encryptData({ bytes: buildInner(mail, 'cipher'), name: '' }, keys)
  return buildEncrypted(mail, armourBytes('MESSAGE', sealed, '\r\n'))
}

/** RFC 3156, 5: the signature is over the very bytes of the first part. */
async function signedMail(mail: OutgoingMail, keys: SealKeys): Promise<Buffer> {
  const inner = buildInner(mail, 'clear')
  const { signature, micalg } = await signDetached(inner, keys)
  return buildSigned(mail, inner, armourBytes('SIGNATURE', signature, '\r\n'), micalg)
}

const ownPublic = (key: PrivateKey): string => writeArmour('PUBLIC KEY BLOCK', key.toPublic().write())

const ownKeyFile = (key: PrivateKey): OutgoingFile => ({
  name: `OpenPGP_0x${toFingerprint(key.getFingerprint())}.asc`,
  type: 'application/pgp-keys',
  bytes: Buffer.from(ownPublic(key)),
})

/** A text, or one file under its own name: an OpenPGP message holds no more than one thing. */
async function sealFile(input: SealInput, form: 'asc' | 'pgp', keys: SealKeys): Promise<Result<Sealed, Saying>> {
  const { text, attachOwnKey, messageId } = input
  const [file, ...more] = input.attachments
  if (more.length > 0 || (file && (text !== '' || attachOwnKey))) return fail(saying('seal-attachments-need-eml'))
  const name = file ? safeFileName(file.name, 'file.bin') : 'message'
  const all = attachOwnKey ? `${text}\n\n${ownPublic(keys.own)}` : text
  const bytes = await sealedFile(file ? { bytes: file.bytes, name } : { text: all }, form, keys, isSignedOnly(input))
  return ok({ bytes, fileName: `${name}.${form}`, messageId })
}

async function sealedFile(
  content: Parameters<typeof encryptData>[0],
  form: 'asc' | 'pgp',
  keys: SealKeys,
  signedOnly: boolean,
): Promise<Uint8Array> {
  if (signedOnly && form === 'asc' && 'text' in content)
    return Buffer.from(await signCleartext(content.text.trimEnd(), keys))
  const bytes = await (signedOnly ? signData(content, keys) : encryptData(content, keys))
  return form === 'pgp' ? bytes : armourBytes('MESSAGE', bytes, '\n')
}
