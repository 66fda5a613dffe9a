/** Made-up people with keys made on the spot, and the mails they would write: no key file lies in the repository. */
import { createMessage, encrypt, readKey, readPrivateKey, sign, createCleartextMessage } from 'openpgp'
import type { OpenedMessage } from '../../shared/domain/exchange/message.ts'
import type { Saying } from '../../shared/words/say.ts'
import type { Result } from '../../shared/kit/result.ts'
import { defaultLimits, type ReadLimits } from '../../electron/core/mime/limits.ts'
import { generateKey, type NewKey } from '../../electron/core/pgp/key-material.ts'
import { open } from '../../electron/core/pgp/open.ts'

export const NOW = '2026-11-22T10:00:00.000Z'
const MADE = '2026-10-01T00:00:00.000Z'

export type Person = NewKey & { readonly address: string }

export async function person(name: string, expiresInDays: number | null = null, made = MADE): Promise<Person> {
  const address = `${name.toLowerCase()}@example.org`
  const key = await generateKey({ name, email: address, now: made, expiresInDays })
  if (!key.ok) throw new Error(key.problem.code)
  return { ...key.value, address }
}

export const must = <T>(result: Result<T, Saying>): T => {
  if (!result.ok) throw new Error(`${result.problem.code} ${JSON.stringify(result.problem.params)}`)
  return result.value
}

export interface Reading {
  readonly own?: readonly Pick<Person, 'armoredSecret'>[]
  readonly known?: readonly Pick<Person, 'armoredPublic'>[]
  readonly now?: string
  readonly fileName?: string
  readonly limits?: Partial<ReadLimits>
}

export const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf8'))

/** Opens in this thread: hundreds of attack messages need no hundreds of workers. */
export function openHere(bytes: Uint8Array | string, reading: Reading = {}): Promise<Result<OpenedMessage, Saying>> {
  const { own = [], known = [], now = NOW, fileName = '', limits = {} } = reading
  return open({
    bytes: typeof bytes === 'string' ? bytesOf(bytes) : bytes,
    fileName,
    secretKeys: own.map(({ armoredSecret }) => ({ armored: armoredSecret, passphrase: null })),
    publicKeys: known.map(({ armoredPublic }) => armoredPublic),
    now,
    limits: { ...defaultLimits, ...limits },
  })
}

export const codes = (message: OpenedMessage): readonly string[] => message.findings.map(({ code }) => code)

const date = new Date('2026-11-20T08:00:00.000Z')

/** Encrypts any bytes, signed or not, as another program would. */
export async function encrypted(data: string | Uint8Array, to: readonly Person[], by: Person | null): Promise<string> {
  const keys = await Promise.all(to.map(({ armoredPublic }) => readKey({ armoredKey: armoredPublic })))
  const signer = by ? { signingKeys: await readPrivateKey({ armoredKey: by.armoredSecret }) } : {}
  const binary = typeof data === 'string' ? bytesOf(data) : data
  return String(await encrypt({ message: await createMessage({ binary }), encryptionKeys: keys, ...signer, date }))
}

export async function detached(data: string, by: Person): Promise<string> {
  const signingKeys = await readPrivateKey({ armoredKey: by.armoredSecret })
  const message = await createMessage({ binary: bytesOf(data) })
  return String(await sign({ message, signingKeys, detached: true, date }))
}

export async function clearSigned(text: string, by: Person): Promise<string> {
  const signingKeys = await readPrivateKey({ armoredKey: by.armoredSecret })
  return sign({ message: await createCleartextMessage({ text }), signingKeys, date })
}

export const crlf = (text: string): string => text.replaceAll(/\r?\n/g, '\r\n')

export const mail = (from: string, rest: string): string =>
  crlf(`From: ${from}
To: desk@example.org
Subject: Outside
Date: Fri, 20 Nov 2026 09:00:00 +0100
Message-ID: <m1@example.org>
MIME-Version: 1.0
${rest}`)

export const textPart = (text: string): string => `Content-Type: text/plain; charset=utf-8\n\n${text}`

export const multipart = (type: string, parts: readonly string[], boundary = 'frontier'): string =>
  crlf(
    `Content-Type: ${type}; boundary="${boundary}"\n\n${parts.map((part) => `--${boundary}\n${part}\n`).join('')}--${boundary}--\n`,
  )

export const pgpMimeParts = (armour: string): readonly string[] => [
  'Content-Type: application/pgp-encrypted\n\nVersion: 1\n',
  `Content-Type: application/octet-stream; name="encrypted.asc"\n\n${armour}`,
]

export const pgpMime = (armour: string): string =>
  multipart('multipart/encrypted; protocol="application/pgp-encrypted"', pgpMimeParts(armour))

/** RFC 3156, 5: `entity` is signed as it stands, with CRLF. */
export async function signedMime(entity: string, by: Person, boundary = 'signed'): Promise<string> {
  const signature = await detached(crlf(entity), by)
  return multipart(
    'multipart/signed; micalg=pgp-sha512; protocol="application/pgp-signature"',
    [crlf(entity), `Content-Type: application/pgp-signature; name="signature.asc"\n\n${signature}`],
    boundary,
  )
}

/** What OpenPGP.js gives back is typed by what went in, streams among it; here it is always bytes. */
export function onlyBytes(data: unknown): Uint8Array {
  if (!(data instanceof Uint8Array)) throw new TypeError('no bytes')
  return data
}
