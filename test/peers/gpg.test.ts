/** GnuPG opens what we seal, and we open what GnuPG makes, mails included. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { generateKey } from '../../electron/core/pgp/key-material.ts'
import { readKeyFile } from '../../electron/core/pgp/key-file.ts'
import { seal } from '../../electron/core/pgp/seal.ts'
import { mimeBudget, splitMime } from '../../electron/core/mime/split.ts'
import { defaultLimits } from '../../electron/core/mime/limits.ts'
import {
  bytesOf,
  crlf,
  mail,
  multipart,
  must,
  openHere,
  person,
  pgpMime,
  textPart,
  type Person,
} from '../material/pgp-people.ts'
import { hasPeer, peer, type Peer } from './peer.ts'

const GPG = [
  '--batch',
  '--yes',
  '--no-tty',
  '--trust-model',
  'always',
  '--pinentry-mode',
  'loopback',
  '--passphrase',
  '',
]

describe.skipIf(!hasPeer('gpg'))('gpg', () => {
  let gpg: Peer
  let bob: Person
  let greta: Person
  const now = new Date(Date.now() + 60_000).toISOString()

  const run = (args: readonly string[], input?: string | Uint8Array) =>
    gpg.run('gpg', [...GPG, '--status-fd', '2', ...args], input)
  const armored = (args: readonly string[], input?: string | Uint8Array): string => {
    const { status, out, said } = run(['--armor', ...args], input)
    if (status !== 0) throw new Error(said)
    return out.toString('latin1')
  }

  beforeAll(async () => {
    gpg = peer()
    bob = await person('Bob', null, '2026-01-01T00:00:00.000Z')
    const address = 'greta@example.org'
    run(['--quick-generate-key', `Greta <${address}>`, 'ed25519', 'cert,sign', 'never'])
    const fingerprint =
      /fpr:+([0-9A-F]{40}):/.exec(run(['--with-colons', '--list-keys', address]).out.toString())?.[1] ?? ''
    run(['--quick-add-key', fingerprint, 'cv25519', 'encr', 'never'])
    run(['--import', gpg.put('bob.asc', bob.armoredPublic)])
    greta = {
      address,
      fingerprint,
      armoredPublic: armored(['--export', address]),
      armoredSecret: armored(['--export-secret-keys', address]),
    }
  })
  afterAll(() => gpg.close())

  const open = (bytes: string | Uint8Array) => openHere(bytes, { own: [bob], known: [greta], now, fileName: 'm.eml' })

  const sealed = async (form: 'eml' | 'asc' | 'pgp', text = 'Grüße aus dem CSIRT\n') =>
    must(
      await seal({
        recipients: [greta.armoredPublic, bob.armoredPublic],
        signWith: { armored: bob.armoredSecret, passphrase: null },
        form,
        from: { name: 'Bob', address: bob.address },
        to: [{ name: 'Greta', address: greta.address }],
        subject: 'real',
        outerSubject: 'outer',
        messageId: 'g1@example.org',
        text,
        attachments: [],
        attachOwnKey: false,
        now,
        boundary: 'abcdefabcdefabcdef',
      }),
    )

  const armourOf = (eml: Uint8Array): Uint8Array => {
    const part = must(splitMime(eml, mimeBudget(defaultLimits))).parts[1]
    if (!part) throw new Error('no payload')
    return part.body
  }

  it.each(['eml', 'asc', 'pgp'] as const)('decrypts our %s and finds the signature good', async (form) => {
    const { bytes } = await sealed(form)
    const { out, said } = run(['--ignore-time-conflict', '--decrypt'], form === 'eml' ? armourOf(bytes) : bytes)
    expect(out.toString('utf8')).toContain(form === 'eml' ? 'Gr=C3=BC' : 'Grüße')
    expect(said).toMatch(/GOODSIG [0-9A-F]{16} Bob/)
    expect(said).toContain('DECRYPTION_OKAY')
    expect(said).toMatch(/ENC_TO .*[^]*ENC_TO /)
  })

  it('imports our keys, public and secret', async () => {
    const made = must(
      await generateKey({ name: 'New', email: 'new@example.org', now: '2026-01-01T00:00:00Z', expiresInDays: 3650 }),
    )
    expect(run(['--import', gpg.put('new.asc', made.armoredSecret)]).said).toContain('IMPORT_OK 17')
    expect(run(['--list-secret-keys', made.fingerprint]).out.toString()).toContain('new@example.org')
  })

  it('signs and encrypts a PGP/MIME mail that opens here as good', async () => {
    const entity = crlf(textPart('from gpg'))
    const armour = armored(['-s', '-e', '-u', greta.address, '-r', bob.address], entity)
    const message = must(await open(mail('Greta <greta@example.org>', pgpMime(armour))))
    expect(message).toMatchObject({ text: 'from gpg', outside: '', findings: [] })
    expect(message.protection).toMatchObject({
      encrypted: true,
      integrity: true,
      signature: 'good',
      signer: { fingerprint: greta.fingerprint, matchesFrom: true },
      decryptedWith: bob.fingerprint,
    })
  })

  it('signs a PGP/MIME mail (RFC 3156, 5) that is good here, and bad when a byte changes', async () => {
    const entity = crlf(textPart('signed by gpg'))
    const signature = armored(['--detach-sign', '-u', greta.address], entity)
    const signed = multipart('multipart/signed; protocol="application/pgp-signature"', [
      entity,
      `Content-Type: application/pgp-signature\n\n${signature}`,
    ])
    expect(must(await open(mail('greta@example.org', signed))).protection.signature).toBe('good')
    const changed = must(await open(mail('greta@example.org', signed.replace('signed by', 'signed By'))))
    expect(changed.protection).toMatchObject({ signature: 'bad', signer: null })
  })

  it('clear-signs', async () => {
    const clear = armored(['--clearsign', '-u', greta.address], '- dash\nFrom x\nwords  \n')
    expect(must(await open(clear))).toMatchObject({ text: '- dash\nFrom x\nwords', protection: { signature: 'good' } })
  })

  it('hides its recipients, compresses, signs without encrypting: all open', async () => {
    const both = ['-s', '-e', '-u', greta.address, '-r', bob.address]
    for (const args of [
      ['--throw-keyids', ...both],
      ['--compress-algo', 'zlib', ...both],
      ['--compress-algo', 'bzip2', ...both],
      ['-s', '-u', greta.address],
    ]) {
      expect(must(await open(armored(args, 'words')))).toMatchObject({
        text: 'words',
        protection: { signature: 'good' },
      })
    }
  })

  it.each(['BLOWFISH', 'TWOFISH', 'CAMELLIA256'])('%s is refused and named', async (cipher) => {
    const armour = armored(['--cipher-algo', cipher, '-e', '-r', bob.address], 'words')
    const result = await open(armour)
    expect(result).toMatchObject({ ok: false, problem: { code: 'message-weak-cipher' } })
    expect(JSON.stringify(result).toLowerCase()).toContain(cipher.slice(0, 8).toLowerCase())
  })

  it('without integrity protection is refused', async () => {
    const armour = armored(['--rfc2440', '--disable-mdc', '--cipher-algo', 'AES256', '-e', '-r', bob.address], 'words')
    expect(await open(armour)).toMatchObject({ ok: false, problem: { code: 'message-no-integrity' } })
  })

  it('with a password alone says so', async () => {
    const { out } = gpg.run(
      'gpg',
      ['--batch', '--pinentry-mode', 'loopback', '--passphrase', 'p', '--armor', '-c'],
      'words',
    )
    expect(await open(new Uint8Array(out))).toMatchObject({ ok: false, problem: { code: 'message-password-only' } })
  })

  it('a SHA-1 signature is weak', async () => {
    const args = ['--allow-weak-digest-algos', '--digest-algo', 'SHA1', '--clearsign', '-u', greta.address]
    const result = run(['--armor', ...args], 'words')
    // Ed25519 with SHA-1 is refused by some versions of gpg.
    if (result.status === 0) expect(must(await open(new Uint8Array(result.out))).protection.signature).toBe('weak')
    const rsa = run(['--quick-generate-key', 'Rita <rita@example.org>', 'rsa2048', 'default', 'never'])
    expect(rsa.status).toBe(0)
    const rita = { ...greta, armoredPublic: armored(['--export', 'rita@example.org']) }
    const weak = armored([...args.slice(0, -1), 'rita@example.org'], 'words')
    expect(must(await openHere(weak, { known: [rita], now })).protection.signature).toBe('weak')
  })

  it('exports a key ring that is read key by key', async () => {
    const keys = must(
      await readKeyFile({ bytes: bytesOf(armored(['--export'])), fileName: 'ring', announced: null, now }),
    )
    expect(keys.map(({ inspected }) => inspected.fingerprint)).toEqual(
      expect.arrayContaining([greta.fingerprint, bob.fingerprint]),
    )
    expect(keys.every(({ inspected }) => inspected.state !== 'unreadable')).toBe(true)
  })
})
