/** The card reader on texts that want to harm it: it always ends, soon, in a reading or a coded problem. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CARD_LIMIT, readCard } from '../../../shared/domain/card/read-card.ts'
import { codes, NOW, read } from './reading.ts'

const FRAGMENTS = [
  '2.7 Electronic Mail Address',
  '2.8 Public keys',
  '4.1 Types of incidents',
  '-----BEGIN PGP PUBLIC KEY BLOCK-----',
  '-----END PGP PUBLIC KEY BLOCK-----',
  'Fingerprint: 0123 4567',
  'a@b',
  'a (at) b.c',
  '<a href="',
  '<!--',
  '-->',
  '**',
  '\\_',
  '&#x41;',
  '24/7',
  'Monday to',
  '08:00-',
  '+44 20',
  '1)(1',
  ' dot ',
  '\f',
  '[a](https://',
  'https://',
  '- ',
  '\n',
  '\r',
  '\u0000',
  '\u202e',
  '01/02/2020',
  'within two',
  'following priorities:',
  'AS1',
  '::/',
  '<script>',
  'above three items',
]

const text = fc.oneof(
  fc.string({ maxLength: 300, unit: 'binary' }),
  fc
    .array(fc.oneof(fc.constantFrom(...FRAGMENTS), fc.string({ maxLength: 12 })), { maxLength: 120 })
    .map((parts) => parts.join('')),
)

describe('hostile texts', () => {
  it('never make the reader throw', () => {
    fc.assert(
      fc.property(text, (document) => {
        expect(readCard(document, { now: NOW }).ok).toBe(true)
      }),
      { numRuns: 400 },
    )
  })

  it('give only lines that are there', () => {
    fc.assert(
      fc.property(text, (document) => {
        const lines = document.split(/\r\n|\n|\r/).length
        for (const { line } of read(document).findings) expect(line === null || (line >= 1 && line <= lines)).toBe(true)
      }),
      { numRuns: 150 },
    )
  })

  it.each([
    '1 A ',
    '1'.repeat(60) + ' ',
    'a@',
    '<a ',
    'ABCD ',
    '- a\n',
    '2.7 Electronic Mail Address x ',
    '1 (1) ',
    'Aa ',
    '<!--',
    'Monday 08:00-16:00. ',
  ])(
    'take time linear in their length: %j over and over',
    (fragment) => {
      const started = performance.now()
      readCard(fragment.repeat(Math.floor(CARD_LIMIT / fragment.length)), { now: NOW })
      expect(performance.now() - started).toBeLessThan(15_000)
    },
    60_000,
  )

  it('are refused above the limit', () => {
    const result = readCard('x'.repeat(CARD_LIMIT + 1), { now: NOW })
    expect(result).toMatchObject({ ok: false, problem: { code: 'card-too-large' } })
  })

  it('that are no team description say so', () => {
    expect(codes(read('Dear colleagues, lunch is at noon.'))).toContain('card-not-recognised')
  })
})
