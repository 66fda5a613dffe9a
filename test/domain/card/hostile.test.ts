/** The card reader on texts that want to harm it: it always ends, soon, in a reading or a coded problem. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CARD_LIMIT, readCard } from '../../../shared/domain/card/read-card.ts'
import { parseHours } from '../../../shared/domain/clock/hours.ts'
import { codes, material, NOW, paramsOf, read } from './reading.ts'

const FRAGMENTS = [
  '2.7 Electronic Mail Address',
  '2.8 Public keys',
  '2.9 Team Members',
  '4.1 Types of incidents',
  '4.3 Communication and Authentication',
  '-----BEGIN PGP PUBLIC KEY BLOCK-----',
  '-----END PGP PUBLIC KEY BLOCK-----',
  'Fingerprint: 0123 4567',
  'a@b',
  'a (at) b.c',
  '<a href="',
  '<!--',
  '-->',
  '<td>',
  '| a | b | c |',
  '**',
  '\\_',
  '&#x41;',
  '&#8238;',
  '24/7',
  'Monday to',
  '08:00-',
  'closed for lunch from 12 to',
  'in July and',
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
  '\u00ad',
  '01/02/2020',
  'within two',
  'following priorities:',
  'first a, then b, then c.',
  'Head: Ada Quillfeather,',
  'Quillfeather, Ada (lead)',
  'must be encrypted',
  'AS1',
  '::/',
  '<script>',
  'above three items',
  'Page 1 of 2',
]

/** Real phrases of the clean document, torn apart and put together in another order. */
const PHRASES = material('larkspur-clean.txt')
  .split('\n')
  .map((line) => line.trim())
  .filter((line) => line !== '')

const text = fc.oneof(
  fc.string({ maxLength: 300, unit: 'binary' }),
  fc
    .array(fc.oneof(fc.constantFrom(...FRAGMENTS), fc.string({ maxLength: 12 })), { maxLength: 120 })
    .map((parts) => parts.join('')),
  fc
    .array(fc.tuple(fc.constantFrom(...PHRASES, ...FRAGMENTS), fc.constantFrom('\n', '\n\n', ' ', '. ', '')), {
      maxLength: 80,
    })
    .map((parts) => parts.flat().join('')),
)

/** Milliseconds, on a machine that has other things to do. */
const PATIENCE = 300_000

/** Fills the limit with one piece of text. */
const full = (fragment: string): string => fragment.repeat(Math.floor(CARD_LIMIT / fragment.length))

const seconds = (document: string): number => {
  const started = performance.now()
  readCard(document, { now: NOW })
  return (performance.now() - started) / 1000
}

describe('hostile texts', () => {
  it(
    'never make the reader throw',
    () => {
      fc.assert(
        fc.property(text, (document) => {
          expect(readCard(document, { now: NOW }).ok).toBe(true)
        }),
        { numRuns: 400 },
      )
    },
    PATIENCE,
  )

  it(
    'give only lines that are there, and hours that can be computed',
    () => {
      fc.assert(
        fc.property(text, (document) => {
          const lines = document.split(/\r\n|\n|\r/).length
          const card = read(document)
          for (const { line } of [...card.findings, ...card.members, ...card.channelRules, ...card.coverage])
            expect(line === null || (line >= 1 && line <= lines)).toBe(true)
          for (const osm of [card.hours.osm, ...card.coverage.map((row) => row.osm)])
            expect(osm === null || parseHours(osm).ok).toBe(true)
        }),
        { numRuns: 300 },
      )
    },
    PATIENCE,
  )

  // A generous bound: alone on a machine of 2026 the worst takes a second and a half.
  it.each([
    '1 A ',
    '1'.repeat(60) + ' ',
    'a@',
    '<a ',
    'ABCD ',
    'x',
    '- a\n',
    '\n\n',
    '# Heading\n',
    '2.1 Name of the Team\n',
    '2.7 Electronic Mail Address x ',
    '2.8 Public Keys\nKey ID: ABCDEF12\nFingerprint: ',
    '2.9 Team Members\nHead: Ada Quillfeather\n',
    '2.11 Points of Customer Contact\nMonday 08:00-16:00 critical.\n',
    '4.1 Types of Incidents\nfollowing priorities:\n- a\n',
    'Ada Quillfeather, ',
    'the head is Ada Quillfeather and ',
    '1 (1) ',
    'Aa ',
    '<!--',
    '<div>',
    '<td>a',
    '| a | b | c |\n',
    'Monday 08:00-16:00. ',
    '\u0000',
    '\u202e',
  ])(
    'of one megabyte are read soon: %j over and over',
    (fragment) => {
      expect(seconds(full(fragment))).toBeLessThan(15)
    },
    60_000,
  )

  it('cost no more than in proportion to their length', () => {
    const line = '2.4 Telephone Number\n+44 20 7946 0123 Monday 08:00-16:00\n'
    const [short, long] = [full(line).slice(0, CARD_LIMIT / 8), full(line)]
    seconds(short)
    expect(seconds(long)).toBeLessThan(Math.max(1, seconds(short) * 40))
  }, 60_000)

  it('are refused above the limit, ten megabytes of headings too', () => {
    const started = performance.now()
    const result = readCard('# Heading\n'.repeat(1024 * 1024), { now: NOW })
    expect(result).toMatchObject({ ok: false, problem: { code: 'card-too-large' } })
    expect(performance.now() - started).toBeLessThan(1000)
  })

  it('with more lines than any description are cut, and the card says where', () => {
    const card = read(`2.1 Name of the Team\nFENWOLD-CERT\n${'x\n'.repeat(100_000)}`)
    expect(card.names.short).toBe('FENWOLD-CERT')
    expect(paramsOf(card, 'card-cut')?.line).toBeGreaterThan(10_000)
  })

  it('of nested HTML leave their words', () => {
    const card = read(
      `${'<div>'.repeat(50_000)}2.7 Electronic Mail Address<br>cert@fenwold.example${'</div>'.repeat(50_000)}`,
    )
    expect(card.emails.map(({ address }) => address)).toEqual(['cert@fenwold.example'])
  })

  it('that are no team description say so', () => {
    expect(codes(read('Dear colleagues, lunch is at noon.'))).toContain('card-not-recognised')
  })
})
