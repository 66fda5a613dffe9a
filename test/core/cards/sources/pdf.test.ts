/** The text of a PDF is what a person reads on its pages, in the order in which a person reads it. */
import { describe, expect, it } from 'vitest'
import { readHere } from '../../../../electron/core/cards/sources/read-here.ts'
import type { UncheckedReading } from '../../../../electron/core/cards/sources/source-reading.ts'
import { alderLines } from '../../../material/sources/alder-lines.ts'
import { column, makePdf, type PdfPage, type PlacedText } from '../../../material/sources/make-pdf.ts'
import { must } from '../../../material/pgp-people.ts'

const now = '2026-11-22T10:00:00.000Z'
const read = async (bytes: Uint8Array): Promise<UncheckedReading> =>
  must(await readHere({ name: 'team.pdf', bytes }, now))
const textOf = async (...pages: readonly PdfPage[]): Promise<string> => (await read(makePdf(pages))).text
const problemOf = async (bytes: Uint8Array): Promise<string> => {
  const result = await readHere({ name: 'team.pdf', bytes }, now)
  return result.ok ? 'read' : result.problem.code
}

describe('a description as PDF', () => {
  it('gives the same card as its text, with the lines of what is shown', async () => {
    const { kind, text, readings } = await read(makePdf([column(alderLines)]))
    expect(kind).toBe('pdf')
    expect(text.split('\n').filter((line) => line !== '')).toEqual(alderLines.filter((line) => line !== ''))
    const [card] = readings
    expect(card?.emails).toMatchObject([{ address: 'incidents@alder.example', purposes: ['incidents'] }])
    expect(text.split('\n')[(card?.emails[0]?.line ?? 0) - 1]).toContain('incidents@alder.example')
    expect(card).toMatchObject({
      names: { short: 'AR-CERT' },
      country: 'GB',
      document: { version: '2.3', date: '2026-03-14' },
      phones: [{ e164: '+441632960001' }],
      keys: [{ fingerprint: '0123456789ABCDEF0123456789ABCDEF01234567' }],
    })
  })

  it('is read from top to bottom whatever the order in which it is drawn', async () => {
    expect(await textOf(column(['one', 'two', 'three', 'four']).toReversed())).toBe('one\ntwo\nthree\nfour')
  })

  it('puts the pieces of a line together, with blanks only where there are gaps', async () => {
    // Helvetica's "ab" is 11.12 points wide at size 10.
    const pieces: PdfPage = [
      { x: 71.2, y: 700, text: 'cd' },
      { x: 60, y: 700, text: 'ab' },
      { x: 90, y: 700.5, text: 'ef' },
    ]
    expect(await textOf(pieces)).toBe('abcd ef')
  })

  it('says once what is printed twice to look bold', async () => {
    expect(
      await textOf([
        { x: 60, y: 700, text: 'Telephone' },
        { x: 60.3, y: 700, text: 'Telephone' },
      ]),
    ).toBe('Telephone')
  })

  it('leaves an empty line between paragraphs', async () => {
    expect(await textOf(column(['a1', 'a2', 'a3', '', 'b1', 'b2']))).toBe('a1\na2\na3\n\nb1\nb2')
  })
})

const prose = (from: number, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `Sentence number ${from + index} of this text here`)

describe('columns and tables', () => {
  const left = column(prose(1, 8), 50, 700)
  const right = column(prose(9, 8), 320, 700)
  const order = prose(1, 16).join('\n')

  it('reads one column after the other', async () => {
    expect(await textOf([...left, ...right])).toBe(order)
  })

  it('reads columns whose lines are not on one height', async () => {
    expect(await textOf([...left, ...column(prose(9, 8), 320, 694)])).toBe(order)
  })

  it('keeps what stands across both columns where it stands', async () => {
    const wide = (y: number, text: string): PlacedText => ({ x: 50, y, text })
    const head = 'This line goes all the way across the page, from its left margin to the right one.'
    const foot = 'This one does so, too, and stands below the two columns, where it has to stay at the end.'
    expect(await textOf([wide(760, head), ...left, ...right, wide(560, foot)])).toBe(`${head}\n\n${order}\n\n${foot}`)
  })

  it('keeps headings over and under columns of unequal length where they stand', async () => {
    const over: PlacedText = { x: 50, y: 716, text: '1. Short heading' }
    const under: PlacedText = { x: 50, y: 574, text: '2. Another one' }
    expect(await textOf([over, ...left, ...column(prose(9, 5), 320, 700), under])).toBe(
      ['1. Short heading', ...prose(1, 13), '', '2. Another one'].join('\n'),
    )
  })

  it('is not misled by a number in the corner of the page', async () => {
    const text = await textOf([...left, ...right, { x: 500, y: 40, text: '1 / 1' }, { x: 50, y: 40, text: 'Alder' }])
    expect(text.startsWith(order)).toBe(true)
  })

  it('reads a table row by row', async () => {
    const labels = ['Telephone', 'Fax', 'Mail', 'Hours', 'Zone', 'Form']
    const values = ['+44 1632 960001', '+44 1632 960002', 'a@alder.example', 'Mo-Fr 9-17', 'Europe/London', 'none']
    const rows = labels.flatMap((text, index): PlacedText[] => [
      { x: 60, y: 700 - 14 * index, text },
      { x: 300, y: 700 - 14 * index, text: values[index] ?? '' },
    ])
    expect(await textOf(rows)).toBe(labels.map((label, index) => `${label}  ${values[index]}`).join('\n'))
  })
})

describe('what stands on every page', () => {
  const page = (number: number, lines: readonly string[]): PdfPage => [
    { x: 60, y: 810, text: 'Alder Ridge CERT - RFC 2350 v2.3' },
    ...column(lines, 60, 760),
    { x: 60, y: 40, text: 'TLP:CLEAR' },
    { x: 500, y: 20, text: `Page ${number} of 3` },
  ]

  it('is said once, its page numbers not at all, and it cuts no sentence', async () => {
    const text = await textOf(
      page(1, ['1. Introduction', 'This sentence is cut by the end', 'of the page and goes']),
      page(2, ['on over here.', '2. Contact', 'mail']),
      page(3, ['the end.']),
    )
    expect(text).toBe(
      [
        'Alder Ridge CERT - RFC 2350 v2.3',
        '',
        '1. Introduction',
        'This sentence is cut by the end',
        'of the page and goes',
        'on over here.',
        '2. Contact',
        'mail',
        'the end.',
        '',
        'TLP:CLEAR',
      ].join('\n'),
    )
  })

  it('is kept where it differs: a number at the foot of one page is no page number', async () => {
    const text = await textOf(
      [
        { x: 60, y: 500, text: 'Emergency:' },
        { x: 60, y: 30, text: '112' },
      ],
      column(['x']),
    )
    expect(text).toContain('112')
  })

  it('is kept in a document of one page', async () => {
    expect(await textOf(page(1, ['text']))).toContain('Alder Ridge CERT - RFC 2350 v2.3')
  })
})

describe('words broken at the end of a line', () => {
  it('are whole again', async () => {
    expect(await textOf(column(['We handle inci-', 'dents of all kinds.']))).toBe('We handle incidents\nof all kinds.')
  })

  it('keep the hyphen of an address, and say that it is in doubt', async () => {
    const { text, findings } = await read(makePdf([column(['Write to csirt-', 'team@alder.example now.'])]))
    expect(text).toBe('Write to csirt-team@alder.example\nnow.')
    expect(findings).toMatchObject([
      { code: 'pdf-word-joined', line: 1, params: { joined: 'csirt-team@alder.example' } },
    ])
  })

  it('are left alone where a hyphen ends a figure, a list or a rule', async () => {
    const lines = ['Open 24-', '7 days', 'A list -', 'of things', '-----', 'text']
    expect(await textOf(column(lines))).toBe(lines.join('\n'))
  })
})

describe('a link', () => {
  const linked = (uri: string, text: string) =>
    makePdf([[{ x: 60, y: 700, text }]], {
      page: '/Annots [100 0 R]',
      objects: { 100: `<< /Type /Annot /Subtype /Link /Rect [60 697 200 712] /A << /S /URI /URI (${uri}) >> >>` },
    })

  it('gives the address that its words do not show', async () => {
    expect((await read(linked('mailto:cert@alder.example?subject=x', 'Mail us'))).text).toBe(
      'Mail us <cert@alder.example>',
    )
  })

  it('adds nothing to an address that is shown', async () => {
    expect((await read(linked('mailto:cert@alder.example', 'cert@alder.example'))).text).toBe('cert@alder.example')
  })

  it('gives an address that its words do not show beside one that is shown', async () => {
    const text = 'Mail us or write to info@alder.example'
    expect((await read(linked('mailto:cert@alder.example', text))).text).toBe(`${text} <cert@alder.example>`)
  })

  it.each(['javascript:alert(1)', 'file:///etc/passwd', 'smb://192.0.2.1/x'])('to %s adds nothing', async (uri) => {
    expect((await read(linked(uri, 'Mail us'))).text).toBe('Mail us')
  })
})

describe('a PDF that cannot be read', () => {
  it('because it is locked says so', async () => {
    const o = '28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A'
    const locked = makePdf([column(alderLines)], {
      objects: { 100: `<< /Filter /Standard /V 1 /R 2 /O <${o}> /U <${o}> /P -4 >>` },
      trailer: '/Encrypt 100 0 R /ID [<00> <00>] ',
    })
    expect(await problemOf(locked)).toBe('pdf-encrypted')
  })

  it('because it holds pictures only says so, and nothing is guessed', async () => {
    const picture = makePdf([], {
      streams: [Buffer.from('q 100 0 0 100 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \u0000 EI Q', 'latin1')],
    })
    expect(await problemOf(picture)).toBe('pdf-no-text')
  })

  it.each([
    ['nothing but its first line', '%PDF-1.7\n'],
    ['noise', `%PDF-1.7\n${'\u0001\u00ff<<>>[/'.repeat(5000)}`],
    ['no page', '%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>'],
  ])('because it is %s says so', async (_, text) => {
    expect(await problemOf(Buffer.from(text, 'latin1'))).toMatch(/^pdf-(?:broken|no-text)$/)
  })

  it('to its very end is read as far as it goes', async () => {
    const whole = makePdf([column(alderLines)])
    expect(await problemOf(whole.subarray(0, whole.length - 20))).toBe('read')
  })
})
