/** Signs and encrypts in one OpenPGP message, in the form that a mail program or a file wants. Runs in a worker. */
import { createMessage, encrypt, readKey, type Key, type Message, type PrivateKey } from 'openpgp'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { buildEncrypted, buildInner, checkHeaders, type OutgoingFile, type OutgoingMail } from '../mime/build.ts'
import { safeFileName } from '../mime/file-name.ts'
import { writeArmour } from './armour.ts'
import { pgpConfig, toFingerprint } from './config.ts'
import { openSecret } from './key-material.ts'
import type { SecretKeyInput } from './key-ring.ts'

export interface SealInput {
  /** Armoured public keys, our own among them if we are to read it again. */
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
  readonly fileName: string
}

interface Keys {
  readonly to: readonly Key[]
  readonly own: PrivateKey
}

/**
 * @returns `seal-no-recipient`, `key-cannot-encrypt`, `key-not-secret`, `key-passphrase-wrong`, `key-cannot-sign`, `header-not-allowed`,
 * `seal-attachments-need-eml` or `seal-failed`. Nothing is ever sealed without the signature that was asked for.
 */
export async function seal(input: SealInput): Promise<Result<Sealed, Saying>> {
  const keys = await readyKeys(input)
  if (!keys.ok) return keys
  try {
    return await (input.form === 'eml' ? sealMail(input, keys.value) : sealFile(input, input.form, keys.value))
  } catch {
    return fail(saying('seal-failed'))
  }
}

async function readyKeys(input: SealInput): Promise<Result<Keys, Saying>> {
  const at = new Date(input.now)
  if (input.recipients.length === 0) return fail(saying('seal-no-recipient'))
  const to: Key[] = []
  for (const armored of input.recipients) {
    const key = await readKey({ armoredKey: armored, config: pgpConfig() }).catch(() => null)
    const usable = key && (await key.getEncryptionKey(undefined, at, undefined, pgpConfig()).catch(() => null))
    if (!usable)
      return fail(saying('key-cannot-encrypt', { fingerprint: key ? toFingerprint(key.getFingerprint()) : '?' }))
    to.push(key)
  }
  const own = await openSecret(input.signWith.armored, input.signWith.passphrase)
  if (!own.ok) return own
  const signing = await own.value.getSigningKey(undefined, at, undefined, pgpConfig()).catch(() => null)
  const fingerprint = toFingerprint(own.value.getFingerprint())
  return signing ? ok({ to, own: own.value }) : fail(saying('key-cannot-sign', { fingerprint }))
}

async function sealMail(input: SealInput, keys: Keys): Promise<Result<Sealed, Saying>> {
  const files = input.attachOwnKey ? [...input.attachments, ownKeyFile(keys.own)] : input.attachments
  const { from, to, cc = [], subject, outerSubject, messageId, inReplyTo = '', text, boundary } = input
  const mail = {
    from,
    to,
    cc,
    subject,
    outerSubject,
    messageId,
    inReplyTo,
    text,
    files,
    boundary,
    date: new Date(input.now),
  }
  const checked = checkHeaders(mail)
  if (!checked.ok) return checked
  const sealed = await sealData(await createMessage({ binary: new Uint8Array(await buildInner(mail)) }), input, keys)
  const bytes = await buildEncrypted(mail, writeArmour('MESSAGE', sealed))
  return ok({ bytes: new Uint8Array(bytes), fileName: 'message.eml' })
}

const ownPublic = (key: PrivateKey): string => writeArmour('PUBLIC KEY BLOCK', key.toPublic().write())

const ownKeyFile = (key: PrivateKey): OutgoingFile => ({
  name: `OpenPGP_0x${toFingerprint(key.getFingerprint())}.asc`,
  type: 'application/pgp-keys',
  bytes: Buffer.from(ownPublic(key)),
})

/** A text, or one file under its own name: an OpenPGP message holds no more than one thing. */
async function sealFile(input: SealInput, form: 'asc' | 'pgp', keys: Keys): Promise<Result<Sealed, Saying>> {
  const [file, ...more] = input.attachments
  if (more.length > 0 || (file && (input.text !== '' || input.attachOwnKey)))
    return fail(saying('seal-attachments-need-eml'))
  const name = file ? safeFileName(file.name, 'file.bin') : 'message'
  const text = input.attachOwnKey ? `${input.text}\n\n${ownPublic(keys.own)}` : input.text
  const message = file
    ? await createMessage({ binary: Uint8Array.from(file.bytes), filename: name })
    : await createMessage({ text })
  const sealed = await sealData(message, input, keys)
  const bytes = form === 'pgp' ? sealed : new Uint8Array(Buffer.from(writeArmour('MESSAGE', sealed)))
  return ok({ bytes, fileName: `${name}.${form}` })
}

async function sealData(message: Message<Uint8Array | string>, { now }: SealInput, keys: Keys): Promise<Uint8Array> {
  const sealed: unknown = await encrypt({
    message,
    encryptionKeys: [...keys.to],
    signingKeys: keys.own,
    date: new Date(now),
    format: 'binary',
    config: pgpConfig(),
  })
  if (!(sealed instanceof Uint8Array)) throw new Error('no bytes')
  return sealed
}
