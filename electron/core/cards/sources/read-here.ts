/** Reads any source of cards but a directory, in the thread that calls it: a worker, because everything here was written by others. */
import { CARD_LIMIT, readCard } from '../../../../shared/domain/card/read-card.ts'
import { fail, ok, type Result } from '../../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../../shared/words/say.ts'
import { htmlToText } from './html-text.ts'
import { showPdf } from './pdf-shown.ts'
import { readPdf } from './pdf-text.ts'
import { decodeSource, isPdf, recognise } from './recognise.ts'
import { readSecurityTxt } from './security-txt.ts'
import {
  inMegabytes,
  sourceLimits,
  type FileKind,
  type SourceFinding,
  type UncheckedReading,
} from './source-reading.ts'
import { readVCard } from './vcard.ts'
import { readVCards } from './vcard-lines.ts'

export interface SourceFile {
  /** For sentences only: what the file is, its content tells. */
  readonly name: string
  readonly bytes: Uint8Array
}

type Read = Result<UncheckedReading, Saying>

/** @param now UTC ISO. @returns one of the `source-…`, `pdf-…` and `vcard-…` problems. Never throws. */
export async function readHere(file: SourceFile, now: string): Promise<Read> {
  if (isPdf(file.bytes)) return tooLarge(file, 'pdf') ?? readPdfFile(file, now)
  const text = decodeSource(file.bytes)
  if (text === null) return fail(saying('source-not-text', { name: file.name }))
  const kind = recognise(text)
  if (kind === 'directory') return fail(saying('source-is-directory', { name: file.name }))
  return tooLarge(file, kind) ?? readText(kind, text, file.name, now)
}

function tooLarge({ name, bytes }: SourceFile, kind: FileKind): Read | null {
  const limit = sourceLimits[kind]
  return bytes.length > limit ? sizeProblem(name, bytes.length, limit) : null
}

const sizeProblem = (name: string, size: number, limit: number): Read =>
  fail(saying('source-too-large', { name, size: inMegabytes(size), limit: inMegabytes(limit) }))

function readText(kind: Exclude<FileKind, 'pdf'>, text: string, name: string, now: string): Read {
  switch (kind) {
    case 'document':
      return described('document', text, name, now)
    case 'html': {
      const page = htmlToText(text)
      return described('html', page.text, name, now, page.findings)
    }
    case 'security.txt': {
      const { reading, findings } = readSecurityTxt(text, now)
      return ok({ kind, readings: [reading], text, findings })
    }
    case 'vcard':
      return readVCardFile(text, name)
  }
}

async function readPdfFile({ name, bytes }: SourceFile, now: string): Promise<Read> {
  const pdf = await readPdf(bytes, name)
  if (!pdf.ok) return pdf
  const shown = showPdf(pdf.value, name)
  return shown.ok ? described('pdf', shown.value.text, name, now, shown.value.findings) : shown
}

/** A team's own description, read from the very text that is shown. */
function described(
  kind: FileKind,
  text: string,
  name: string,
  now: string,
  findings: readonly SourceFinding[] = [],
): Read {
  if (text.length > CARD_LIMIT) return sizeProblem(name, text.length, CARD_LIMIT)
  const read = readCard(text, { now })
  return read.ok ? ok({ kind, readings: [read.value], text, findings }) : read
}

function readVCardFile(text: string, name: string): Read {
  const { cards, count } = readVCards(text, sourceLimits.vcards)
  if (count > sourceLimits.vcards) return fail(saying('vcard-too-many', { name, count, limit: sourceLimits.vcards }))
  const read = cards.filter(({ properties }) => properties.length > 0).map(readVCard)
  if (read.length === 0) return fail(saying('vcard-none', { name }))
  return ok({
    kind: 'vcard',
    readings: read.map(({ reading }) => reading),
    text,
    findings: read.flatMap(({ findings }) => findings).slice(0, 2000),
  })
}
