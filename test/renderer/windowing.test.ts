/** Long lists: which rows are drawn, and how far a move scrolls. */
import { describe, expect, it } from 'vitest'
import { clampRow } from '../../renderer/features/queue/use-movement.ts'
import { scrollTo, visibleOf } from '../../renderer/ui/list-window.ts'
import { daysLeft, formatBytes, formatTime, timeLeft } from '../../renderer/ui/time-format.ts'

describe('the window on a long list', () => {
  it('covers the screen at every scroll position', () => {
    for (const top of [0, 1, 29, 30, 31, 2_999_000]) {
      const { first, count } = visibleOf(top, 600, 100_000, 30)
      expect(first * 30).toBeLessThanOrEqual(top)
      expect((first + count) * 30).toBeGreaterThanOrEqual(Math.min(top + 600, 3_000_000))
    }
  })
  it('draws nothing of an empty list and no row past the end', () => {
    expect(visibleOf(0, 600, 0, 30).count).toBe(0)
    expect(visibleOf(90, 600, 5, 30)).toEqual({ first: 3, count: 2 })
  })
  it('scrolls no further than needed to show a row whole', () => {
    expect(scrollTo(3, 0, 600, 30)).toBe(0)
    expect(scrollTo(20, 0, 600, 30)).toBe(30)
    expect(scrollTo(2, 300, 600, 30)).toBe(60)
  })
  it('stays inside the list', () => {
    expect(clampRow(-5, 10)).toBe(0)
    expect(clampRow(99, 10)).toBe(9)
    expect(clampRow(3, 0)).toBe(0)
  })
})

describe('times on the screen', () => {
  const now = Date.parse('2026-11-22T18:40:00.000Z')
  it('are UTC with Z', () => {
    expect(formatTime('2026-11-22T18:40:09.000Z', 'weekday')).toBe('Sun 22 Nov 18:40Z')
    expect(formatTime('2026-11-22T18:40:09.000+02:00', 'iso')).toBe('2026-11-22 16:40Z')
    expect(formatTime('no time', 'day')).toBe('no time')
  })
  it('count down, and say with a minus that they are past', () => {
    expect(timeLeft('2026-11-22T18:48:00.000Z', now)).toBe('0:08')
    expect(timeLeft('2026-11-22T18:11:00.000Z', now)).toBe('-0:29')
    expect(timeLeft('2026-11-22T18:39:59.000Z', now)).toBe('-0:00')
    expect(timeLeft('2026-11-26T18:40:00.000Z', now)).toBe('4 d')
    expect(daysLeft('2026-11-23T18:39:00.000Z', now)).toBe(0)
  })
  it('come with sizes in decimal units', () => {
    expect([0, 999, 4_100, 18_230, 1_420_000_000].map(formatBytes)).toEqual([
      '0 B',
      '999 B',
      '4.10 kB',
      '18.2 kB',
      '1.42 GB',
    ])
  })
})
