/** Values keep their types on the Chromium host as they would on Electron, or tests there would prove little. */
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { structuredText } from '../host/structured.ts'

const text = structuredText()
const there = (value: unknown): unknown => text.decode(text.encode(value))

const cloneable = fc.letrec((tie) => ({
  leaf: fc.oneof(
    fc.string(),
    fc.double(),
    fc.boolean(),
    fc.bigInt(),
    fc.constantFrom(null, undefined),
    fc.date(),
    fc.uint8Array(),
    fc.int16Array(),
    fc.float64Array(),
  ),
  value: fc.oneof(
    { depthSize: 'small' },
    tie('leaf'),
    fc.array(tie('value')),
    fc.dictionary(fc.string(), tie('value'), { noNullPrototype: true }),
    fc.array(fc.tuple(fc.string(), tie('value'))).map((pairs) => new Map(pairs)),
    fc.array(tie('leaf')).map((items) => new Set(items)),
  ),
})).value

it('what arrives is what structured clone gives', () => {
  fc.assert(
    fc.property(cloneable, (value) => {
      expect(there(value)).toStrictEqual(structuredClone(value))
    }),
  )
})

it('refuses what structured clone refuses', () => {
  for (const value of [() => 1, Symbol('x'), Promise.resolve()]) expect(() => text.encode({ value })).toThrow(/clone/)
})

it('a key called __proto__ stays a key', () => {
  const value: unknown = JSON.parse('{"__proto__": {"evil": true}}')
  expect(Object.keys(there(value) as object)).toEqual(['__proto__'])
  expect(Reflect.get(there(value) as object, 'evil')).toBe(undefined)
})

it('carries ten megabytes in well under a second', () => {
  const bytes = new Uint8Array(10_000_000).fill(7)
  const began = performance.now()
  const arrived = there(bytes)
  const took = performance.now() - began
  expect(Buffer.compare(arrived as Uint8Array, bytes)).toBe(0)
  expect(took).toBeLessThan(1_000)
})
