import { describe, expect, test } from 'vitest'
import * as fc from 'fast-check'
import type { FilterFacts } from '../../../shared/domain/order/queue-facts.ts'
import { parseFilter, predicateOf, type Filter } from '../../../shared/domain/order/queue-filter.ts'
import { presets } from '../../../shared/domain/order/presets.ts'
import { rankingOf } from '../../../shared/domain/order/ranking.ts'
import { say } from '../../../shared/words/say.ts'
import { anyFacts, earlier, facts, justNow, later, now, placedOn } from './order-facts.ts'

const madrid = { zone: 'Europe/Madrid' }
const matchesFilter = (one: FilterFacts, filter: Filter, at: string): boolean => predicateOf(filter, at)(one)
const has = (words: string, changes: Partial<FilterFacts> = {}): boolean =>
  matchesFilter(facts(changes), parseFilter(words, 'MK', madrid), now)

test('nothing asks for everything', () => expect([has(''), has('   ')]).toEqual([true, true]))

describe('each word', () => {
  test.each([
    ['p3', {}, { rung: 1 }],
    ['P1', { rung: 12, ...placedOn(2) }, { rung: 12 }],
    ['rung:7', {}, { rung: 8 }],
    ['rung:none', { rung: null }, {}],
    ['tlp:red', { tlp: 'RED' }, {}],
    ['tlp:amber+strict', { tlp: 'AMBER+STRICT' }, {}],
    ['owner:mk', { owner: 'MK' }, { owner: 'JV' }],
    ['owner:me', { owner: 'MK' }, {}],
    ['owner:none', {}, { owner: 'MK' }],
    ['is:mine', { owner: 'MK' }, {}],
    ['is:unassigned', {}, { owner: 'MK' }],
    ['is:breach', { due: earlier }, { due: later }],
    ['is:breached', { due: earlier }, {}],
    ['is:urgent', { urgent: true }, {}],
    ['is:waiting', { wakeAt: later }, {}],
    ['is:waiting', { paused: true }, { paused: true, pausedUntil: earlier }],
    ['is:paused', { paused: true, pausedUntil: later }, { wakeAt: later }],
    // 23:30 in Madrid is today, half an hour after midnight there is not, though it is the 23rd in UTC.
    ['is:wake-today', { wakeAt: '2026-11-23T22:30:00.000Z' }, { wakeAt: '2026-11-23T23:30:00.000Z' }],
    ['is:wake-today', { wakeAt: '2026-11-20T22:30:00.000Z' }, {}],
    ['is:escalate', { rung: 1 }, { rung: 1, openedAt: justNow }],
    ['is:escalate', { rung: 1 }, { rung: 1, escalated: ['p1-unanswered'] }],
    ['is:answered', { respondedAt: earlier }, {}],
    ['is:unanswered', {}, { respondedAt: earlier }],
    ['is:placed', placedOn(2), {}],
    ['is:unplaced', { rung: null }, {}],
    ['is:conflict', { inConflict: true }, {}],
    ['is:open', {}, { phase: 'closed' }],
    ['is:closed', { phase: 'closed' }, {}],
    ['has:conflict', { inConflict: true }, {}],
    ['has:evidence', { hasEvidence: true }, {}],
    ['has:permission', { hasPermission: true }, {}],
    ['has:owner', { owner: 'JV' }, {}],
    ['has:due', { due: later }, {}],
    ['phase:coord', { phase: 'coordination' }, {}],
    ['phase:analysis', { phase: 'analysis' }, {}],
    ['kind:vulnerability', { kind: 'vulnerability' }, {}],
    ['severity:high', { severity: 'high' }, {}],
    ['severity:none', {}, { severity: 'low' }],
    ['org:harbour', { constituent: 'Harbour Bank' }, { constituent: 'Other' }],
    ['org:"harbour bank"', { constituent: 'Harbour Bank' }, { constituent: 'Harbour Bank North' }],
    ['org:"the ""old"" bank"', { constituent: 'The "Old" Bank' }, {}],
    ['org:none', {}, { constituent: 'Other' }],
    ['class:fraud', { rsit: 'fraud/phishing' }, { rsit: 'fraudulent' }],
    ['rsit:fraud/phishing', { rsit: 'fraud/phishing' }, { rsit: 'fraud/copyright' }],
    ['ip:192.0.2.0/24', { ips: ['192.0.2.9'] }, { ips: ['198.51.100.9'] }],
    ['ip:192.0.2.9', { ips: ['192.0.2.9'] }, { ips: ['192.0.2.99'] }],
    ['ip:2001:db8::1', { ips: ['2001:db8::1'] }, { ips: ['2001:db8::2'] }],
    ['ip:2001:db8::/32', { ips: ['2001:db8::1'] }, { ips: ['192.0.2.9'] }],
    ['number:2026-mk-0001', {}, { number: '2026-MK-0011' }],
    ['number:0001', {}, { number: '2026-MK-10001' }],
    ['due:<4h', { due: later }, { due: '2026-11-23T17:00:00.000Z' }],
    ['due:<4h', { due: earlier }, {}],
    ['due:>2d', { due: '2026-11-26T12:00:00.000Z' }, { due: later }],
    ['due:today', { due: later }, { due: '2026-11-23T23:30:00.000Z' }],
    ['due:2026-11-24', { due: '2026-11-23T23:30:00.000Z' }, { due: later }],
    ['due:none', {}, { due: later }],
    ['opened:>2026-11-01', { openedAt: '2026-11-01T23:00:00.000Z' }, { openedAt: '2026-11-01T22:00:00.000Z' }],
    ['opened:>=2026-11-01', { openedAt: '2026-10-31T23:00:00.000Z' }, { openedAt: '2026-10-31T22:00:00.000Z' }],
    ['opened:<2026-11-20', { openedAt: '2026-11-19T12:00:00.000Z' }, {}],
    ['opened:<=2026-11-20', {}, { openedAt: '2026-11-21T12:00:00.000Z' }],
    ['opened:2026-11-20', {}, { openedAt: '2026-11-21T12:00:00.000Z' }],
    ['opened:<7d', {}, { openedAt: '2026-11-10T12:00:00.000Z' }],
    ['opened:>7d', { openedAt: '2026-11-10T12:00:00.000Z' }, {}],
    ['opened:>=2026-11-01 opened:<2026-11-21', {}, { openedAt: '2026-11-22T12:00:00.000Z' }],
    ['wake:<2d', { wakeAt: later }, { wakeAt: '2026-11-26T12:00:00.000Z' }],
    ['wake:none', {}, { wakeAt: later }],
    ['phishing harbour', {}, { search: 'phishing' }],
    ['"at the harbour"', {}, { search: 'harbour at the' }],
    ['2026-mk-0001', {}, { search: '2026-mk-0002' }],
    ['-tlp:red', {}, { tlp: 'RED' }],
    ['-is:mine', {}, { owner: 'MK' }],
    ['-phishing', { search: 'scan' }, {}],
    ['p1 p3', {}, { rung: 12 }],
    ['is:urgent is:unassigned', { urgent: true }, { urgent: true, owner: 'MK' }],
  ] as const)('%s', (words, yes, no) => {
    expect([has(words, yes), has(words, no)]).toEqual([true, false])
    expect(parseFilter(words, 'MK', madrid).hints).toEqual([])
  })
})

describe('what is no filter', () => {
  test('is looked up as text, and said where it looks like one', () => {
    const hints = (words: string): readonly string[] => parseFilter(words).hints.map((hint) => say('en', hint))
    expect(has('tlp:purple')).toBe(false)
    expect(has('tlp:purple', { search: 'about tlp:purple' })).toBe(true)
    expect(hints('due:soon')).toEqual([
      '"due:soon" cannot be read as a filter and is looked up as text. It can be: due:<4h, due:>2d, due:today, due:2026-11-30, due:<2026-11-30, due:none.',
    ])
    for (const word of ['is:late', 'opened:2026-02-30', 'ip:harbour', 'rung:high', 'tlp:', '-phase:over', 'class:'])
      expect(hints(word)).toHaveLength(1)
    expect(hints('http://harbour.example re: hello: constructor:x __proto__:y a:b')).toEqual([])
  })

  test('closed cases are asked for by name alone', () => {
    const wants = (words: string): boolean => parseFilter(words).wantsClosed
    expect([wants('is:closed'), wants('phase:closed'), wants('is:any'), wants('-is:closed'), wants('p1')]).toEqual([
      true,
      true,
      true,
      false,
      false,
    ])
  })

  test('bands are those of the policy at hand', () => {
    const tiered = parseFilter('p1', 'MK', { ranking: rankingOf(presets.tiered) })
    expect(matchesFilter(facts({ rung: 21 }), tiered, now)).toBe(true)
    expect(matchesFilter(facts({ rung: 1 }), tiered, now)).toBe(false)
  })

  test('any text is a filter, for any case, in any zone', () => {
    const word = fc.oneof(
      fc.string(),
      fc.constantFrom(
        'due:',
        'opened:',
        'is:',
        'org:"',
        'ip:',
        '-',
        '"',
        '<',
        '>=',
        '9999d',
        '2026-11-01',
        'wake:',
        ':',
      ),
    )
    fc.assert(
      fc.property(
        fc.array(word),
        anyFacts,
        fc.constantFrom('UTC', 'Nowhere/Land', 'Asia/Kathmandu'),
        (words, any, zone) => {
          expect(typeof matchesFilter(any, parseFilter(words.join(''), 'MK', { zone }), now)).toBe('boolean')
        },
      ),
      { numRuns: 2_000 },
    )
  })
})
