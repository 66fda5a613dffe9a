/** Writes small PDFs by hand (ISO 32000-1), so that tests know every byte of what they read, hostile ones included. */
import { deflateSync } from 'node:zlib'

export interface PlacedText {
  readonly x: number
  readonly y: number
  readonly text: string
  readonly size?: number
}

/** What stands on one page, in the order in which it is written. Points from the lower left corner; a page is 595 by 842. */
export type PdfPage = readonly PlacedText[]

export interface PdfExtras {
  /** Further entries of the catalog, "/OpenAction 9 0 R". */
  readonly catalog?: string
  /** Further objects by number, from 100 on. */
  readonly objects?: Readonly<Record<number, string>>
  /** Further entries of every page, "/Annots [100 0 R]". */
  readonly page?: string
  /** Content streams instead of those made of the pages' texts. */
  readonly streams?: readonly Buffer[]
  readonly trailer?: string
}

const escaped = (text: string): string => text.replaceAll(/[\\()]/g, String.raw`\$&`)

const drawn = ({ x, y, text, size = 10 }: PlacedText): string =>
  `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm (${escaped(text)}) Tj ET`

const stream = (page: PdfPage): Buffer => Buffer.from(page.map(drawn).join('\n'), 'latin1')

export const flateObject = (data: Buffer, entries = ''): string => {
  const packed = deflateSync(data, { level: 9 })
  return `<< /Filter /FlateDecode /Length ${packed.length} ${entries}>>\nstream\n${packed.toString('latin1')}\nendstream`
}

const plainObject = (data: Buffer): string =>
  `<< /Length ${data.length} >>\nstream\n${data.toString('latin1')}\nendstream`

/** A whole file of numbered objects with its cross-reference table. */
export function pdfOf(objects: ReadonlyMap<number, string>, trailer = ''): Uint8Array {
  const parts = ['%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n']
  const offsets = new Map<number, number>()
  let at = parts[0]?.length ?? 0
  for (const [number, body] of objects) {
    offsets.set(number, at)
    const object = `${number} 0 obj\n${body}\nendobj\n`
    parts.push(object)
    at += object.length
  }
  const size = Math.max(...objects.keys()) + 1
  const row = (number: number): string => {
    const offset = offsets.get(number)
    return offset === undefined ? '0000000000 65535 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`
  }
  const table = Array.from({ length: size }, (_, number) => row(number)).join('')
  parts.push(
    `xref\n0 ${size}\n${table}trailer\n<< /Size ${size} /Root 1 0 R ${trailer}>>\nstartxref\n${at}\n%%EOF\n`,
  )
  return new Uint8Array(Buffer.from(parts.join(''), 'latin1'))
}

const FONT = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>'

/** Pages of placed text in Helvetica. Characters of Latin-1 only. */
export function makePdf(pages: readonly PdfPage[], extras: PdfExtras = {}): Uint8Array {
  const streams = extras.streams?.map((data) => flateObject(data)) ?? pages.map((page) => plainObject(stream(page)))
  const kids = streams.map((_, index) => `${1000 + 2 * index} 0 R`)
  const objects = new Map<number, string>([
    [1, `<< /Type /Catalog /Pages 2 0 R ${extras.catalog ?? ''}>>`],
    [2, `<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${kids.length} >>`],
    [3, FONT],
    ...Object.entries(extras.objects ?? {}).map(([number, body]): [number, string] => [Number(number), body]),
    ...streams.flatMap((body, index): [number, string][] => [
      [
        1000 + 2 * index,
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${1001 + 2 * index} 0 R ${extras.page ?? ''}>>`,
      ],
      [1001 + 2 * index, body],
    ]),
  ])
  return pdfOf(objects, extras.trailer)
}

/** Lines under each other, 14 points apart; an empty one leaves a gap. */
export const column = (lines: readonly string[], x = 60, top = 780): PdfPage =>
  lines.flatMap((text, index) => (text === '' ? [] : [{ x, y: top - 14 * index, text }]))
