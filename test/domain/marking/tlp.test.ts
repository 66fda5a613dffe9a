import { expect, test } from 'vitest'
import * as fc from 'fast-check'
import { isLooserTlp, isTlp, readTlp, stricterTlp, tlpLabel, tlps } from '../../../shared/domain/marking/tlp.ts'

test.each([
  ['TLP:AMBER', 'AMBER'],
  ['TLP : WHITE', 'CLEAR'],
  ['tlp=green', 'GREEN'],
  ['TLP:AMBER + STRICT', 'AMBER+STRICT'],
  ['TLP:GREEN, but the annex is TLP:RED', 'RED'],
  ['TLP:EX:CHR', null],
  ['TLP is great', null],
  ['TLP:REDDISH', null],
])('%s reads as %s', (text, expected) => expect(readTlp(text)).toBe(expected))

test('every label reads back as itself', () => {
  for (const tlp of tlps) expect(readTlp(`x ${tlpLabel(tlp)} y`)).toBe(tlp)
})

test('the labels form one order of strictness', () => {
  fc.assert(
    fc.property(fc.constantFrom(...tlps), fc.constantFrom(...tlps), (a, b) => {
      expect(stricterTlp(a, b)).toBe(stricterTlp(b, a))
      expect(isLooserTlp(a, b) && isLooserTlp(b, a)).toBe(false)
      expect(isLooserTlp(a, b) || isLooserTlp(b, a)).toBe(a !== b)
      expect(isTlp(a)).toBe(true)
    }),
  )
})

test('a long text of near labels is read in linear time', () => {
  const start = performance.now()
  readTlp('tlp:amber   '.repeat(200_000))
  readTlp('tlp '.repeat(500_000))
  expect(performance.now() - start).toBeLessThan(2_000)
})
