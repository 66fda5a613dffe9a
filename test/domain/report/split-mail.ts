/** Splits a sample mail into the pieces that the reader of reports takes; for tests only, it trusts its input. */
import { createHash } from 'node:crypto'
import { Buffer } from 'node:buffer'
import { inflateRawSync } from 'node:zlib'
import type { ReportPart, ReportSource } from '../../../shared/domain/report/report-source.ts'

interface Part {
  readonly headers: ReadonlyMap<string, string>
  readonly type: string
  readonly name: string
  readonly bytes: Buffer
}

function headersOf(head: string): ReadonlyMap<string, string> {
  const lines = head.replaceAll(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)
  return new Map(
    lines.flatMap((line) =>
      /^[\w-]+:/.test(line)
        ? [[line.split(':')[0]?.toLowerCase() ?? '', line.slice(line.indexOf(':') + 1).trim()]]
        : [],
    ),
  )
}

function decode(body: string, encoding: string): Buffer {
  if (encoding === 'base64') return Buffer.from(body, 'base64')
  if (encoding !== 'quoted-printable') return Buffer.from(body, 'latin1')
  const joined = body.replaceAll(/=\r?\n/g, '')
  return Buffer.from(
    joined.replaceAll(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  )
}

function partsOf(raw: string): readonly Part[] {
  const gap = /\r?\n\r?\n/.exec(raw)
  const headers = headersOf(raw.slice(0, gap?.index ?? raw.length))
  const body = gap === null ? '' : raw.slice(gap.index + gap[0].length)
  const type = headers.get('content-type') ?? 'text/plain'
  const boundary = /boundary="?([^";]+)"?/i.exec(type)?.[1]
  if (boundary !== undefined)
    return body
      .split(`--${boundary}`)
      .slice(1)
      .filter((part) => !part.startsWith('--'))
      .flatMap((part) => partsOf(part.replace(/^\r?\n/, '')))
  const disposition = headers.get('content-disposition') ?? ''
  const name = /(?:file)?name="?([^";]+)"?/i.exec(disposition)?.[1] ?? /name="?([^";]+)"?/i.exec(type)?.[1] ?? ''
  return [
    {
      headers,
      type: (type.split(';')[0] ?? '').trim().toLowerCase(),
      name,
      bytes: decode(body, (headers.get('content-transfer-encoding') ?? '').toLowerCase()),
    },
  ]
}

/** The one file of a sample's archive. */
function unzip(bytes: Buffer): string {
  const [nameLength, extraLength, size] = [bytes.readUInt16LE(26), bytes.readUInt16LE(28), bytes.readUInt32LE(18)]
  const start = 30 + nameLength + extraLength
  return inflateRawSync(bytes.subarray(start, size > 0 ? start + size : undefined)).toString('utf8')
}

const textOf = ({ type, name, bytes }: Part): string | null => {
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') return unzip(bytes)
  return type.startsWith('text/') ||
    type.startsWith('message/') ||
    type.endsWith('json') ||
    /\.(?:csv|txt|log|json)$/.test(name)
    ? bytes.toString('utf8')
    : null
}

const address = (field: string | undefined): string | null => /[\w.+=-]+@[\w.-]+/.exec(field ?? '')?.[0] ?? null

export function splitMail(raw: string): ReportSource {
  const headers = headersOf(raw.slice(0, /\r?\n\r?\n/.exec(raw)?.index ?? raw.length))
  const parts = partsOf(raw)
  const toPart = (part: Part): ReportPart => ({ name: part.name, type: part.type, text: textOf(part) })
  const named = parts.filter(({ name, type }) => name !== '' && type !== 'application/pgp-signature')
  const inline = parts.filter(({ name }) => name === '')
  return {
    from: address(headers.get('from')),
    replyTo: address(headers.get('reply-to')),
    messageId: headers.get('message-id')?.replaceAll(/[<>]/g, '') ?? null,
    subject: headers.get('subject') ?? '',
    text: inline
      .filter(({ type }) => type === 'text/plain')
      .map(({ bytes }) => bytes.toString('utf8'))
      .join('\n'),
    attachments: named.map((part) => ({
      ...toPart(part),
      sha256: createHash('sha256').update(part.bytes).digest('hex'),
    })),
    parts: inline.map(toPart),
    signed: /multipart\/signed/i.test(headers.get('content-type') ?? '') ? 'pgp-mime' : 'none',
  }
}
