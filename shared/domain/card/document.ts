/** Reads which version of which document this is: version, date, and where the original and its signature stand. */
import { saying } from '../../words/say.ts'
import type { CardFinding, CardReading } from './card-reading.ts'
import { datesIn, settle, type PrintedDate } from './dates.ts'
import { finding } from './finding.ts'
import { sectionsOf, type Section } from './sections.ts'
import { urlsIn } from './urls.ts'

const VERSION =
  /(?<!\p{L})(?:version|versi[oó]n|vers[aã]o|fassung|edition|edici[oó]n|edi[cç][aã]o|édition|ausgabe|issue|release|rev(?:ision|isi[oó]n|is[aã]o|ision)?\.?|révision|ver\.|v\.?)(?:\s(?:number|no\.?|nr\.?))?\s{0,2}[:=]?\s{0,2}(?:is\s)?((?:19|20)\d\d\.\d{1,2}|\d{1,3}(?:\.\d{1,4}){1,3}[a-z]?|\d{1,3}[a-z]?(?!\.?\s(?:de\s)?\p{L}{3,10}\s(?:de\s)?(?:19|20)\d\d))(?![\d/-]|\.\d)/iu

/** "Version: 1.4", where the word was the heading. */
const BARE_VERSION = /^\s{0,3}(\d{1,2}\.\d{1,3}(?:\.\d{1,3})?)(?=\s|$|,)/

/** Where the version and date may stand: under 1.1, else before the first part, else in the rest of the first part. */
function places(sections: readonly Section[]): readonly Section[] {
  const first = sections.findIndex(({ concept }) => concept !== null)
  const before = sections.slice(0, Math.max(first, 0)).filter(({ concept }) => concept === null)
  return [...sectionsOf(sections, '1.1'), ...before, ...sectionsOf(sections, '1', '1.2', '1.3')]
}

interface Dated {
  readonly printed: PrintedDate
  readonly line: number
}

function firstDate(sections: readonly Section[], all: readonly PrintedDate[], country: string | null): Dated | null {
  for (const section of places(sections)) {
    const dates = datesIn(section.flow.text.slice(0, 20_000))
    // A history of changes lists the newest first or last: the document is as old as its newest date.
    const settled = dates.map((date) => settle(date, all, country))
    const printed = section.concept === '1.1' ? settled.toSorted((a, b) => (a.date < b.date ? 1 : -1))[0] : settled[0]
    if (printed) return { printed, line: section.flow.lineAt(printed.at) }
  }
  return null
}

function version(sections: readonly Section[]): string | null {
  const found = places(sections).map(
    ({ flow, concept }) =>
      VERSION.exec(flow.text.slice(0, 20_000))?.[1] ??
      (concept === '1.1' ? BARE_VERSION.exec(flow.text)?.[1] : undefined),
  )
  return found.find((one) => one) ?? null
}

const YEAR_MS = 365.25 * 86_400_000
const OLD_YEARS = 2

function age(date: Dated, now: string): readonly CardFinding[] {
  const years = (Date.parse(now) - Date.parse(date.printed.date)) / YEAR_MS
  if (!(years > OLD_YEARS)) return []
  return [
    finding(
      'warning',
      date.line,
      saying('document-old', { date: date.printed.date, years: Math.round(years * 10) / 10 }),
    ),
  ]
}

function ambiguity({ printed, line }: Dated): readonly CardFinding[] {
  if (!printed.other) return []
  return [
    finding(
      'warning',
      line,
      saying('date-ambiguous', { printed: printed.text, taken: printed.date, other: printed.other }),
    ),
  ]
}

export function readDocument(
  sections: readonly Section[],
  now: string,
  country: string | null,
): { readonly document: CardReading['document']; readonly findings: readonly CardFinding[] } {
  const all = sections.flatMap(({ flow }) => datesIn(flow.text.slice(0, 20_000)))
  const date = firstDate(sections, all, country)
  const urls = (concept: '1.3' | '1.4') => sectionsOf(sections, concept).flatMap(({ flow }) => urlsIn(flow))
  const noDate = date ? [] : [finding('warning', null, saying('date-unknown'))]
  return {
    document: {
      version: version(sections),
      date: date?.printed.date ?? null,
      dateText: date?.printed.text ?? null,
      line: date?.line ?? null,
      urls: [...new Set(urls('1.3').map(({ url }) => url))],
      signatureUrls: [...new Set(urls('1.4').map(({ url }) => url))],
    },
    findings: date ? [...age(date, now), ...ambiguity(date)] : noDate,
  }
}
