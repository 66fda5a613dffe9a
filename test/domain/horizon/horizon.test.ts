/** What the horizon shows, and what it puts first. */
import { describe, expect, it } from 'vitest'
import { horizonOf, type Lapsing, type Need } from '../../../shared/domain/horizon/horizon.ts'

const now = '2026-11-22T08:00:00.000Z'
const card = { id: 'card-orchard', name: 'Orchard CERT' }
const key = (lapsesAt: string, id = 'A'.repeat(40)): Lapsing => ({ kind: 'key', id, card, lapsesAt })
const need = (due: string, cards: readonly string[] = [card.id], number = '2026-MK-0001'): Need => ({
  number,
  due,
  cards: new Set(cards),
})

describe('the horizon', () => {
  it('puts what lapses before an open case is due above everything, and says by how many days it falls short', () => {
    const soon = { ...key('2026-11-24T00:00:00.000Z', 'B'.repeat(40)), card: { id: 'other', name: 'Other' } }
    const { items } = horizonOf([soon, key('2026-12-01T00:00:00.000Z')], [need('2026-12-05T00:00:00.000Z')], now)
    expect(items.map(({ group }) => group)).toEqual(['before-due', '7'])
    expect(items[0]?.short).toEqual({ number: '2026-MK-0001', due: '2026-12-05T00:00:00.000Z', days: 4 })
  })

  it('takes the case that is due first after the lapse, not one that is due before it', () => {
    const needs = [
      need('2026-12-20T00:00:00.000Z', [card.id], '2026-MK-0003'),
      need('2026-11-25T00:00:00.000Z', [card.id], '2026-MK-0001'),
      need('2026-12-09T00:00:00.000Z', [card.id], '2026-MK-0002'),
    ]
    expect(horizonOf([key('2026-12-01T00:00:00.000Z')], needs, now).items[0]?.short?.number).toBe('2026-MK-0002')
  })

  it('does not hold a partner key against a case that works with somebody else', () => {
    const { items } = horizonOf([key('2026-12-01T00:00:00.000Z')], [need('2026-12-05T00:00:00.000Z', ['other'])], now)
    expect(items[0]).toMatchObject({ group: '30', short: null })
  })

  it('holds our own key against every open case', () => {
    const own: Lapsing = { ...key('2026-12-01T00:00:00.000Z'), kind: 'own-key', card: null }
    const { items } = horizonOf([own], [need('2026-12-05T00:00:00.000Z', [])], now)
    expect(items[0]?.group).toBe('before-due')
  })

  it('sorts into 7, 30 and 90 days to the day, keeps what has lapsed, and leaves out what lasts longer', () => {
    const at = ['2026-11-20', '2026-11-29', '2026-11-30', '2026-12-22', '2026-12-23', '2027-02-20', '2027-02-21']
    const { items } = horizonOf(
      at.map((day, index) => key(`${day}T08:00:00.000Z`, String(index))),
      [],
      now,
    )
    expect(items.map(({ id, group }) => [id, group])).toEqual([
      ['0', 'lapsed'],
      ['1', '7'],
      ['2', '30'],
      ['3', '30'],
      ['4', '90'],
      ['5', '90'],
    ])
  })

  it('counts as pressing what has lapsed, what a case needs and what lapses within a week', () => {
    const lapsing = [
      key('2026-11-20T08:00:00.000Z', '0'),
      key('2026-11-25T08:00:00.000Z', '1'),
      key('2026-12-25T08:00:00.000Z', '2'),
    ]
    expect(horizonOf(lapsing, [], now).pressing).toBe(2)
    expect(horizonOf(lapsing, [need('2027-01-10T00:00:00.000Z')], now).pressing).toBe(3)
  })
})
