/** Builds mails for sealing: the readable inner one, and the PGP/MIME envelope around armour or signature (RFC 3156 4 to 6.2, RFC 9788). */
import MimeNode from 'nodemailer/lib/mime-node'
import { encode, wrap } from 'nodemailer/lib/qp'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { base64Lines } from './base64-lines.ts'
import { safeFileName } from './file-name.ts'

export interface Mailbox {
  readonly name: string
  readonly address: string
}

export interface OutgoingFile {
  readonly name: string
  /** MIME type, or '' to go by the ending of the name. */
  readonly type: string
  readonly bytes: Uint8Array
}

export interface OutgoingMail {
  readonly from: Mailbox
  readonly to: readonly Mailbox[]
  readonly cc: readonly Mailbox[]
  /** The real subject, inside the protection. */
  readonly subject: string
  /** What everybody on the way may read. */
  readonly outerSubject: string
  /** Without angle brackets. */
  readonly messageId: string
  readonly inReplyTo: string
  readonly text: string
  readonly files: readonly OutgoingFile[]
  readonly date: Date
  /** 16 to 64 letters and digits from a random source; part of every boundary. */
  readonly boundary: string
}

const NOT_ON_ONE_LINE = /[\p{Cc}\u2028\u2029]/u
const ADDRESS = /^[^\s<>()",;:\\@[\]]{1,64}@[^\s<>()",;:\\@]{1,255}$/
/** Printable ASCII only, so no line break of any kind. */
const IDENTIFIER = /^[!-;=?A-~]{1,200}@[!-;=?A-~]{1,200}$/

/** @returns `header-not-allowed` for anything that could end one header field and begin another. */
export function checkHeaders(mail: OutgoingMail): Result<OutgoingMail, Saying> {
  const boxes = [mail.from, ...mail.to, ...mail.cc]
  const wrong: readonly (readonly [string, boolean])[] = [
    ['From', !ADDRESS.test(mail.from.address)],
    ['To', [...mail.to, ...mail.cc].some(({ address }) => !ADDRESS.test(address))],
    ['From or To', boxes.some(({ name, address }) => NOT_ON_ONE_LINE.test(name + address))],
    ['Subject', NOT_ON_ONE_LINE.test(mail.subject + mail.outerSubject)],
    ['Message-ID', !IDENTIFIER.test(mail.messageId)],
    ['In-Reply-To', mail.inReplyTo !== '' && !IDENTIFIER.test(mail.inReplyTo)],
    ['Content-Type', mail.files.some(({ type }) => type !== '' && !/^[\w.+-]{1,80}\/[\w.+-]{1,80}$/.test(type))],
    ['boundary', !/^[A-Za-z0-9]{16,64}$/.test(mail.boundary)],
  ]
  const field = wrong.find(([, isWrong]) => isWrong)?.[0]
  return field ? fail(saying('header-not-allowed', { field })) : ok(mail)
}

const plainText = 'text/plain; charset=utf-8'

/** What protects the fields that stand inside. */
export type Protects = 'cipher' | 'clear'

/**
 * The entity that is signed: seven-bit, CRLF, with the real header fields in it. It ends without the CRLF that belongs to the
 * boundary after it (RFC 3156, 5).
 */
export function buildInner(mail: OutgoingMail, protects: Protects): Buffer {
  // Older readers know the first parameter, newer ones the second (RFC 9788, 4.1).
  const mark = `protected-headers="v1"; hp="${protects}"`
  const boundary = `${mail.boundary}in`
  const isSingle = mail.files.length === 0
  const node = new MimeNode(isSingle ? `${plainText}; ${mark}` : `multipart/mixed; boundary="${boundary}"; ${mark}`)
  setHeaders(node, mail, mail.subject)
  // Says what was kept confidential; nothing is where all is in clear.
  if (protects === 'cipher') for (const field of outerFields(mail)) node.addHeader('HP-Outer', field)
  const text = encodedText(mail.text)
  if (isSingle) return entity(node, text)
  return multipart(node, boundary, [
    entity(partOf(node, plainText), text),
    ...mail.files.map((file) => filePart(node, file)),
  ])
}

/** The mail as it is sent; X-Unsent makes mail programs open it as a draft. */
export function buildEncrypted(mail: OutgoingMail, armour: Uint8Array): Buffer {
  const root = outerNode(mail, 'multipart/encrypted; protocol="application/pgp-encrypted"')
  return multipart(root, mail.boundary, [
    plainPart(root, 'application/pgp-encrypted', 'PGP/MIME version identification', 'Version: 1\r\n'),
    plainPart(root, 'application/octet-stream; name="encrypted.asc"', 'OpenPGP encrypted message', armour),
  ])
}

/** @param hash as RFC 3156, 5 names it: pgp-sha512. */
export function buildSigned(mail: OutgoingMail, inner: Uint8Array, signature: Uint8Array, hash: string): Buffer {
  const root = outerNode(mail, `multipart/signed; protocol="application/pgp-signature"; micalg="${hash}"`)
  const type = 'application/pgp-signature; name="signature.asc"'
  return multipart(root, mail.boundary, [inner, plainPart(root, type, 'OpenPGP digital signature', signature)])
}

function outerNode(mail: OutgoingMail, type: string): MimeNode {
  const root = new MimeNode(`${type}; boundary="${mail.boundary}"`).setHeader('X-Unsent', '1')
  return setHeaders(root, mail, mail.outerSubject)
}

function setHeaders(node: MimeNode, mail: OutgoingMail, subject: string): MimeNode {
  node.setHeader('From', { ...mail.from })
  if (mail.to.length > 0) node.setHeader('To', copied(mail.to))
  if (mail.cc.length > 0) node.setHeader('Cc', copied(mail.cc))
  node.setHeader('Subject', subject).setHeader('Message-ID', `<${mail.messageId}>`).setHeader('Date', dateOf(mail))
  if (mail.inReplyTo !== '') {
    node.setHeader('In-Reply-To', `<${mail.inReplyTo}>`).setHeader('References', `<${mail.inReplyTo}>`)
  }
  return node
}

const copied = (boxes: readonly Mailbox[]): Mailbox[] => boxes.map((box) => ({ ...box }))
const dateOf = ({ date }: OutgoingMail): string => date.toUTCString().replace('GMT', '+0000')

/** RFC 9788, 2.2: what stands outside, so that a reader knows which fields were kept confidential. */
const outerFields = (mail: OutgoingMail): readonly string[] => [
  `Subject: ${mail.outerSubject}`,
  `Message-ID: <${mail.messageId}>`,
  `Date: ${dateOf(mail)}`,
  `From: ${listOf([mail.from])}`,
  ...(mail.to.length > 0 ? [`To: ${listOf(mail.to)}`] : []),
  ...(mail.cc.length > 0 ? [`Cc: ${listOf(mail.cc)}`] : []),
  ...(mail.inReplyTo === '' ? [] : [`In-Reply-To: <${mail.inReplyTo}>`, `References: <${mail.inReplyTo}>`]),
]

/** Encoded as in the field itself: the two are compared. */
const listOf = (boxes: readonly Mailbox[]): string => MimeNode.encodeHeaderValue('To', copied(boxes))

interface Encoded {
  readonly encoding: 'quoted-printable' | 'base64' | '7bit'
  readonly body: Uint8Array
}

/** Nobody reads the source of more than this, and base64 is shorter and faster. */
const longText = 65_536

/** Also for plain ASCII: blanks at line ends, long lines and "From " must survive every program on the way. */
function encodedText(text: string): Encoded {
  const lines = text.replaceAll(/\r\n?|\n/g, '\r\n')
  if (lines.length > longText) return { encoding: 'base64', body: base64Lines(Buffer.from(lines)) }
  return { encoding: 'quoted-printable', body: Buffer.from(wrap(encode(lines)).replaceAll(/^From /gm, '=46rom ')) }
}

/** The composer is asked for header fields only: it would fetch what a content names, and is slow with large ones. */
const partOf = (rootNode: MimeNode, type: string, filename?: string): MimeNode =>
  new MimeNode(type === '' ? undefined : type, { rootNode, ...(filename === undefined ? {} : { filename }) })

const filePart = (root: MimeNode, { name, type, bytes }: OutgoingFile): Buffer =>
  entity(partOf(root, type, safeFileName(name, 'file.bin')), { encoding: 'base64', body: base64Lines(bytes) })

const plainPart = (root: MimeNode, type: string, description: string, content: string | Uint8Array): Buffer =>
  entity(partOf(root, type).setHeader('Content-Description', description), {
    encoding: '7bit',
    body: Buffer.from(content),
  })

const entity = (node: MimeNode, { encoding, body }: Encoded): Buffer =>
  Buffer.concat([head(node.setHeader('Content-Transfer-Encoding', encoding)), body])

const head = (node: MimeNode): Buffer => Buffer.from(`${node.buildHeaders()}\r\n\r\n`)

function multipart(node: MimeNode, boundary: string, parts: readonly Uint8Array[]): Buffer {
  const [start, end] = [Buffer.from(`--${boundary}\r\n`), Buffer.from('\r\n')]
  const last = Buffer.from(`--${boundary}--\r\n`)
  return Buffer.concat([head(node), ...parts.flatMap((part) => [start, part, end]), last])
}
