import { describe, expect, test } from 'vitest'
import * as fc from 'fast-check'
import { severities } from '../../../shared/domain/case/vocabulary.ts'
import { ladderRungs } from '../../../shared/domain/order/ladder-rungs.ts'
import { orderReason, span } from '../../../shared/domain/order/order-reason.ts'
import { matchesFilter, parseFilter } from '../../../shared/domain/order/queue-filter.ts'
import type { FilterFacts, QueueFacts } from '../../../shared/domain/order/queue-facts.ts'
import { dueCompare, policyCompare } from '../../../shared/domain/order/queue-order.ts'
import { en } from '../../../shared/words/en.ts'
import { say } from '../../../shared/words/say.ts'

const now = '2026-11-23T12:00:00.000Z'
const later = '2026-11-23T15:00:00.000Z'
const earlier = '2026-11-23T11:00:00.000Z'

const base: FilterFacts = {
  number: '2026-MK-0001',
  phase: 'triage',
  rung: 7,
  severity: null,
  urgent: false,
  openedAt: '2026-11-20T12:00:00.000Z',
  due: null,
  dueKind: null,
  respondedAt: null,
  tlp: 'AMBER',
  owner: null,
  constituent: null,
  waiting: false,
  inConflict: false,
  ips: [],
  search: '2026-mk-0001 phishing at the harbour bank',
}
const facts = (changes: Partial<FilterFacts>): FilterFacts => ({ ...base, ...changes })

const instant = fc.constantFrom('2026-11-22T10:00:00.000Z', earlier, later, '2026-11-25T10:00:00.000Z')
const anyFacts: fc.Arbitrary<QueueFacts> = fc.record({
  number: fc.integer({ min: 1, max: 9_999 }).map((at) => `2026-MK-${String(at).padStart(4, '0')}`),
  phase: fc.constantFrom('triage', 'coordination', 'resolution', 'closed'),
  rung: fc.option(fc.integer({ min: 1, max: 12 })),
  severity: fc.option(fc.constantFrom(...severities)),
  urgent: fc.boolean(),
  openedAt: instant,
  due: fc.option(instant),
  dueKind: fc.constantFrom('first-response', 'wake', 'task'),
  respondedAt: fc.constant(null),
})

describe('policy order', () => {
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
  ] as const)('%s comes first', (_, first, second) => {
    expect(policyCompare(facts(first), facts(second), now)).toBeLessThan(0)
    expect(policyCompare(facts(second), facts(first), now)).toBeGreaterThan(0)
  })

  test.each([
    ['policy', (a: QueueFacts, b: QueueFacts) => policyCompare(a, b, now)],
    ['due', dueCompare],
  ])('%s order is total: antisymmetric, transitive, and the same from any start', (_, compare) => {
    fc.assert(
      fc.property(anyFacts, anyFacts, anyFacts, (a, b, c) => {
        expect(Math.sign(compare(a, b)) + Math.sign(compare(b, a))).toBe(0)
        expect(compare(a, a)).toBe(0)
        expect(compare(a, b) === 0 && a.number !== b.number).toBe(false)
        expect(compare(a, b) <= 0 && compare(b, c) <= 0 && compare(a, c) > 0).toBe(false)
      }),
      { numRuns: 2_000 },
    )
    const distinct = fc.uniqueArray(anyFacts, { selector: ({ number }) => number })
    fc.assert(
      fc.property(distinct, (all) => {
        expect(all.toSorted(compare)).toEqual(all.toReversed().toSorted(compare))
      }),
    )
  })

  test('due order is by due, none last', () => {
    const sorted = [
      facts({ due: null, rung: 1 }),
      facts({ due: later, rung: 2 }),
      facts({ due: earlier, rung: 12 }),
    ].toSorted(dueCompare)
    expect(sorted.map(({ due }) => due)).toEqual([earlier, later, null])
  })

  test('100,000 cases are sorted and filtered within a second each', () => {
    const many = Array.from({ length: 100_000 }, (_, at) =>
      facts({
        number: `2026-MK-${String(at).padStart(6, '0')}`,
        rung: (at * 7) % 12 || null,
        due: at % 3 === 0 ? later : null,
        ips: [`198.51.100.${at % 256}`],
      }),
    )
    const sortStart = performance.now()
    many.toSorted((a, b) => policyCompare(a, b, now))
    expect(performance.now() - sortStart).toBeLessThan(1_000)
    const filter = parseFilter('p2 tlp:amber -is:closed ip:198.51.100.0/25 harbour')
    const start = performance.now()
    expect(many.filter((one) => matchesFilter(one, filter, now)).length).toBeGreaterThan(1_000)
    expect(performance.now() - start).toBeLessThan(1_000)
  })
})

describe('the reason', () => {
  const because = (changes: Partial<FilterFacts>): string => say('en', orderReason(facts(changes), now))

  test('is one sentence with rung and time', () => {
    expect(because({ rung: 4, due: later, dueKind: 'first-response' })).toBe(
      'Rung 4, compromise of restricted accounts or software; 3 h left to the first response.',
    )
    expect(because({ rung: 4, due: earlier, dueKind: 'task' })).toBe(
      'Rung 4, compromise of restricted accounts or software; a task is overdue by 1 h.',
    )
    expect(because({ rung: null, severity: 'high' })).toBe('No rung, severity high: after the rungs of P2.')
    expect(because({ rung: null, urgent: true })).toContain('urgent')
  })

  test('has words for every case there is', () => {
    fc.assert(
      fc.property(anyFacts, (any) => {
        const said = orderReason(any, now)
        expect(Object.keys(en)).toContain(said.code)
        expect(say('en', said)).not.toMatch(/[{}]|undefined|NaN/)
      }),
    )
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

test('the ladder has twelve rungs with names, and notes on its two traps', () => {
  expect(ladderRungs.map(({ rung }) => rung)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
  expect(ladderRungs.map(({ band }) => band).join(' ')).toBe('P1 P1 P2 P2 P2 P2 P3 P3 P3 P4 P4 P4')
  expect(ladderRungs.filter(({ note }) => note !== null).map(({ rung }) => rung)).toEqual([5, 6])
})

describe('filter words', () => {
  const has = (words: string, changes: Partial<FilterFacts> = {}): boolean =>
    matchesFilter(facts(changes), parseFilter(words, 'MK'), now)

  test('nothing asks for everything', () => expect([has(''), has('   ')]).toEqual([true, true]))

  test.each([
    ['p3', {}, { rung: 1 }],
    ['rung:7', {}, { rung: 8 }],
    ['tlp:red', { tlp: 'RED' }, {}],
    ['tlp:amber+strict', { tlp: 'AMBER+STRICT' }, {}],
    ['owner:mk', { owner: 'MK' }, { owner: 'JV' }],
    ['owner:me', { owner: 'MK' }, {}],
    ['is:mine', { owner: 'MK' }, {}],
    ['is:unassigned', {}, { owner: 'MK' }],
    ['is:breach', { due: earlier }, { due: later }],
    ['is:urgent', { urgent: true }, {}],
    ['is:conflict', { inConflict: true }, {}],
    ['phase:coord', { phase: 'coordination' }, {}],
    ['severity:high', { severity: 'high' }, {}],
    ['org:"harbour bank"', { constituent: 'Harbour Bank' }, { constituent: 'Other' }],
    ['ip:192.0.2.0/24', { ips: ['192.0.2.9'] }, { ips: ['198.51.100.9'] }],
    ['ip:2001:db8::1', { ips: ['2001:db8::1'] }, { ips: ['2001:db8::2'] }],
    ['phishing harbour', {}, { search: 'phishing' }],
    ['"at the harbour"', {}, { search: 'harbour at the' }],
    ['-tlp:red', {}, { tlp: 'RED' }],
    ['p1 p3', {}, { rung: 12 }],
    ['is:urgent is:unassigned', { urgent: true }, { urgent: true, owner: 'MK' }],
  ] as const)('%s', (words, yes, no) => {
    expect(has(words, yes)).toBe(true)
    expect(has(words, no)).toBe(false)
  })

  test('what is no filter word is looked up as text', () => {
    expect(has('tlp:purple')).toBe(false)
    expect(has('tlp:purple', { search: 'about tlp:purple' })).toBe(true)
  })

  test('any text is a filter', () => {
    expect(() => fc.assert(fc.property(fc.string(), (text) => void has(text)))).not.toThrow()
  })
})
