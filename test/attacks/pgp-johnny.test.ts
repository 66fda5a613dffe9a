/** "Johnny, you are fired" (USENIX Security 2019): a signature is shown for exactly the bytes it covers and exactly the sender it names. */
import { beforeAll, describe, expect, it } from 'vitest'
import {
  clearSigned,
  codes,
  crlf,
  detached,
  mail,
  multipart,
  must,
  openHere,
  person,
  signedMime,
  textPart,
  type Person,
} from '../material/pgp-people.ts'

let alice: Person
let eve: Person
let signed: string
let clear: string

beforeAll(async () => {
  ;[alice, eve] = await Promise.all([person('Alice'), person('Eve')])
  signed = await signedMime(textPart('pay 10'), alice)
  clear = await clearSigned('pay 10', alice)
})

const opened = async (raw: string) => must(await openHere(raw, { known: [alice, eve], fileName: 'm.eml' }))

describe('MIME wrapping: evil parts around a signed one', () => {
  it.each([
    ['before', (part: string) => [textPart('pay 1000'), part]],
    ['after', (part: string) => [part, textPart('pay 1000')]],
    [
      'as HTML that hides the rest',
      (part: string) => ['Content-Type: text/html\n\n<p>pay 1000</p><div style="display:none">', part],
    ],
    ['as an attached form', (part: string) => [part, 'Content-Type: application/pdf; name="pay 1000.pdf"\n\n%PDF']],
  ])('%s', async (_, parts) => {
    for (const type of ['multipart/mixed', 'multipart/related', 'multipart/alternative']) {
      const message = await opened(mail('alice@example.org', multipart(type, parts(signed), 'outer')))
      expect(message.text).toBe('pay 10')
      expect(message.protection.signature).toBe('partial')
      expect(message.html).toBeNull()
      expect(message.attachments.every(({ covered }) => !covered)).toBe(true)
    }
  })

  it('evil parts inside multipart/signed', async () => {
    const content = crlf(textPart('pay 10'))
    const signature = `Content-Type: application/pgp-signature\n\n${await detached(content, alice)}`
    const type = 'multipart/signed; protocol="application/pgp-signature"'
    const three = await opened(mail('alice@example.org', multipart(type, [content, signature, textPart('pay 1000')])))
    expect(three.protection.signature).toBe('none')
    expect(codes(three)).toContain('signed-malformed')
    const swapped = await opened(mail('alice@example.org', multipart(type, [textPart('pay 1000'), signature])))
    expect(swapped.protection).toMatchObject({ signature: 'bad', signer: null })
  })

  it('preamble and epilogue are shown nowhere', async () => {
    const raw = signed.replace('\r\n\r\n', '\r\n\r\npay 1000 PREAMBLE\r\n') + '\r\npay 1000 EPILOGUE'
    const message = await opened(mail('alice@example.org', raw))
    expect(JSON.stringify(message)).not.toContain('1000')
    expect(message.protection.signature).toBe('good')
  })

  it('two Content-Type fields or two boundaries are read one way, and that way is the verified one', async () => {
    const twice = signed.replace(/^Content-Type:/, 'Content-Type: multipart/mixed; boundary="evil"\r\nContent-Type:')
    expect((await opened(mail('alice@example.org', twice))).protection.signature).toBe('none')
    const boundary = signed.replace('boundary="signed"', 'boundary="signed"; boundary="evil"')
    expect(await opened(mail('alice@example.org', `${boundary}\r\n--evil\r\n\r\npay 1000\r\n--evil--`))).toMatchObject({
      text: 'pay 10',
    })
  })
})

describe('text around a clear-signed block', () => {
  it.each([
    ['before', (block: string) => `EVIL TEXT\n${block}`],
    ['after', (block: string) => `${block}\nEVIL TEXT`],
    ['far below, behind blank lines', (block: string) => `${block}${'\n'.repeat(500)}EVIL TEXT`],
  ])('%s is outside, and the signature is partial', async (_, wrap) => {
    const message = await opened(mail('alice@example.org', textPart(wrap(clear))))
    expect(message.text).toBe('pay 10')
    expect(message.outside.trim()).toBe('EVIL TEXT')
    expect(message.protection.signature).toBe('partial')
  })

  it.each([
    ['after the Hash header (CVE-2023-41037)', (block: string) => block.replace(/(Hash: \w+)\n/, '$1\nEVIL TEXT\n')],
    ['as a header of its own', (block: string) => block.replace(/(Hash: \w+)\n/, '$1\nComment: EVIL TEXT\n')],
    ['on the line of BEGIN', (block: string) => block.replace('MESSAGE-----', 'MESSAGE----- EVIL TEXT')],
    [
      'with a vertical tab for a blank line',
      (block: string) => block.replace(/(Hash: \w+)\n\n/, '$1\n\u000bEVIL TEXT\n\n'),
    ],
    [
      'in an unescaped armour line',
      (block: string) => block.replace('pay 10', 'pay 10\n-----BEGIN PGP MESSAGE-----\nEVIL TEXT'),
    ],
    [
      'between text and signature',
      (block: string) => block.replace('-----BEGIN PGP SIGNATURE', 'EVIL TEXT\n-----BEGIN PGP SIGNATURE'),
    ],
  ])('%s is never shown as signed', async (_, forge) => {
    const message = await opened(mail('alice@example.org', textPart(forge(clear))))
    expect(['good', 'partial'].includes(message.protection.signature) && message.text.includes('EVIL')).toBe(false)
  })

  it("a second block of somebody else does not borrow the first one's name", async () => {
    const evil = await clearSigned('pay 1000', eve)
    const message = await opened(mail('alice@example.org', textPart(`${clear}\n${evil}`)))
    expect(message).toMatchObject({
      text: 'pay 10',
      protection: { signature: 'partial', signer: { fingerprint: alice.fingerprint } },
    })
    expect(message.outside).toContain('pay 1000')
  })
})

it('a signature by a key that is not here names nobody', async () => {
  const message = must(await openHere(mail('alice@example.org', signed)))
  expect(message.protection).toMatchObject({ signature: 'unknown-key', signer: null, integrity: false })
})

describe('MIME wrapping: the signed mail as a thing inside another', () => {
  const evil = 'pay 1000 to Eve'
  it.each<[string, (inner: string) => string]>([
    [
      'as an attachment',
      (inner) =>
        multipart(
          'multipart/mixed',
          [textPart(evil), inner.replace(/^/, 'Content-Disposition: attachment\r\n')],
          'outer',
        ),
    ],
    [
      'as a forwarded mail',
      (inner) =>
        multipart(
          'multipart/mixed',
          [textPart(evil), `Content-Type: message/rfc822\r\n\r\n${mail('alice@example.org', inner)}`],
          'outer',
        ),
    ],
    ['as a forwarded mail alone', (inner) => `Content-Type: message/rfc822\r\n\r\n${mail('alice@example.org', inner)}`],
    [
      'by reference from HTML',
      (inner) =>
        multipart(
          'multipart/related; start="<evil>"',
          [
            `Content-Type: text/html\n\n<b>${evil}</b><iframe src="cid:signed" hidden>`,
            `Content-ID: <signed>\r\n${inner}`,
          ],
          'outer',
        ),
    ],
    [
      'as the poorer alternative',
      (inner) => multipart('multipart/alternative', [inner, `Content-Type: text/html\n\n<b>${evil}</b>`], 'outer'),
    ],
    [
      'in a digest',
      (inner) => multipart('multipart/digest', [`Content-Type: text/plain\n\n${evil}`, `\r\n${inner}`], 'outer'),
    ],
    [
      'as an external body',
      (inner) =>
        multipart(
          'multipart/mixed',
          [
            textPart(evil),
            `Content-Type: message/external-body; access-type=URL; URL="http://canary.example/"\r\n\r\n${inner}`,
          ],
          'outer',
        ),
    ],
    [
      'in a partial message',
      (inner) =>
        multipart(
          'multipart/mixed',
          [textPart(evil), `Content-Type: message/partial; id=1; number=1; total=1\r\n\r\n${inner}`],
          'outer',
        ),
    ],
    ['in parts nobody knows', (inner) => multipart('multipart/x-unknown', [textPart(evil), inner], 'outer')],
  ])('%s: no word of the evil one counts as signed', async (_, wrap) => {
    const message = await opened(mail('alice@example.org', wrap(signed)))
    const { signature, signer } = message.protection
    expect(signature).not.toBe('good')
    if (signer) expect(message.text).toBe('pay 10')
    expect(message.textParts.filter(({ covered }) => covered).every(({ text }) => !text.includes('1000'))).toBe(true)
    expect(message.attachments.every(({ covered }) => !covered)).toBe(true)
  })

  it('a signed text with a nested signed mail of somebody else: the outer one speaks for all of it', async () => {
    const nested = multipart(
      'multipart/mixed',
      [textPart('see below'), await signedMime(textPart('pay 1000'), eve, 'in')],
      'middle',
    )
    const message = await opened(mail('alice@example.org', await signedMime(nested, alice, 'out')))
    expect(message).toMatchObject({
      outside: '',
      protection: { signature: 'good', signer: { fingerprint: alice.fingerprint } },
    })
    expect(message.text).toMatch(/see below[^]*pay 1000/)
    expect(message.protection.signatures.map(({ fingerprint }) => fingerprint)).toEqual([
      alice.fingerprint,
      eve.fingerprint,
    ])
  })

  it('a signed part whose own boundary runs on into what follows', async () => {
    const raw = signed
      .replace(/--signed--\s*$/, '')
      .replace(/(Content-Type: text\/plain[^]*?)\r\n--signed/, '$1\r\n--signed')
    const more = await opened(
      mail('alice@example.org', `${raw}--signed\r\nContent-Type: text/plain\r\n\r\npay 1000\r\n--signed--\r\n`),
    )
    expect(more.protection.signature).toBe('none')
    expect(codes(more)).toContain('signed-malformed')
  })

  it('a changed header of the signed part is noticed, its transfer encoding above all', async () => {
    for (const change of [
      (raw: string) => raw.replace('text/plain; charset=utf-8', 'text/plain; charset=utf-16le'),
      (raw: string) => raw.replace('text/plain; charset', 'text/html; charset'),
      (raw: string) =>
        raw.replace('text/plain; charset=utf-8', 'text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64'),
    ]) {
      expect((await opened(mail('alice@example.org', change(signed)))).protection.signature).toBe('bad')
    }
  })

  it('an attached file saved with other line ends than were signed is shown as it was signed', async () => {
    const file = crlf('Content-Type: application/octet-stream; name="a.bin"\n\none\ntwo')
    const raw = mail('alice@example.org', await signedMime(file, alice))
    const exact = await opened(raw)
    const saved = await opened(raw.replaceAll('\r\n', '\n'))
    const mixed = await opened(raw.replace('one\r\ntwo', 'one\ntwo'))
    for (const message of [exact, saved, mixed]) {
      expect(message.protection.signature).toBe('good')
      expect(message.attachments[0]?.sha256).toBe(exact.attachments[0]?.sha256)
    }
  })
})

describe('signatures beside files in a mail', () => {
  const file = (name: string, body: string): string =>
    `Content-Type: application/octet-stream; name="${name}"\nContent-Disposition: attachment; filename="${name}"\n\n${body}`
  it.each([
    ['fits', 'a;b', 'a;b', 'attachment-signed', 'good'],
    ['is of another file', 'a;b', 'c;d', 'attachment-signature-unproved', 'bad'],
  ])('one that %s is said, and the mail itself stays unsigned', async (_, signedText, sent, code, state) => {
    const raw = multipart('multipart/mixed', [
      textPart('see the list'),
      file('list.csv', sent),
      file('list.csv.asc', await detached(signedText, alice)),
    ])
    const message = await opened(mail('alice@example.org', raw))
    expect(codes(message)).toContain(code)
    expect(message.protection).toMatchObject({
      signature: 'none',
      signer: null,
      signatures: [{ state, covers: false }],
    })
    expect(message.attachments).toHaveLength(2)
  })
})
