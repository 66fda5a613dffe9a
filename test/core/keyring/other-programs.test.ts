/** Keys that were extended, revoked and backed up here, in the hands of GnuPG, Sequoia and RNP. */
import { readFileSync } from 'node:fs'
import { describe, expect, it, onTestFinished } from 'vitest'
import { hasPeer, peer, type Peer } from '../../peers/peer.ts'
import { copiedDesk, textFile, type TestDesk } from '../desk-fixture.ts'

const programs = { gpg: hasPeer('gpg'), sq: hasPeer('sq'), rnp: hasPeer('rnp') }

function opened(): Peer {
  const there = peer()
  onTestFinished(there.close)
  return there
}

const made = (desk: TestDesk, days: number): Promise<{ fingerprint: string }> =>
  desk.call('key.generate', { name: 'Harrow-CERT', email: 'cert@harrow.example', role: 'team', days })

/** The fake clock of the desk stands in 2026: programs that look at the real one would not care, since keys end later. */
async function extended(): Promise<{ desk: TestDesk; fingerprint: string; before: string; after: string }> {
  const desk = await copiedDesk()
  const { fingerprint } = await made(desk, 20)
  const before = (await desk.call('key.export', { fingerprint })).armored
  desk.ports.moveClock(2 * 3600 * 1000)
  await desk.call('key.extend', { fingerprint, days: 3000 })
  return { desk, fingerprint, before, after: (await desk.call('key.export', { fingerprint })).armored }
}

/** 3,000 days after the moved clock, in the days of the Unix epoch. */
const newEnd = Math.round(Date.parse('2026-11-22T10:00:00Z') / 1000) + 3000 * 86_400

describe.runIf(programs.gpg)('GnuPG', () => {
  it('takes an extended key as an update, and shows the new end of both parts', async () => {
    const { before, after, fingerprint } = await extended()
    const { run, put } = opened()
    expect(run('gpg', ['--batch', '--import', put('before.asc', before)]).status).toBe(0)
    expect(run('gpg', ['--batch', '--import', put('after.asc', after)]).said).toMatch(
      /2 new signatures|1 new signature/,
    )
    const listed = run('gpg', ['--with-colons', '--list-keys', fingerprint]).out.toString()
    const ends = listed
      .split('\n')
      .filter((line) => /^(?:pub|sub):/.test(line))
      .map((line) => Number(line.split(':')[6]))
    expect(ends).toEqual([newEnd, newEnd])
    const checked = run('gpg', ['--with-colons', '--check-sigs', fingerprint]).out.toString()
    expect(checked.split('\n').filter((line) => line.startsWith('sig:') && !line.startsWith('sig:!'))).toEqual([])
    const sealed = run('gpg', ['--batch', '--trust-model', 'always', '-e', '-r', fingerprint, '-o', '-'], 'hello')
    expect(sealed.status).toBe(0)
  })

  it('reads a backup with its passphrase, without being told that the key is dead', async () => {
    const { desk, fingerprint } = await extended()
    const path = `${desk.dir}/../backup.asc`
    await desk.call('key.backup', {
      fingerprint,
      form: 'file',
      passphrase: 'for the drawer',
      to: { grant: desk.grant(path, 'write') },
    })
    const { run, put } = opened()
    const file = put('backup.asc', readFileSync(path))
    expect(
      run('gpg', ['--batch', '--pinentry-mode', 'loopback', '--passphrase', 'for the drawer', '--import', file]).status,
    ).toBe(0)
    expect(run('gpg', ['--with-colons', '--list-secret-keys', fingerprint]).out.toString()).toMatch(/^sec:[^r]:/m)
    const signed = run(
      'gpg',
      ['--batch', '--pinentry-mode', 'loopback', '--passphrase', 'for the drawer', '--clearsign'],
      'hello',
    )
    expect(signed.out.toString()).toContain('BEGIN PGP SIGNATURE')
  })

  it('takes our revocation, and we take its', async () => {
    // Its key is made today: a desk of an earlier day would take it for one of the future.
    const desk = await copiedDesk(new Date().toISOString())
    const { fingerprint } = await made(desk, 300)
    const { run, put, get } = opened()
    run('gpg', ['--batch', '--import', put('k.asc', (await desk.call('key.export', { fingerprint })).armored)])
    await desk.call('key.revoke', { fingerprint, reason: 'superseded' })
    run('gpg', ['--batch', '--import', put('r.asc', (await desk.call('key.export', { fingerprint })).armored)])
    expect(run('gpg', ['--with-colons', '--list-keys', fingerprint]).out.toString()).toMatch(/^pub:r:/m)

    const args = ['--batch', '--pinentry-mode', 'loopback', '--passphrase', '']
    run('gpg', [...args, '--quick-gen-key', 'Fernhill <cert@fernhill.example>', 'ed25519', 'sign', '1y'])
    const theirs = run('gpg', ['--armor', '--export', 'cert@fernhill.example']).out.toString()
    const [, print = ''] =
      /^fpr:{9}([0-9A-F]{40}):/m.exec(
        run('gpg', ['--with-colons', '--list-keys', 'cert@fernhill.example']).out.toString(),
      ) ?? []
    const stored = Buffer.from(get(`openpgp-revocs.d/${print}.rev`)).toString()
    await desk.call('key.import', { file: textFile('theirs.asc', theirs) })
    const muted = await desk.refused('key.import', { file: textFile('muted.rev', stored) })
    expect(muted).toBe('keys-none')
    const { keys } = await desk.call('key.import', {
      file: textFile('theirs.rev', stored.replace(':-----BEGIN', '-----BEGIN')),
    })
    expect(keys).toMatchObject([{ fingerprint: print, outcome: 'updated', said: [{ code: 'key-update.revoked' }] }])
  })
})

describe.runIf(programs.sq)('Sequoia', () => {
  it('takes an extended key, and encrypts to it', async () => {
    const { after } = await extended()
    const { run, put } = opened()
    const file = put('after.asc', after)
    expect(run('sq', ['inspect', file]).out.toString()).toMatch(/Expiration time: 2035-02-08 10:00:00 UTC/)
    expect(run('sq', ['encrypt', '--recipient-cert', file], 'hello').out.toString()).toContain('BEGIN PGP MESSAGE')
  })
})

describe.runIf(programs.rnp)('RNP', () => {
  it('takes an extended key, and shows its new end', async () => {
    const { after, fingerprint } = await extended()
    const { run, put } = opened()
    const imported = run('rnpkeys', ['--import-keys', put('after.asc', after)])
    expect(imported.out.toString() + imported.said).toMatch(new RegExp(fingerprint.toLowerCase()))
    expect(imported.out.toString() + imported.said).toContain('EXPIRES 2035-02-08')
  })
})
