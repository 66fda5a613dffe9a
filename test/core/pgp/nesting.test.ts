/** The ways in which honest programs wrap mail: each opens, and the badge says exactly what was covered. */
import { beforeAll, describe, expect, it } from 'vitest'
import {
  clearSigned,
  codes,
  crlf,
  encrypted,
  mail,
  multipart,
  must,
  openHere,
  person,
  pgpMime,
  pgpMimeParts,
  signedMime,
  textPart,
  type Person,
} from '../../material/pgp-people.ts'

let alice: Person
let bob: Person

beforeAll(async () => {
  ;[alice, bob] = await Promise.all([person('Alice'), person('Bob')])
})

const opened = async (bytes: string | Uint8Array, fileName = 'm.eml') =>
  must(await openHere(bytes, { own: [bob], known: [alice], fileName }))

describe('PGP/MIME', () => {
  it('signed: exactly the signed part is the text', async () => {
    const message = await opened(mail('Alice <alice@example.org>', await signedMime(textPart('Grüße  \nzwei'), alice)))
    expect(message).toMatchObject({ text: 'Grüße  \nzwei', outside: '', subject: 'Outside' })
    expect(message.protection).toMatchObject({
      encrypted: false,
      integrity: true,
      signature: 'good',
      signer: { matchesFrom: true },
    })
  })

  it('signed and saved with LF line ends', async () => {
    const raw = mail('alice@example.org', await signedMime(textPart('line\nline'), alice)).replaceAll('\r\n', '\n')
    expect((await opened(raw)).protection.signature).toBe('good')
  })

  it('signed, then encrypted as one entity (RFC 3156, 6.1)', async () => {
    const inner = await signedMime(textPart('inside'), alice)
    const message = await opened(mail('alice@example.org', pgpMime(await encrypted(inner, [bob], null))))
    expect(message).toMatchObject({ text: 'inside', protection: { encrypted: true, signature: 'good' } })
  })

  it('encrypted without a signature', async () => {
    const message = await opened(mail('alice@example.org', pgpMime(await encrypted(textPart('inside'), [bob], null))))
    expect(message).toMatchObject({
      text: 'inside',
      protection: { encrypted: true, integrity: true, signature: 'none', signer: null },
    })
  })

  it('rebuilt by a mail server as multipart/mixed', async () => {
    const parts = pgpMimeParts(await encrypted(textPart('inside'), [bob], alice))
    const message = await opened(mail('alice@example.org', multipart('multipart/mixed', [textPart(''), ...parts])))
    expect(message).toMatchObject({ text: 'inside', protection: { encrypted: true, signature: 'good' } })
    expect(codes(message)).toContain('encrypted-rewrapped')
  })

  it('its payload alone, saved as a file, with the mail fields inside', async () => {
    const inner = mail('Alice <alice@example.org>', textPart('inside'))
    const message = await opened(await encrypted(inner, [bob], alice), 'encrypted.asc')
    expect(message).toMatchObject({ from: 'alice@example.org', subject: 'Outside', text: 'inside' })
    expect(message.protection).toMatchObject({ signature: 'good', signer: { matchesFrom: true } })
  })

  it('a protected subject wins over the one outside, only where it is protected', async () => {
    const entity = `Subject: Inside\nContent-Type: text/plain; protected-headers="v1"\n\nhello`
    const sealed = await opened(mail('alice@example.org', pgpMime(await encrypted(crlf(entity), [bob], null))))
    expect(sealed).toMatchObject({ subject: 'Inside', outerSubject: 'Outside', protectedSubject: 'Inside' })
    const plain = await opened(mail('alice@example.org', multipart('multipart/mixed', [entity])))
    expect(plain).toMatchObject({ subject: 'Outside', protectedSubject: null })
  })

  it('a footer that a mailing list adds stands outside, and the signature covers a part only', async () => {
    const signed = await signedMime(textPart('signed words'), alice)
    const message = await opened(
      mail('alice@example.org', multipart('multipart/mixed', [signed, textPart('list footer')], 'outer')),
    )
    expect(message).toMatchObject({ text: 'signed words', protection: { signature: 'partial' } })
    expect(message.outside).toContain('list footer')
    expect(codes(message)).toContain('text-outside')
  })

  it('a signature around the encryption is not one of the writer', async () => {
    const message = await opened(
      mail('alice@example.org', await signedMime(pgpMime(await encrypted(textPart('x'), [bob], null)), alice)),
    )
    expect(message.protection).toMatchObject({ encrypted: true, signature: 'partial' })
    expect(codes(message)).toContain('signature-over-ciphertext')
  })
})

describe('inline', () => {
  it('clear-signed text alone is good; dash-escaped lines come back', async () => {
    const message = await opened(await clearSigned('- dash\nFrom here\ntext   \nend', alice), 'note.txt')
    expect(message).toMatchObject({
      text: '- dash\nFrom here\ntext\nend',
      outside: '',
      protection: { signature: 'good' },
    })
  })

  it('clear-signed in a Latin-1 mail body', async () => {
    // Signed over the bytes that are in the mail, as GnuPG does it on a Latin-1 desk.
    const body = Buffer.from('Señal', 'latin1').toString('latin1')
    const signature = await detachedText(body, alice)
    const block = `-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA512\n\n${body}\n${signature}`
    const raw = Buffer.from(
      mail('alice@example.org', `Content-Type: text/plain; charset=iso-8859-1\n\n${block}`),
      'latin1',
    )
    expect(await opened(new Uint8Array(raw))).toMatchObject({ text: 'Señal', protection: { signature: 'good' } })
  })

  it('encrypted text in a mail body, and a clear-signed text inside that', async () => {
    const armour = await encrypted(await clearSigned('words', alice), [bob], null)
    const message = await opened(mail('alice@example.org', textPart(armour)))
    expect(message).toMatchObject({ text: 'words', outside: '', protection: { encrypted: true, signature: 'good' } })
  })

  it('an encrypted attachment opens under its own name, beside an uncovered text', async () => {
    const armour = await encrypted('a;b\n', [bob], alice)
    const raw = multipart('multipart/mixed', [
      textPart('see the file'),
      `Content-Type: application/octet-stream; name="hosts.csv.pgp"\nContent-Disposition: attachment; filename="hosts.csv.pgp"\n\n${armour}`,
    ])
    const message = await opened(mail('alice@example.org', raw))
    expect(message.attachments).toMatchObject([{ name: 'hosts.csv', size: 4, covered: true }])
    expect(message).toMatchObject({ text: '', outside: 'see the file', protection: { signature: 'partial' } })
  })

  it('a block for somebody else in a longer text leaves the text readable', async () => {
    const armour = await encrypted('x', [alice], null)
    const message = await opened(mail('alice@example.org', textPart(`What is this?\n\n${armour}\nThanks`)))
    expect(message.text).toMatch(/What is this\?[^]*BEGIN PGP MESSAGE[^]*Thanks/)
    expect(message.protection).toMatchObject({ encrypted: false, signature: 'none' })
    expect(codes(message)).toContain('message-no-key')
  })

  it('a quoted block in an answer is a quotation and no message', async () => {
    const quoted = (await clearSigned('words', alice)).replaceAll(/^/gm, '> ')
    const message = await opened(mail('alice@example.org', textPart(`I agree\n${quoted}`)))
    expect(message.protection.signature).toBe('none')
    expect(message.text).toContain('> words')
  })
})

describe('what is no OpenPGP', () => {
  it('a plain mail is read with its parts apart', async () => {
    const raw = multipart('multipart/mixed', [
      textPart('body'),
      'Content-Type: text/plain; name="report.txt"\n\nSource: 192.0.2.7',
      'Content-Type: message/feedback-report\n\nSource-IP: 192.0.2.7',
      'Content-Type: message/rfc822\n\nSubject: the spam\n\nbuy',
    ])
    const message = await opened(mail('Reports <r@example.org>', raw))
    expect(message).toMatchObject({
      text: 'body',
      outside: '',
      protection: { encrypted: false, integrity: false, signature: 'none' },
    })
    expect(message.attachments.map(({ name, type }) => `${name} ${type}`)).toEqual([
      'report.txt text/plain',
      'part-2.txt message/feedback-report',
      'part-3.eml message/rfc822',
    ])
  })

  it('an HTML mail has its words as text and its markup apart', async () => {
    const html =
      '<style>p{}</style><p>Pay&nbsp;now &amp; <a href="http://bad.example/x">here</a></p><script>alert(1)</script>'
    const message = await opened(mail('a@example.org', `Content-Type: text/html; charset=utf-8\n\n${html}`))
    expect(message.text).toMatch(/^Pay now & <http:\/\/bad\.example\/x> here$/)
    expect(message.html).toContain('<script>')
  })

  it.each([
    ['Fri, 20 Nov 2026 09:00:00 +0100 (CET)', '2026-11-20T08:00:00.000Z'],
    ['Mon, 28 Sep 2015 21:31:04 UT', '2015-09-28T21:31:04.000Z'],
    ['20 Nov 2026 09:00 EST', '2026-11-20T14:00:00.000Z'],
    ['Fri, 20 Nov 2026 09:00:00', null],
    ['(invalid)', null],
  ])('Date: %s', async (text, iso) => {
    const message = await opened(`From: a@example.org\r\nDate: ${text}\r\n\r\nbody`)
    expect(message).toMatchObject({ date: iso, dateText: text })
  })

  it('a text file is text; nothing and noise are sentences', async () => {
    expect(await opened('Just words', 'x.txt')).toMatchObject({ text: 'Just words', from: '' })
    expect(await openHere(' \r\n')).toMatchObject({ problem: { code: 'message-empty' } })
    const noise = Uint8Array.from({ length: 4000 }, (_, index) => (index * 7919) & 0xff)
    expect(await openHere(noise)).toMatchObject({ problem: { code: 'message-not-recognised' } })
  })

  it('a mail in UTF-16 and one from an mbox', async () => {
    const raw = mail('a@example.org', textPart('words'))
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(raw, 'utf16le')])
    expect(await opened(new Uint8Array(wide))).toMatchObject({ from: 'a@example.org', text: 'words\n'.trim() })
    expect(await opened(`From a@example.org Fri Nov 20 09:00:00 2026\n${raw}`)).toMatchObject({ text: 'words' })
  })
})

async function detachedText(latin1: string, by: Person): Promise<string> {
  const { createMessage, readPrivateKey, sign } = await import('openpgp')
  const signingKeys = await readPrivateKey({ armoredKey: by.armoredSecret })
  const message = await createMessage({ binary: new Uint8Array(Buffer.from(latin1, 'latin1')) })
  return String(await sign({ message, signingKeys, detached: true, date: new Date('2026-11-20T08:00:00Z') }))
}
