/** Reads when a team can be reached, by audience; hours that are not given stay unknown. */
import { saying } from '../../words/say.ts'
import { audienceIn } from './audience.ts'
import type { CardFinding, CardReading, Coverage } from './card-reading.ts'
import { finding } from './finding.ts'
import type { Sentence } from './flow.ts'
import { openingHours } from './opening-hours.ts'
import { isTeamRoundTheClock, ROUND_THE_CLOCK } from './round-the-clock.ts'
import { sectionsOf, type Section } from './sections.ts'

interface Candidate {
  readonly sentences: readonly Sentence[]
  readonly osm: string
  readonly daysAssumed: boolean
  readonly holidaysOff: boolean
}

const PARTS = ['hours', '2.11', '2.4', '2.6', '2.7', '2.10', '2', '5.1', '4.1', '6'] as const

const ABOUT_HOURS =
  /\d{1,2}\s?[:.h]\s?\d{2}|\d\s?[ap]\.?\s?m|\d\s?hs?\b|\b(?:from|von|de|das|entre|between) \d|\d\s?(?:uhr|horas|heures)|\d{1,2}\s?[-–]\s?\d{1,2}\s?h|\b[012]\d{3}\s?[-–]\s?[012]\d{3}\b|\bhours (?:are|is) \d/i
const HOLIDAY_TAIL =
  /holiday|clos(?:ed|ure)|christmas|navidad|noël|weihnacht|betriebsferien|geschlossen|cerrad|ferm[eé]|encerrad|fechad|festiv|feriad|feiertag|fériés|timetable|summer|verano|\bété\b|sommer|verão|lunch|mittag|déjeuner|almuerzo|almoço|weekend|fines? de semana/i

/** The heading says that its figures are hours. */
const titled = ({ concept }: Section): string => (concept === 'hours' ? 'Hours: ' : '')

/** Sentences of one part that are looked at, and those that go on with the hours. */
const MAX_SENTENCES = 400
const MAX_PASSAGE = 30

/** A passage: the first sentence with hours and those that go on with it. */
function passage(section: Section): readonly Sentence[] {
  const plain = section.sentences
    .slice(0, MAX_SENTENCES)
    .filter(({ text }) => !ROUND_THE_CLOCK.test(text) || ABOUT_HOURS.test(text))
  const start = plain.findIndex(({ text }) => ABOUT_HOURS.test(text) && openingHours(`${titled(section)}${text}`))
  if (start < 0) return []
  const goesOn = ({ text }: Sentence): boolean =>
    HOLIDAY_TAIL.test(text) ||
    (ABOUT_HOURS.test(text) && openingHours(audienceIn(text) ? `Hours: ${text}` : text) !== null)
  const tail = plain.slice(start + 1, start + 1 + MAX_PASSAGE)
  const end = tail.findIndex((sentence) => !goesOn(sentence))
  // "Opening hours:" and "Monday to Friday" may stand on the line before the times.
  const lead =
    start > 0 && /\b(?:monday|lunes|lundi|montag|segunda|weekdays|working days)/i.test(plain[start - 1]?.text ?? '')
      ? 1
      : 0
  return plain.slice(start - lead, start + 1 + (end < 0 ? tail.length : end))
}

/** Sentences for somebody in particular ("critical incidents 07:00-22:00") are rows of their own beside those for all. */
function parted(sentences: readonly Sentence[]): {
  readonly open: readonly Sentence[]
  readonly own: readonly Coverage[]
} {
  const own = sentences.flatMap((sentence): readonly { readonly sentence: Sentence; readonly row: Coverage }[] => {
    const audience = audienceIn(sentence.text.replaceAll(/critical infrastructures?/gi, ''))
    const hours = audience && ABOUT_HOURS.test(sentence.text) ? openingHours(`Hours: ${sentence.text}`) : null
    const { text, line } = sentence
    return audience && hours ? [{ sentence, row: { audience, osm: hours.osm, text: text.slice(0, 400), line } }] : []
  })
  const open = sentences.filter((sentence) => !own.some((one) => one.sentence === sentence))
  return openingHours(open.map(({ text }) => text).join('\n'))
    ? { open, own: own.map(({ row }) => row) }
    : { open: sentences, own: [] }
}

interface Main extends Candidate {
  readonly own: readonly Coverage[]
}

function mainHours(sections: readonly Section[]): Main | null {
  for (const section of PARTS.flatMap((concept) => sectionsOf(sections, concept))) {
    const { open, own } = parted(passage(section))
    const hours = openingHours(`${titled(section)}${open.map(({ text }) => text).join('\n')}`)
    if (hours) return { sentences: open, own, ...hours }
  }
  return null
}

/** The words that belong to the promise: its brackets, or its own item where a text without line breaks holds several. */
function clauseOf(text: string): string {
  const found = ROUND_THE_CLOCK.exec(text)
  if (!found || text.length < LONG_SENTENCE) return text
  const before = text.slice(0, found.index)
  const start = Math.max(
    ...[/\)[\s.;,]/g, /[;•]\s/g, /\s[-–]\s/g, /\(/g].map(
      (pattern) => [...before.matchAll(pattern)].at(-1)?.index ?? -1,
    ),
  )
  const after = text.slice(found.index, found.index + 120).split(/[);•]/)[0] ?? ''
  return `${before.slice(Math.max(0, start))}${after}`
}

const LONG_SENTENCE = 160

function roundTheClock(sections: readonly Section[]): readonly Coverage[] {
  const parts = sections.filter(
    ({ chapter, concept }) =>
      concept !== '2.9' && (chapter === '2' || chapter === '4' || concept === '5.1' || concept === '6'),
  )
  // "a@b (24 hours)" and a number's brackets are told of in their own part.
  const found = parts.flatMap(({ sentences }) => sentences).filter(({ text }) => isTeamRoundTheClock(text))
  const rows = found.map(({ text, line }): Coverage => ({
    audience: audienceIn(clauseOf(text)) ?? 'public',
    osm: '24/7',
    text: text.slice(0, 400),
    line,
  }))
  return rows.filter((row, index) => rows.findIndex(({ audience }) => audience === row.audience) === index)
}

const BEYOND =
  /after[- ]hours|out(?:side)? (?:of )?(?:these|those|the operating|office|business|working|normal|regular|the)|on[- ]call|on duty|fuera de (?:este|ese|dicho)? ?horario|guardia|hors (?:de )?ces heures|astreinte|außerhalb dieser|rufbereitschaft|bereitschaftsdienst|fora deste horário|plantão/i

/** Somebody can be reached beyond the hours, though only for some: no figures, yet more than office hours. */
const reachesBeyond = (sections: readonly Section[]): boolean =>
  sectionsOf(sections, 'hours', '2.11', '2.4', '2.6')
    .flatMap(({ sentences }) => sentences)
    .some(({ text }) => BEYOND.test(text) && (audienceIn(text) ?? 'public') !== 'public')

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

function availabilityOf(
  osm: string | null,
  coverage: readonly Coverage[],
  beyond: boolean,
): CardReading['availability'] {
  const clock = coverage.filter((row) => row.osm === '24/7')
  if (clock.some(({ audience }) => audience === 'public')) return '24x7'
  if (clock.length > 0 || (osm && beyond)) return 'conditional'
  return osm ? 'business-hours' : 'unknown'
}

function hoursFindings(main: Main | null, osm: string | null, coverage: readonly Coverage[]): readonly CardFinding[] {
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

/** "On call (24x7)" beside a number is for everybody only as long as the hours do not say that it is for emergencies. */
function withoutNumbersOwn(
  sections: readonly Section[],
  rows: readonly Coverage[],
  main: Main | null,
): readonly Coverage[] {
  const told = sectionsOf(sections, 'hours', '2.11').flatMap(({ sentences }) => sentences)
  const forSome = told.some(
    ({ text }) => (ROUND_THE_CLOCK.test(text) || BEYOND.test(text)) && audienceIn(text) === 'critical',
  )
  const lines = new Set(
    sectionsOf(sections, '2.4', '2.6').flatMap(({ sentences }) => sentences.map(({ line }) => line)),
  )
  return main && forSome
    ? rows.filter(({ audience, line }) => audience !== 'public' || line === null || !lines.has(line))
    : rows
}

export function readHours(sections: readonly Section[]): HoursRead {
  const main = mainHours(sections)
  const clock = withoutNumbersOwn(sections, roundTheClock(sections), main)
  const everyone = clock.find(({ audience }) => audience === 'public')
  const text = main?.sentences.map((sentence) => sentence.text).join(' ') ?? null
  const words = main ? null : wordsOnly(sections)
  const line = main?.sentences[0]?.line ?? null
  const own: readonly Coverage[] =
    main && text !== null && line !== null ? [{ audience: 'public', osm: main.osm, text, line }] : []
  const coverage = [...own, ...(main?.own ?? []), ...clock]
  const osm = main?.osm ?? everyone?.osm ?? null
  return {
    hours: {
      osm,
      text: text ?? everyone?.text ?? words?.text ?? null,
      line: line ?? everyone?.line ?? words?.line ?? null,
    },
    coverage,
    availability: availabilityOf(osm, coverage, reachesBeyond(sections)),
    findings: hoursFindings(main, osm, coverage),
  }
}
