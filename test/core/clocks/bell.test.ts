/** The bell against a wall clock that is wrong: what rang stays silent, what is new still rings. */
import { expect, test } from 'vitest'
import { createBell } from '../../../electron/shell/bell.ts'

const hour = (count: number): Date => new Date(Date.UTC(2026, 10, 23, count))
const iso = (...hours: readonly number[]): readonly string[] => hours.map((count) => hour(count).toISOString())

function listen(): { readonly rung: number[]; readonly bell: ReturnType<typeof createBell> } {
  const rung: number[] = []
  return { rung, bell: createBell((count) => void rung.push(count)) }
}

test('a clock set back by two days does not ring again for what rang', () => {
  const { rung, bell } = listen()
  bell.tick(hour(0))
  bell.set(iso(1, 2, 50))
  bell.tick(hour(3))
  bell.tick(hour(3 - 48))
  bell.set(iso(1, 2, 50))
  bell.tick(hour(4))
  expect(rung).toEqual([2])
  bell.tick(hour(51))
  expect(rung).toEqual([2, 1])
})

test('what was past at the start stays silent when the clock passes it once more', () => {
  const { rung, bell } = listen()
  bell.tick(hour(10))
  bell.tick(hour(10 - 48))
  bell.set(iso(5))
  bell.tick(hour(11))
  expect(rung).toEqual([])
})

test('a clock put forward by mistake and corrected does not silence what is set after that', () => {
  const { rung, bell } = listen()
  bell.tick(hour(0))
  bell.set(iso(5))
  bell.tick(hour(48))
  expect(rung).toEqual([1])
  bell.tick(hour(1))
  bell.set(iso(5, 6))
  bell.tick(hour(7))
  expect(rung).toEqual([1, 1])
})
