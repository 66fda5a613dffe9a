/** One value, one spelling: the hashes of all copies rest on it. */
import { assert, constant, dictionary, jsonValue, property, shuffledSubarray, string, tuple } from 'fast-check'
import { expect, test } from 'vitest'
import { canonical } from '../../../electron/core/store/canonical.ts'

test('it is JSON of the same value', () => {
  assert(
    property(jsonValue({ maxDepth: 6 }), (value) => {
      expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
})

test('the order in which keys were set does not show', () => {
  const shuffled = dictionary(string(), jsonValue()).chain((value) => {
    const entries = Object.entries(value)
    return tuple(constant(entries), shuffledSubarray(entries, { minLength: entries.length }))
  })
  assert(
    property(shuffled, ([one, other]) => {
      expect(canonical(Object.fromEntries(one))).toBe(canonical(Object.fromEntries(other)))
    }),
  )
})

test('it is spelled as written down here, for good', () => {
  const value = { b: [1, null, 'é\n"', -0, 1e21], a: { z: true, Z: false }, ä: '\u2028😀', gone: undefined }
  expect(canonical(value)).toBe('{"a":{"Z":false,"z":true},"b":[1,null,"é\\n\\"",0,1e+21],"ä":"\u2028😀"}')
  expect(canonical([undefined])).toBe('[null]')
})
