/** A file is what stands in it, whatever its name says. */
import { describe, expect, it } from 'vitest'
import { decodeSource } from '../../../../electron/core/cards/sources/recognise.ts'
import { readHere } from '../../../../electron/core/cards/sources/read-here.ts'
import { alderLines } from '../../../material/sources/alder-lines.ts'
import { column, makePdf } from '../../../material/sources/make-pdf.ts'

const now = '2026-11-22T10:00:00.000Z'
const outcome = async (content: string | Uint8Array): Promise<string> => {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  const result = await readHere({ name: 'misleading.pdf', bytes }, now)
  return result.ok ? result.value.kind : result.problem.code
}
const description = alderLines.join('\n')

describe('a file', () => {
  it.each([
    ['a description', description, 'document'],
    ['a description with a few tags', `${description}\n<b>bold</b> and <a href="x">a link</a>`, 'document'],
    ['Markdown that begins with a link', `[home](https://alder.example)\n\n${description}`, 'document'],
    ['a description that begins with a label', `[TLP:CLEAR]\n${description}`, 'document'],
    ['a description on one line', description.replaceAll('\n', ' '), 'document'],
    ['a description with contact lines', `Contact: mailto:x@alder.example\n${description}`, 'document'],
    ['a description that speaks of the mark of a PDF', `A PDF begins with %PDF-1.7.\n${description}`, 'document'],
    [
      'Markdown with tags all over',
      `<!-- exported -->\n\n# RFC 2350\n\n<p>${description}</p>\n\n<p>x</p><p>y</p>`,
      'document',
    ],
    ['nothing', '', 'document'],
    ['a page', `<!DOCTYPE html><title>x</title><p>${description}`, 'html'],
    ['a page behind a comment', `\n<!-- x --><html><body>${description}`, 'html'],
    ['a piece of a page', `<div><p>${description}</p><p>x</p></div>`, 'html'],
    ['a security.txt', 'Contact: mailto:a@alder.example\nExpires: 2027-01-01T00:00:00Z\n', 'security.txt'],
    [
      'a security.txt of comments and one field',
      '# Our policy\n# is short\n\nContact: https://alder.example/report\n',
      'security.txt',
    ],
    [
      'a signed security.txt',
      '-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nContact: mailto:a@alder.example\n-----BEGIN PGP SIGNATURE-----\n\niQE\n=abcd\n-----END PGP SIGNATURE-----\n',
      'security.txt',
    ],
    ['a vCard', 'BEGIN:VCARD\r\nVERSION:4.0\r\nFN:A\r\nEND:VCARD\r\n', 'vcard'],
    ['a list of teams in JSON', '[{"team":"A"},{"team":"B"}]', 'source-is-directory'],
    ['JSON in another form', '{\n  "teams": []}', 'source-is-directory'],
    ['a table of teams', 'name,country,email\nA,ES,a@alder.example\n', 'source-is-directory'],
    [
      'a table as spreadsheets write it',
      '\ufeff"Team";"E-mail";"CIDR"\r\n"A";"a@alder.example";"192.0.2.0/24"\r\n',
      'source-is-directory',
    ],
  ])('that holds %s', async (_, content, kind) => expect(await outcome(content)).toBe(kind))

  it('that is a PDF is one even behind other bytes', async () => {
    const pdf = makePdf([column(alderLines)])
    expect(await outcome(pdf)).toBe('pdf')
    expect(await outcome(Buffer.concat([Buffer.from('\r\n\r\n'), pdf]))).toBe('pdf')
  })

  it.each([
    ['an archive or an office document', Buffer.from('504b0304140000000800', 'hex')],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
    ['noise', Uint8Array.from({ length: 5000 }, (_, index) => (Math.imul(index + 1, 2654435761) >>> 13) & 0xff)],
  ])('that is %s is refused', async (_, bytes) => expect(await outcome(bytes)).toBe('source-not-text'))

  it('of a text over its limit is refused with both figures', async () => {
    const bytes = Buffer.alloc(1_500_000, 'word ')
    expect(await readHere({ name: 'x', bytes }, now)).toMatchObject({
      problem: { code: 'source-too-large', params: { size: '1.4', limit: '1.0' } },
    })
  })
})

describe('text', () => {
  const words = 'Zeitzone für Österreich – MEZ'
  const wide = Buffer.from(words, 'utf16le')

  it.each([
    ['UTF-8', Buffer.from(words)],
    ['UTF-8 with its mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(words)])],
    ['UTF-16', Buffer.concat([Buffer.from([0xff, 0xfe]), wide])],
    ['UTF-16, big end first', Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(wide).swap16()])],
    ['UTF-16 without its mark', wide],
    ['Windows-1252', Buffer.from(words.replace('–', '\u0096'), 'latin1')],
  ])('in %s is read as it was written', (_, bytes) => expect(decodeSource(bytes)).toBe(words))
})
