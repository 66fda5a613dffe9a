/** Whatever bytes somebody makes, reading them ends in a card or in a sentence: it never throws and never takes long. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkSignature } from '../../electron/core/cards/sources/document-signature.ts'
import { htmlToText } from '../../electron/core/cards/sources/html-text.ts'
import { readHere } from '../../electron/core/cards/sources/read-here.ts'
import { readSecurityTxt } from '../../electron/core/cards/sources/security-txt.ts'
import { readVCard } from '../../electron/core/cards/sources/vcard.ts'
import { readVCards } from '../../electron/core/cards/sources/vcard-lines.ts'
import { alderLines } from '../material/sources/alder-lines.ts'
import { column, makePdf } from '../material/sources/make-pdf.ts'

const now = '2026-11-22T10:00:00.000Z'
const material = (name: string) => readFileSync(new URL(`../material/sources/${name}`, import.meta.url))
const pdf = makePdf([column(alderLines)])
const seeds: readonly Uint8Array[] = [
  material('alder-page.html'),
  material('alder-team.vcf'),
  Buffer.from('Contact: mailto:a@alder.example\nExpires: 2027-01-01T00:00:00Z\nEncryption: openpgp4fpr:00\n'),
  Buffer.from(alderLines.join('\n')),
]

const edits = fc.array(
  fc.tuple(fc.nat(), fc.constantFrom(0, 10, 13, 0x22, 0x27, 0x2d, 0x3a, 0x3b, 0x3c, 0x3d, 0x3e, 0x5c, 0x80, 0xff)),
  {
    maxLength: 30,
  },
)
const changed = (bytes: Uint8Array, places: readonly (readonly [number, number])[]): Uint8Array => {
  const copy = Uint8Array.from(bytes)
  for (const [at, value] of places) copy[at % copy.length] = value
  return copy
}

describe('reading never throws', () => {
  it('on any bytes', () =>
    fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 3000 }), async (bytes) => {
        await readHere({ name: 'x', bytes }, now)
      }),
      { numRuns: 200 },
    ))

  it('on a source with some bytes changed, and gives lines that are there', () =>
    fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...seeds),
        edits,
        fc.double({ min: 0, max: 1, noNaN: true }),
        async (seed, places, share) => {
          const bytes = changed(seed, places).subarray(0, Math.ceil(seed.length * (1 - share / 2)))
          const read = await readHere({ name: 'x', bytes }, now)
          if (!read.ok) return
          const lines = read.value.text.split(/\r\n|\n|\r/).length
          const named = [
            ...read.value.findings,
            ...read.value.readings.flatMap((card) => [...card.emails, ...card.phones, ...card.keys]),
          ]
          for (const { line } of named) expect(line === null || (line >= 1 && line <= lines)).toBe(true)
        },
      ),
      { numRuns: 300 },
    ))

  it(
    'on a PDF with some bytes changed',
    () =>
      fc.assert(
        fc.asyncProperty(edits, async (places) => {
          // The table of 20,000 bytes at the end is dull: most changes go into the objects.
          const bytes = changed(pdf.subarray(0, 4000), places)
          await readHere(
            { name: 'x', bytes: Buffer.concat([Buffer.from('%PDF-1.7\n'), bytes, pdf.subarray(4000)]) },
            now,
          )
        }),
        { numRuns: 60 },
      ),
    60_000,
  )

  it('on any text as page, vCard, security.txt and signed document', () =>
    fc.assert(
      fc.asyncProperty(
        fc.string({
          unit: fc.constantFrom(
            '<',
            '>',
            '/',
            '"',
            '=',
            '&',
            ';',
            ':',
            '-',
            '\n',
            ' ',
            'a',
            'p',
            'li',
            '!--',
            'BEGIN:VCARD\n',
            'END:VCARD\n',
            'EMAIL',
            'hidden',
            '#x',
            '-----BEGIN PGP SIGNED MESSAGE-----\n',
            '-----BEGIN PGP SIGNATURE-----\n',
            '-----END PGP SIGNATURE-----\n',
            '\u202e',
            '\ue000',
            '\0',
          ),
        }),
        async (text) => {
          htmlToText(text)
          readVCards(text, 10).cards.forEach(readVCard)
          readSecurityTxt(text, now)
          await checkSignature({
            bytes: Buffer.from(text),
            text,
            plain: true,
            beside: { name: 'x', bytes: Buffer.from(text) },
            keys: [],
            now,
          })
          await checkSignature({ bytes: Buffer.from(text), text, plain: true, beside: null, keys: [], now })
        },
      ),
      { numRuns: 500 },
    ))
})

describe('a source made to take for ever is read in seconds', () => {
  const mega = 1_000_000
  const many = (text: string): string => text.repeat(Math.floor(mega / text.length))
  it.each([
    ['elements that are never closed', () => `<html>${many('<div>')}`],
    ['hidden elements in each other', () => `<html>${many('<p hidden><b>')}x`],
    ['end tags without a beginning', () => `<html>${many('<ul><li></ol></td>')}`],
    ['lists in lists', () => `<html>${many('<ol><li>')}`],
    ['cells in cells', () => `<html>${many('<table><tr><td>')}`],
    ['links in links', () => `<html>${many('<a href="mailto:a@b.example">')}`],
    ['attributes without an end', () => `<html>${many('<a b="')}`],
    ['tags without an end', () => `<html>${many('<a ')}`],
    ['one attribute', () => `<html><p ${many('a')}="x">y`],
    ['many attributes', () => `<html><p ${many('a=b ')}>y`],
    ['blanks in a tag', () => `<html><p hidden${many(' ')}x`],
    ['comments without an end', () => `<html>${many('<!--')}`],
    ['comments before anything else', () => many('<!-- -->')],
    ['scripts without an end', () => `<html>${many('<script></scrip')}`],
    ['brackets', () => `<html>${many('<')}`],
    ['references', () => `<html>${many('&#x')}`],
    ['words of one link', () => `<html><a href="mailto:a@b.example">${many('a.')}</a>`],
    ['key blocks without an end', () => `<html>${many('<p>-----BEGIN PGP PUBLIC KEY BLOCK-----\n')}`],
    ['folded lines of a vCard', () => `BEGIN:VCARD\nNOTE:${many('\n a')}`],
    ['one line of a vCard', () => `BEGIN:VCARD\nEMAIL:${many('a')}\nEND:VCARD`],
    ['parameters of a vCard', () => `BEGIN:VCARD\nEMAIL${many(';TYPE=a')}:b\nEND:VCARD`],
    ['quotes of a vCard', () => `BEGIN:VCARD\nEMAIL;TYPE="${many('","')}:b\nEND:VCARD`],
    ['contacts of a security.txt', () => many('Contact: mailto:a@b.example\n')],
    ['one contact', () => `Contact: mailto:${many('a')}\nExpires: 2027-01-01T00:00:00Z`],
    ['one line', () => many('word ')],
  ])(
    '%s',
    async (_, make) => {
      const start = performance.now()
      await readHere({ name: 'x', bytes: Buffer.from(make()) }, now)
      expect(performance.now() - start).toBeLessThan(12_000)
    },
    20_000,
  )
})
