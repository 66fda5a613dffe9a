/** A signature that fits proves only what its key may prove: forged, unbound, expired and revoked keys and subkeys never give `good`. */
import { expect, it, describe } from 'vitest'
import { codes, must, openHere } from '../material/pgp-people.ts'
import {
  armouredKey,
  literal,
  MADE_AT,
  onePass,
  publicKey,
  revocation,
  secret,
  seconds,
  signature,
  signedMessage,
  SIGNED_AT,
  sub,
  subkey,
  subkeyRevocation,
  uint,
  type Secret,
} from '../material/pgp-forge.ts'

const DAY = 24 * 3600
const alice = secret()
const eve = secret()

const read = async (message: Uint8Array, ...keys: readonly Uint8Array[]) =>
  must(await openHere(new Uint8Array(message), { known: keys.map((key) => ({ armoredPublic: armouredKey(key) })) }))

/** Signs with `by` and opens with the key given. */
const state = async (by: Secret, key: Uint8Array, at = SIGNED_AT) => {
  const message = await read(signedMessage(by, 'words', { at }), key)
  expect(message.text).toBe('words')
  return { signature: message.protection.signature, codes: codes(message), protection: message.protection }
}

describe('the primary key signs', () => {
  it('good, when nothing is wrong: the forge writes what openpgp reads', async () => {
    const { signature: seen, protection } = await state(alice, publicKey(alice, { userIds: ['Alice <a@example.org>'] }))
    expect(seen).toBe('good')
    expect(protection.signer?.userId).toBe('Alice <a@example.org>')
    expect(protection.signatures).toEqual([
      {
        state: 'good',
        fingerprint: alice.fingerprint.toString('hex').toUpperCase(),
        userId: 'Alice <a@example.org>',
        issuer: alice.fingerprint.subarray(-8).toString('hex').toUpperCase(),
        signedAt: '2026-11-20T08:00:00.000Z',
        covers: true,
      },
    ])
  })

  it.each([
    ['may only certify', { flags: 1 }, 'bad', 'signature-key-not-allowed'],
    ['has no flags at all', { flags: 0 }, 'bad', 'signature-key-not-allowed'],
    ['has no user ID', { userIds: [] }, 'bad', 'signature-key-not-allowed'],
    [
      'had expired before',
      { selfSignature: { hashed: [sub(9, uint(10 * DAY, 4))] } },
      'key-expired',
      'signature-after-expiry',
    ],
    [
      'has expired since',
      { selfSignature: { hashed: [sub(9, uint(51 * DAY, 4))] } },
      'key-expired',
      'signature-key-expired-since',
    ],
  ])('of a key that %s', async (_, parts, expected, code) => {
    const seen = await state(alice, publicKey(alice, parts))
    expect(seen).toMatchObject({ signature: expected })
    expect(seen.codes).toContain(code)
  })

  it.each([
    ['for no reason', 0, SIGNED_AT - DAY, 'signature-key-revoked'],
    ['as stolen, before', 2, SIGNED_AT - DAY, 'signature-key-revoked'],
    ['as stolen, after', 2, SIGNED_AT + DAY, 'signature-key-revoked'],
    ['as retired, before', 3, SIGNED_AT - DAY, 'signature-key-revoked'],
    ['as retired, after', 3, SIGNED_AT + DAY, 'signature-key-revoked-since'],
    ['as superseded, after', 1, SIGNED_AT + DAY, 'signature-key-revoked-since'],
  ])('of a key revoked %s', async (_, reason, at, code) => {
    const seen = await state(alice, publicKey(alice, { direct: [revocation(alice, at, reason)] }))
    expect(seen.signature).toBe('key-revoked')
    expect(seen.codes).toContain(code)
  })

  it('a revocation that somebody else made is none', async () => {
    const seen = await state(alice, publicKey(alice, { direct: [revocation(eve, SIGNED_AT - DAY, 2)] }))
    expect(seen.signature).toBe('good')
  })

  it('a signature older than its key', async () => {
    const seen = await state(alice, publicKey(alice), MADE_AT - DAY)
    expect(seen.signature).toBe('bad')
    expect(seen.protection.signer).toBeNull()
  })

  it.each([
    ['in a week', '2026-11-29T10:00:00Z', 'bad'],
    ['in 2038', '2038-01-01T00:00:00Z', 'bad'],
    ['in an hour, by a clock that goes wrong', '2026-11-22T11:00:00Z', 'good'],
  ])('a signature dated %s', async (_, at, expected) => {
    const seen = await state(alice, publicKey(alice), seconds(at))
    expect(seen.signature).toBe(expected)
    expect(seen.codes.includes('signature-time-ahead')).toBe(expected === 'bad')
  })
})

describe('a subkey signs', () => {
  const own = secret()
  it.each([
    ['bound both ways', { back: true }, 'good'],
    ['without a signature back: anybody can adopt it', { back: false }, 'bad'],
    ['for encryption', { flags: 0x0c }, 'bad'],
  ])('%s', async (_, how, expected) => {
    const seen = await state(own, publicKey(alice, { subkeys: [subkey(alice, own, how)] }))
    expect(seen.signature).toBe(expected)
    if (expected === 'bad') expect(seen.protection.signer).toBeNull()
  })

  it('bound by somebody else', async () => {
    const seen = await state(own, publicKey(alice, { subkeys: [subkey(eve, own)] }))
    expect(['bad', 'unknown-key']).toContain(seen.signature)
  })

  it('adopted by Eve from Alice names nobody as Eve', async () => {
    // Alice's own signing subkey, copied with Alice's back signature under Eve's key.
    const stolen = subkey(alice, own)
    const seen = await state(own, publicKey(eve, { subkeys: [stolen] }))
    expect(['bad', 'unknown-key']).toContain(seen.signature)
    expect(seen.protection.signer).toBeNull()
  })

  it.each([
    ['as stolen', 2, SIGNED_AT + DAY],
    ['as retired, before', 3, SIGNED_AT - DAY],
    ['as retired, after', 3, SIGNED_AT + DAY],
  ])('revoked %s', async (_, reason, at) => {
    const parts = [subkey(alice, own), subkeyRevocation(alice, own, at, reason)]
    expect((await state(own, publicKey(alice, { subkeys: parts }))).signature).toBe('key-revoked')
  })

  it('of a primary key that is revoked', async () => {
    const key = publicKey(alice, { direct: [revocation(alice, SIGNED_AT - DAY, 2)], subkeys: [subkey(alice, own)] })
    expect((await state(own, key)).signature).toBe('key-revoked')
  })
})

describe('whose name is shown', () => {
  it('no user ID that the key did not sign (CVE-2021-23992)', async () => {
    const key = publicKey(eve, { unboundUserIds: ['Alice <alice@example.org>'] })
    const { protection } = await state(eve, key)
    expect(protection).toMatchObject({ signature: 'good', signer: { userId: 'Eve <eve@example.org>' } })
    expect(JSON.stringify(protection)).not.toContain('Alice')
  })

  it.each([
    ['another direction', 'Eve \u202e<gro.elpmaxe@ecila>', /\u202e/],
    ['line breaks', 'Eve\nalice@example.org\r\n<eve@example.org>', /[\r\n]/],
    ['terminal controls', 'Eve \u001b[2K\u001b[1Galice@example.org', /\p{Cc}/u],
    ['a NUL', 'alice@example.org\u0000 <eve@example.org>', /\p{Cc}/u],
    ['no width between letters', 'a\u200blice@example.org', /\u200b/],
    ['three thousand letters', 'x'.repeat(3000), /x{300}/],
  ])('of a user ID with %s', async (_, userId, never) => {
    const { protection } = await state(eve, publicKey(eve, { userIds: [userId] }))
    expect(JSON.stringify([protection.signer, protection.signatures])).not.toMatch(never)
    expect(protection.signer?.userId ?? '').not.toMatch(never)
  })

  it('of a user ID that is no UTF-8 nothing is made up', async () => {
    const key = publicKey(eve, { userIds: [Buffer.from('alice\xff <alice@example.org>', 'latin1')] })
    const { protection } = await state(eve, key)
    expect(protection.signature).not.toBe('good')
    expect(protection.signer?.userId ?? '').toBe('')
  })
})

it('two keys with one key ID: the fingerprint decides, and without one the arithmetic', async () => {
  const id = alice.fingerprint.subarray(-8)
  const noFingerprint = { onlyHashed: [sub(2, uint(SIGNED_AT, 4))], unhashed: [sub(16, id)] }
  const message = Buffer.concat([onePass(alice), literal('words'), signature(alice, 'words', noFingerprint)])
  const seen = await read(message, publicKey(eve), publicKey(alice, { userIds: ['Alice <a@example.org>'] }))
  expect(seen.protection).toMatchObject({ signature: 'good', signer: { userId: 'Alice <a@example.org>' } })
})
