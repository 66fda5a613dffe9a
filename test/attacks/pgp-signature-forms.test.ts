/** Signatures of every odd form: of other versions, types and hashes, with demands, contradictions or for others; each says what it is, and none is `good` by mistake. */
import { beforeAll, describe, expect, it } from 'vitest'
import { codes, crlf, mail, multipart, must, openHere, person, textPart, type Person } from '../material/pgp-people.ts'
import {
  armouredKey,
  armouredSignature,
  HASH,
  literal,
  marker,
  notation,
  onePass,
  packet,
  padding,
  publicKey,
  sealed,
  secret,
  signature,
  signedMessage,
  SIGNED_AT,
  sub,
  TYPE,
  uint,
  type Signing,
} from '../material/pgp-forge.ts'

const alice = secret()
const eve = secret()
const known = [
  { armoredPublic: armouredKey(publicKey(alice, { userIds: ['Alice <alice@example.org>'] })) },
  { armoredPublic: armouredKey(publicKey(eve)) },
]
let bob: Person

beforeAll(async () => {
  bob = await person('Bob')
})

const read = async (message: Uint8Array) => must(await openHere(new Uint8Array(message), { known, own: [bob] }))
const signed = (how: Signing) => read(signedMessage(alice, 'words', how))

const entity = crlf(textPart('words'))
/** The same signature as RFC 3156 carries it. */
const detachedMail = async (...packets: readonly Uint8Array[]) => {
  const armour = armouredSignature(Buffer.concat(packets))
  const parts = [entity, `Content-Type: application/pgp-signature\n\n${armour}`]
  const raw = multipart('multipart/signed; protocol="application/pgp-signature"', parts)
  return must(await openHere(mail('alice@example.org', raw), { known, own: [bob], fileName: 'm.eml' }))
}

describe.each([
  ['in a message', signed],
  ['detached', (how: Signing) => detachedMail(signature(alice, entity, how))],
])('%s', (_, open) => {
  it.each<[string, Signing, string, string | null]>([
    ['a plain one', {}, 'good', null],
    ['over text', { type: TYPE.text }, 'good', null],
    ['a standalone one', { type: TYPE.standalone }, 'bad', 'signature-wrong-type'],
    ['a certification', { type: TYPE.certification }, 'bad', 'signature-wrong-type'],
    ['a revocation', { type: TYPE.keyRevocation }, 'bad', 'signature-wrong-type'],
    ['a timestamp', { type: 0x40 }, 'bad', 'signature-wrong-type'],
    ['one with a demand', { hashed: [notation('x@example.org', 'y', true)] }, 'bad', 'signature-demanding'],
    ['one with a remark', { hashed: [notation('x@example.org', 'y')] }, 'good', null],
    [
      'one with an unknown subpacket that must be known',
      { hashed: [sub(99, [1], true)] },
      'bad',
      'signature-demanding',
    ],
    ['one with an unknown subpacket', { hashed: [sub(99, [1])] }, 'good', null],
    ['one that was good for a day', { hashed: [sub(3, uint(24 * 3600, 4))] }, 'key-expired', 'signature-expired'],
    ['SHA-1', { hash: HASH.sha1 }, 'weak', 'signature-too-weak'],
    ['MD5', { hash: HASH.md5 }, 'weak', 'signature-too-weak'],
    ['RIPEMD-160', { hash: HASH.ripemd160 }, 'weak', 'signature-too-weak'],
    ['of version 3', { version: 3 }, 'bad', 'signature-unreadable'],
    ['of version 5', { version: 5 }, 'bad', 'signature-unreadable'],
    ['of version 6', { version: 6 }, 'bad', 'signature-unreadable'],
    ['of an unknown algorithm', { algorithm: 99 }, 'bad', 'signature-unreadable'],
    ['by an RSA key as it says', { algorithm: 1 }, 'bad', 'signature-unreadable'],
    [
      'that names no key',
      { onlyHashed: [sub(2, uint(SIGNED_AT, 4))], unhashed: [] },
      'unknown-key',
      'signature-names-no-key',
    ],
    [
      'that names key zero',
      { onlyHashed: [sub(2, uint(SIGNED_AT, 4))], unhashed: [sub(16, Buffer.alloc(8))] },
      'unknown-key',
      'signature-names-no-key',
    ],
    ['without a time', { onlyHashed: [sub(33, Buffer.concat([Buffer.from([4]), alice.fingerprint]))] }, 'bad', null],
    [
      'that names Eve where nothing is signed',
      { unhashed: [sub(16, eve.fingerprint.subarray(-8))] },
      'bad',
      'signature-contradicts',
    ],
    ['for somebody else', { hashed: [sub(35, Buffer.alloc(21, 4))] }, 'bad', 'signature-for-others'],
    ['for somebody else, critically', { hashed: [sub(35, Buffer.alloc(21, 4), true)] }, 'bad', 'signature-for-others'],
  ])('%s', async (_name, how, expected, code) => {
    const message = await open(how)
    expect(message.text).toBe('words')
    expect(message.protection.signature).toBe(expected)
    expect(message.protection.signatures.map(({ state }) => state)).toEqual([expected])
    if (code !== null) expect(codes(message)).toContain(code)
    if (expected === 'good') expect(codes(message).filter((one) => one.startsWith('signature'))).toEqual([])
  })
})

describe('taken out of a message to somebody else', () => {
  const forBob = (): Buffer => sub(35, Buffer.concat([Buffer.from([4]), Buffer.from(bob.fingerprint, 'hex')]))

  it('counts for the one it was for', async () => {
    const message = await read(await sealed(signedMessage(alice, 'words', { hashed: [forBob()] }), bob))
    expect(message.protection).toMatchObject({ encrypted: true, signature: 'good' })
  })

  it('does not count when Bob passes it on, encrypted or not', async () => {
    const carol = await person('Carol')
    const inner = signedMessage(alice, 'words', { hashed: [forBob()] })
    const encrypted = new Uint8Array(await sealed(inner, carol))
    const passedOn = must(await openHere(encrypted, { known, own: [carol] }))
    for (const message of [passedOn, await read(inner)]) {
      expect(message.protection.signature).toBe('bad')
      expect(codes(message)).toContain('signature-for-others')
    }
  })
})

describe('several signatures', () => {
  const two = (first: Uint8Array, second: Uint8Array): Buffer =>
    Buffer.concat([onePass(eve, {}, 0), onePass(alice), literal('words'), first, second])

  it('are all listed, and the best one speaks', async () => {
    const message = await read(two(signature(alice, 'words'), signature(eve, 'other words')))
    expect(message.protection).toMatchObject({ signature: 'good', signer: { userId: 'Alice <alice@example.org>' } })
    expect(message.protection.signatures.map(({ state }) => state)).toEqual(['good', 'bad'])
    expect(codes(message)).toContain('signature-bad')
  })

  it('of one text by two', async () => {
    const message = await read(two(signature(alice, 'words'), signature(eve, 'words')))
    expect(message.protection.signatures.map(({ state, userId }) => [state, userId])).toEqual([
      ['good', 'Alice <alice@example.org>'],
      ['good', 'Eve <eve@example.org>'],
    ])
  })

  it('one that cannot be read beside one that can', async () => {
    const message = await detachedMail(signature(alice, entity, { version: 5 }), signature(alice, entity))
    expect(message.protection.signatures.map(({ state }) => state)).toEqual(['good', 'bad'])
    expect(codes(message)).toContain('signature-unreadable')
  })

  it('a thousand are not all computed', async () => {
    const many = Array.from({ length: 1000 }, () => signature(eve, 'other'))
    const start = performance.now()
    const message = await detachedMail(...many, signature(alice, entity))
    expect(performance.now() - start).toBeLessThan(3000)
    expect(message.protection.signature).toBe('bad')
    expect(codes(message)).toContain('signatures-left')
  })
})

describe('other packets among those of a signature', () => {
  it.each([
    ['a marker', () => marker(), 'good'],
    ['a literal', () => literal('evil'), 'bad'],
    ['a key', () => publicKey(eve), 'bad'],
    ['one that may be passed over', () => packet(60, Buffer.from('x')), 'good'],
    ['one that must not be', () => packet(39, Buffer.from('x')), 'bad'],
    ['padding', () => padding(), 'good'],
  ])('%s', async (_, make, expected) => {
    const message = await detachedMail(make(), signature(alice, entity))
    expect(message.protection.signature).toBe(expected)
  })
})

it('a signature of another message, pasted', async () => {
  const message = await read(Buffer.concat([onePass(alice), literal('pay 1000'), signature(alice, 'pay 10')]))
  expect(message.protection).toMatchObject({ signature: 'bad', signer: null })
  expect(message.protection.signatures).toMatchObject([{ state: 'bad', fingerprint: null, userId: null }])
})
