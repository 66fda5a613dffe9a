import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { instantsOf } from '../../../shared/domain/order/instants.ts'

const instant = fc
  .integer({ min: 0, max: 40 })
  .map((at) => new Date(Date.UTC(2026, 10, 23) + at * 1_800_000).toISOString())

test('instants are told in order and counted as in a plain list, whatever was put in and taken out', () => {
  const change = fc.tuple(fc.boolean(), instant)
  fc.assert(
    fc.property(fc.array(instant), fc.array(change), instant, fc.nat(20), (start, changes, at, count) => {
      const plain = [...start]
      const instants = instantsOf(start.map((one) => Date.parse(one)))
      for (const [isAdded, one] of changes) {
        if (isAdded) {
          plain.push(one)
          instants.add(one)
          continue
        }
        if (plain.includes(one)) plain.splice(plain.indexOf(one), 1)
        instants.remove(one)
      }
      expect(instants.before(at)).toBe(plain.filter((one) => one < at).length)
      expect(instants.next(at, count)).toEqual(
        [...new Set(plain.filter((one) => one >= at))].toSorted().slice(0, count),
      )
    }),
  )
})
