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

describe('identity binding: the From field against the key', () => {
  const from = async (field: string) =>
    (await opened(mail('x', '').replace('From: x', field) + (await signedMime(textPart('x'), eve)))).protection

  it.each([
    ['another address', 'From: alice@example.org'],
    ['the signer in the display name', 'From: "eve@example.org" <alice@example.org>'],
    ['the signer in a comment', 'From: alice@example.org (eve@example.org)'],
    ['two From fields', 'From: alice@example.org\r\nFrom: eve@example.org'],
    ['two From fields the other way', 'From: eve@example.org\r\nFrom: alice@example.org'],
    ['two addresses', 'From: eve@example.org, alice@example.org'],
    ['a group', 'From: eve@example.org: alice@example.org;'],
    ['an encoded address', 'From: =?utf-8?q?alice=40example=2Eorg?= <eve@example.org>, <alice@example.org>'],
    ['a NUL in it', 'From: eve@example.org\u0000 <alice@example.org>'],
    ['a longer domain', 'From: eve@example.org.evil.example'],
    ['none', 'X-From: eve@example.org'],
  ])('%s does not match', async (_, field) => {
    const { signature, signer } = await from(field)
    expect(signature).toBe('good')
    expect(signer).toMatchObject({ fingerprint: eve.fingerprint, matchesFrom: false })
  })

  it.each(['From: Eve <eve@example.org>', 'From: EVE@Example.ORG', 'From: "Eve, E." <eve@example.org>'])(
    '%s does',
    async (field) => {
      expect((await from(field)).signer?.matchesFrom).toBe(true)
    },
  )

  it('an inner From does not replace the outer one', async () => {
    const inner = 'From: eve@example.org\nContent-Type: text/plain; hp="clear"\n\nx'
    const message = await opened(mail('alice@example.org', await signedMime(inner, eve)))
    expect(message).toMatchObject({ from: 'alice@example.org', protection: { signer: { matchesFrom: false } } })
    expect(codes(message)).toEqual(['from-differs', 'signer-not-sender'])
  })
})

it('a signature by a key that is not here names nobody', async () => {
  const message = must(await openHere(mail('alice@example.org', signed)))
  expect(message.protection).toMatchObject({ signature: 'unknown-key', signer: null, integrity: false })
})
