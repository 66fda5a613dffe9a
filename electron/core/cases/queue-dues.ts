/** What the shell is told so that it can ring while the desk is locked, kept up with every change: looking at 100,000 cases takes too long for that. */
import { instantsOf } from '../../../shared/domain/order/instants.ts'
import type { LockedCounts } from '../../../shared/ipc/views.ts'
import type { Line } from './queue-lines.ts'
import { isOpen } from './queue-rows.ts'

export interface Dues {
  readonly dues: readonly string[]
  readonly counts: Omit<LockedCounts, 'unread'>
}

export interface DueBook {
  /** `gone` stands in it, or null. */
  readonly replace: (gone: Line | null, fresh: Line) => void
  /** The next 100 instants of all clocks, those that a closed case still owes too; and how many open cases are past their time or near it. */
  readonly dues: (now: string) => Dues
}

const hourMs = 3_600_000
const piece = 5_000

/** Yields after each piece how many lines it has looked at. */
export function* bookInPieces(lines: Iterable<Line>): Generator<number, DueBook> {
  const [rings, open]: [number[], number[]] = [[], []]
  let count = 0
  for (const line of lines) {
    for (const at of line.facts.rings) rings.push(Date.parse(at))
    const due = dueOf(line)
    if (due !== null) open.push(Date.parse(due))
    if (++count % piece === 0) yield piece
  }
  return bookOf(rings, open)
}

const dueOf = (line: Line): string | null => (isOpen(line) ? line.facts.due : null)

function bookOf(ringing: readonly number[], opened: readonly number[]): DueBook {
  const [rings, open] = [instantsOf(ringing), instantsOf(opened)]
  return {
    replace: (gone, fresh) => {
      if (gone?.facts.rings !== fresh.facts.rings) {
        for (const at of gone?.facts.rings ?? []) rings.remove(at)
        for (const at of fresh.facts.rings) rings.add(at)
      }
      const [before, after] = [gone === null ? null : dueOf(gone), dueOf(fresh)]
      if (before === after) return
      if (before !== null) open.remove(before)
      if (after !== null) open.add(after)
    },
    dues: (now) => {
      const overdue = open.before(now)
      const inAnHour = new Date(Date.parse(now) + hourMs + 1).toISOString()
      return { dues: rings.next(now, 100), counts: { overdue, dueSoon: open.before(inAnHour) - overdue } }
    },
  }
}
