/** Cases as the queue sees them, made up for the tests of the order. */
import * as fc from 'fast-check'
import { severities } from '../../../shared/domain/case/vocabulary.ts'
import { clockKinds } from '../../../shared/domain/clock/clock.ts'
import type { FilterFacts } from '../../../shared/domain/order/queue-facts.ts'

export const now = '2026-11-23T12:00:00.000Z'
export const later = '2026-11-23T15:00:00.000Z'
/** Half an hour ago: nothing is to go up yet. */
export const justNow = '2026-11-23T11:30:00.000Z'
export const earlier = '2026-11-23T11:00:00.000Z'

const base: FilterFacts = {
  number: '2026-MK-0001',
  phase: 'triage',
  kind: 'incident',
  rung: 7,
  place: null,
  severity: null,
  urgent: false,
  rsit: null,
  openedAt: '2026-11-20T12:00:00.000Z',
  due: null,
  dueKind: null,
  respondedAt: null,
  wakeAt: null,
  paused: false,
  pausedUntil: null,
  escalated: [],
  tlp: 'AMBER',
  owner: null,
  constituent: null,
  inConflict: false,
  hasEvidence: false,
  hasPermission: false,
  ips: [],
  search: '2026-mk-0001 phishing at the harbour bank',
}

export const facts = (changes: Partial<FilterFacts> = {}): FilterFacts => ({ ...base, ...changes })

/** Against its rung, by MK. */
export const placedOn = (rung: number, reason = 'patients wait for it'): Pick<FilterFacts, 'place'> => ({
  place: { rung, reason, by: 'MK' },
})

const instant = fc.constantFrom('2026-11-22T10:00:00.000Z', earlier, later, '2026-11-25T10:00:00.000Z')
const rung = fc.option(fc.integer({ min: 1, max: 40 }))

export const anyFacts: fc.Arbitrary<FilterFacts> = fc
  .record({
    number: fc.integer({ min: 1, max: 9_999 }).map((at) => `2026-MK-${String(at).padStart(4, '0')}`),
    phase: fc.constantFrom('triage', 'coordination', 'analysis', 'resolution', 'closed'),
    rung,
    place: fc.option(rung.map((on) => ({ rung: on ?? 3, reason: 'because', by: 'MK' }))),
    severity: fc.option(fc.constantFrom(...severities)),
    urgent: fc.boolean(),
    openedAt: instant,
    due: fc.option(instant),
    dueKind: fc.constantFrom(...clockKinds),
    respondedAt: fc.option(instant),
    wakeAt: fc.option(instant),
    paused: fc.boolean(),
    pausedUntil: fc.option(instant),
    constituent: fc.option(fc.constantFrom('Harbour Bank', 'Tarn Hospital', 'Fenwick Water')),
    owner: fc.option(fc.constantFrom('MK', 'JV')),
  } as const)
  .map((changes) => facts(changes))
