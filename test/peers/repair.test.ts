/** GnuPG, Sequoia and RNP take the repaired key as good: the real document's where it is at hand, and made-up ones. */
import { existsSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readKeys } from '../../electron/core/pgp/read-keys.ts'
import { damage, putTogether, randomFrom } from '../material/damage.ts'
import { sampleKey } from '../material/damaged-keys.ts'
import { must, NOW } from '../material/pgp-people.ts'
import { hasPeer, peer, type Peer } from './peer.ts'

interface Repaired {
  readonly name: string
  readonly fingerprint: string
  readonly armored: string
}

const document = new URL('../../../shared/seeds/mycd-cert.txt', import.meta.url)
if (!existsSync(document)) console.log('skipped: the documents of ../shared are not here')

let place: Peer
let keys: readonly Repaired[]

const repair = async (name: string, bytes: Uint8Array, announced: string): Promise<Repaired> => {
  const limits = { seconds: 60, megabytes: 512 }
  const [key] = must(await readKeys({ bytes, announced, now: NOW, patience: 50 }, limits))
  if (key?.inspected.state !== 'repaired' || key.armored === null) throw new Error(`${name} was not repaired`)
  return { name, fingerprint: announced, armored: key.armored }
}

async function sample(name: 'ed25519' | 'gnupg' | 'rsa2048'): Promise<Repaired> {
  const { armour, fingerprint } = await sampleKey(name)
  const body = damage(armour.body, ['lost', 'look-alike'], randomFrom(3))
  return repair(name, new TextEncoder().encode(putTogether({ ...armour, body })), fingerprint)
}

async function real(): Promise<readonly Repaired[]> {
  if (!existsSync(document)) return []
  const text = readFileSync(document)
  const announced = /\b[0-9A-F]{40}\b/.exec(text.toString('utf8'))?.[0] ?? ''
  return [await repair('the real one', new Uint8Array(text), announced)]
}

beforeAll(async () => {
  place = peer()
  const made = await Promise.all([sample('ed25519'), sample('gnupg'), sample('rsa2048')])
  keys = [...made, ...(await real())]
}, 200_000)
afterAll(() => place.close())

describe.skipIf(!hasPeer('gpg'))('gpg', () => {
  it('imports it, finds every self-signature good, and encrypts to it', { timeout: 60_000 }, () => {
    for (const { name, fingerprint, armored } of keys) {
      const { status, said } = place.run('gpg', ['--batch', '--import'], armored)
      expect([name, status, said]).toEqual([name, 0, expect.stringMatching(/imported: 1/)])
      const checked = place.run('gpg', ['--batch', '--with-colons', '--check-sigs', fingerprint]).out.toString('utf8')
      const signatures = checked.split('\n').filter((line) => line.startsWith('sig:'))
      expect(signatures.length).toBeGreaterThan(1)
      expect(signatures.filter((line) => !line.startsWith('sig:!:'))).toEqual([])
      const sealing = ['--batch', '--faked-system-time', '20261122T100000!', '--trust-model', 'always', '--encrypt']
      expect([name, place.run('gpg', [...sealing, '--recipient', fingerprint], 'words').status]).toEqual([name, 0])
    }
  })
})

describe.skipIf(!hasPeer('sq'))('sq', () => {
  it('reads it with an encryption subkey and nothing invalid', { timeout: 60_000 }, () => {
    for (const { armored, fingerprint } of keys) {
      const { status, out } = place.run('sq', ['inspect', place.put('key.asc', armored)])
      const text = out.toString('utf8')
      expect(status).toBe(0)
      expect(text.replaceAll(/\s/g, '')).toContain(fingerprint)
      expect(text).toMatch(/Key flags: +.*encryption/)
      expect(text).not.toMatch(/invalid/i)
    }
  })
})

describe.skipIf(!hasPeer('rnpkeys'))('rnp', () => {
  it('imports it with valid subkeys', { timeout: 60_000 }, () => {
    for (const { armored, fingerprint } of keys) {
      const home = ['--homedir', 'rnp-home', '--notty']
      place.run('rnpkeys', [...home, '--import-keys', place.put('key.asc', armored)])
      const { out, said } = place.run('rnpkeys', [...home, '--list-keys', fingerprint])
      const text = out.toString('utf8') + said
      expect(text.toUpperCase()).toContain(fingerprint)
      expect(text).not.toMatch(/invalid/i)
    }
  })
})
