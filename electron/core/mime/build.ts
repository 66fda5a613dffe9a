/** Builds mails for sealing: the readable inner one by nodemailer's composer, and the PGP/MIME envelope around the armour (RFC 3156, 4 and 6.2). */
import MailComposer from 'nodemailer/lib/mail-composer'
import MimeNode from 'nodemailer/lib/mime-node'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
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

const NO_FETCHING = { disableFileAccess: true, disableUrlAccess: true, newline: 'win' } as const

const headersOf = (mail: OutgoingMail, subject: string) => ({
  from: { ...mail.from },
  to: mail.to.map((box) => ({ ...box })),
  cc: mail.cc.map((box) => ({ ...box })),
  subject,
  messageId: `<${mail.messageId}>`,
  date: mail.date.toUTCString().replace('GMT', '+0000'),
  ...(mail.inReplyTo ? { inReplyTo: `<${mail.inReplyTo}>`, references: `<${mail.inReplyTo}>` } : {}),
})

/** The entity that is signed and encrypted: seven-bit, CRLF, with the real header fields in it (RFC 9788; `protected-headers` for older readers). */
export async function buildInner(mail: OutgoingMail): Promise<Buffer> {
  const node = new MailComposer({
    ...headersOf(mail, mail.subject),
    ...NO_FETCHING,
    baseBoundary: `${mail.boundary}in`,
    text: mail.text,
    // Also for plain ASCII: blanks at line ends and long lines must survive every program on the way.
    encoding: 'quoted-printable',
    attachments: mail.files.map(({ name, type, bytes }) => ({
      filename: safeFileName(name, 'file.bin'),
      content: Buffer.from(bytes),
      contentTransferEncoding: 'base64',
      ...(type === '' ? {} : { contentType: type }),
    })),
  }).compile()
  const type = node.getHeader('Content-Type')
  if (typeof type !== 'string') throw new Error('the composer made no content type')
  node.setHeader('Content-Type', `${type}; protected-headers="v1"; hp="cipher"`)
  for (const field of outerFields(mail)) node.addHeader('HP-Outer', field)
  return node.build()
}

/** RFC 9788, 2.2: what stands outside, so that a reader knows which fields were kept confidential. */
const outerFields = (mail: OutgoingMail): readonly string[] => [
  `Subject: ${mail.outerSubject}`,
  `Message-ID: <${mail.messageId}>`,
  `Date: ${headersOf(mail, '').date}`,
  `From: ${listOf([mail.from])}`,
  `To: ${listOf(mail.to)}`,
]

/** Encoded as in the field itself: the two are compared. */
const listOf = (boxes: readonly Mailbox[]): string =>
  MimeNode.encodeHeaderValue(
    'To',
    boxes.map((box) => ({ ...box })),
  )

/** The mail as it is sent; X-Unsent makes mail programs open it as a draft. */
export async function buildEncrypted(mail: OutgoingMail, armour: string): Promise<Buffer> {
  const root = new MimeNode('multipart/encrypted; protocol="application/pgp-encrypted"', {
    ...NO_FETCHING,
    baseBoundary: mail.boundary,
  })
  const headers = headersOf(mail, mail.outerSubject)
  root.setHeader('X-Unsent', '1')
  root.setHeader('From', headers.from)
  root.setHeader('To', headers.to)
  if (headers.cc.length > 0) root.setHeader('Cc', headers.cc)
  root.setHeader('Subject', headers.subject)
  root.setHeader('Message-ID', headers.messageId)
  root.setHeader('Date', headers.date)
  if (headers.inReplyTo) root.setHeader('In-Reply-To', headers.inReplyTo).setHeader('References', headers.references)
  part(root, 'application/pgp-encrypted', 'PGP/MIME version identification', 'Version: 1\r\n')
  part(root, 'application/octet-stream; name="encrypted.asc"', 'OpenPGP encrypted message', armour)
  return root.build()
}

function part(root: MimeNode, type: string, description: string, content: string): void {
  root
    .createChild(type, NO_FETCHING)
    .setHeader('Content-Description', description)
    .setHeader('Content-Transfer-Encoding', '7bit')
    .setContent(content)
}
