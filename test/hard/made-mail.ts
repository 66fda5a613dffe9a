/** Reports by mail with attachments, made up on the spot: fictional names, documentation addresses. */
import { createHash } from 'node:crypto'
import type { Chance } from './chance.ts'

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** `mark` stands in subject and text, so that the message can be told from all others. */
export function madeMail(chance: Chance, mark: string): Uint8Array {
  const boundary = `=-${chance.below(1e9)}`
  const attachments = Array.from({ length: 1 + chance.below(3) }, (_, at) => attachment(chance, boundary, at))
  const head = [
    'From: Orchard-CERT <cert@orchard.example>',
    'To: cert@harrow.example',
    `Subject: Phishing ${mark}`,
    'Date: Fri, 20 Nov 2026 09:00:00 +0100',
    `Message-ID: <${mark.replaceAll(/[^a-z0-9]/gi, '-')}@orchard.example>`,
    'MIME-Version: 1.0',
    `Content-Type: multipart/mixed; boundary="${boundary}"`,
  ]
  const text = `Report ${mark}: hxxps://login[.]bank-harrow[.]example from 203.0.113.${chance.below(250) + 1},\r\n2026-11-20 08:15:00 +0100.`
  const body = [
    `--${boundary}`,
    'Content-Type: text/plain; charset=utf-8',
    '',
    text,
    ...attachments,
    `--${boundary}--`,
    '',
  ]
  return Buffer.from([...head, '', ...body].join('\r\n'))
}

function attachment(chance: Chance, boundary: string, at: number): string {
  const bytes = chance.bytes(1 + chance.below(chance.pick([100, 5_000, 60_000])))
  return [
    `--${boundary}`,
    `Content-Type: application/octet-stream; name="sample-${at}.bin"`,
    'Content-Transfer-Encoding: base64',
    `Content-Disposition: attachment; filename="sample-${at}.bin"`,
    '',
    (bytes.toString('base64').match(/.{1,76}/g) ?? []).join('\r\n'),
  ].join('\r\n')
}
