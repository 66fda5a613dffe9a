/** What an attachment of anybody's looks like without leaving the vault: told by its bytes, listed and never unpacked. */
import { buffer } from 'node:stream/consumers'
import { gzipSync } from 'node:zlib'
import { pack, type Header } from 'tar-stream'
import { describe, expect, it } from 'vitest'
import { lookAt } from '../../../electron/core/exchange/look-at.ts'
import { lookAtGzip } from '../../../electron/core/exchange/look-tar.ts'
import type { AttachmentLook } from '../../../shared/ipc/exchange-views.ts'
import { say } from '../../../shared/words/say.ts'
import { zipOf, type ZipEntry } from '../../material/zip.ts'

const now = '2026-11-22T10:00:00.000Z'

const look = (
  bytes: Uint8Array | string,
  name = 'file.bin',
  type = 'application/octet-stream',
): Promise<AttachmentLook> => lookAt({ name, type, now, bytes: typeof bytes === 'string' ? Buffer.from(bytes) : bytes })

type Archive = Extract<AttachmentLook, { kind: 'archive' }>

function archive(shown: AttachmentLook): Archive {
  if (shown.kind !== 'archive') throw new Error(`no archive: ${JSON.stringify(shown)}`)
  return shown
}

const listed = async (entries: readonly ZipEntry[]): Promise<Archive> => archive(await look(zipOf(entries)))

const findings = ({ entries }: Archive, at = 0): readonly string[] =>
  (entries[at]?.findings ?? []).map(({ code }) => code)

const why = (shown: AttachmentLook): string => (shown.kind === 'none' ? shown.why.code : shown.kind)

type TarEntry = Partial<Header> & { readonly name: string; readonly content?: Uint8Array }

async function tarOf(entries: readonly TarEntry[]): Promise<Buffer> {
  const tar = pack()
  for (const { content = Buffer.from('content'), ...entry } of entries) {
    tar.entry(entry, entry.type === undefined ? content : '')
  }
  tar.finalize()
  return buffer(tar)
}

describe('a ZIP', () => {
  it('is listed with names, sizes and folders', async () => {
    const shown = await listed([
      { name: 'logs/', content: '' },
      { name: 'logs/one.txt', content: 'abc' },
    ])
    expect(shown).toMatchObject({ total: 2, findings: [] })
    expect(shown.entries).toMatchObject([
      { name: 'logs/', directory: true },
      { name: 'logs/one.txt', size: 3, directory: false, encrypted: false, findings: [] },
    ])
  })

  it.each([
    ['../../etc/cron.d/x', 'archive.parent'],
    ['..\\..\\start.bat', 'archive.parent'],
    ['/etc/passwd', 'archive.absolute'],
    ['\\windows\\x', 'archive.absolute'],
    ['C:\\x.exe', 'archive.drive'],
    ['c:x.exe', 'archive.drive'],
    ['\\\\192.0.2.1\\share\\x', 'archive.unc'],
    ['//192.0.2.1/share/x', 'archive.unc'],
    ['invoice.pdf\0.exe', 'archive.nul'],
    ['invoice\u202efdp.exe', 'archive.hidden-characters'],
  ])('names the danger of %j', async (name, code) => {
    const shown = await listed([{ name, content: 'x' }])
    expect(findings(shown)).toContain(code)
    // oxlint-disable-next-line no-control-regex -- exactly these must not be shown
    expect(shown.entries[0]?.name).not.toMatch(/[\u0000-\u001f\u202e]/)
  })

  it('takes a dot in a name for what it is', async () => {
    const shown = await listed([{ name: 'a..b/..c/d...', content: 'x' }])
    expect(findings(shown)).toEqual([])
  })

  it('tells links and devices, and says once for the whole archive that it is dangerous', async () => {
    const shown = await listed([
      { name: 'link', mode: 0o120777, content: '/etc/passwd' },
      { name: 'pipe', mode: 0o010644 },
      { name: 'plain', mode: 0o100644 },
    ])
    expect([findings(shown, 0), findings(shown, 1), findings(shown, 2)]).toEqual([
      ['archive.link'],
      ['archive.device'],
      [],
    ])
    expect(shown.findings).toMatchObject([{ code: 'archive.dangerous', params: { count: 2 } }])
  })

  it('tells names that a file system takes for one', async () => {
    const shown = await listed([
      { name: 'README.txt' },
      { name: 'readme.TXT' },
      { name: 'caf\u00e9' },
      { name: 'cafe\u0301' },
      { name: 'other' },
    ])
    expect(shown.entries.map(({ findings: found }) => found.length)).toEqual([1, 1, 1, 1, 0])
    expect(findings(shown)).toEqual(['archive.same-name'])
  })

  it('tells entries that are locked', async () => {
    const shown = await listed([{ name: 'a', encrypted: true }, { name: 'b' }])
    expect(shown.entries.map(({ encrypted }) => encrypted)).toEqual([true, false])
    expect(shown.findings).toMatchObject([{ code: 'archive.encrypted', params: { count: 1 } }])
  })

  it('like 42.zip, which claims petabytes in a few kilobytes, is listed and called what it is', async () => {
    const shown = await listed(
      Array.from({ length: 16 }, (_, at) => ({ name: `lib ${at}.zip`, content: 'x', size: 0xffff_fff0 })),
    )
    expect(findings(shown)).toContain('archive.ratio')
    expect(shown.findings.map(({ code }) => code)).toContain('archive.bomb')
  })

  it('whose entries share their bytes is no honest archive', async () => {
    const shown = await listed([
      { name: 'kernel', content: 'x'.repeat(500) },
      { name: 'again', content: 'x'.repeat(500), sharedWith: 0 },
      { name: 'apart', content: 'y' },
    ])
    expect([findings(shown, 0), findings(shown, 1), findings(shown, 2)]).toEqual([
      ['archive.overlaps'],
      ['archive.overlaps'],
      [],
    ])
    expect(shown.findings.map(({ code }) => code)).toEqual(['archive.overlapping'])
  })

  it('with more entries than anybody reads shows the first ten thousand, and how many there are', async () => {
    const shown = await listed(Array.from({ length: 12_000 }, (_, at) => ({ name: `n${at}` })))
    expect([shown.entries.length, shown.total]).toEqual([10_000, 12_000])
    expect(shown.findings).toMatchObject([{ code: 'archive.more', params: { shown: 10_000, total: 12_000 } }])
  })

  it('whose list is damaged shows what comes before the damage, and says so', async () => {
    const zip = zipOf([
      { name: 'first', content: 'x' },
      { name: 'second', content: 'x' },
    ])
    zip.write('damage', zip.lastIndexOf('PK\u0001\u0002', undefined, 'latin1'), 'latin1')
    const shown = archive(await look(zip))
    expect(shown.entries.map(({ name }) => name)).toEqual(['first'])
    expect(shown.findings.map(({ code }) => code)).toEqual(['archive.unreadable'])
  })

  it('that is cut off is not shown', async () => {
    expect(why(await look(zipOf([{ name: 'a', content: 'x' }]).subarray(0, -10)))).toBe('look.archive-damaged')
  })
})

describe('a tar', () => {
  const entries = [
    { name: 'logs', type: 'directory' as const },
    { name: 'logs/a.txt' },
    { name: '../out.txt' },
    { name: 'link', type: 'symlink' as const, linkname: '/etc/passwd' },
    { name: 'hard', type: 'link' as const, linkname: 'logs/a.txt' },
  ]
  const codes = [[], [], ['archive.parent'], ['archive.link'], ['archive.link']]

  it('is listed, links with where they lead', async () => {
    const shown = archive(await look(await tarOf(entries)))
    expect(entries.map((_, at) => findings(shown, at))).toEqual(codes)
    expect(shown.entries[3]?.findings.map((found) => say('en', found))).toEqual(['is a link to /etc/passwd'])
    expect(shown.findings).toMatchObject([{ code: 'archive.dangerous', params: { count: 3 } }])
  })

  it('is listed through its compression', async () => {
    const shown = archive(await look(gzipSync(await tarOf(entries)), 'logs.tar.gz'))
    expect(entries.map((_, at) => findings(shown, at))).toEqual(codes)
  })

  it('that ends early shows what came before, and says so', async () => {
    const cut = (await tarOf(entries)).subarray(0, 1_800)
    for (const shown of [archive(await look(cut)), archive(await look(gzipSync(cut)))]) {
      expect(shown.entries.length).toBeGreaterThan(1)
      expect(shown.findings.map(({ code }) => code)).toContain('archive.cut-short')
    }
  })

  it('that unpacks without end is read to a limit', async () => {
    const tar = await tarOf([{ name: 'small' }, { name: 'zeros', content: Buffer.alloc(8_000_000) }])
    const shown = archive(await lookAtGzip(gzipSync(tar), 1_000_000))
    expect(shown.entries.map(({ name }) => name)).toEqual(['small', 'zeros'])
    expect(shown.findings.map(({ code }) => code)).toEqual(['archive.cut-short'])
  })
})

describe('what gzip holds alone', () => {
  it('is one entry, and a bomb is called one', async () => {
    expect(archive(await look(gzipSync('a log line\n')))).toMatchObject({ total: 1, entries: [{ size: 11 }] })
    const bomb = archive(await look(gzipSync(Buffer.alloc(64_000_000))))
    expect(findings(bomb)).toEqual(['archive.ratio'])
  })

  it('that is damaged is not shown', async () => {
    expect(why(await look(Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9])))).toBe('look.archive-damaged')
  })
})

const png = (width: number, height: number): Buffer => {
  const bytes = Buffer.alloc(64)
  bytes.write('\u0089PNG\r\n\u001a\n', 'latin1')
  bytes.write('IHDR', 12, 'latin1')
  bytes.writeUInt32BE(width, 16)
  bytes.writeUInt32BE(height, 20)
  return bytes
}

describe('an image', () => {
  it('is known by its bytes, whatever its name says', async () => {
    expect(await look(png(10, 20), 'invoice.pdf')).toMatchObject({ kind: 'image', type: 'image/png' })
    const gif = Buffer.concat([Buffer.from('GIF89a'), Buffer.from([5, 0, 7, 0]), Buffer.alloc(40)])
    expect(await look(gif)).toMatchObject({ kind: 'image', type: 'image/gif' })
    const jpeg = Buffer.concat([
      Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc0, 0, 11, 8, 0, 9, 0, 8]),
      Buffer.alloc(40),
    ])
    expect(await look(jpeg)).toMatchObject({ kind: 'image', type: 'image/jpeg' })
    const webp = Buffer.concat([Buffer.from('RIFF\0\0\0\0WEBPVP8X'), Buffer.alloc(40)])
    expect(await look(webp)).toMatchObject({ kind: 'image', type: 'image/webp' })
  })

  it('that would take all memory is not decoded', async () => {
    expect(await look(png(60_000, 60_000))).toMatchObject({ kind: 'none', why: { code: 'look.image-too-large' } })
    expect(why(await look(png(0, 5)))).toBe('look.image-damaged')
    expect(why(await look(Buffer.concat([png(5, 5), Buffer.alloc(21 * 1_048_576)])))).toBe('look.too-large')
  })

  it('with a header that leads nowhere ends in a reason', async () => {
    const loop = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0]), Buffer.alloc(100_000, 0xff)])
    expect(why(await look(loop))).toBe('look.image-damaged')
    expect(why(await look('GIF89a'))).toBe('look.image-damaged')
  })
})

describe('text', () => {
  it('is shown in its own letters, cut where it is long, never in the middle of one', async () => {
    expect(await look('a\u00f1o 2026\r\n')).toEqual({ kind: 'text', text: 'a\u00f1o 2026\n', cut: false })
    expect(await look(Buffer.from('a\u00f1o', 'latin1'))).toMatchObject({ text: 'a\u00f1o' })
    expect(await look(Buffer.from('\ufeffa\u00f1o', 'utf16le'))).toMatchObject({ text: 'a\u00f1o' })
    const long = await look(`x${'\u00f1'.repeat(200_000)}`)
    expect(long).toMatchObject({ kind: 'text', cut: true })
    expect(long.kind === 'text' && /^x\u00f1+$/.test(long.text)).toBe(true)
  })

  it('that begins like the magic of a program is still text', async () => {
    expect(await look('MZ is a short name for a text.\n')).toMatchObject({ kind: 'text' })
  })
})

describe('a mail inside a mail', () => {
  const mail =
    'From: Ann <ann@example.org>\r\nSubject: Scan\r\nDate: Fri, 20 Nov 2026 09:00:00 +0100\r\n\r\nHost 192.0.2.7.\r\n'

  it('is shown by its head and text', async () => {
    expect(await look(mail, 'part-1.eml', 'message/rfc822')).toEqual({
      kind: 'message',
      subject: 'Scan',
      from: 'ann@example.org',
      text: 'Host 192.0.2.7.\n',
    })
  })

  it('that does not open says why', async () => {
    const bad = '\r\n \r\n'
    expect(why(await look(bad, 'a.eml'))).toBe('look.not-opened')
  })
})

it.each([
  ['a PDF', '%PDF-1.7 ', 'look.document'],
  ['a Windows program', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(100)]), 'look.program'],
  ['an old Office file', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'look.document'],
  ['a RAR', Buffer.from('Rar!\u001a\u0007\u0001', 'latin1'), 'look.archive-kind'],
  ['noise', Buffer.from(Array.from({ length: 500 }, (_, at) => (at * 7) % 32)), 'look.unknown'],
])('%s is not shown, with the reason', async (_, bytes, code) => {
  expect(why(await look(bytes))).toBe(code)
})
