/** The statement of figures for the community (M-43): nobody can be found in it, and small numbers are merged so that nobody can be guessed. */
import { word, type Language } from '../../words/say.ts'
import { minutesText } from '../output/minutes-text.ts'
import type { Block, ReportDoc } from '../output/report-doc.ts'
import { fewest, type Figure, type Statistics, type StatisticsRow } from './statistics-view.ts'

/** The classes of the taxonomy (version 1003): whatever else stands in that field could be anybody's name. */
const classes: ReadonlySet<string> = new Set([
  'abusive-content',
  'malicious-code',
  'information-gathering',
  'intrusion-attempts',
  'intrusions',
  'availability',
  'information-content-security',
  'fraud',
  'vulnerable',
  'other',
])

interface Around {
  readonly language: Language
  /** Our own name. */
  readonly team: string
  /** UTC ISO. */
  readonly now: string
}

/** Neither constituents nor rungs nor days: only sums, classes of the taxonomy and how cases ended. */
export function statementOf(all: Statistics, { language, team, now }: Around): ReportDoc {
  const { from, to } = all.period
  return {
    tlp: 'GREEN',
    number: `${from}--${to}`,
    title: word(language, 'stats.statement.title', { team, from, to }),
    lead: word(language, 'stats.statement.lead', { at: now.slice(0, 10), fewest }),
    sections: [
      { title: word(language, 'stats.statement.whole'), blocks: [{ kind: 'list', lines: wholeLines(all, language) }] },
      { title: word(language, 'stats.by.class'), blocks: table(all.byClass.map(safeClass), language) },
      {
        title: word(language, 'stats.by.closing'),
        blocks: table(
          all.byClosing.map((row) => ({ ...row, name: word(language, 'stats.closing', { code: row.key }) })),
          language,
        ),
      },
    ],
    record: word(language, 'stats.statement.record'),
    head: '',
  }
}

function wholeLines(
  { opened, closed, openAtEnd, promisesKept, firstResponse }: Statistics,
  language: Language,
): readonly string[] {
  const number = (figure: Figure): string => few(figure.value ?? 0, language)
  return [
    word(language, 'stats.statement.opened', { count: number(opened) }),
    word(language, 'stats.statement.closed', { count: number(closed) }),
    word(language, 'stats.statement.open', { count: number(openAtEnd) }),
    ...(promisesKept.value === null
      ? []
      : [word(language, 'stats.statement.kept', { share: Math.round(promisesKept.value * 100) })]),
    ...(firstResponse.value === null || firstResponse.n < fewest
      ? []
      : [word(language, 'stats.statement.response', { time: minutesText(firstResponse.value) })]),
  ]
}

const few = (count: number, language: Language): string =>
  count > 0 && count < fewest ? word(language, 'stats.few', { fewest }) : String(count)

const safeClass = (row: StatisticsRow): StatisticsRow =>
  classes.has(row.key) ? { ...row, name: row.key } : { ...row, key: 'other', name: 'other' }

function table(rows: readonly StatisticsRow[], language: Language): readonly Block[] {
  const merged = mergeSmall(rows)
  if (merged.length === 0) return [{ kind: 'text', text: word(language, 'stats.statement.too-few', { fewest }) }]
  return [
    {
      kind: 'table',
      head: [word(language, 'stats.column.name'), word(language, 'stats.column.count')],
      rows: merged.map(({ name, count }) => [
        name === '' ? word(language, 'stats.statement.others') : name,
        String(count),
      ]),
      widths: [4, 1],
      mono: [],
    },
  ]
}

/**
 * Rows below five go together into one without a name. Where they do not make five, the next smallest goes with them: a sum that is
 * known beside all other numbers would give the hidden one away. Nothing is left of a table that has fewer than five in all.
 */
export function mergeSmall(rows: readonly StatisticsRow[]): readonly Pick<StatisticsRow, 'name' | 'count'>[] {
  const same = new Map<string, number>()
  for (const { name, count } of rows) same.set(name, (same.get(name) ?? 0) + count)
  const sorted = [...same]
    .map(([name, count]) => ({ name, count }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count)
  const shown = sorted.filter(({ count }) => count >= fewest)
  let rest = sorted.filter(({ count }) => count < fewest).reduce((sum, { count }) => sum + count, 0)
  while (rest > 0 && rest < fewest && shown.length > 0) rest += shown.pop()?.count ?? 0
  if (rest === 0) return shown
  return rest < fewest ? [] : [...shown, { name: '', count: rest }]
}
