/** A source that calls home when it is read would tell who is looking whom up: none opens a connection, whatever it holds. */
import { createServer, Socket, type Server } from 'node:net'
import dns from 'node:dns'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import { readHere } from '../../electron/core/cards/sources/read-here.ts'
import { readSource } from '../../electron/core/cards/sources/read-source.ts'
import { alderLines } from '../material/sources/alder-lines.ts'
import { column, makePdf } from '../material/sources/make-pdf.ts'

const now = '2026-11-22T10:00:00.000Z'
let server: Server
let calls = 0
let home = ''

beforeAll(async () => {
  server = createServer((socket) => {
    calls += 1
    socket.destroy()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  home = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
})
afterAll(() => server.close())
afterEach(() => vi.restoreAllMocks())

const sources = (): readonly (readonly [string, Uint8Array])[] => {
  const pdf = makePdf([column(alderLines)], {
    catalog: `/OpenAction 100 0 R /URI << /Base (${home}) >> /Metadata 101 0 R `,
    page: '/Annots [102 0 R] /AA << /O 100 0 R >> ',
    objects: {
      100: `<< /S /URI /URI (${home}/open) >>`,
      101: `<< /F << /FS /URL /F (${home}/stream) >> /Length 0 >>\nstream\n\nendstream`,
      102: `<< /Type /Annot /Subtype /Link /Rect [0 0 600 800] /A << /S /URI /URI (${home}/link) >> >>`,
      // A font that the file names and does not bring, with a character map that it does not bring either.
      103: '<< /Type /Font /Subtype /Type0 /BaseFont /Unknown /Encoding /UniGB-UCS2-H /DescendantFonts [104 0 R] >>',
      104: '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Unknown /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 0 >> >>',
    },
  })
  const cjk = makePdf([], {
    streams: [Buffer.from('BT /F1 9 Tf <00410042> Tj ET')],
    objects: {
      3: '<< /Type /Font /Subtype /Type0 /BaseFont /Unknown /Encoding /UniGB-UCS2-H /DescendantFonts [104 0 R] >>',
      104: '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Unknown /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 0 >> >>',
    },
  })
  const html = `<!DOCTYPE html SYSTEM "${home}/dtd"><html><head><base href="${home}"><link rel=stylesheet href="${home}/css"><script src="${home}/js"></script></head><body background="${home}/bg"><img src="${home}/img"><iframe src="${home}/frame"></iframe><p>a</p></body></html>`
  return [
    ['a PDF', pdf],
    ['a PDF with a font that is elsewhere', cjk],
    ['a page', Buffer.from(html)],
    [
      'a security.txt',
      Buffer.from(`Contact: ${home}/report\nEncryption: ${home}/key.asc\nExpires: 2027-01-01T00:00:00Z\n`),
    ],
    [
      'a vCard',
      Buffer.from(`BEGIN:VCARD\nVERSION:4.0\nFN:A\nKEY:${home}/key\nPHOTO:${home}/photo\nURL:${home}\nEND:VCARD\n`),
    ],
    [
      'a description',
      Buffer.from(`${alderLines.join('\n')}\n![](${home}/pixel)\n-----BEGIN PGP SIGNED MESSAGE-----\n`),
    ],
  ]
}

it('nothing calls a server that everything names', async () => {
  for (const [name, bytes] of sources()) await readSource({ name, bytes, now })
  expect(calls).toBe(0)
})

it('nothing even tries: no socket, no name looked up, no fetch', async () => {
  const tries = [
    vi.spyOn(Socket.prototype, 'connect'),
    vi.spyOn(dns, 'lookup'),
    vi.spyOn(dns.promises, 'lookup'),
    vi.spyOn(globalThis, 'fetch'),
  ]
  for (const [name, bytes] of sources()) await readHere({ name, bytes }, now)
  for (const attempt of tries) expect(attempt).not.toHaveBeenCalled()
})
