/** Every figure as a row of a table: the CSV file, what is copied, and what the command line prints. */
import { say, word, type Language } from '../../words/say.ts'
import { csv } from '../output/csv.ts'
import { fewest, type Figure, type Statistics, type StatisticsRow } from './statistics-view.ts'

export const statisticsParts = [
  'figures',
  'series',
  'class',
  'rung',
  'constituent',
  'band',
  'closing',
  'phase',
  'heat',
  'age',
] as const
export type StatisticsPart = (typeof statisticsParts)[number]

export interface FigureTable {
  readonly part: StatisticsPart
  readonly head: readonly string[]
  readonly rows: readonly (readonly (string | number | null)[])[]
}

type Cell = string | number | null

export const tablesOf = (all: Statistics, language: Language): readonly FigureTable[] =>
  statisticsParts.map((part) => ({ part, head: headOf(part, language), rows: rowsOf(part, all, language) }))

/** All parts one below the other, an empty line between, or one alone. RFC 4180, guarded against formulas. */
export function statisticsCsv(all: Statistics, language: Language, part: StatisticsPart | null): string {
  const tables = tablesOf(all, language).filter((table) => part === null || table.part === part)
  return tables
    .map(({ part: name, head, rows }) => csv([['part', ...head], ...rows.map((row) => [name, ...row])]))
    .join('\r\n')
}

function headOf(part: StatisticsPart, language: Language): readonly string[] {
  const words = (...codes: readonly Parameters<typeof word>[1][]): readonly string[] =>
    codes.map((code) => say(language, { code, params: {} }))
  switch (part) {
    case 'figures':
      return words('stats.column.figure', 'stats.column.value', 'stats.column.before', 'stats.column.n')
    case 'series':
      return words('stats.column.day', 'stats.opened', 'stats.closed', 'stats.column.opened-before')
    case 'band':
      return words(
        'stats.column.name',
        'stats.column.count',
        'stats.column.before',
        'stats.column.kept',
        'stats.column.n',
        'stats.column.share',
      )
    case 'phase':
      return words('stats.column.name', 'stats.column.minutes', 'stats.column.n')
    case 'heat':
      return [
        word(language, 'stats.column.weekday'),
        ...Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, '0')),
      ]
    case 'age':
      return words('stats.column.days', 'stats.column.count')
    case 'class':
    case 'rung':
    case 'constituent':
    case 'closing':
      return words('stats.column.name', 'stats.column.count', 'stats.column.before')
  }
}

function rowsOf(part: StatisticsPart, all: Statistics, language: Language): readonly (readonly Cell[])[] {
  switch (part) {
    case 'figures':
      return figureRows(all, language)
    case 'series':
      return all.series.map(({ day, opened, closed, openedBefore }) => [day, opened, closed, openedBefore])
    case 'class':
      return counted(all.byClass, (row) => rowName('class', row, language))
    case 'rung':
      return counted(all.byRung, (row) => rowName('rung', row, language))
    case 'constituent':
      return counted(all.byConstituent, (row) => rowName('constituent', row, language))
    case 'closing':
      return counted(all.byClosing, (row) => rowName('closing', row, language))
    case 'band':
      return all.byBand.map(({ key, count, before, kept, promised }) => [
        key,
        count,
        before,
        kept,
        promised,
        shareText(promised < fewest ? null : kept / promised),
      ])
    case 'phase':
      return all.inPhase.map(({ phase, minutes, n }) => [
        phaseName(phase, language),
        minutes === null ? null : Math.round(minutes),
        n,
      ])
    case 'heat':
      return all.heat.map((row, day) => [weekdayName(day, language), ...row])
    case 'age':
      return all.openAge.map(({ key, count }) => [key, count])
  }
}

const phaseName = (phase: string, language: Language): string => word(language, 'stats.phase', { phase })

const counted = (rows: readonly StatisticsRow[], name: (row: StatisticsRow) => string): readonly (readonly Cell[])[] =>
  rows.map((row) => [name(row), row.count, row.before])

/** What a row is called: words for what has words, the name for what is one. */
export function rowName(
  part: 'class' | 'rung' | 'constituent' | 'closing',
  { key, name }: StatisticsRow,
  language: Language,
): string {
  if (key === 'none') return word(language, `stats.none.${part === 'closing' ? 'class' : part}`)
  if (part === 'closing') return say(language, { code: 'stats.closing', params: { code: key } })
  if (part === 'rung') return name === '' ? key : `${key} ${name}`
  return name === '' ? key : name
}

const days = ['0', '1', '2', '3', '4', '5', '6'] as const

export const weekdayName = (day: number, language: Language): string => word(language, `weekday.${days[day] ?? '0'}`)

/** "92 %"; "n < 5" where there are too few to speak of a share. */
export const shareText = (share: number | null): string =>
  share === null ? `n < ${fewest}` : `${Math.round(share * 100)} %`

function figureRows(all: Statistics, language: Language): readonly (readonly Cell[])[] {
  const row = (name: string, { value, before, n }: Figure, show: (value: number | null) => Cell): readonly Cell[] => [
    name,
    show(value),
    show(before),
    n,
  ]
  const whole = (value: number | null): Cell => (value === null ? null : Math.round(value))
  return [
    row(word(language, 'stats.opened'), all.opened, whole),
    row(word(language, 'stats.closed'), all.closed, whole),
    row(word(language, 'stats.open'), all.openAtEnd, whole),
    row(word(language, 'stats.kept'), all.promisesKept, shareText),
    row(word(language, 'stats.response-minutes'), all.firstResponse, whole),
    row(word(language, 'stats.resolution-minutes'), all.resolution, whole),
  ]
}
