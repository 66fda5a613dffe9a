/** Takes the mails apart that a report carries: a report that somebody passed on, or the very mail that is complained of. Runs in a worker. */
import type { ForwardedMail, ReportPart } from '../../../shared/domain/report/report-source.ts'
import { decodeWords } from 'postal-mime'
import { decodeBody, decodeText } from '../mime/decode.ts'
import { readDate } from '../mime/envelope.ts'
import { firstField } from '../mime/header-fields.ts'
import { htmlToText } from '../mime/html-text.ts'
import { defaultLimits } from '../mime/limits.ts'
import { fileNameOf } from '../mime/part-name.ts'
import { mimeBudget, splitMime, type MimePart } from '../mime/split.ts'

const mostText = 1_000_000
const mostHead = 200_000
const limits = { ...defaultLimits, parts: 200, depth: 20 }

const isMail = (type: string, name: string): boolean => type === 'message/rfc822' || /\.eml$/i.test(name)

/** The mail and those within it, outermost first; none where it is no mail or beyond the limits. */
export function forwardedIn(type: string, name: string, bytes: Uint8Array): readonly ForwardedMail[] {
  if (!isMail(type, name)) return []
  const split = splitMime(afterBlanks(bytes), mimeBudget(limits))
  return split.ok ? mailsIn(split.value, 3) : []
}

/** Some programs leave an empty line or mbox's "From " line before the header of what they forward. */
function afterBlanks(bytes: Uint8Array): Uint8Array {
  let start = 0
  while (start < bytes.length && (bytes[start] === 0x0a || bytes[start] === 0x0d)) start += 1
  const head = Buffer.from(bytes.buffer, bytes.byteOffset + start, Math.min(1_000, bytes.length - start))
  const mbox = /^>?From [^\n]{1,900}\n/.exec(head.toString('latin1'))?.[0].length ?? 0
  return bytes.subarray(start + mbox)
}

function mailsIn(mail: MimePart, depth: number): readonly ForwardedMail[] {
  const leaves = leavesOf(mail)
  const inner = leaves.filter((leaf) => isMail(leaf.type.value, fileNameOf(leaf)))
  const parts = leaves.filter((leaf) => !inner.includes(leaf)).flatMap((leaf) => partOf(leaf) ?? [])
  const plain = parts.filter(({ type, name }) => type === 'text/plain' && name === '')
  const shown = plain.length > 0 ? plain : parts.filter(({ type }) => type === 'text/html')
  const field = (name: string): string =>
    decodeWords(decodeText(Buffer.from(firstField(mail.fields, name).slice(0, 2_000), 'latin1'), ''))
  const here: ForwardedMail = {
    from: /[^\s<>"(),;:]{1,64}@[^\s<>"(),;:]{1,200}/.exec(field('from'))?.[0] ?? null,
    subject: field('subject').trim(),
    date: readDate(field('date')),
    head: decodeText(mail.head.subarray(0, mostHead), ''),
    text: shown.map(({ text }) => text).join('\n'),
    parts,
  }
  const deeper =
    depth === 0
      ? []
      : inner.flatMap((leaf) => {
          const split = splitMime(afterBlanks(decodeBody(leaf)), mimeBudget(limits))
          return split.ok ? mailsIn(split.value, depth - 1) : []
        })
  return [here, ...deeper].slice(0, 20)
}

const leavesOf = (part: MimePart): readonly MimePart[] =>
  part.parts.length === 0 ? [part] : part.parts.flatMap((child) => leavesOf(child))

function partOf(leaf: MimePart): ReportPart | null {
  const type = leaf.type.value
  const name = fileNameOf(leaf)
  if (!/^(?:text|message)\/|json|xml|csv/i.test(type) && !/\.(?:csv|txt|log|json|xml)$/i.test(name)) return null
  const text = decodeText(decodeBody(leaf).subarray(0, mostText), leaf.type.params.get('charset') ?? '')
  return { type, name, text: type === 'text/html' ? htmlToText(text) : text }
}
