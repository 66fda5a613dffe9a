/** Reads when a team can be reached, by audience; hours that are not given stay unknown. */
import { saying } from '../../words/say.ts'
import { audienceIn } from './audience.ts'
import type { CardFinding, CardReading, Coverage } from './card-reading.ts'
import { finding } from './finding.ts'
import type { Sentence } from './flow.ts'
import { openingHours } from './opening-hours.ts'
import { isRoundTheClock, ROUND_THE_CLOCK } from './round-the-clock.ts'
import { sectionsOf, type Section } from './sections.ts'

interface Candidate {
  readonly sentences: readonly Sentence[]
  readonly osm: string
  readonly daysAssumed: boolean
  readonly holidaysOff: boolean
}

const PARTS = ['hours', '2.11', '2.4', '2.6', '2.7', '2.10', '2', '5.1', '4.1', '6'] as const

const ABOUT_HOURS = /\d{1,2}\s?[:.h]\s?\d{2}|\d\s?[ap]\.?m|\d\s?h\b|\bfrom \d|\d\s?uhr|\d{1,2}\s?-\s?\d{1,2}\s?h/i
const HOLIDAY_TAIL = /holiday|festiv|feriad|feiertag|fériés|timetable|summer|verano|été/i

/** A passage: the first sentence with hours and those that go on with it. */
function passage(section: Section): readonly Sentence[] {
  const plain = section.sentences.filter(({ text }) => !ROUND_THE_CLOCK.test(text) || ABOUT_HOURS.test(text))
  const start = plain.findIndex(({ text }) => ABOUT_HOURS.test(text) && openingHours(text))
  if (start < 0) return []
  const goesOn = ({ text }: Sentence): boolean =>
    HOLIDAY_TAIL.test(text) || (ABOUT_HOURS.test(text) && openingHours(text) !== null)
  const tail = plain.slice(start + 1)
  const end = tail.findIndex((sentence) => !goesOn(sentence))
  // "Opening hours:" and "Monday to Friday" may stand on the line before the times.
  const lead =
    start > 0 && /\b(?:monday|lunes|lundi|montag|segunda|weekdays|working days)/i.test(plain[start - 1]?.text ?? '')
      ? 1
      : 0
  return plain.slice(start - lead, start + 1 + (end < 0 ? tail.length : end))
}

function mainHours(sections: readonly Section[]): Candidate | null {
  for (const section of PARTS.flatMap((concept) => sectionsOf(sections, concept))) {
    const sentences = passage(section)
    const hours = openingHours(sentences.map(({ text }) => text).join('\n'))
    if (hours) return { sentences, ...hours }
  }
  return null
}

function roundTheClock(sections: readonly Section[]): readonly Coverage[] {
  const parts = sections.filter(
    ({ chapter, concept }) => chapter === '2' || chapter === '4' || concept === '5.1' || concept === '6',
  )
  const found = parts.flatMap(({ sentences }) => sentences).filter(({ text }) => isRoundTheClock(text))
  const rows = found.map(({ text, line }): Coverage => ({
    audience: audienceIn(text) ?? 'public',
    osm: '24/7',
    text: text.slice(0, 400),
    line,
  }))
  return rows.filter((row, index) => rows.findIndex(({ audience }) => audience === row.audience) === index)
}

/** Words on hours without figures ("regular office hours") are shown, though nothing can be computed from them. */
function wordsOnly(sections: readonly Section[]): Sentence | null {
  const all = sectionsOf(sections, 'hours', '2.11', '2.4').flatMap(({ sentences }) => sentences)
  return (
    all.find(({ text }) =>
      /\b(?:office|business|working) hours\b|horario (?:de oficina|laboral)|heures (?:de bureau|ouvr)|bürozeiten|geschäftszeiten|horário de expediente/i.test(
        text,
      ),
    ) ?? null
  )
}

function availabilityOf(osm: string | null, coverage: readonly Coverage[]): CardReading['availability'] {
  const clock = coverage.filter((row) => row.osm === '24/7')
  if (clock.some(({ audience }) => audience === 'public')) return '24x7'
  if (clock.length > 0) return 'conditional'
  return osm ? 'business-hours' : 'unknown'
}

function hoursFindings(
  main: Candidate | null,
  osm: string | null,
  coverage: readonly Coverage[],
): readonly CardFinding[] {
  const line = main?.sentences[0]?.line ?? null
  const conditional = coverage.find((row) => row.osm === '24/7' && row.audience !== 'public')
  const isOpenForAll = coverage.some((row) => row.osm === '24/7' && row.audience === 'public')
  return [
    ...(osm ? [] : [finding('warning', null, saying('hours-unknown'))]),
    ...(main?.daysAssumed ? [finding('info', line, saying('hours-days-assumed'))] : []),
    ...(main?.holidaysOff ? [finding('info', line, saying('holidays-unknown'))] : []),
    ...(conditional && !isOpenForAll
      ? [finding('info', conditional.line, saying('coverage-conditional', { audience: conditional.audience }))]
      : []),
  ]
}

export interface HoursRead {
  readonly hours: CardReading['hours']
  readonly coverage: readonly Coverage[]
  readonly availability: CardReading['availability']
  readonly findings: readonly CardFinding[]
}

export function readHours(sections: readonly Section[]): HoursRead {
  const main = mainHours(sections)
  const clock = roundTheClock(sections)
  const everyone = clock.find(({ audience }) => audience === 'public')
  const text = main?.sentences.map((sentence) => sentence.text).join(' ') ?? null
  const words = main ? null : wordsOnly(sections)
  const line = main?.sentences[0]?.line ?? null
  const own: readonly Coverage[] =
    main && text !== null && line !== null ? [{ audience: 'public', osm: main.osm, text, line }] : []
  const coverage = [...own, ...clock]
  const osm = main?.osm ?? everyone?.osm ?? null
  return {
    hours: {
      osm,
      text: text ?? everyone?.text ?? words?.text ?? null,
      line: line ?? everyone?.line ?? words?.line ?? null,
    },
    coverage,
    availability: availabilityOf(osm, coverage),
    findings: hoursFindings(main, osm, coverage),
  }
}
