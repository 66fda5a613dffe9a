/** The handover as one column of rows of equal height: heads of lists, their lines, and what is said on a line below it. */
import type { ChangeLine, HandoverView, NeedLine, OwnLine, WaitLine } from '../../../shared/ipc/handover-views.ts'
import { sentence, t } from '../../ui/t.ts'

export const listNames = ['needs', 'waiting', 'own', 'changed'] as const
export type ListName = (typeof listNames)[number]

interface Keyed {
  /** Unique on the page. */
  readonly key: string
}

/** What can be chosen by j and k. */
export type HandoverLine = Keyed &
  (
    | { readonly list: 'needs'; readonly line: NeedLine }
    | { readonly list: 'waiting'; readonly line: WaitLine }
    | { readonly list: 'own'; readonly line: OwnLine }
    | { readonly list: 'changed'; readonly line: ChangeLine }
  )

export type HandoverRow =
  | { readonly kind: 'head'; readonly list: ListName; readonly count: number; readonly read: number }
  | { readonly kind: 'columns' | 'none'; readonly list: Exclude<ListName, 'own'> }
  | { readonly kind: 'line'; readonly line: HandoverLine }
  /** By the giver or by the taker, on the line with that key. */
  | { readonly kind: 'said'; readonly key: string; readonly by: 'giver' | 'taker'; readonly text: string }

/** A line that the taker reads and ticks. */
export type TickedLine = Exclude<HandoverLine, { readonly list: 'changed' }>

export const isTicked = (line: HandoverLine): line is TickedLine => line.list !== 'changed'

export const numberOf = (line: HandoverLine): string | null => (line.list === 'own' ? null : line.line.number)

export const titleOf = (line: HandoverLine): string => (line.list === 'own' ? line.line.text : line.line.title)

/** "CERT-Orchard: mail logs"; where a case only sleeps until a date nothing was asked. */
export const waitsFor = ({ whom, what }: Pick<WaitLine, 'whom' | 'what'>): string =>
  what === '' ? whom : t('handover.whom', { whom, what })

/** What the row cuts to its width. */
export function wordsOf(line: HandoverLine): string {
  switch (line.list) {
    case 'needs':
      return sentence(line.line.needed)
    case 'waiting':
      return waitsFor(line.line)
    case 'changed':
      return sentence(line.line.said)
    case 'own':
      return line.line.text
  }
}

export function linesOf({ needs, waiting, own, changed }: HandoverView): readonly HandoverLine[] {
  return [
    ...needs.map((line) => ({ list: 'needs', key: `needs-${line.id}`, line }) as const),
    ...waiting.map((line) => ({ list: 'waiting', key: `waiting-${line.id}`, line }) as const),
    ...own.map((line) => ({ list: 'own', key: `own-${line.id}`, line }) as const),
    ...changed.map((line, at) => ({ list: 'changed', key: `changed-${String(at)}`, line }) as const),
  ]
}

export const tickedOf = (lines: readonly HandoverLine[]): readonly TickedLine[] => lines.filter(isTicked)

/** Lines of one's own have no columns: they are a text. They come only where there are any. */
export function rowsOf(lines: readonly HandoverLine[]): readonly HandoverRow[] {
  return listNames.flatMap((list): readonly HandoverRow[] => {
    const own = lines.filter((line) => line.list === list)
    if (list === 'own' && own.length === 0) return []
    const read = tickedOf(own).filter(({ line }) => line.read).length
    const head: HandoverRow = { kind: 'head', list, count: own.length, read }
    if (list === 'own') return [head, ...own.flatMap(rowsOfLine)]
    if (own.length === 0) return [head, { kind: 'none', list }]
    return [head, { kind: 'columns', list }, ...own.flatMap(rowsOfLine)]
  })
}

function rowsOfLine(line: HandoverLine): readonly HandoverRow[] {
  const note = line.list === 'needs' || line.list === 'waiting' ? line.line.note : ''
  const answer = isTicked(line) ? line.line.answer : ''
  return [
    { kind: 'line', line },
    ...(note === '' ? [] : [{ kind: 'said', key: line.key, by: 'giver', text: note } as const]),
    ...(answer === '' ? [] : [{ kind: 'said', key: line.key, by: 'taker', text: answer } as const]),
  ]
}

/** The line to read after this one: the next that is not read, else the first that is not, else this one. */
export function nextUnread(lines: readonly TickedLine[], key: string): string {
  const at = lines.findIndex((line) => line.key === key)
  const open = (line: TickedLine): boolean => !line.line.read && line.key !== key
  return (lines.slice(at + 1).find(open) ?? lines.find(open))?.key ?? key
}
