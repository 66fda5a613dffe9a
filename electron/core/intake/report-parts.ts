/** Decodes, unpacks and takes apart what a report came in, so that its reader has nothing but texts before it. Runs in a worker. */
import type { ReportPart, ReportSource } from '../../../shared/domain/report/report-source.ts'
import type { Saying } from '../../../shared/words/say.ts'
import { decodeText, looksLikeText } from '../mime/decode.ts'
import { htmlToText } from '../mime/html-text.ts'
import { forwardedIn } from './forwarded-mail.ts'
import type { ReportMessage } from './report-source.ts'
import { packedKind, unpack } from './unpack.ts'

const mostText = 5_000_000

/** Never throws: what cannot be unpacked or decoded is left out, and said. */
export async function sourceOf(message: ReportMessage): Promise<ReportSource> {
  const { attachments, textParts, html, ...head } = message
  const unpacked = await Promise.all(attachments.map(({ name, bytes }) => unpackSafely(name, bytes)))
  const plain = textParts.filter(({ type }) => type !== 'text/html')
  return {
    ...head,
    attachments: attachments.map(({ name, type, sha256, bytes }) => ({
      name,
      type,
      sha256,
      text: textOf(type, name, bytes),
    })),
    parts: [...plain.map(({ type, text }) => ({ type, text, name: '' })), ...unpacked.flatMap(({ parts }) => parts)],
    htmlText: html === null ? null : htmlToText(html.slice(0, mostText)),
    forwarded: attachments.flatMap(({ type, name, bytes }) => forwardedIn(type, name, bytes)),
    trouble: unpacked.flatMap(({ trouble }) => trouble),
  }
}

async function unpackSafely(
  name: string,
  bytes: Uint8Array,
): Promise<{ readonly parts: readonly ReportPart[]; readonly trouble: readonly Saying[] }> {
  const kind = packedKind(bytes)
  if (kind === null) return { parts: [], trouble: [] }
  const { files, trouble } = await unpack(kind, name, bytes)
  const parts = files.map((file) => ({ name: file.name, type: '', text: textOf('', file.name, file.bytes) }))
  return { parts: parts.filter(({ text }) => text !== null), trouble }
}

const textTypes = /^(?:text|message)\/|json|xml|csv|yaml/i
const textNames = /\.(?:txt|text|log|csv|tsv|json|jsonl|xml|eml|ya?ml|md|arf)$/i

/** By type, by name, or by its bytes where both say nothing: many programs call every file an octet-stream. */
export function textOf(type: string, name: string, bytes: Uint8Array): string | null {
  if (packedKind(bytes) !== null) return null
  const isText = textTypes.test(type) || textNames.test(name) || (isVague(type) && looksLikeText(bytes))
  if (!isText) return null
  const text = decodeText(bytes.subarray(0, mostText), wideOf(bytes)).replaceAll('\0', '')
  return /^text\/html/i.test(type) || /\.html?$/i.test(name) ? htmlToText(text) : text
}

/** Windows writes tables in UTF-16 with its mark at the beginning. */
const wideOf = ([first, second]: Uint8Array): string =>
  first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : ''

const isVague = (type: string): boolean => type === '' || type === 'application/octet-stream'
