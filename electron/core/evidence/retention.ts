/** How long closed cases are kept: until the date that a person set, else by the team's table for their class. */
import { DateTime } from 'luxon'
import type { RetentionRow } from '../../../shared/ipc/case-views.ts'
import type { CaseState } from '../../../shared/domain/case/case.ts'
import type { ClockSettings } from '../../../shared/domain/clock/settings.ts'
import type { CaseId } from '../../../shared/domain/case/entry.ts'
import { readCase } from '../cases/case-book.ts'
import { clockSettingsOf } from '../clocks/clock-settings.ts'
import { nowOf, type Session } from '../session.ts'

/** Closed cases that still have their contents, those that are due first. */
export function retentionList(session: Session): readonly RetentionRow[] {
  const ids = session.store.db.prepare("SELECT id FROM cases WHERE phase = 'closed'", { pluck: true }).all<string>()
  const { retention } = clockSettingsOf(session)
  const today = nowOf(session).slice(0, 10)
  return ids
    .flatMap((id) => {
      const state = readCase(session, id as CaseId)?.state
      return state === undefined || state.purged !== null ? [] : [rowOf(state, retention, today)]
    })
    .toSorted((a, b) => ((a.keepUntil ?? '9') < (b.keepUntil ?? '9') ? -1 : 1))
}

function rowOf(state: CaseState, retention: ClockSettings['retention'], today: string): RetentionRow {
  const closedAt = state.closing?.at ?? state.updatedAt
  const keepUntil = keepUntilOf(state, closedAt, retention)
  return {
    number: state.number,
    title: state.title,
    closedAt,
    keepUntil,
    due: keepUntil !== null && keepUntil <= today,
  }
}

/** YYYY-MM-DD; the class by its full name first, then by its group, then `other`. */
export function keepUntilOf(
  { keepUntil, rsit }: Pick<CaseState, 'keepUntil' | 'rsit'>,
  closedAt: string,
  retention: ClockSettings['retention'],
): string | null {
  if (keepUntil !== null) return keepUntil
  const named = [rsit ?? '', rsit?.split('/')[0] ?? '', 'other'].find((name) => name in retention)
  const months = named === undefined ? null : (retention[named] ?? null)
  return months === null ? null : DateTime.fromISO(closedAt, { zone: 'utc' }).plus({ months }).toISODate()
}
