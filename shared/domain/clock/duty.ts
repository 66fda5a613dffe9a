/** Who is on duty, until when, and who comes next, from turns that may follow each other or overlap. */
import { saying, type Saying } from '../../words/say.ts'
import type { Turn } from './settings.ts'

export interface Duty {
  readonly now: { readonly code: string; readonly until: string } | null
  readonly next: { readonly code: string; readonly from: string } | null
}

const dayMs = 86_400_000
const longestTurnMs = 31 * dayMs

/**
 * Where turns overlap at a hand-over, the one that stays longer has it. Turns of one person that follow each other without a gap are
 * one; `next` is the first turn of which that one is no part.
 */
export function dutyAt(turns: readonly Turn[], now: string): Duty {
  const on = turns
    .filter(({ from, to }) => from <= now && now < to)
    .reduce<Turn | null>((last, turn) => (last === null || turn.to > last.to ? turn : last), null)
  const until = on === null ? now : endOf(on, turns)
  const later = turns
    .filter(({ code, from }) => from > now && (code !== on?.code || from > until))
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))[0]
  return {
    now: on === null ? null : { code: on.code, until },
    next: later === undefined ? null : { code: later.code, from: later.from },
  }
}

function endOf({ code, to }: Turn, turns: readonly Turn[]): string {
  const further = turns.find((turn) => turn.code === code && turn.from <= to && turn.to > to)
  return further === undefined ? to : endOf(further, turns)
}

/** Turns that ended more than a day ago are kept, and not shown any more. */
export const isRecent = ({ to }: Turn, now: string): boolean => Date.parse(to) >= Date.parse(now) - dayMs

export const byStart = (a: Turn, b: Turn): number => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.to < b.to ? -1 : 1)

/** The turn from now on is another person's: what is left of the one that is on is given, what was done of it stays. */
export function handOver(turns: readonly Turn[], to: string, now: string): readonly Turn[] {
  const { now: on } = dutyAt(turns, now)
  if (on === null || on.code === to) return turns
  const left = turns.filter(({ code, to: end }) => code !== on.code || end <= now || end > on.until)
  const done = turns.flatMap((turn) =>
    turn.code === on.code && turn.from < now && turn.to > now && turn.to <= on.until ? [{ ...turn, to: now }] : [],
  )
  return [...left, ...done, { code: to, from: now, to: on.until }].toSorted(byStart)
}

export function turnFault(turns: readonly Turn[]): Saying | null {
  for (const { code, from, to } of turns) {
    const length = Date.parse(to) - Date.parse(from)
    if (!(length > 0)) return saying('turn-backwards', { code, from })
    if (length > longestTurnMs) return saying('turn-too-long', { code, from })
  }
  return null
}
