/** Puts the pages of a PDF together to the text that is shown and read: without what repeats on every page, with broken words whole. */
import { fail, ok, type Result } from '../../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../../shared/words/say.ts'
import { linesOf, type Line } from './pdf-lines.ts'
import type { PdfLink } from './pdf-links.ts'
import type { PdfPageText, PdfText } from './pdf-text.ts'
import { note, sourceLimits, type SourceFinding } from './source-reading.ts'

interface Shown {
  readonly text: string
  readonly findings: readonly SourceFinding[]
}

/** @returns the text and what was noticed; `pdf-no-text`. */
export function showPdf({ pages, unreadable, script, cut }: PdfText, name: string): Result<Shown, Saying> {
  const { text, joins } = withWholeWords(withoutRepeats(pages.map(pageLines)))
  if (text.trim() === '') return fail(saying('pdf-no-text', { name }))
  return ok({
    text: text.slice(0, sourceLimits.shown),
    findings: [
      ...(script ? [note('warning', null, saying('pdf-has-script'))] : []),
      ...(cut ? [note('warning', null, saying('pdf-text-cut', { limit: sourceLimits.shown }))] : []),
      ...unreadable.slice(0, 20).map((page) => note('warning', null, saying('pdf-page-unreadable', { page }))),
      ...joins,
    ],
  })
}

interface PageLine extends Line {
  readonly page: number
  /** In the tenth of the page at its upper or lower edge. */
  readonly edge: 'top' | 'bottom' | null
}

const EDGE = 0.1

function pageLines({ page, height, items, links }: PdfPageText): readonly PageLine[] {
  const lines = linesOf(items).map((line) => withTargets(line, links))
  return lines.map((line) => {
    const share = line.y / height
    return { ...line, page, edge: share > 1 - EDGE ? 'top' : share >= 0 && share < EDGE ? 'bottom' : null }
  })
}

/** A link's target stands behind its line where the line does not show it. */
function withTargets(line: Line, links: readonly PdfLink[]): Line {
  const on = links.filter(({ x0, x1, y0, y1 }) => line.y >= y0 - 1 && line.y <= y1 && x0 < line.x1 && x1 > line.x0)
  const isPage = (target: string): boolean => /^https?:/i.test(target)
  const hidden = on.filter(({ target }) =>
    isPage(target) ? !/https?:|www\./i.test(line.text) : !line.text.toLowerCase().includes(target.toLowerCase()),
  )
  const shown = hidden.filter(({ target }) => isPage(target) || !isPartOf(target, line.text.toLowerCase()))
  const words = [
    ...new Set(shown.map(({ target }) => (target.includes('@') && !isPage(target) ? `<${target}>` : `(${target})`))),
  ]
  return words.length === 0 ? line : { ...line, text: [line.text, ...words].join(' ') }
}

/** Half an address on this line and half on the next: both lines carry the link, and the text has it all. */
function isPartOf(address: string, words: string): boolean {
  const [local = '', domain = ''] = address.toLowerCase().split('@')
  return words.includes(`${local}@`) || (!words.includes('@') && domain !== '' && words.includes(domain))
}

const PAGE_NUMBER =
  /^[-–—|\s]{0,4}(?:(?:page|seite|p[aá]gina|p[áa]g\.?|p\.)\s{0,2})?\d{1,4}(?:\s{0,2}(?:\/|of|von|de|sur)\s{0,2}\d{1,4})?[-–—|\s]{0,4}$/i

/** The same but for figures, on the same height. */
const shapeOf = ({ text, y }: Line): string =>
  `${Math.round(y / 4)} ${text.toLowerCase().replaceAll(/\d+/g, '#').replaceAll(/\s+/g, ' ').trim()}`

/**
 * What stands at the edge of most pages is said once: at the head of the first page, else at the very end, so that no sentence is cut
 * by it. Page numbers say nothing.
 */
function withoutRepeats(pages: readonly (readonly PageLine[])[]): readonly (readonly PageLine[])[] {
  const counts = new Map<string, number>()
  for (const page of pages) {
    for (const shape of new Set(page.filter(({ edge }) => edge !== null).map(shapeOf))) {
      counts.set(shape, (counts.get(shape) ?? 0) + 1)
    }
  }
  const repeats = (line: PageLine): boolean =>
    line.edge !== null && (counts.get(shapeOf(line)) ?? 0) >= Math.max(2, pages.length / 2)
  const isNumber = (line: PageLine): boolean =>
    line.edge !== null &&
    PAGE_NUMBER.test(line.text) &&
    (repeats(line) || line.text.match(/\d+/)?.[0] === String(line.page))
  const said = new Set<string>()
  const last: PageLine[] = []
  const rest = pages.map((page) =>
    page.filter((line) => {
      if (isNumber(line)) return false
      if (!repeats(line)) return true
      const isFirst = !said.has(shapeOf(line))
      said.add(shapeOf(line))
      const stays = isFirst && line.edge === 'top' && line.page === 1
      if (isFirst && !stays) last.push(line)
      return stays
    }),
  )
  return [...rest, last]
}

/** Vertical distance over the usual one that makes a paragraph. */
const PARAGRAPH = 1.4

function usualPitch(lines: readonly Line[]): number {
  const steps = lines.flatMap(({ y }, index) => {
    const step = (lines[index - 1]?.y ?? y) - y
    return step > 0 ? [step] : []
  })
  return steps.sort((one, other) => one - other)[Math.floor(steps.length / 2)] ?? 0
}

const GOES_ON = /^[\p{Ll}\d(]/u
const STOPS = /[.!?:;]$/

/** A page ends no paragraph by itself: a sentence that goes on is left in one piece, cut as the page cut it. */
function textLines(pages: readonly (readonly PageLine[])[]): readonly string[] {
  const lines: string[] = []
  for (const page of pages) {
    const pitch = usualPitch(page)
    page.forEach((line, index) => {
      const before = page[index - 1]
      const last = lines.at(-1)
      const goesOn = last !== undefined && GOES_ON.test(line.text) && !STOPS.test(last)
      const apart = before ? before.y - line.y > PARAGRAPH * pitch : !goesOn
      if (apart && last !== undefined) lines.push('')
      lines.push(line.text)
    })
  }
  return lines
}

const PART = /(?:^|\s)([^\s]{1,100})[-\u00ad]$/
const LETTERS = /^["“(]?\p{L}+(?:-\p{L}+)*$/u
const NEXT = /^([^\s]{1,100})(?:\s+|$)/

/** Whole again: "inci-" and "dents" as one word on the first line. Inside an address the hyphen may be its own: it stays, and that is said. */
function withWholeWords(pages: readonly (readonly PageLine[])[]): {
  readonly text: string
  readonly joins: readonly SourceFinding[]
} {
  const lines: string[] = []
  const joins: SourceFinding[] = []
  for (const line of textLines(pages)) {
    const last = lines.at(-1) ?? ''
    const part = PART.exec(last)?.[1]
    const next = NEXT.exec(line)
    const whole = part === undefined || !next?.[1] ? null : wholeWord(part, next[1], last.endsWith('\u00ad'))
    if (whole === null || part === undefined || !next) {
      lines.push(line)
      continue
    }
    const rest = line.slice(next[0].length)
    lines[lines.length - 1] = `${last.slice(0, last.length - part.length - 1)}${whole.text}`
    if (whole.doubtful && joins.length < 20) {
      joins.push(note('warning', lines.length, saying('pdf-word-joined', { joined: whole.text })))
    }
    if (rest !== '') lines.push(rest)
  }
  return { text: lines.join('\n'), joins }
}

function wholeWord(
  part: string,
  next: string,
  soft: boolean,
): { readonly text: string; readonly doubtful: boolean } | null {
  const isWord = LETTERS.test(part) && /^\p{Ll}+(?:-\p{L}+)*[.,;:!?)"”]{0,3}$/u.test(next)
  if (soft || isWord) return { text: `${part}${next}`, doubtful: false }
  const both = `${part}-${next}`
  return /[@/]|\w\.\w/.test(both) && /^[a-z\d]/i.test(next) ? { text: both, doubtful: true } : null
}
