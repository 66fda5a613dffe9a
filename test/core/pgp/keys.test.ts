/** What can be said of a key, and what becomes of it when it is locked, renewed, merged or revoked. */
import { generateKey as makeKey, readKey, readPrivateKey } from 'openpgp'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  generateKey,
  inspectKey,
  mergeKeys,
  protectSecret,
  revokeKey,
  unlockSecret,
} from '../../../electron/core/pgp/key-material.ts'
import { readKeyFile } from '../../../electron/core/pgp/key-file.ts'
import { readKeys } from '../../../electron/core/pgp/read-keys.ts'
import { seal } from '../../../electron/core/pgp/seal.ts'
import { idCollisions, type ReadKey } from '../../../shared/domain/key/key.ts'
import {
  bytesOf,
  must,
  NOW,
  openHere,
  person,
  signedMime,
  mail,
  textPart,
  type Person,
} from '../../material/pgp-people.ts'

let alice: Person
let bob: Person

beforeAll(async () => {
  ;[alice, bob] = await Promise.all([person('Alice', 365), person('Bob')])
})

const read = async (text: string | Uint8Array, announced: string | null = null): Promise<readonly ReadKey[]> =>
  must(
    await readKeyFile({
      bytes: typeof text === 'string' ? bytesOf(text) : text,
      fileName: 'k.asc',
      announced,
      now: NOW,
    }),
  )

const first = (keys: readonly ReadKey[]): ReadKey => {
  const key = keys[0]
  if (!key) throw new Error('no key')
  return key
}

const codesOf = ({ inspected }: ReadKey): readonly string[] => inspected.findings.map(({ code }) => code)

describe('a new key', () => {
  it('is usable, of version 4, without AEAD among its features, and expires when asked', async () => {
    const inspected = must(await inspectKey(alice.armoredPublic, NOW))
    expect(inspected).toEqual({
      fingerprint: alice.fingerprint,
      userIds: ['Alice <alice@example.org>'],
      algorithm: 'ed25519',
      created: '2026-10-01T00:00:00.000Z',
      expires: '2027-10-01T00:00:00.000Z',
      state: 'usable',
      canEncrypt: true,
      canSign: true,
      secret: false,
      findings: [],
      repairs: [],
    })
    const key = await readKey({ armoredKey: alice.armoredPublic })
    const { selfCertification } = await key.getPrimaryUser(new Date(NOW))
    expect(key.keyPacket.version).toBe(4)
    expect((selfCertification.features?.[0] ?? 0) & ~1).toBe(0)
    expect(selfCertification.preferredAEADAlgorithms).toBeNull()
  })

  it.each([
    ['', 'a@example.org'],
    ['A <x>', 'a@example.org'],
    ['A\nB', 'a@example.org'],
    ['A', 'no address'],
  ])('is not made for %j, %j', async (name, email) => {
    const result = await generateKey({ name, email, now: NOW, expiresInDays: null })
    expect(result).toMatchObject({ ok: false, problem: { code: 'key-user-id-invalid' } })
  })
})

describe('the lock of a key', () => {
  it('takes a new passphrase, refuses a wrong one, and can be taken off', async () => {
    const locked = must(await protectSecret(alice.armoredSecret, null, 'one'))
    expect((await readPrivateKey({ armoredKey: locked })).isDecrypted()).toBe(false)
    expect(await unlockSecret(locked, 'two')).toEqual({
      ok: false,
      problem: { code: 'key-passphrase-wrong', params: { fingerprint: alice.fingerprint } },
    })
    expect(must(await unlockSecret(locked, 'one'))).toEqual({ fingerprint: alice.fingerprint, wasLocked: true })
    const open = must(await protectSecret(locked, 'one', null))
    expect(must(await unlockSecret(open, null)).wasLocked).toBe(false)
  })

  it('a public key has none', async () => {
    expect(await unlockSecret(alice.armoredPublic, null)).toMatchObject({ problem: { code: 'key-not-secret' } })
  })
})

describe('a revoked key', () => {
  it('does not revive, whichever copy comes last (demand 7 of the clients)', async () => {
    const revoked = must(await revokeKey(alice.armoredSecret, null, 'superseded', NOW))
    const later = '2026-12-01T00:00:00.000Z'
    const state = async (armored: string) => must(await inspectKey(armored, later)).state
    expect(await state(revoked.armoredPublic)).toBe('revoked')
    expect(await state(must(await mergeKeys(alice.armoredPublic, revoked.armoredPublic)).armored)).toBe('revoked')
    expect(await state(must(await mergeKeys(revoked.armoredPublic, alice.armoredPublic)).armored)).toBe('revoked')
    expect(must(await mergeKeys(revoked.armoredPublic, alice.armoredPublic)).changed).toBe(false)
  })

  it('is not encrypted to, does not sign, and its signatures are of state key-revoked', async () => {
    const revoked = must(await revokeKey(bob.armoredSecret, null, 'compromised', NOW))
    const later = '2026-12-01T00:00:00.000Z'
    const raw = mail(bob.address, await signedMime(textPart('x'), bob))
    const message = must(await openHere(raw, { known: [{ ...bob, ...revoked }], now: later }))
    expect(message.protection).toMatchObject({ signature: 'key-revoked', signer: { fingerprint: bob.fingerprint } })
    const sealing = {
      signWith: { armored: alice.armoredSecret, passphrase: null },
      form: 'asc' as const,
      from: { name: '', address: alice.address },
      to: [],
      subject: '',
      outerSubject: '',
      messageId: 'x@example.org',
      text: 'x',
      attachments: [],
      attachOwnKey: false,
      now: later,
      boundary: 'abcdefabcdefabcdef',
    }
    expect(await seal({ ...sealing, recipients: [revoked.armoredPublic] })).toMatchObject({
      problem: { code: 'key-cannot-encrypt' },
    })
    const signWith = { armored: revoked.armoredSecret, passphrase: null }
    expect(await seal({ ...sealing, recipients: [alice.armoredPublic], signWith })).toMatchObject({
      problem: { code: 'key-cannot-sign' },
    })
  })
})

describe('merging', () => {
  it('keeps a secret key secret and never mixes two keys', async () => {
    const merged = must(await mergeKeys(alice.armoredSecret, alice.armoredPublic))
    expect(must(await inspectKey(merged.armored, NOW)).secret).toBe(true)
    expect(await mergeKeys(alice.armoredPublic, bob.armoredPublic)).toEqual({
      ok: false,
      problem: { code: 'key-differs', params: { one: alice.fingerprint, other: bob.fingerprint } },
    })
  })
})

describe('an expired key', () => {
  it('is read, named and marked; what it signed in time is key-expired with the reason', async () => {
    const olga = await person('Olga', 60)
    const later = '2027-03-01T00:00:00.000Z'
    expect(must(await inspectKey(olga.armoredPublic, later))).toMatchObject({
      state: 'expired',
      canEncrypt: false,
      expires: '2026-11-30T00:00:00.000Z',
      userIds: ['Olga <olga@example.org>'],
    })
    const message = must(
      await openHere(mail(olga.address, await signedMime(textPart('x'), olga)), { known: [olga], now: later }),
    )
    expect(message.protection).toMatchObject({ signature: 'key-expired', signer: { matchesFrom: true } })
    expect(message.findings).toMatchObject([{ code: 'signature-key-expired-since' }])
  })
})

describe('a file of keys', () => {
  it('is read key by key in a worker: a broken one fails nobody else', async () => {
    const broken = bob.armoredPublic.replace(
      /\n([A-Za-z0-9+/]{50,})\n/,
      (_, line: string) => `\n${'/'.repeat(line.length)}\n`,
    )
    const keys = must(
      await readKeys({ bytes: `${alice.armoredPublic}\nwords\n${broken}\n${bob.armoredPublic}`, now: NOW }),
    )
    expect(keys.map(({ inspected }) => inspected.state)).toEqual(['usable', 'unreadable', 'usable'])
    expect(keys.map(({ inspected }) => inspected.fingerprint)).toEqual([alice.fingerprint, null, bob.fingerprint])
  })

  it('a binary key ring of two', async () => {
    const packets = await Promise.all(
      [alice, bob].map(async ({ armoredPublic }) => (await readKey({ armoredKey: armoredPublic })).write()),
    )
    const keys = await read(new Uint8Array(Buffer.concat(packets)))
    expect(keys.map(({ inspected }) => inspected.fingerprint)).toEqual([alice.fingerprint, bob.fingerprint])
  })

  it('a secret key gives both halves', async () => {
    const key = first(await read(alice.armoredSecret))
    expect(key.inspected).toMatchObject({ secret: true, state: 'usable' })
    expect(key.armored).toContain('PUBLIC KEY BLOCK')
    expect(key.armoredSecret).toContain('PRIVATE KEY BLOCK')
  })

  it('without a key says so', async () => {
    expect(await readKeyFile({ bytes: bytesOf('words'), fileName: 'a.txt', announced: null, now: NOW })).toEqual({
      ok: false,
      problem: { code: 'keys-none', params: { name: 'a.txt' } },
    })
  })
})

describe('a damaged layout is mended without touching the key', () => {
  const body = (armour: string): readonly string[] =>
    armour.split('\n').filter((line) => line !== '' && !line.startsWith('-----'))
  const block = (lines: readonly string[]): string =>
    ['-----BEGIN PGP PUBLIC KEY BLOCK-----', ...lines, '-----END PGP PUBLIC KEY BLOCK-----', ''].join('\n')
  const layouts: readonly (readonly [string, (lines: readonly string[]) => string])[] = [
    ['quoted with "> "', (lines) => block(['', ...lines]).replaceAll(/^/gm, '> ')],
    ['blank lines everywhere', (lines) => block(lines.flatMap((line) => ['', line]))],
    [
      'comments between blank lines',
      (lines) => block(['', 'Comment: User ID: somebody', '', 'Comment: Valid until: tomorrow', '', ...lines]),
    ],
    ['fenced', (lines) => block(['', '```', ...lines, '```'])],
    ['no blank line after BEGIN', (lines) => block(lines)],
    [
      'checksum glued to the last line',
      (lines) => block(['', ...lines.slice(0, -2), `${lines.at(-2) ?? ''}${lines.at(-1) ?? ''}`]),
    ],
    [
      'wrapped anew at 70',
      (lines) =>
        block([
          '',
          ...(lines
            .slice(0, -1)
            .join('')
            .match(/.{1,70}/g) ?? []),
          '',
          lines.at(-1) ?? '',
        ]),
    ],
    [
      'indented with no-break spaces, CRLF',
      (lines) => block(['', ...lines.map((line) => `\u00a0 ${line}`)]).replaceAll('\n', '\r\n'),
    ],
  ]

  it.each(layouts)('%s', async (_, layout) => {
    const key = first(await read(`Our key:\n${layout(body(alice.armoredPublic))}\nThank you`))
    expect(key.inspected).toMatchObject({ fingerprint: alice.fingerprint, state: 'usable' })
    expect(codesOf(key)).toEqual(['key-layout-mended'])
  })

  it('a clean block has no finding; a wrong checksum has one, as OpenPGP.js does not look', async () => {
    expect(codesOf(first(await read(alice.armoredPublic)))).toEqual([])
    const wrong = alice.armoredPublic.replace(/\n=(.)/, (_, start: string) => `\n=${start === 'A' ? 'B' : 'A'}`)
    expect(first(await read(wrong)).inspected.state).toBe('usable')
    expect(codesOf(first(await read(wrong)))).toEqual(['crc-mismatch'])
  })

  it('armour headers of the sender are not passed on', async () => {
    const key = first(await read(alice.armoredPublic.replace('\n\n', '\nComment: trust me\n\n')))
    expect(key.armored).not.toContain('trust me')
  })
})

describe('a key of which only the first packet is whole', () => {
  it('is identity-only if its fingerprint was announced, and unreadable if not', async () => {
    const packets = (await readKey({ armoredKey: alice.armoredPublic })).write()
    const cut = new Uint8Array(packets.subarray(0, 53 + 40))
    const spaced = alice.fingerprint.replaceAll(/(.{4})/g, '$1 ')
    expect(first(await read(cut, spaced)).inspected).toMatchObject({
      fingerprint: alice.fingerprint,
      state: 'identity-only',
      userIds: [],
      canEncrypt: false,
    })
    expect(first(await read(cut)).inspected).toMatchObject({ fingerprint: null, state: 'unreadable' })
    expect(first(await read(cut, bob.fingerprint)).inspected.state).toBe('unreadable')
  })
})

describe('names and IDs', () => {
  it('a user ID without a valid self-signature is never shown (CVE-2021-23992)', async () => {
    const [mine, others] = await Promise.all([
      readKey({ armoredKey: alice.armoredPublic }),
      readKey({ armoredKey: bob.armoredPublic }),
    ])
    const foreign = others.users[0]
    if (!foreign) throw new Error('no user')
    mine.users.push(foreign)
    const key = first(await read(mine.write()))
    expect(key.inspected.userIds).toEqual(['Alice <alice@example.org>'])
    expect(key.inspected.findings).toEqual([{ code: 'user-id-unsigned', params: { count: 1 } }])
  })

  it('keys that end alike are shown as such', () => {
    const [one, other] = [`${'A'.repeat(32)}DEADBEEF`, `${'B'.repeat(32)}DEADBEEF`]
    expect(idCollisions([one, other, 'C'.repeat(40)])).toEqual([one, other])
    expect(idCollisions([one, one])).toEqual([])
  })
})

it('a key without an encryption part can be checked with, and not be written to', async () => {
  const { publicKey } = await makeKey({
    type: 'ecc',
    curve: 'ed25519Legacy',
    userIDs: { name: 'Sign', email: 's@example.org' },
    subkeys: [],
    date: new Date('2026-01-01'),
  })
  const key = first(await read(publicKey))
  expect(key.inspected).toMatchObject({ state: 'identity-only', canEncrypt: false, canSign: true })
  expect(codesOf(key)).toEqual(['no-encryption-subkey'])
})
