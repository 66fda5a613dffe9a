import { describe, expect, test } from 'vitest'
import * as fc from 'fast-check'
import { orderReason } from '../../../shared/domain/order/order-reason.ts'
import { presetNames, type Policy } from '../../../shared/domain/order/policy.ts'
import { presets } from '../../../shared/domain/order/presets.ts'
import type { FilterFacts } from '../../../shared/domain/order/queue-facts.ts'
import { dueOrder, keyOf, policyOrder, type Keyed } from '../../../shared/domain/order/queue-order.ts'
import { rankingOf, standingOf, type Ranking } from '../../../shared/domain/order/ranking.ts'
import { span } from '../../../shared/domain/order/span.ts'
import { en } from '../../../shared/words/en.ts'
import { say } from '../../../shared/words/say.ts'
import { anyFacts, earlier, facts, later, now, placedOn } from './order-facts.ts'

const ladder = rankingOf(presets.ladder)
const keyed = (ranking: Ranking, one: FilterFacts): Keyed => keyOf(ranking, one, standingOf(ranking, one, now), now)
const numbersIn = (policy: Policy, all: readonly FilterFacts[]): readonly string[] => {
  const ranking = rankingOf(policy)
  return all
    .map((one) => keyed(ranking, one))
    .toSorted(policyOrder(ranking))
    .map(({ number }) => number)
}

describe('the order of the ladder', () => {
  test.each([
    ['a lower rung', { rung: 1 }, { rung: 2, urgent: true, due: earlier }],
    [
      'the last rung of a band, before what has only a severity of that band',
      { rung: 6 },
      { rung: null, severity: 'high', due: earlier },
    ],
    ['a severity of P2, before the first rung of P3', { rung: null, severity: 'high' }, { rung: 7, due: earlier }],
    ['rung 9, before what nobody has classified', { rung: 9 }, { rung: null }],
    ['what nobody has classified, before rung 10', { rung: null }, { rung: 10, due: earlier }],
    ['a broken promise, before an urgent one that has time', { due: earlier }, { due: later, urgent: true }],
    ['urgent, before less time left', { due: null, urgent: true }, { due: later }],
    ['less time left', { due: later }, { due: '2026-11-24T15:00:00.000Z', severity: 'critical' }],
    ['any time left, before none', { due: later }, { due: null, severity: 'critical' }],
    ['the graver', { severity: 'high' }, { severity: 'low', openedAt: '2026-11-01T12:00:00.000Z' }],
    ['the older', { openedAt: '2026-11-01T12:00:00.000Z', number: '2026-MK-0002' }, {}],
    ['the lower number', {}, { number: '2026-MK-0002' }],
    ['what is open', { rung: 12 }, { rung: 1, phase: 'closed' }],
    ['what was placed higher than its rung', { rung: 12, ...placedOn(3) }, { rung: 4, due: earlier }],
    ['what was not placed lower than its rung', { rung: 5 }, { rung: 1, ...placedOn(6), due: earlier }],
  ] as const)('%s comes first', (_, first, second) => {
    const [one, other] = [keyed(ladder, facts(first)), keyed(ladder, facts(second))]
    expect(policyOrder(ladder)(one, other)).toBeLessThan(0)
    expect(policyOrder(ladder)(other, one)).toBeGreaterThan(0)
  })

  test('the weight of the constituent settles after severity and before age', () => {
    const policy = { ...presets.ladder, constituents: [{ constituent: 'tarn hospital', weight: 5 }] }
    const old = facts({ number: 'old', constituent: 'Harbour Bank', openedAt: '2026-11-01T12:00:00.000Z' })
    const heavy = facts({ number: 'heavy', constituent: 'Tarn Hospital' })
    const grave = facts({ number: 'grave', severity: 'high' })
    expect(numbersIn(policy, [old, heavy, grave])).toEqual(['grave', 'heavy', 'old'])
  })

  test('the team chooses its tie-breakers: by age alone, a broken promise moves nothing', () => {
    const policy: Policy = { ...presets.ladder, tieBreakers: ['age'] }
    const old = facts({ number: 'old', openedAt: '2026-11-01T12:00:00.000Z' })
    expect(numbersIn(policy, [facts({ number: 'late', due: earlier, urgent: true }), old])).toEqual(['old', 'late'])
    expect(
      numbersIn({ ...policy, tieBreakers: [] }, [facts({ number: 'b', due: earlier }), facts({ number: 'a' })]),
    ).toEqual(['a', 'b'])
  })

  test('a rung that goes to another place takes its cases with it', () => {
    const [first, ...others] = presets.ladder.rungs
    const policy = { ...presets.ladder, rungs: first === undefined ? others : [...others, first] }
    const cases = [facts({ number: 'one', rung: 1 }), facts({ number: 'twelve', rung: 12 })]
    expect(numbersIn(presets.ladder, cases)).toEqual(['one', 'twelve'])
    expect(numbersIn(policy, cases)).toEqual(['twelve', 'one'])
  })
})

describe('every order', () => {
  const orders = [
    ...presetNames.map((name) => [name, rankingOf(presets[name]), policyOrder(rankingOf(presets[name]))] as const),
    ['due', ladder, dueOrder] as const,
  ]

  test.each(orders)('%s is total: antisymmetric, transitive, equal only to itself', (_, ranking, order) => {
    fc.assert(
      fc.property(anyFacts, anyFacts, anyFacts, (...all) => {
        const [a, b, c] = all.map((one) => keyed(ranking, one)) as [Keyed, Keyed, Keyed]
        expect(Math.sign(order(a, b)) + Math.sign(order(b, a))).toBe(0)
        expect(order(a, a)).toBe(0)
        expect(order(a, b) === 0 && a.number !== b.number).toBe(false)
        expect(order(a, b) <= 0 && order(b, c) <= 0 && order(a, c) > 0).toBe(false)
      }),
      { numRuns: 1_000 },
    )
  })

  test.each(orders)('%s is the same from any start', (_, ranking, order) => {
    const distinct = fc.uniqueArray(anyFacts, { selector: ({ number }) => number })
    fc.assert(
      fc.property(distinct, fc.array(fc.integer(), { minLength: 1 }), (all, dice) => {
        const lines = all.map((one) => keyed(ranking, one))
        const shuffled = lines
          .map((line, at) => ({ line, at: dice[at % dice.length] ?? 0 }))
          .toSorted((a, b) => a.at - b.at)
        expect(shuffled.map(({ line }) => line).toSorted(order)).toEqual(lines.toSorted(order))
      }),
    )
  })

  test('due order is by due, none last', () => {
    const sorted = [
      facts({ number: 'none', due: null, rung: 1 }),
      facts({ number: 'later', due: later, rung: 2 }),
      facts({ number: 'earlier', due: earlier, rung: 12 }),
    ]
      .map((one) => keyed(ladder, one))
      .toSorted(dueOrder)
    expect(sorted.map(({ number }) => number)).toEqual(['earlier', 'later', 'none'])
  })
})

describe('the reason', () => {
  const because = (changes: Partial<FilterFacts>, policy = presets.ladder): string =>
    say('en', orderReason(facts(changes), now, rankingOf(policy)))

  test('is one sentence with rung and time', () => {
    expect(because({ rung: 4, due: later, dueKind: 'first-response' })).toBe(
      'Rung 4, compromise of restricted accounts or software; 3 h left to the first response.',
    )
    expect(because({ rung: 4, due: earlier, dueKind: 'task' })).toBe(
      'Rung 4, compromise of restricted accounts or software; a task is overdue by 1 h.',
    )
    expect(because({ rung: null, severity: 'high' })).toBe('No rung, severity high: after the rungs of P2.')
    expect(because({ rung: null, urgent: true })).toBe(
      'Not classified yet: after the rungs of P3; marked urgent, so first among those that still have time.',
    )
  })

  test('names who placed it against its rung, and why', () => {
    expect(because({ rung: 7, ...placedOn(3) })).toBe(
      'Placed by MK as if on rung 3, a system-level attack on a large public service machine, though rung 7: patients wait for it.',
    )
    expect(because({ rung: null, ...placedOn(3) })).toContain('though it has no rung: patients wait for it.')
  })

  test('says that a rung is not in this policy, and what counts instead', () => {
    expect(because({ rung: 77, severity: 'high' })).toBe(
      'Its rung (number 77) is not in this policy, so it goes by its severity, high: after the rungs of P2.',
    )
  })

  test('does not promise that urgent comes first where the team orders otherwise', () => {
    const policy: Policy = { ...presets.ladder, tieBreakers: ['time-left', 'urgent'] }
    expect(because({ urgent: true }, policy)).toMatch(/; marked urgent\.$/)
    expect(because({ urgent: true }, { ...policy, tieBreakers: ['age'] })).not.toContain('urgent')
  })

  test.each(presetNames)('has whole words for every case there is: %s', (name) => {
    fc.assert(
      fc.property(anyFacts, (any) => {
        const said = orderReason(any, now, rankingOf(presets[name]))
        expect(Object.keys(en)).toContain(said.code)
        expect(say('en', said)).toMatch(/^[A-Z0-9].*\.$/)
        expect(say('en', said)).not.toMatch(/[{}]|undefined|NaN|null|none\.|\.\./)
      }),
    )
  })

  test('a name with braces in it is shown as it is', () => {
    const policy = { ...presets.ladder, rungs: [{ ...presets.ladder.rungs[0]!, name: 'the {left} hand {up>up}' }] }
    expect(because({ rung: 1 }, policy)).toContain('the {left} hand {up>up}')
  })

  test.each([
    [0, '0 min'],
    [59_000, '0 min'],
    [3 * 3_600_000, '3 h'],
    [3 * 3_600_000 + 300_000, '3 h 5 min'],
    [52 * 3_600_000, '2 d 4 h'],
    [Number.NaN, '0 min'],
  ])('%d ms is %s', (ms, text) => expect(span(ms)).toBe(text))
})
