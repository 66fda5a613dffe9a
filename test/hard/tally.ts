/** What the long runs found, counted by kind and printed as a table. */
export interface Outcome {
  /** What was acknowledged and is not there. */
  readonly lost: readonly string[]
  /** Anything else that should not be: a check that fails, untrue words, a file half written. */
  readonly bad: readonly string[]
  /** Milliseconds: opening after the blow, and the next opening after a proper closing. */
  readonly reopenMs?: number
  readonly cleanMs?: number
  /** Acts that were acknowledged before the blow. */
  readonly acts?: number
}

export interface Row {
  readonly what: string
  readonly outcomes: readonly Outcome[]
  /** Why it did not run; null where it did. */
  readonly missing: string | null
  /** What is worth a line under the table. */
  readonly notes?: readonly string[]
}

const columns = ['what', 'runs', 'acts', 'lost', 'bad', 'reopen median', 'worst', 'clean median', 'worst +'] as const

export function table(rows: readonly Row[]): string {
  const lines = [[...columns], ...rows.map(cellsOf)]
  const widths = columns.map((_, at) => Math.max(...lines.map((cells) => (cells[at] ?? '').length)))
  const notes = rows.flatMap(({ what, notes: said = [] }) => said.map((text) => `${what}: ${text}`))
  const printed = lines
    .map((cells) => cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))))
    .map((cells) => cells.join('  ').trimEnd())
  return [...printed, ...notes].join('\n')
}

function cellsOf({ what, outcomes, missing }: Row): string[] {
  if (missing !== null) return [what, missing]
  const reopened = outcomes.flatMap(({ reopenMs }) => (reopenMs === undefined ? [] : [reopenMs]))
  const clean = outcomes.flatMap(({ cleanMs }) => (cleanMs === undefined ? [] : [cleanMs]))
  const more = outcomes.flatMap(({ reopenMs, cleanMs }) =>
    reopenMs === undefined || cleanMs === undefined ? [] : [reopenMs - cleanMs],
  )
  const sum = (count: (outcome: Outcome) => number): string =>
    String(outcomes.reduce((total, outcome) => total + count(outcome), 0))
  return [
    what,
    String(outcomes.length),
    sum(({ acts = 0 }) => acts),
    sum(({ lost }) => lost.length),
    sum(({ bad }) => bad.length),
    milliseconds(median(reopened)),
    milliseconds(Math.max(...reopened)),
    milliseconds(median(clean)),
    milliseconds(Math.max(...more)),
  ]
}

export const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN

const milliseconds = (value: number): string => (Number.isFinite(value) ? `${Math.round(value)} ms` : '-')

export const faultsOf = (rows: readonly Row[]): readonly string[] =>
  rows.flatMap(({ what, outcomes }) =>
    outcomes.flatMap(({ lost, bad }) => [
      ...lost.map((text) => `LOST  ${what}: ${text}`),
      ...bad.map((text) => `BAD   ${what}: ${text}`),
    ]),
  )
