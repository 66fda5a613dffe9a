/** Key blocks as team documents print them: the real one where it is at hand, and a made-up twin that is damaged in the same ways. */
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readKeys } from '../../../electron/core/pgp/read-keys.ts'
import type { ReadKey } from '../../../shared/domain/key/key.ts'
import { putTogether } from '../../material/damage.ts'
import { sampleKey, type SampleKey } from '../../material/damaged-keys.ts'
import { must, NOW } from '../../material/pgp-people.ts'

const document = new URL('../../../../shared/seeds/mycd-cert.txt', import.meta.url)
if (!existsSync(document)) console.log('skipped: the documents of ../shared are not here')

/** Other suites run beside this one: the time is for them, the search takes a second. */
const limits = { seconds: 60, megabytes: 512 }
const patience = 50

const codesOf = ({ inspected }: ReadKey): readonly string[] => inspected.findings.map(({ code }) => code)

const first = async (bytes: Uint8Array, announced: string | null, seconds = patience): Promise<ReadKey> => {
  const [key] = must(await readKeys({ bytes, announced, now: NOW, patience: seconds }, limits))
  if (!key) throw new Error('no key')
  return key
}

describe.skipIf(!existsSync(document))('the key block of the real document', { timeout: 120_000 }, () => {
  const bytes = existsSync(document) ? new Uint8Array(readFileSync(document)) : new Uint8Array(0)
  const announced = /\b[0-9A-F]{40}\b/.exec(new TextDecoder().decode(bytes))?.[0] ?? ''

  it('is repaired in six characters and proved', async () => {
    const key = await first(bytes, announced)
    expect(key.inspected).toMatchObject({
      fingerprint: announced,
      state: 'repaired',
      canEncrypt: true,
      expires: '2027-01-16T11:00:00.000Z',
      repairs: [
        { at: 126, was: '', is: 'x' },
        { at: 170, was: 'l', is: 'I' },
        { at: 210, was: 'l', is: 'I' },
        { at: 372, was: 'h', is: 'a' },
        { at: 396, was: 's', is: 'S' },
        { at: 454, was: 'l', is: 'I' },
      ],
    })
    expect(codesOf(key)).toEqual(['key-layout-mended', 'key-repaired'])
  })

  it('is its fingerprint and no more while it is not repaired', async () => {
    const stopped = await first(bytes, announced, 0)
    expect(stopped).toMatchObject({
      armored: null,
      inspected: { fingerprint: announced, state: 'identity-only', canEncrypt: false, repairs: [] },
    })
    expect(codesOf(stopped)).toEqual(expect.arrayContaining(['crc-mismatch', 'repair-stopped']))
    const unannounced = await first(bytes, null)
    expect(unannounced.inspected.state).toBe('unreadable')
    expect(codesOf(unannounced)).toContain('repair-unannounced')
  })
})

/** Six faults, as in the real one: a character lost, and five that look like others. */
function printedBadly({ armour, fingerprint }: SampleKey): string {
  const characters = Array.from(armour.body)
  const mistaken = new Map([
    ['I', 'l'],
    ['S', 's'],
    ['a', 'h'],
  ])
  const places = ['I', 'I', 'S', 'a', 'I'].map((_, index) => {
    const from = [150, 300, 420, 560, 640][index] ?? 0
    return characters.findIndex((character, at) => at >= from && mistaken.has(character))
  })
  for (const at of places) characters[at] = mistaken.get(characters[at] ?? '') ?? ''
  characters.splice(132, 1)
  const body = characters.join('')
  const printed = putTogether({ body, padding: armour.padding + armour.checksum, checksum: '' }, 68).split('\n')
  return [
    'The key of the team is this one:',
    printed[0],
    '',
    'Comment: Northlight CERT <cert@northlight.example>',
    '',
    `Comment: Huella digital: ${fingerprint}`,
    '',
    '```',
    ...printed.slice(2, -2),
    '```',
    '',
    ...printed.slice(-2),
  ].join('\n')
}

describe('a made-up document with a key damaged likewise', { timeout: 120_000 }, () => {
  it('ends in the owner’s key, every change listed, and its trust undecided', async () => {
    const sample = await sampleKey('ed25519')
    const key = await first(new TextEncoder().encode(printedBadly(sample)), sample.fingerprint)
    expect(key.inspected).toMatchObject({ fingerprint: sample.fingerprint, state: 'repaired', canEncrypt: true })
    expect(key.inspected.repairs).toHaveLength(6)
    const clean = await first(new TextEncoder().encode(sample.armoured), null)
    expect(key.armored).toBe(clean.armored)
    expect(codesOf(key)).toEqual(['key-layout-mended', 'key-repaired'])
  })

  it('is never usable when the search is stopped', async () => {
    const sample = await sampleKey('ed25519')
    for (const seconds of [0, 0.02, 0.1]) {
      const { inspected } = await first(new TextEncoder().encode(printedBadly(sample)), sample.fingerprint, seconds)
      expect(['identity-only', 'repaired']).toContain(inspected.state)
    }
  })
})
