/** Keys of our own: made, locked and unlocked, extended, revoked, given roles, each through the calls of the desk and from disk again. */
import { describe, expect, it } from 'vitest'
import { createMessage, decryptKey, encrypt, readKey, readPrivateKey } from 'openpgp'
import { person } from '../../material/pgp-people.ts'
import { copiedDesk, reopenedDesk, textFile, type TestDesk } from '../desk-fixture.ts'

const of = { name: 'Harrow-CERT', email: 'cert@harrow.example', role: 'team' } as const

const made = async (desk: TestDesk, more: { passphrase?: string; days?: number | null } = {}): Promise<string> =>
  (await desk.call('key.generate', { ...of, ...more })).fingerprint

const shown = (desk: TestDesk, fingerprint: string) => desk.call('key.show', { fingerprint })

describe('making a key', () => {
  it('keeps a revocation, sealed, and ends when it was asked to', async () => {
    const desk = await copiedDesk()
    const fingerprint = await made(desk, { days: 100 })
    const key = await shown(await reopenedDesk(desk), fingerprint)
    expect(key.expires).toBe('2027-03-02T08:00:00.000Z')
    expect(key.own).toEqual({ signsFor: ['team'], passphrase: 'none', revocationKept: true, lastBackup: null })
    expect(key.parts).toMatchObject([
      { algorithm: 'ed25519', uses: ['certify', 'sign'], state: 'usable' },
      { algorithm: 'cv25519', uses: ['encrypt'], state: 'usable' },
    ])
    expect(key.encrypts.today).toBe(true)
  })

  it('may have no end', async () => {
    const desk = await copiedDesk()
    expect((await shown(desk, await made(desk, { days: null }))).expires).toBeNull()
  })

  it('locks it with its own passphrase, which the vault keeps', async () => {
    const desk = await copiedDesk()
    const fingerprint = await made(desk, { passphrase: 'of the key' })
    expect((await shown(await reopenedDesk(desk), fingerprint)).own?.passphrase).toBe('kept')
  })
})

describe('the passphrase of a key', () => {
  it('that was forgotten is asked for, given for this session, and gone at the next lock', async () => {
    const desk = await copiedDesk()
    const fingerprint = await made(desk, { passphrase: 'of the key' })
    expect((await desk.call('key.forget', { fingerprint })).own?.passphrase).toBe('asked')
    expect(await desk.refused('key.unlock', { fingerprint, passphrase: 'wrong', keep: 'session' })).toBe(
      'key-passphrase-wrong',
    )
    const open = await desk.call('key.unlock', { fingerprint, passphrase: 'of the key', keep: 'session' })
    expect(open.own?.passphrase).toBe('session')
    const later = await reopenedDesk(desk)
    expect((await shown(later, fingerprint)).own?.passphrase).toBe('asked')
    expect((await shown(later, fingerprint)).badges).toMatchObject([{ kind: 'locked' }])
    const kept = await later.call('key.unlock', { fingerprint, passphrase: 'of the key', keep: 'vault' })
    expect(kept.own?.passphrase).toBe('kept')
  })

  it('is changed, kept or not, and taken away; a locked key is not changed without it', async () => {
    const desk = await copiedDesk()
    const fingerprint = await made(desk)
    const change = (current: string | null, next: string | null, keep: boolean) =>
      desk.call('key.passphrase', { fingerprint, current, next, keep })
    expect((await change(null, 'one', false)).own?.passphrase).toBe('session')
    await desk.call('key.forget', { fingerprint })
    expect(await desk.refused('key.passphrase', { fingerprint, current: null, next: 'two', keep: true })).toBe(
      'key-locked',
    )
    expect(await desk.refused('key.passphrase', { fingerprint, current: 'zero', next: 'two', keep: true })).toBe(
      'key-passphrase-wrong',
    )
    expect((await change('one', 'two', true)).own?.passphrase).toBe('kept')
    expect((await change(null, null, true)).own?.passphrase).toBe('none')
  })
})

describe('extending', () => {
  it('gives the key and its subkey a new end, counted from now', async () => {
    const desk = await copiedDesk()
    const fingerprint = await made(desk, { days: 10, passphrase: 'of the key' })
    desk.ports.moveClock(5 * 86_400_000)
    const key = await desk.call('key.extend', { fingerprint, days: 365 })
    expect(key.expires).toBe('2027-11-27T08:00:00.000Z')
    expect(key.parts.map(({ expires }) => expires)).toEqual(['2027-11-27T08:00:00.000Z', '2027-11-27T08:00:00.000Z'])
    expect((await desk.call('key.extend', { fingerprint, days: null })).expires).toBeNull()
    const { armored } = await (await reopenedDesk(desk)).call('key.export', { fingerprint })
    const encryptionKeys = await readKey({ armoredKey: armored })
    const at = new Date('2030-01-01')
    await expect(encrypt({ message: await createMessage({ text: 'x' }), encryptionKeys, date: at })).resolves.toContain(
      'BEGIN PGP MESSAGE',
    )
  })

  it('brings an expired key back with the subkey that ended with it', async () => {
    const desk = await copiedDesk()
    const fingerprint = await made(desk, { days: 10 })
    desk.ports.moveClock(20 * 86_400_000)
    expect((await shown(desk, fingerprint)).state).toBe('expired')
    const key = await desk.call('key.extend', { fingerprint, days: 10 })
    expect(key).toMatchObject({ state: 'usable', canEncrypt: true, canSign: true })
  })

  it('is refused for others, for a revoked key, and for a locked one', async () => {
    const desk = await copiedDesk()
    const other = await person('Ann')
    await desk.call('key.import', { file: textFile('ann.asc', other.armoredPublic) })
    expect(await desk.refused('key.extend', { fingerprint: other.fingerprint, days: 1 })).toBe('key-not-own')
    const fingerprint = await made(desk, { passphrase: 'of the key' })
    await desk.call('key.forget', { fingerprint })
    expect(await desk.refused('key.extend', { fingerprint, days: 1 })).toBe('key-locked')
    await desk.call('key.revoke', { fingerprint, reason: 'retired' })
    await desk.call('key.unlock', { fingerprint, passphrase: 'of the key', keep: 'vault' })
    expect(await desk.refused('key.extend', { fingerprint, days: 1 })).toBe('key-already-revoked')
  })
})

describe('revoking', () => {
  it('shows in the public key, and cannot be done twice', async () => {
    const desk = await copiedDesk()
    const fingerprint = await made(desk)
    expect(await desk.call('key.revoke', { fingerprint, reason: 'compromised' })).toMatchObject({
      state: 'revoked',
      canEncrypt: false,
      canSign: false,
    })
    const again = await reopenedDesk(desk)
    const key = await readKey({ armoredKey: (await again.call('key.export', { fingerprint })).armored })
    expect(await key.isRevoked()).toBe(true)
    expect(await again.refused('key.revoke', { fingerprint, reason: 'compromised' })).toBe('key-already-revoked')
  })

  it('of a key whose passphrase is lost applies the revocation that was kept', async () => {
    const desk = await copiedDesk()
    const fingerprint = await made(desk, { passphrase: 'lost tomorrow' })
    await desk.call('key.forget', { fingerprint })
    const key = await desk.call('key.revoke', { fingerprint, reason: 'compromised' })
    expect(key).toMatchObject({ state: 'revoked', own: { passphrase: 'asked' } })
    const unlocked = await desk.call('key.unlock', { fingerprint, passphrase: 'lost tomorrow', keep: 'session' })
    expect(unlocked.state).toBe('revoked')
  })

  it('of a key that came locked is refused until it was open once', async () => {
    const desk = await copiedDesk()
    const other = await person('Ann')
    const locked = await lockedSecret(other.armoredSecret, 'hers')
    await desk.call('key.import', { file: textFile('a.asc', locked), role: 'team' })
    const { fingerprint } = other
    expect(await desk.refused('key.revoke', { fingerprint, reason: 'no-reason' })).toBe('key-locked')
    const open = await desk.call('key.unlock', { fingerprint, passphrase: 'hers', keep: 'session' })
    expect(open.own?.revocationKept).toBe(true)
    await desk.call('key.forget', { fingerprint })
    expect((await desk.call('key.revoke', { fingerprint, reason: 'no-reason' })).state).toBe('revoked')
  })
})

const lockedSecret = async (armored: string, passphrase: string): Promise<string> => {
  const { encryptKey } = await import('openpgp')
  return (await encryptKey({ privateKey: await readPrivateKey({ armoredKey: armored }), passphrase })).armor()
}

describe('importing a key of our own', () => {
  it('with a wrong passphrase is refused, with the right one it is kept, without one it is kept locked', async () => {
    const desk = await copiedDesk()
    const other = await person('Ann')
    const file = textFile('own.asc', await lockedSecret(other.armoredSecret, 'right'))
    const { fingerprint } = other
    expect(await desk.refused('key.import', { file, role: 'team', passphrase: 'wrong' })).toBe('key-passphrase-wrong')
    expect(await desk.refused('key.show', { fingerprint })).toBe('key-not-found')
    expect((await desk.call('key.import', { file, role: 'team' })).keys).toMatchObject([
      { outcome: 'added', said: [{ code: 'key-locked-kept' }] },
    ])
    expect((await shown(desk, fingerprint)).own).toMatchObject({ passphrase: 'asked', revocationKept: false })
    await desk.call('key.import', { file, role: 'team', passphrase: 'right' })
    expect((await shown(desk, fingerprint)).own).toMatchObject({ passphrase: 'kept', revocationKept: true })
  })

  it('does not take the role of a team key that signs, and gets it only when a person says so', async () => {
    const desk = await copiedDesk()
    const before = (await desk.call('me.show', {})).teamKey ?? ''
    const other = await person('Ann')
    const { fingerprint } = other
    await desk.call('key.import', { file: textFile('own.asc', other.armoredSecret), role: 'team' })
    expect((await desk.call('me.show', {})).teamKey).toBe(before)
    expect((await shown(desk, fingerprint)).signsFor).toEqual([])
    await desk.call('key.signsFor', { fingerprint, roles: ['announcements'] })
    expect((await shown(desk, before)).signsFor).toEqual(['team'])
    await desk.call('key.signsFor', { fingerprint, roles: ['team', 'personal'] })
    const again = await reopenedDesk(desk)
    expect((await shown(again, before)).signsFor).toEqual([])
    expect((await shown(again, fingerprint)).signsFor).toEqual(['team', 'personal'])
    expect((await again.call('me.show', {})).teamKey).toBe(fingerprint)
  })

  it('that was revoked here and comes back from an old copy stays revoked in both halves', async () => {
    const desk = await copiedDesk()
    const other = await person('Ann')
    const { fingerprint } = other
    const file = textFile('own.asc', other.armoredSecret)
    await desk.call('key.import', { file, role: 'team' })
    await desk.call('key.revoke', { fingerprint, reason: 'compromised' })
    await desk.call('key.import', { file, role: 'team' })
    expect((await shown(desk, fingerprint)).state).toBe('revoked')
    const secret = desk.core
      .session()
      ?.store.db.prepare("SELECT body FROM records WHERE kind = 'key' AND id = ?")
      .get<{ body: string }>([fingerprint])
    const body: unknown = JSON.parse(secret?.body ?? '{}')
    const armored = typeof body === 'object' && body !== null && 'secretKey' in body ? String(body.secretKey) : ''
    expect(await (await readPrivateKey({ armoredKey: armored })).isRevoked()).toBe(true)
  })

  it('a key that cannot sign gets no role', async () => {
    const desk = await copiedDesk()
    const fingerprint = await made(desk)
    await desk.call('key.revoke', { fingerprint, reason: 'retired' })
    expect(await desk.refused('key.signsFor', { fingerprint, roles: ['team'] })).toBe('key-cannot-sign-for')
    const rows = await desk.call('key.signsFor', { fingerprint, roles: [] })
    expect(rows.find((row) => row.fingerprint === fingerprint)?.signsFor).toEqual([])
    expect((await desk.call('me.show', {})).teamKey).toBeNull()
  })
})

describe('a backup', () => {
  const written = async (desk: TestDesk, fingerprint: string, form: 'file' | 'paper', name: string) => {
    const { readFileSync } = await import('node:fs')
    const path = `${desk.dir}/../${name}`
    const done = await desk.call('key.backup', {
      fingerprint,
      form,
      passphrase: 'for the drawer',
      to: { grant: desk.grant(path, 'write') },
    })
    expect(done.file).toBe(name)
    return readFileSync(path, 'utf8')
  }

  it('holds the secret key locked by the passphrase given, the public key and a revocation that does not apply itself', async () => {
    const desk = await copiedDesk()
    const fingerprint = await made(desk, { passphrase: 'of the key' })
    const text = await written(desk, fingerprint, 'file', 'key.asc')
    const privateKey = await readPrivateKey({ armoredKey: text })
    expect(privateKey.isDecrypted()).toBe(false)
    await expect(decryptKey({ privateKey, passphrase: 'of the key' })).rejects.toThrow()
    expect((await decryptKey({ privateKey, passphrase: 'for the drawer' })).isDecrypted()).toBe(true)
    expect(text).toContain('\n:-----BEGIN PGP PUBLIC KEY BLOCK-----')
    expect((await shown(await reopenedDesk(desk), fingerprint)).own?.lastBackup).toBe('2026-11-22T08:00:00.000Z')

    const elsewhere = await copiedDesk()
    const { keys } = await elsewhere.call('key.import', {
      file: textFile('key.asc', text),
      role: 'team',
      passphrase: 'for the drawer',
    })
    expect(keys).toMatchObject([{ fingerprint, outcome: 'added' }])
    expect((await shown(elsewhere, fingerprint)).state).toBe('usable')
  })

  it('revokes the key where its owner takes the colon off the revocation', async () => {
    const desk = await copiedDesk()
    const fingerprint = await made(desk)
    const text = await written(desk, fingerprint, 'file', 'key.asc')
    const revocation = text.slice(text.indexOf(':-----BEGIN') + 1)
    const partner = await copiedDesk()
    expect(await partner.refused('key.import', { file: textFile('r.asc', revocation) })).toBe('key-revocation-alone')
    const { armored } = await desk.call('key.export', { fingerprint })
    await partner.call('key.import', { file: textFile('k.asc', armored) })
    expect((await partner.call('key.import', { file: textFile('r.asc', revocation) })).keys).toMatchObject([
      { fingerprint, outcome: 'updated', said: [{ code: 'key-update.revoked' }] },
    ])
    expect((await shown(partner, fingerprint)).state).toBe('revoked')
  })

  it('on paper can be typed back, with numbers and checks or without, and a slip is found by its line', async () => {
    const desk = await copiedDesk()
    const fingerprint = await made(desk)
    const page = await written(desk, fingerprint, 'paper', 'key.html')
    expect(page).not.toMatch(/<script|https?:|<link|<img/i)
    const cells = /<td class="n"> ?(\d+) ?<\/td> ?<td class="text"> ?(.*?) ?<\/td> ?<td class="check"> ?(\w+)/g
    const lines = [...page.replaceAll(/\s+/g, ' ').matchAll(cells)].map(([, number, text, check]) => ({
      number,
      text: (text ?? '').replaceAll(/<\/?i>/g, ''),
      check,
    }))
    const end = lines.findIndex(({ text }) => text.startsWith('=')) + 1
    const secret = lines.slice(0, end)
    const typed = (rows: readonly string[]) =>
      textFile(
        'typed.txt',
        ['-----BEGIN PGP PRIVATE KEY BLOCK-----', '', ...rows, '-----END PGP PRIVATE KEY BLOCK-----', ''].join('\n'),
      )
    const withChecks = secret.map(({ number, text, check }) => `${number} ${text} ${check?.toLowerCase()}`)
    const take = { role: 'team', passphrase: 'for the drawer' } as const
    for (const rows of [withChecks, secret.map(({ text }) => text)]) {
      const elsewhere = await copiedDesk()
      const { keys } = await elsewhere.call('key.import', { file: typed(rows), ...take })
      expect(keys).toMatchObject([{ fingerprint, outcome: 'added' }])
    }
    const slip = withChecks.with(2, (withChecks[2] ?? '').replace(/[a-z](?=\S* \w{6}$)/, '1'))
    expect(await desk.refused('key.import', { file: typed(slip), ...take })).toBe('paper-line-wrong')
  })

  it('is refused while the key is locked, unless the passphrase is its own', async () => {
    const desk = await copiedDesk()
    const fingerprint = await made(desk, { passphrase: 'of the key' })
    await desk.call('key.forget', { fingerprint })
    const to = () => ({ grant: desk.grant(`${desk.dir}/../b.asc`, 'write') })
    expect(
      await desk.refused('key.backup', { fingerprint, form: 'file', passphrase: 'something else', to: to() }),
    ).toBe('key-locked')
    const kept = await desk.call('key.backup', { fingerprint, form: 'file', passphrase: 'of the key', to: to() })
    expect(kept.file).toBe('b.asc')
  })
})
