/** Sequoia and RNP open what we seal and are opened here, as far as their command lines make it cheap to ask. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seal } from '../../electron/core/pgp/seal.ts'
import { encrypted, must, NOW, openHere, person, type Person } from '../material/pgp-people.ts'
import { hasPeer, peer, type Peer } from './peer.ts'

let place: Peer
let alice: Person
let bob: Person
let sealed: Uint8Array

beforeAll(async () => {
  place = peer()
  ;[alice, bob] = await Promise.all([
    person('Alice', null, '2026-01-01T00:00:00Z'),
    person('Bob', null, '2026-01-01T00:00:00Z'),
  ])
  sealed = must(
    await seal({
      recipients: [bob.armoredPublic],
      signWith: { armored: alice.armoredSecret, passphrase: null },
      form: 'asc',
      from: { name: '', address: alice.address },
      to: [],
      subject: '',
      outerSubject: '',
      messageId: 'x@example.org',
      text: 'Grüße',
      attachments: [],
      attachOwnKey: false,
      now: '2026-02-01T00:00:00Z',
      boundary: 'abcdefabcdefabcdef',
    }),
  ).bytes
  place.put('alice.sec', alice.armoredSecret)
  place.put('alice.pub', alice.armoredPublic)
  place.put('bob.sec', bob.armoredSecret)
  place.put('bob.pub', bob.armoredPublic)
  place.put('sealed.asc', sealed)
})
afterAll(() => place.close())

describe.skipIf(!hasPeer('sq'))('sq', () => {
  it('decrypts ours with a good signature', () => {
    const { out, said } = place.run('sq', [
      'decrypt',
      '--recipient-key',
      'bob.sec',
      '--signer-cert',
      'alice.pub',
      '-n',
      '1',
      'sealed.asc',
    ])
    expect(out.toString('utf8')).toBe('Grüße')
    expect(said).toMatch(/1 good signature/)
  })

  it('is decrypted here with a good signature', async () => {
    const { out } = place.run('sq', [
      'encrypt',
      '--recipient-cert',
      'bob.pub',
      '--signer-key',
      'alice.sec',
      place.put('in', 'words'),
    ])
    const later = new Date(Date.now() + 60_000).toISOString()
    const message = must(await openHere(new Uint8Array(out), { own: [bob], known: [alice], now: later }))
    expect(message).toMatchObject({ text: 'words', protection: { encrypted: true, signature: 'good' } })
  })
})

describe.skipIf(!hasPeer('rnp'))('rnp', () => {
  const home = ['--homedir', 'rnp-home', '--notty', '--password', '']

  it('decrypts ours with a good signature', () => {
    for (const key of ['bob.sec', 'alice.pub'])
      place.run('rnpkeys', ['--homedir', 'rnp-home', '--notty', '--import-keys', key])
    const { out, said } = place.run('rnp', [...home, '--decrypt', 'sealed.asc', '--output', '-'])
    expect(out.toString('utf8')).toContain('Grüße')
    expect(said + out.toString('utf8')).toMatch(/Good signature/i)
  })

  it('is decrypted here, its own AEAD packets too', async () => {
    for (const extra of [[], ['--aead=OCB']]) {
      place.run('rnp', [
        ...home,
        '--armor',
        '--encrypt',
        '-r',
        bob.fingerprint,
        ...extra,
        '--output',
        'r.asc',
        '--overwrite',
        place.put('in', 'words'),
      ])
      expect(must(await openHere(place.get('r.asc'), { own: [bob] }))).toMatchObject({
        text: 'words',
        protection: { encrypted: true },
      })
    }
  })
})

it('what these tests compare with is a message of ours that we open ourselves', async () => {
  expect(
    must(await openHere(await encrypted('x', [bob], alice), { own: [bob], known: [alice], now: NOW })).protection
      .signature,
  ).toBe('good')
})
