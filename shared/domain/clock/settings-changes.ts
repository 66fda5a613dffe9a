/** What a version of the clock settings changed against the one before, as sentences: so that a history says more than a number. */
import { saying, type Saying } from '../../words/say.ts'
import { bands } from '../order/ladder.ts'
import type { ClockSettings, LegalRule } from './settings.ts'

export function settingsChanges(before: ClockSettings, after: ClockSettings): readonly Saying[] {
  return [
    ...changed(before.responseDays, after.responseDays, (is) => saying('clockchange.response', is)),
    ...changed(before.silenceDays, after.silenceDays, (is) => saying('clockchange.silence', is)),
    ...bands.flatMap((band) =>
      changed(before.resolutionDays[band], after.resolutionDays[band], (is) =>
        saying('clockchange.resolution', { band, ...is }),
      ),
    ),
    ...(same(before.pauseReasons, after.pauseReasons) ? [] : [saying('clockchange.pauses')]),
    ...legalChanges(before.legal, after.legal),
    ...retentionChanges(before.retention, after.retention),
  ]
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

type Days = number | null

/** A dash where nothing is promised. */
function changed(
  from: Days,
  to: Days,
  say: (is: { readonly from: string; readonly to: string }) => Saying,
): readonly Saying[] {
  return from === to ? [] : [say({ from: shown(from), to: shown(to) })]
}

const shown = (value: Days): string => (value === null ? '–' : String(value))

function legalChanges(before: readonly LegalRule[], after: readonly LegalRule[]): readonly Saying[] {
  const old = new Map(before.map((rule) => [rule.id, rule]))
  const kept = new Set(after.map(({ id }) => id))
  const now = after.flatMap((rule): readonly Saying[] => {
    const was = old.get(rule.id)
    if (was === undefined) return [saying('clockchange.legal.added', { name: rule.name })]
    return same(was, rule) ? [] : [saying('clockchange.legal.changed', { name: rule.name })]
  })
  const gone = before.filter(({ id }) => !kept.has(id))
  return [...now, ...gone.map(({ name }) => saying('clockchange.legal.dropped', { name }))]
}

function retentionChanges(before: ClockSettings['retention'], after: ClockSettings['retention']): readonly Saying[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].toSorted()
  return names.flatMap((name) => {
    const [from, to] = [before[name], after[name]]
    if (to === undefined) return [saying('clockchange.retention.dropped', { name })]
    return changed(from ?? null, to, (is) => saying('clockchange.retention', { name, ...is }))
  })
}
