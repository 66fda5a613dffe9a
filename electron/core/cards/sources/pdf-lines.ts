/** Makes lines in reading order of the pieces of text that a PDF page places anywhere, in any order. */
export interface Placed {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly size: number
  /** Counter-clockwise quarter turns; null for text at a slant. */
  readonly turn: 0 | 1 | 2 | 3 | null
}

export interface Line {
  readonly text: string
  readonly x0: number
  readonly x1: number
  readonly y: number
  readonly size: number
}

/** A stretch of one line without a wide gap. */
interface Run extends Line {
  /** Its place in the order in which the file draws. */
  readonly at: number
}

/** As multiples of the letter size. */
const WORD_GAP = 0.15
const CELL_GAP = 1.6
const SAME_LINE = 0.4

export function linesOf(items: readonly Placed[]): readonly Line[] {
  const turn = commonTurn(items)
  const main = items.filter((item) => item.turn === turn)
  const odd = items.filter((item) => item.turn !== turn)
  return [...inColumns(rowsOf(main.map((item) => upright(item, turn)))), ...inColumns(rowsOf(odd))]
}

/** How most of the page's letters stand: a page that lies on its side is read as one that stands. */
function commonTurn(items: readonly Placed[]): Placed['turn'] {
  const letters = new Map<Placed['turn'], number>()
  for (const { turn, text } of items) letters.set(turn, (letters.get(turn) ?? 0) + text.length)
  return [...letters].sort(([, one], [, other]) => other - one)[0]?.[0] ?? 0
}

function upright(item: Placed, turn: Placed['turn']): Placed {
  const { x, y } = item
  if (turn === 1) return { ...item, x: y, y: -x }
  if (turn === 2) return { ...item, x: -x, y: -y }
  return turn === 3 ? { ...item, x: -y, y: x } : item
}

/** Runs on one base line, left to right; the rows from top to bottom. */
function rowsOf(items: readonly Placed[]): Rows {
  const sorted = items
    .map((item, at) => ({ ...item, at }))
    .filter(({ text }) => text.trim() !== '')
    .sort((one, other) => other.y - one.y || one.x - other.x)
  const rows: (typeof sorted)[] = []
  for (const item of sorted) {
    const row = rows.at(-1)
    const first = row?.[0]
    if (row && first && first.y - item.y <= SAME_LINE * Math.min(first.size, item.size)) row.push(item)
    else rows.push([item])
  }
  return rows.map(runsOf)
}

function runsOf(row: (Placed & { readonly at: number })[]): readonly Run[] {
  const runs: Run[] = []
  for (const { text, x, y, width, size, at } of row.sort((one, other) => one.x - other.x)) {
    const last = runs.at(-1)
    const gap = last ? x - last.x1 : Number.POSITIVE_INFINITY
    // Bold type is sometimes made by drawing twice.
    if (last && gap < -0.8 * width && last.text.endsWith(text)) continue
    if (!last || gap > CELL_GAP * size) {
      runs.push({ text: text.trim(), x0: x, x1: x + width, y, size, at })
      continue
    }
    const blank = gap > WORD_GAP * size || /^\s/.test(text) ? ' ' : ''
    runs[runs.length - 1] = { ...last, text: `${last.text}${blank}${text.trim()}`, x1: Math.max(last.x1, x + width) }
  }
  return runs
}

const MIN_COLUMN_LINES = 3
const MAX_DEPTH = 3

type Rows = readonly (readonly Run[])[]

/** Reads two columns one after the other, and the rows of a table one after the other: they look alike but for what stands in them. */
function inColumns(rows: Rows, depth = 0): readonly Line[] {
  const gutter = depth < MAX_DEPTH ? gutterOf(rows.flat()) : null
  if (gutter === null) return rows.map(joined)
  return bandsOf(rows, gutter).flatMap((band) => {
    const { before, left, right, after } = sidesOf(band, gutter)
    if (!areColumns(left.flat(), right.flat())) return band.map(joined)
    return [...before.map(joined), ...inColumns(left, depth + 1), ...inColumns(right, depth + 1), ...after.map(joined)]
  })
}

/** What stands over the right column comes before both; what stands below it and was drawn later, a heading perhaps, behind them. */
function sidesOf(band: Rows, gutter: number): Readonly<Record<'before' | 'left' | 'right' | 'after', Rows>> {
  const side = (keep: (run: Run) => boolean): Rows =>
    band.map((row) => row.filter(keep)).filter((row) => row.length > 0)
  const right = side(({ x0 }) => x0 >= gutter)
  const highest = right[0]?.[0]?.y ?? 0
  const lowest = right.at(-1)?.[0]?.y ?? 0
  const lastDrawn = right.flat().reduce((last, { at }) => Math.max(last, at), -1)
  const isBefore = ({ y, size }: Run): boolean => y > highest + size
  const isAfter = ({ y, size, at }: Run): boolean => y < lowest - SAME_LINE * size && at > lastDrawn
  return {
    before: side((run) => run.x0 < gutter && isBefore(run)),
    left: side((run) => run.x0 < gutter && !isBefore(run) && !isAfter(run)),
    right,
    after: side((run) => run.x0 < gutter && isAfter(run)),
  }
}

const joined = (row: readonly Run[]): Line => {
  const [first] = row
  return {
    text: row.map(({ text }) => text).join('  '),
    x0: first?.x0 ?? 0,
    x1: row.at(-1)?.x1 ?? 0,
    y: first?.y ?? 0,
    size: Math.max(0, ...row.slice(0, 100).map(({ size }) => size)),
  }
}

const STEP = 2

/** Where a page falls apart into left and right: the place with most lines wholly on either side and fewest across it. */
function gutterOf(runs: readonly Run[]): number | null {
  const from = runs.reduce((least, { x0 }) => Math.min(least, x0), Number.POSITIVE_INFINITY)
  const to = runs.reduce((most, { x1 }) => Math.max(most, x1), Number.NEGATIVE_INFINITY)
  const places = Math.min(2000, Math.floor((to - from) / STEP))
  if (!(places > 10)) return null
  const place = (x: number): number => Math.min(places, Math.max(0, Math.round((x - from) / STEP)))
  const ends = Array.from({ length: places + 2 }, () => 0)
  const starts = Array.from({ length: places + 2 }, () => 0)
  for (const { x0, x1 } of runs) {
    ends[place(x1)] = (ends[place(x1)] ?? 0) + 1
    starts[place(x0)] = (starts[place(x0)] ?? 0) + 1
  }
  let [left, begun, best, bestScore] = [0, 0, null as number | null, 0]
  for (let at = 0; at <= places; at += 1) {
    left += ends[at] ?? 0
    const right = runs.length - begun - (starts[at] ?? 0)
    const across = runs.length - left - right
    begun += starts[at] ?? 0
    const score = Math.min(left, right) - across
    const central = at > places * 0.2 && at < places * 0.8
    if (central && Math.min(left, right) >= MIN_COLUMN_LINES && score > bestScore) {
      ;[best, bestScore] = [from + at * STEP, score]
    }
  }
  return best === null ? null : best + STEP
}

/** Letter sizes between two rows that belong to different parts of the page. */
const PART_GAP = 3

/** Rows that keep off the gutter and close together; every row across it for itself. */
function bandsOf(rows: Rows, gutter: number): readonly Rows[] {
  const bands: (readonly Run[])[][] = []
  let open = false
  for (const row of rows) {
    const across = row.some(({ x0, x1 }) => x0 < gutter - STEP && x1 > gutter + STEP)
    const last = bands.at(-1)?.at(-1)?.[0]
    const first = row[0]
    const isFar =
      last !== undefined && first !== undefined && last.y - first.y > PART_GAP * Math.max(last.size, first.size)
    if (!across && open && !isFar) bands.at(-1)?.push(row)
    else bands.push([row])
    open = !across
  }
  return bands
}

/** Of a table the file draws row by row, and its cells are short; of columns it draws one after the other, or their lines are long. */
function areColumns(left: readonly Run[], right: readonly Run[]): boolean {
  const fewer = Math.min(left.length, right.length)
  if (fewer < MIN_COLUMN_LINES) return false
  const shorter = Math.min(meanLength(left), meanLength(right))
  const isLeft = new Set(left)
  const drawn = [...left, ...right].sort((one, other) => one.at - other.at).map((run) => isLeft.has(run))
  const changes = drawn.filter((side, index) => index > 0 && side !== drawn[index - 1]).length
  return changes <= Math.max(2, 0.15 * fewer) ? shorter >= 14 : shorter >= 28
}

const meanLength = (runs: readonly Run[]): number =>
  runs.reduce((sum, { text }) => sum + text.length, 0) / Math.max(1, runs.length)
