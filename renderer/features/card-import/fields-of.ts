/** The rows of the import page: each field of the card with its words, the lines it came from and what a person should look at. */
import { cardFields, type CardField } from '../../../shared/domain/card/fields.ts'
import type { Card, CardPreview, FieldChange } from '../../../shared/ipc/card-views.ts'
import { cardWords } from '../../ui/card-words.ts'

export type FieldState = 'read' | 'look' | 'repaired' | 'missing'

export interface FieldRow {
  readonly field: CardField
  readonly words: readonly string[]
  /** 1-based lines of the text, each once. */
  readonly lines: readonly number[]
  readonly state: FieldState
  /** null: the source agrees with the card, or there is no card to compare it with. */
  readonly change: FieldChange | null
}

const linesOfItems = (items: readonly { readonly line: number | null }[]): readonly number[] =>
  items.flatMap(({ line }) => (line === null || line === 0 ? [] : [line]))

const range = ([from, to]: readonly [number, number]): readonly number[] =>
  Array.from({ length: to - from + 1 }, (_, at) => from + at)

const linesOf: Partial<{ readonly [F in CardField]: (card: Card) => readonly number[] }> = {
  document: ({ document }) => linesOfItems([document]),
  address: ({ address }) => linesOfItems(address === null ? [] : [address]),
  timeZone: ({ timeZone }) => linesOfItems([timeZone]),
  emails: ({ emails }) => linesOfItems(emails),
  phones: ({ phones }) => linesOfItems(phones),
  fax: ({ fax }) => linesOfItems(fax),
  forms: ({ forms }) => linesOfItems(forms),
  keys: ({ keys }) => keys.flatMap(({ line, blockLines }) => [line, ...(blockLines === null ? [] : range(blockLines))]),
  hours: ({ hours }) => linesOfItems([hours]),
  coverage: ({ coverage }) => linesOfItems(coverage),
  responsePromises: ({ responsePromises }) => linesOfItems(responsePromises),
  urgent: ({ urgent }) => linesOfItems(urgent === null ? [] : [urgent]),
  preferred: ({ preferred }) => linesOfItems(preferred === null ? [] : [preferred]),
  charter: ({ charter }) => linesOfItems(Object.values(charter).flatMap((part) => part ?? [])),
  members: ({ members }) => linesOfItems(members),
  channelRules: ({ channelRules }) => linesOfItems(channelRules),
}

export function fieldRows({ card, changes }: Pick<CardPreview, 'card' | 'changes'>): readonly FieldRow[] {
  const flagged = flaggedLines(card)
  return cardFields.map((field) => {
    const words = cardWords[field](card)
    const lines = [...new Set(linesOf[field]?.(card) ?? [])]
    const change = changes.find((one) => one.field === field) ?? null
    return { field, words, lines, change, state: stateOf(card, field, words, lines, flagged) }
  })
}

function stateOf(
  card: Card,
  field: CardField,
  words: readonly string[],
  lines: readonly number[],
  flagged: ReadonlySet<number>,
): FieldState {
  if (words.length === 0) return 'missing'
  if (field === 'keys' && card.keys.some(({ state }) => state === 'repaired')) return 'repaired'
  const broken = field === 'keys' && card.keys.some(({ state }) => state === 'unreadable' || state === 'identity-only')
  return broken || lines.some((line) => flagged.has(line)) ? 'look' : 'read'
}

/** Lines with a finding that needs care. */
export const flaggedLines = ({ findings }: Pick<Card, 'findings'>): ReadonlySet<number> =>
  new Set(findings.flatMap(({ line, severity }) => (line === null || severity === 'info' ? [] : [line])))

/** A run of lines of the document: shown, or folded because nothing was read from it. */
export interface Run {
  readonly from: number
  readonly to: number
  readonly folded: boolean
}

const shortest = 3

/** Runs of at least three lines that nobody needs are folded; blank lines never stand alone between two shown ones. */
export function runsOf(count: number, needed: ReadonlySet<number>, opened: ReadonlySet<number>): readonly Run[] {
  const runs: { from: number; to: number; folded: boolean }[] = []
  for (let line = 1; line <= count; line++) {
    const folded = !needed.has(line)
    const last = runs.at(-1)
    if (last?.folded === folded) last.to = line
    else runs.push({ from: line, to: line, folded })
  }
  return runs.map((run) => ({
    ...run,
    folded: run.folded && run.to - run.from + 1 >= shortest && !opened.has(run.from),
  }))
}
