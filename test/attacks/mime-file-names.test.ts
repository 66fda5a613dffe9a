/** Names of attachments are the sender's: none of them leads out of a folder, hides its ending or overwrites another. */
import { describe, expect, it } from 'vitest'
import { safeFileName } from '../../electron/core/mime/file-name.ts'
import { codes, encrypted, mail, multipart, must, openHere, person, onlyBytes } from '../material/pgp-people.ts'

describe('a name is made safe', () => {
  it.each([
    ['../../etc/cron.d/x', 'x'],
    ['..\\..\\Windows\\System32\\evil.dll', 'evil.dll'],
    ['\\\\host\\share\\x.exe', 'x.exe'],
    ['C:\\autoexec.bat', 'autoexec.bat'],
    ['C:evil', 'C_evil'],
    ['/etc/passwd', 'passwd'],
    ['..', 'part-1.bin'],
    ['', 'part-1.bin'],
    ['.bashrc', 'bashrc'],
    ['a/', 'part-1.bin'],
    ['evil\u202Egpj.exe', 'evilgpj.exe'],
    ['a\u0000.txt.exe', 'a.txt.exe'],
    ['line\r\nX-Header: 1', 'lineX-Header_ 1'],
    ['zero\u200Bwidth\uFEFF.txt', 'zerowidth.txt'],
    ['tags\u{E0041}\u{E0042}.txt', 'tags.txt'],
    ['CON', '_CON'],
    ['com1.txt', '_com1.txt'],
    ['nul.', '_nul'],
    ['trailing. . .', 'trailing'],
    ['a<b>:"|?*.txt', 'a_b______.txt'],
    ['stream.txt:evil.exe', 'stream.txt_evil.exe'],
    ['re\u0301sume\u0301.pdf', 'résumé.pdf'],
    ['\ud800.txt', '.txt'.slice(1)],
    ['отчёт.csv', 'отчёт.csv'],
  ])('%j', (name, safe) => {
    expect(safeFileName(name, 'part-1.bin').replace(/^\ufffd\./, '')).toBe(safe)
  })

  it('a long one keeps its ending', () => {
    const name = safeFileName(`${'x'.repeat(5000)}.pdf.exe`, 'y')
    expect(name).toHaveLength(120)
    expect(name.endsWith('.exe')).toBe(true)
  })
})

describe('in a mail', () => {
  const attachment = (disposition: string): string =>
    `Content-Type: application/octet-stream\nContent-Disposition: ${disposition}\n\nx`
  const names = async (...dispositions: readonly string[]) =>
    must(await openHere(mail('a@example.org', multipart('multipart/mixed', dispositions.map(attachment)))))

  it('names in every spelling of the standards are decoded first and made safe then', async () => {
    const message = await names(
      `attachment; filename*=utf-8''%2e%2e%2F%E2%82%AC%20rates.csv`,
      `attachment; filename*0="..%2Fpart"; filename*1="-two.txt"`,
      `attachment; filename*0*=iso-8859-1''%2Fetc%2Fse%F1al; filename*1=.txt`,
      'attachment; filename="=?utf-8?b?Li4vLi4vZXZpbC5zaA==?="',
      'attachment; filename="ü.txt"',
    )
    expect(message.attachments.map(({ name }) => name)).toEqual([
      '€ rates.csv',
      '..%2Fpart-two.txt'.replace(/^\.\./, ''),
      'señal.txt',
      'evil.sh',
      'ü.txt',
    ])
    expect(codes(message)).toContain('attachment-renamed')
  })

  it('equal names, and names equal but for case, stay apart', async () => {
    const message = await names(
      'attachment; filename="a.txt"',
      'attachment; filename="A.TXT"',
      'attachment; filename="x/a.txt"',
    )
    expect(message.attachments.map(({ name }) => name)).toEqual(['a.txt', 'A (2).TXT', 'a (3).txt'])
  })

  it('the name inside an OpenPGP message is no better than the others', async () => {
    const bob = await person('Bob')
    const { createMessage, encrypt, readKey } = await import('openpgp')
    const message = await createMessage({ binary: Uint8Array.of(0, 1, 2, 3, 0, 1), filename: '../../etc/cron.d/x' })
    const bytes = onlyBytes(
      await encrypt({
        message,
        encryptionKeys: await readKey({ armoredKey: bob.armoredPublic }),
        format: 'binary',
      }),
    )
    const opened = must(await openHere(bytes, { own: [bob] }))
    expect(opened.attachments.map(({ name }) => name)).toEqual(['x'])
    expect(must(await openHere(await encrypted('text', [bob], null), { own: [bob] })).text).toBe('text')
  })
})
