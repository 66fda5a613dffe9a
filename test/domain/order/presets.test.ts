import { describe, expect, test } from 'vitest'
import { orderReason } from '../../../shared/domain/order/order-reason.ts'
import { policySchema, presetNames, type PresetName } from '../../../shared/domain/order/policy.ts'
import { faultsOf } from '../../../shared/domain/order/policy-faults.ts'
import { presets } from '../../../shared/domain/order/presets.ts'
import type { FilterFacts } from '../../../shared/domain/order/queue-facts.ts'
import { keyOf, policyOrder } from '../../../shared/domain/order/queue-order.ts'
import { rankingOf, standingOf } from '../../../shared/domain/order/ranking.ts'
import { say } from '../../../shared/words/say.ts'
import { earlier, facts, justNow, later, now, placedOn } from './order-facts.ts'

function inOrder(preset: PresetName, cases: readonly Partial<FilterFacts>[]): readonly string[] {
  const ranking = rankingOf(presets[preset])
  return cases
    .map((changes) => facts(changes))
    .map((one) => ({ one, standing: standingOf(ranking, one, now) }))
    .map(({ one, standing }) => ({ ...keyOf(ranking, one, standing, now), band: standing.band }))
    .toSorted(policyOrder(ranking))
    .map(({ number, band }) => `${number} ${band}`)
}
const because = (preset: PresetName, changes: Partial<FilterFacts>): string =>
  say('en', orderReason(facts(changes), now, rankingOf(presets[preset])))

test.each(presetNames)('%s is a policy without faults, and the same after it was written and read', (name) => {
  expect(faultsOf(presets[name])).toEqual([])
  expect(JSON.stringify(policySchema.parse(JSON.parse(JSON.stringify(presets[name]))))).toBe(
    JSON.stringify(presets[name]),
  )
})

describe('four factors (P-20)', () => {
  test('type, severity, constituent and free hands add up', () => {
    expect(
      inOrder('factors', [
        { number: 'low type, grave', rung: 12, severity: 'critical', owner: 'MK' },
        { number: 'high type, light', rung: 1, severity: 'low', owner: 'MK' },
        { number: 'both', rung: 1, severity: 'critical', owner: 'MK' },
        { number: 'neither', rung: 12, severity: 'low', owner: 'MK' },
      ]),
    ).toEqual(['both P1', 'high type, light P2', 'low type, grave P2', 'neither P4'])
  })

  test('of two that are alike, the one that somebody can work on comes first, and the one that waits last', () => {
    expect(
      inOrder('factors', [
        { number: 'a sleeps', owner: 'MK', wakeAt: later },
        { number: 'b nobody has it', owner: null },
        { number: 'c in hand', owner: 'MK' },
        { number: 'd has slept', owner: 'MK', wakeAt: earlier, openedAt: '2026-11-21T12:00:00.000Z' },
      ]),
    ).toEqual(['c in hand P3', 'd has slept P3', 'b nobody has it P3', 'a sleeps P3'])
  })

  test('the sentence shows the sum', () => {
    expect(because('factors', { openedAt: justNow, rung: 1, severity: 'high', owner: 'MK' })).toBe(
      '83 of 100 points: 40 for its type (danger to the lives or safety of people), 21 for severity high, 12 for its constituent, 10 because somebody has it.',
    )
  })
})

describe('tiered desk (O-16 to O-20)', () => {
  test('what N3 leads comes before what N2 reports and what N1 watches', () => {
    expect(
      inOrder('tiered', [
        { number: 'watch', rung: 26 },
        { number: 'report', rung: 24, due: earlier },
        { number: 'call', rung: 23 },
        { number: 'incident', rung: 21 },
        { number: 'of the ladder', rung: 1, severity: 'high' },
      ]),
    ).toEqual(['incident P1', 'call P2', 'of the ladder P2', 'report P3', 'watch P4'])
  })

  test('a case that still has a rung of the ladder says so', () => {
    expect(because('tiered', { rung: 1, severity: 'high' })).toMatch(
      /^Its rung \(number 1\) is not in this policy, so it/,
    )
  })
})

describe('impact x urgency', () => {
  test('what is marked urgent rises, what waits sinks', () => {
    expect(
      inOrder('grid', [
        { number: 'low', rung: null, severity: 'low' },
        { number: 'medium waits', rung: null, severity: 'medium', wakeAt: later },
        { number: 'medium', rung: null, severity: 'medium' },
        { number: 'medium urgent', rung: null, severity: 'medium', urgent: true },
        { number: 'high urgent', rung: null, severity: 'high', urgent: true },
        { number: 'critical', rung: null, severity: 'critical', due: later },
      ]),
    ).toEqual(['critical P1', 'high urgent P1', 'medium urgent P2', 'medium P3', 'medium waits P4', 'low P4'])
    expect(because('grid', { openedAt: justNow, rung: null, severity: 'high', urgent: true })).toBe(
      'Impact high, urgency high, because it is marked urgent: P1.',
    )
    expect(because('grid', { rung: null })).toBe('Impact not known yet, taken as medium, urgency medium: P3.')
  })

  test('what a person says by hand stands against the grid', () => {
    expect(
      inOrder('grid', [
        { number: 'by hand', rung: 31, severity: 'low' },
        { number: 'placed', rung: null, severity: 'low', ...placedOn(32) },
        { number: 'grid', rung: null, severity: 'medium' },
      ]),
    ).toEqual(['by hand P1', 'placed P2', 'grid P3'])
  })
})
