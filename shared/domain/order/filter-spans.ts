/** Times in the filter: a span from now ("<4h", ">2d"), "today", a date or one side of it. */
import type { Predicate, Test } from './filter-words.ts'
import type { FilterFacts } from './queue-facts.ts'
import { dateIn, startOfDay } from './zone-days.ts'

interface Side {
  readonly of: (facts: FilterFacts) => string | null
  /** Spans count into the future ("due in less than 4 h"), else into the past ("opened less than 7 days ago"). */
  readonly ahead: boolean
  readonly zone: string
}

const unitMs: Readonly<Record<string, number>> = { m: 60_000, min: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 }

/** null where it cannot be read. What has no such time never holds. */
export function spanTest(value: string, side: Side): Test | null {
  const span = /^([<>]?)=?(\d{1,4})(m|min|h|d|w)$/.exec(value)
  if (span !== null) return fromNow(span[1] ?? '', Number(span[2]) * (unitMs[span[3] ?? ''] ?? 0), side)
  if (value === 'today') return (now) => onDays('', dateIn(side.zone, now), side) ?? (() => false)
  const dated = /^([<>]?=?)(\d{4}-\d{2}-\d{2})$/.exec(value)
  const days = dated === null ? null : onDays(dated[1] ?? '', dated[2] ?? '', side)
  return days === null ? null : () => days
}

function fromNow(sign: string, ms: number, { of, ahead }: Side): Test {
  return (now) => {
    const bound = new Date(Date.parse(now) + (ahead ? ms : -ms)).toISOString()
    const isEarlier = (sign !== '>') === ahead
    return (facts) => {
      const at = of(facts)
      return at !== null && (isEarlier ? at < bound : at > bound)
    }
  }
}

/** Whole days of the zone: ">" is after the day, ">=" from it on, "<" before it, "<=" up to its end. */
function onDays(sign: string, date: string, { of, zone }: Side): Predicate | null {
  const [start, end] = [startOfDay(date, zone), startOfDay(date, zone, 1)]
  if (start === null || end === null) return null
  const [from, to] = [sign === '>' ? end : start, sign === '<' ? start : end]
  return (facts) => {
    const at = of(facts)
    return at !== null && (sign.startsWith('<') || at >= from) && (sign.startsWith('>') || at < to)
  }
}
