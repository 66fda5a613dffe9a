import { expect, test } from 'vitest'
import * as fc from 'fast-check'
import { mended, passesOver, placeIn, sortedInPieces } from '../../../shared/domain/order/sorting.ts'

const byNumber = (a: number, b: number): number => a - b
const distinct = fc.uniqueArray(fc.integer(), { maxLength: 200 })

function inPieces(numbers: readonly number[]): { sorted: readonly number[]; handled: readonly number[] } {
  const steps = sortedInPieces(numbers, byNumber)
  const handled: number[] = []
  for (;;) {
    const step = steps.next()
    if (step.done === true) return { sorted: step.value, handled }
    handled.push(step.value)
  }
}

test('pieces give the same list as sorting at once, and no piece is large', () => {
  const many = Array.from({ length: 50_001 }, (_, at) => (at * 7_919) % 50_001)
  const { sorted, handled } = inPieces(many)
  expect(sorted).toEqual(many.toSorted(byNumber))
  expect(Math.max(...handled)).toBeLessThanOrEqual(4_000)
  expect(handled.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(many.length * passesOver(many.length))
  expect(inPieces([]).sorted).toEqual([])
})

test('a mended list is the list sorted anew, for few changes and for many', () => {
  fc.assert(
    fc.property(distinct, distinct, fc.integer({ min: 0, max: 60 }), (numbers, more, count) => {
      const sorted = numbers.toSorted(byNumber)
      const gone = new Set(numbers.slice(0, count))
      const fresh = more.filter((one) => !sorted.includes(one))
      const expected = [...sorted.filter((one) => !gone.has(one)), ...fresh].toSorted(byNumber)
      expect(mended([...sorted], gone, fresh, byNumber)).toEqual(expected)
    }),
  )
})

test('a place is found by halving', () => {
  expect([0, 5, 6, 99].map((one) => placeIn([1, 5, 9], one, byNumber))).toEqual([0, 1, 2, 3])
})
