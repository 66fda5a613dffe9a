/** The statement for the community: nobody can be found in it, and nobody can be worked out from it. */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CaseFigures } from '../../../shared/domain/statistics/case-figures.ts'
import { textOf } from '../../../shared/domain/output/report-doc.ts'
import { mergeSmall, statementOf } from '../../../shared/domain/statistics/statement.ts'
import { statisticsOf } from '../../../shared/domain/statistics/statistics-of.ts'

const parties = [
  'Aldermoor Hospital',
  'Orchard Telecom',
  'Ñandú & Söhne',
  '203.0.113.77',
  'login.bank.example',
  'wanda@aldermoor.example',
]

function text(cases: readonly CaseFigures[]): string {
  const all = statisticsOf(cases, {
    period: { from: '2026-11-01', to: '2026-11-30' },
    zone: 'Europe/Madrid',
    now: '2026-12-01T12:00:00.000Z',
    responseDue: ({ openedAt }) => openedAt,
    rung: (id) => ({ name: `Attack on ${parties[id % parties.length] ?? ''}`, at: id }),
  })
  return textOf(statementOf(all, { language: 'en', team: 'Harrow-CERT', now: '2026-12-01T12:00:00.000Z' }))
}

const cases = Array.from({ length: 40 }, (_, at): CaseFigures => {
  const party = parties[at % parties.length] ?? ''
  const openedAt = `2026-11-${String((at % 28) + 1).padStart(2, '0')}T09:00:00.000Z`
  return {
    id: `0190-${at}`,
    // What a person typed into the field of the class may be a name as well.
    rsit:
      at % 7 === 0
        ? party.toLowerCase().replaceAll(/[^a-z]+/g, '-')
        : at % 3 === 0
          ? 'fraud/phishing'
          : 'malicious-code/c2-server',
    rung: at % 12,
    band: 'P2',
    constituent: party,
    openedAt,
    respondedAt: openedAt,
    closedAt: at % 2 === 0 ? openedAt : null,
    closing: at % 2 === 0 ? 'resolved' : null,
    spans: [],
  }
})

test('no party, address, domain, mailbox or case is in it', () => {
  const statement = text(cases).toLowerCase()
  for (const party of parties) {
    expect(statement).not.toContain(party.toLowerCase())
    const slug = party.toLowerCase().replaceAll(/[^a-z]+/g, '-')
    if (slug.length > 3) expect(statement).not.toContain(slug)
    for (const part of party
      .toLowerCase()
      .split(/[^a-zñö]+/)
      .filter((word) => word.length > 4 && word !== 'example'))
      expect(statement).not.toContain(part)
  }
  expect(statement).not.toMatch(/0190|2026-mk/)
  expect(statement).toContain('opened: 40')
  expect(statement).toContain('fraud')
})

test('a number below five is never told', () => {
  const few = text(cases.slice(0, 3))
  expect(few).toContain('Opened: fewer than 5')
  expect(few).toContain('not broken down')
  for (const line of few.split('\n').slice(3)) expect(line).not.toMatch(/\t[1-4]$/)
})

describe('small numbers', () => {
  const row = (name: string, count: number) => ({ key: name, name, count, before: 0, filter: null })

  test('go together', () => {
    expect(mergeSmall([row('a', 10), row('b', 3), row('c', 2)])).toEqual([
      { name: 'a', count: 10 },
      { name: '', count: 5 },
    ])
  })

  test('take the next one with them where their sum would tell', () => {
    expect(mergeSmall([row('a', 10), row('b', 6), row('c', 2)])).toEqual([
      { name: 'a', count: 10 },
      { name: '', count: 8 },
    ])
    expect(mergeSmall([row('a', 3)])).toEqual([])
  })

  test('are never shown and never lost, whatever they are', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 12 }), (counts) => {
        const rows = counts.map((count, at) => row(`r${at}`, count))
        const shown = mergeSmall(rows)
        expect(shown.every(({ count }) => count >= 5)).toBe(true)
        const [all, told] = [counts, shown.map(({ count }) => count)].map((list) => list.reduce((sum, n) => sum + n, 0))
        expect(told === all || (told === 0 && (all ?? 0) < 5)).toBe(true)
      }),
    )
  })
})
