/** The PDF of a case report as an independent reader (pdf.js) finds it: labels on every page, all values whole, all letters. */
import { getDocumentProxy } from 'unpdf'
import { beforeAll, describe, expect, test } from 'vitest'
import { pdfReport } from '../../../electron/core/output/pdf-report.ts'
import { printable } from '../../../electron/core/output/pdf-fonts.ts'
import type { ReportDoc } from '../../../shared/domain/output/report-doc.ts'

const now = '2026-11-23T09:00:00.000Z'
const head = '0123456789abcdef'.repeat(4)
const longUrl = `hxxps://login[.]bank-harrow[.]example/${'abcdefghij'.repeat(60)}`
const longNote = Array.from({ length: 900 }, (_, at) => `word${at}`).join(' ')

const doc: ReportDoc = {
  tlp: 'AMBER+STRICT',
  number: '2026-MK-0413',
  title: 'Ñandú Ελληνικά Кириллица 漢字 \u202Eevil',
  lead: 'For: law enforcement.',
  sections: [
    {
      title: 'Observables',
      blocks: [
        {
          kind: 'table',
          head: ['Type', 'Value', 'State'],
          rows: [
            ['url', longUrl, 'confirmed'],
            ...Array.from({ length: 120 }, (_, at) => ['ip', `198[.]51[.]100[.]${at}`, 'seen']),
          ],
          widths: [1, 6, 2],
          mono: [1],
        },
      ],
    },
    {
      title: 'Journal',
      blocks: [
        {
          kind: 'table',
          head: ['Time', 'What'],
          rows: [
            ['2026', longNote],
            ['2027', 'short'],
          ],
          widths: [1, 2],
          mono: [],
        },
      ],
    },
    {
      title: 'Closing',
      blocks: [
        { kind: 'text', text: 'one\ntwo' },
        { kind: 'list', lines: ['first', 'second'] },
      ],
    },
  ],
  record: `head ${head}`,
  head,
}

interface Piece {
  readonly text: string
  readonly x: number
  readonly right: number
  readonly y: number
  readonly size: number
}

let pages: readonly (readonly Piece[])[]
let bytes: Uint8Array

async function read(file: Uint8Array): Promise<readonly (readonly Piece[])[]> {
  const pdf = await getDocumentProxy(new Uint8Array(file))
  const all: (readonly Piece[])[] = []
  for (let at = 1; at <= pdf.numPages; at += 1) {
    const { items } = await (await pdf.getPage(at)).getTextContent()
    all.push(
      items.flatMap((item) => {
        if (!('str' in item) || item.str.trim() === '') return []
        const [size = 0, , , , x = 0, y = 0] = item.transform.map(Number)
        return [{ text: item.str, x, right: x + item.width, y, size }]
      }),
    )
  }
  return all
}

beforeAll(async () => {
  bytes = await pdfReport(doc, 'en', now)
  pages = await read(bytes)
})

const whole = (): string => pages.flatMap((page) => page.map(({ text }) => text)).join('')

describe('every page', () => {
  test('has the label at 12 points or more, right-justified, in header and footer', () => {
    expect(pages.length).toBeGreaterThan(3)
    for (const page of pages) {
      const labels = page.filter(({ text }) => text === 'TLP:AMBER+STRICT')
      expect(labels).toHaveLength(2)
      expect(labels.every(({ size }) => size >= 12)).toBe(true)
      // A4 is 595 points wide; the margin is 48.
      for (const { right } of labels) expect(right).toBeCloseTo(595.28 - 48, 0)
      expect(Math.max(...labels.map(({ y }) => y))).toBeGreaterThan(780)
      expect(Math.min(...labels.map(({ y }) => y))).toBeLessThan(60)
    }
  })

  test('has the number of the case, its place among the pages and the hash of the record', () => {
    for (const [at, page] of pages.entries()) {
      const text = page.map((piece) => piece.text).join(' ')
      expect(text).toContain('2026-MK-0413')
      expect(text).toContain(`Page ${at + 1} of ${pages.length}`)
      expect(text).toContain(head)
    }
  })

  test('keeps everything inside the margins', () => {
    for (const { right, x } of pages.flat()) {
      expect(x).toBeGreaterThan(47)
      expect(right).toBeLessThan(549)
    }
  })

  test('keeps the text between header and footer', () => {
    for (const page of pages)
      for (const { y } of page.filter((piece) => !/^TLP:|^2026-MK|^Page|^[0-9a-f]{64}$|of \d+$/.test(piece.text)))
        expect(y > 60 && y < 782).toBe(true)
  })
})

test('long values wrap and are whole', () => {
  expect(whole().replaceAll(/\s/g, '').includes(longUrl)).toBe(true)
})

test('a cell longer than a page flows over pages and loses nothing', () => {
  const words = new Set(pages.flatMap((page) => page.flatMap(({ text }) => text.split(/\s+/))))
  for (let at = 0; at < 900; at += 1) expect(words.has(`word${at}`)).toBe(true)
  expect(words.has('short')).toBe(true)
})

test('the head of a table stands on each of its pages', () => {
  const onPages = pages.filter((page) => page.some(({ text }) => text.startsWith('198[.]51[.]100[.]')))
  expect(onPages.length).toBeGreaterThan(1)
  for (const page of onPages) expect(page.map(({ text }) => text)).toContain('Value')
})

test('Latin, Greek and Cyrillic are letters; what has no glyph, or turns the reading, is shown by its number', () => {
  const [first = []] = pages
  const title = first.map(({ text }) => text).join(' ')
  expect(title.slice(0, 80)).toContain('Ñandú Ελληνικά Кириллица [U+6F22][U+5B57]')
  expect(title.slice(0, 80)).toContain('[U+202E]evil')
  expect(printable('a\u0007b\u200Bc😀')).toBe('a[U+0007]b[U+200B]c[U+1F600]')
})

test('the same report is the same file', async () => {
  expect(Buffer.from(await pdfReport(doc, 'en', now)).equals(Buffer.from(bytes))).toBe(true)
})

test('it holds no link, no script and no name of who made it', () => {
  const raw = Buffer.from(bytes).toString('latin1')
  for (const word of ['/URI', '/JavaScript', '/Launch', '/EmbeddedFile', '/Author']) expect(raw).not.toContain(word)
})
