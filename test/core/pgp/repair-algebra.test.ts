/** The arithmetic that the repair leans on, against plain counting. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { crc24 } from '../../../electron/core/pgp/armour.ts'
import { digitCount, digitOf, octets, textOf } from '../../../electron/core/pgp/repair/digits.ts'
import { fillGap, gapResidues } from '../../../electron/core/pgp/repair/gap-residues.ts'
import { placements } from '../../../electron/core/pgp/repair/placements.ts'
import { Reading } from '../../../electron/core/pgp/repair/reading.ts'
import { listRepairs } from '../../../electron/core/pgp/repair/repairs.ts'
import { Syndromes } from '../../../electron/core/pgp/repair/syndromes.ts'

const digitsOf = (text: string): Uint8Array => Uint8Array.from(Array.from(text).map(digitOf))
const bytes = fc.uint8Array({ minLength: 6, maxLength: 60 })
const sample = bytes.map((data) => digitsOf(Buffer.from(data).toString('base64').replaceAll('=', '')))

it('digits spell the same octets as base64, whole and in part', () => {
  fc.assert(
    fc.property(bytes, fc.nat(5), (data, from) => {
      const digits = digitsOf(Buffer.from(data).toString('base64').replaceAll('=', ''))
      expect(digits).toHaveLength(digitCount(data.length))
      expect(Buffer.from(octets(digits))).toEqual(Buffer.from(data))
      expect(Buffer.from(octets(digits, from, data.length - 1))).toEqual(Buffer.from(data.subarray(from, -1)))
    }),
  )
})

it('a changed digit adds to the checksum what its syndrome says, and is found by it', () => {
  fc.assert(
    fc.property(sample, fc.nat(1000), fc.integer({ min: 1, max: 63 }), (digits, where, xor) => {
      const syndromes = new Syndromes(digits.length)
      const at = where % (digits.length - 1)
      const changed = digits.slice()
      changed[at] = (changed[at] ?? 0) ^ xor
      const difference = crc24(octets(changed)) ^ crc24(octets(digits))
      expect(syndromes.of(at, xor)).toBe(difference)
      expect(syndromes.single(difference)).toContainEqual({ at, xor })
    }),
    { numRuns: 20 },
  )
})

it('the checksum of every place of a gap is that of the digits with the gap there', () => {
  fc.assert(
    fc.property(
      sample,
      fc.constantFrom(1 as const, -1 as const),
      fc.integer({ min: 0, max: 63 }),
      (digits, shift, digit) => {
        const gap = { shift, from: 1, until: digits.length - 1, spare: 17 }
        const syndromes = new Syndromes(digits.length)
        for (const { at, residue } of gapResidues(digits, gap, syndromes, syndromes.checksum(digits))) {
          const filled = fillGap(digits, gap, at, digit)
          const expected = shift > 0 ? residue ^ syndromes.of(at, digit) : residue
          expect(syndromes.checksum(filled)).toBe(expected)
        }
      },
    ),
    { numRuns: 40 },
  )
})

it('among the placements is the one that makes good what was lost or doubled', () => {
  fc.assert(
    fc.property(sample, fc.nat(1000), (digits, where) => {
      const at = 2 + (where % (digits.length - 3))
      const [from, until] = [1, digits.length]
      const lost = Uint8Array.from([...digits.subarray(0, at), ...digits.subarray(at + 1), 0])
      expect([...placements(lost, { shift: 1, from, until, spare: 0 })].length).toBeGreaterThan(0)
      const good = [...texts(placements(lost, { shift: 1, from, until, spare: 0 }))]
      expect(good).toContain(textOf(digits))
      const doubled = Uint8Array.from([...digits.subarray(0, at), digits[at] ?? 0, ...digits.subarray(at)])
      const spare = doubled.at(-1) ?? 0
      expect([...texts(placements(doubled.slice(0, -1), { shift: -1, from, until, spare }))]).toContain(textOf(digits))
    }),
    { numRuns: 40 },
  )
})

function* texts(all: Iterable<Uint8Array>): Generator<string> {
  for (const digits of all) yield textOf(digits)
}

it('a reading keeps its octets in step with its digits', () => {
  fc.assert(
    fc.property(sample, fc.array(fc.tuple(fc.nat(1000), fc.nat(63))), fc.nat(4), (digits, changes, from) => {
      const end = octets(digits).length - 1
      const reading = new Reading(digits.slice(), from, end)
      for (const [where, digit] of changes) reading.set(where % digits.length, digit)
      expect(Buffer.from(reading.bytes)).toEqual(Buffer.from(octets(reading.digits, from, end)))
    }),
  )
})

it('the list of repairs is short, and leads from what was printed to what was proved', () => {
  const list = (printed: string, proved: string) => listRepairs(Array.from(printed), Array.from(proved))
  expect(list('abcdef', 'abcdef')).toEqual([])
  expect(list('abcdef', 'abXdef')).toEqual([{ at: 3, was: 'c', is: 'X' }])
  expect(list('abdef', 'abcdef')).toEqual([{ at: 3, was: '', is: 'c' }])
  expect(list('abccdef', 'abcdef')).toHaveLength(1)
  expect(list('abXdefgi', 'abcdefghi')).toEqual([
    { at: 3, was: 'X', is: 'c' },
    { at: 8, was: '', is: 'h' },
  ])
})
