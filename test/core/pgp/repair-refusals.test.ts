/** What is no proved repair is none: keys that nobody announced, that could be mended in two ways, that are secret, revoked, cut or made to do harm. */
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { crc24 } from '../../../electron/core/pgp/armour.ts'
import { readKeyFile } from '../../../electron/core/pgp/key-file.ts'
import { protectSecret, revokeKey } from '../../../electron/core/pgp/key-material.ts'
import { walkPackets } from '../../../electron/core/pgp/packets.ts'
import { readKeys } from '../../../electron/core/pgp/read-keys.ts'
import type { ReadKey } from '../../../shared/domain/key/key.ts'
import { damage, putTogether, randomFrom, takeApart } from '../../material/damage.ts'
import { sampleKey, type SampleKey } from '../../material/damaged-keys.ts'
import { bytesOf, must, NOW, person, type Person } from '../../material/pgp-people.ts'

const SECONDS = 20

const doctor = async (
  text: string,
  announced: string | null,
  { now = NOW, patience = SECONDS } = {},
): Promise<ReadKey> => {
  const keys = must(await readKeyFile({ bytes: bytesOf(text), fileName: 'k.asc', announced, now, patience }))
  if (!keys[0] || keys.length > 1) throw new Error(`${keys.length} keys`)
  return keys[0]
}

const codesOf = ({ inspected }: ReadKey): readonly string[] => inspected.findings.map(({ code }) => code)
const stateOf = ({ inspected }: ReadKey): string => inspected.state

/** One other character in the place of what `at` counts from 0. */
function changed(armoured: string, at: number): string {
  const armour = takeApart(armoured)
  const other = armour.body[at] === 'Q' ? 'R' : 'Q'
  return putTogether({ ...armour, body: armour.body.slice(0, at) + other + armour.body.slice(at + 1) })
}

const armouredFrom = (bytes: Uint8Array, checksum: boolean): string => {
  const crc = Buffer.alloc(3)
  crc.writeUIntBE(crc24(bytes), 0, 3)
  const base64 = Buffer.from(bytes).toString('base64')
  const body = base64.replace(/=+$/, '')
  return putTogether({
    body,
    padding: base64.slice(body.length),
    checksum: checksum ? `=${crc.toString('base64')}` : '',
  })
}

let sample: SampleKey
let alice: Person

beforeAll(async () => {
  sample = await sampleKey('ed25519')
  alice = await person('Alice')
})

describe('without a fingerprint that fits', { timeout: 120_000 }, () => {
  it('nothing is repaired, and it is said why', async () => {
    const text = changed(sample.armoured, 200)
    const unannounced = await doctor(text, null)
    expect(unannounced.inspected.repairs).toEqual([])
    expect(codesOf(unannounced)).toContain('repair-unannounced')
    expect(unannounced).toMatchObject({ armored: null, inspected: { canEncrypt: false } })
  })

  it('the end of a fingerprint announces nothing', async () => {
    const key = await doctor(changed(sample.armoured, 200), sample.fingerprint.slice(-16))
    expect(codesOf(key)).toContain('repair-unannounced')
  })

  it('another fingerprint repairs nothing', async () => {
    const key = await doctor(changed(sample.armoured, 200), 'A'.repeat(40), { patience: 3 })
    expect(key).toMatchObject({ armored: null, inspected: { repairs: [], canEncrypt: false } })
  })

  it('of several that are announced the one that fits counts', async () => {
    const bytes = bytesOf(changed(sample.armoured, 200))
    const announced = ['B'.repeat(40), sample.fingerprint]
    const [key] = must(await readKeyFile({ bytes, fileName: '', announced, now: NOW, patience: SECONDS }))
    expect(key?.inspected).toMatchObject({ state: 'repaired', fingerprint: sample.fingerprint })
  })
})

/** Puts a subpacket of private use beside the first self-signature, where no signature covers it. */
function withUncovered(bytes: Uint8Array): { readonly bytes: Uint8Array; readonly at: number } {
  const packet = walkPackets(bytes).packets.find(({ tag }) => tag === 2)
  if (!packet) throw new Error('no signature')
  const body = bytes.subarray(packet.bodyStart, packet.end)
  const hashed = ((body[4] ?? 0) << 8) | (body[5] ?? 0)
  const lengthAt = 6 + hashed
  const length = ((body[lengthAt] ?? 0) << 8) | (body[lengthAt + 1] ?? 0)
  const extra = Uint8Array.of(25, 101, ...Array.from({ length: 24 }, (_, index) => 40 + index * 7))
  const unhashed = length + extra.length
  const longer = Buffer.concat([
    body.subarray(0, lengthAt),
    Uint8Array.of(unhashed >> 8, unhashed & 0xff),
    body.subarray(lengthAt + 2, lengthAt + 2 + length),
    extra,
    body.subarray(lengthAt + 2 + length),
  ])
  const size = longer.length - 192
  const head = Uint8Array.of(0xc2, (size >> 8) + 192, size & 0xff)
  const before = bytes.subarray(0, packet.start)
  const at = before.length + head.length + lengthAt + 2 + length + 10
  return { bytes: Buffer.concat([before, head, longer, bytes.subarray(packet.end)]), at }
}

describe('with two repairs that would fit', { timeout: 120_000 }, () => {
  it('none is made: a character is lost where no signature and no checksum tells which', async () => {
    const { bytes, at } = withUncovered(sample.bytes)
    const whole = armouredFrom(bytes, false)
    expect(stateOf(await doctor(whole, sample.fingerprint))).toBe('usable')
    const armour = takeApart(whole)
    const place = Math.floor((at * 8) / 6)
    const body = armour.body.slice(0, place) + armour.body.slice(place + 1)
    const key = await doctor(putTogether({ ...armour, body }), sample.fingerprint)
    expect(codesOf(key)).toContain('repair-ambiguous')
    expect(key).toMatchObject({ armored: null, inspected: { state: 'identity-only', repairs: [], canEncrypt: false } })
  })

  it('the checksum tells which, where there is one', async () => {
    const { bytes, at } = withUncovered(sample.bytes)
    const armour = takeApart(armouredFrom(bytes, true))
    const place = Math.floor((at * 8) / 6)
    const body = armour.body.slice(0, place) + armour.body.slice(place + 1)
    const key = await doctor(putTogether({ ...armour, body }), sample.fingerprint)
    expect(key.inspected).toMatchObject({ state: 'repaired', repairs: [{ was: '' }] })
  })
})

describe('a key without a checksum', { timeout: 120_000 }, () => {
  it('is repaired by its signatures alone, which is said', async () => {
    const key = await doctor(changed(putTogether({ ...sample.armour, checksum: '' }), 200), sample.fingerprint)
    expect(stateOf(key)).toBe('repaired')
    expect(codesOf(key)).toContain('key-repaired-no-checksum')
  })

  it('of version 6 too', async () => {
    const v6 = await sampleKey('v6')
    const key = await doctor(changed(v6.armoured, 200), v6.fingerprint)
    expect(key.inspected).toMatchObject({ state: 'repaired', fingerprint: v6.fingerprint })
    expect(codesOf(key)).toEqual(expect.arrayContaining(['key-repaired-no-checksum', 'key-version-new']))
  })

  it('a wrong checksum of a key that proves in all its parts is told, and nothing is repaired', async () => {
    const checksum = sample.armour.checksum === '=AAAA' ? '=AAAB' : '=AAAA'
    const key = await doctor(putTogether({ ...sample.armour, checksum }), sample.fingerprint)
    expect(key.inspected).toMatchObject({ state: 'usable', repairs: [] })
    expect(codesOf(key)).toEqual(['crc-mismatch'])
  })
})

describe('secret keys', { timeout: 120_000 }, () => {
  it('are never repaired', async () => {
    for (const armoured of [alice.armoredSecret, must(await protectSecret(alice.armoredSecret, null, 'one'))]) {
      const broken = armoured.replace(
        /\n(.{30})(.)(.*\n)(?=.*\n.*\n=)/,
        (_, head: string, one: string, rest: string) => `\n${head}${one === 'Q' ? 'R' : 'Q'}${rest}`,
      )
      expect(broken).not.toBe(armoured)
      const key = await doctor(broken, alice.fingerprint)
      expect(key.inspected.repairs).toEqual([])
      expect(stateOf(key)).not.toBe('repaired')
      expect(codesOf(key)).toEqual(expect.arrayContaining(['crc-mismatch', 'repair-secret']))
    }
  })

  it('are not repaired either under the label of a public key', async () => {
    const labelled = changed(alice.armoredSecret.replaceAll('PRIVATE KEY', 'PUBLIC KEY'), 60)
    const key = await doctor(labelled, alice.fingerprint, { patience: 3 })
    expect(key.inspected.repairs).toEqual([])
    expect(stateOf(key)).not.toBe('repaired')
  })
})

describe('a revoked key', { timeout: 120_000 }, () => {
  const revoked = async () => {
    const { armoredPublic } = must(await revokeKey(alice.armoredSecret, null, 'compromised', '2026-11-01T00:00:00Z'))
    const armour = takeApart(armoredPublic)
    const packets = walkPackets(Buffer.from(armour.body, 'base64')).packets
    const revocation = packets[1]
    if (revocation?.tag !== 2) throw new Error('the revocation follows the key')
    const place = (octet: number): number => Math.floor((octet * 8) / 6)
    return { armoredPublic, armour, from: place(revocation.start), end: place(revocation.end) }
  }

  it('is revoked again once its revocation is repaired, wherever that was damaged', async () => {
    const { armoredPublic, from, end } = await revoked()
    for (const at of [from + 8, Math.floor((from + end) / 2), end - 20]) {
      const key = await doctor(changed(armoredPublic, at), alice.fingerprint)
      expect(key.inspected).toMatchObject({ state: 'revoked', canEncrypt: false })
      expect(key.inspected.repairs).toHaveLength(1)
    }
  })

  it('is never usable while its revocation is damaged, repaired or not', async () => {
    const { armoredPublic, armour, from, end } = await revoked()
    const overwritten = putTogether({
      ...armour,
      body: `${armour.body.slice(0, from + 4)}${'A'.repeat(end - from - 8)}${armour.body.slice(end - 4)}`,
    })
    // One character more than the packet: cut out exactly, it would leave a whole key, in which nothing tells that it was ever revoked.
    const cutOut = putTogether({ ...armour, body: armour.body.slice(0, from) + armour.body.slice(end + 1) })
    const texts = [overwritten, cutOut, changed(armoredPublic, end - 20), changed(armoredPublic, from + 3)]
    for (const text of [...texts, ...texts.map((one) => one.replace(/\n=[A-Za-z0-9+/]{4}\n/, '\n'))]) {
      for (const announced of [alice.fingerprint, null]) {
        const key = await doctor(text, announced, { patience: 0 })
        expect(['identity-only', 'unreadable', 'revoked']).toContain(stateOf(key))
        expect(key.inspected.canEncrypt).toBe(false)
        expect(key.armored).toBeNull()
      }
    }
  })
})

describe('what was damaged and put right', { timeout: 120_000 }, () => {
  it('stays expired if it has expired', async () => {
    const olga = await person('Olga', 60)
    const text = changed(olga.armoredPublic, 200)
    const now = '2027-03-01T00:00:00.000Z'
    const key = await doctor(text, olga.fingerprint, { now })
    expect(key.inspected).toMatchObject({ state: 'expired', canEncrypt: false })
    expect(key.inspected.repairs).toHaveLength(1)
    expect(stateOf(await doctor(text, olga.fingerprint))).toBe('repaired')
  })

  it('is not repaired by leaving something out: a lost line, a cut end, a lost signature', async () => {
    const many = await sampleKey('ed25519-many')
    const { armour, bytes, fingerprint } = many
    const [lost, cut] = [armour.body.slice(0, 640) + armour.body.slice(704), armour.body.slice(0, -80)]
    const last = walkPackets(bytes).packets.at(-1)
    const withoutLast = bytes.subarray(0, last?.start)
    const texts = [
      putTogether({ ...armour, body: lost }),
      putTogether({ ...armour, body: cut }),
      putTogether({ ...takeApart(armouredFrom(withoutLast, false)), checksum: armour.checksum }),
    ]
    for (const text of texts) {
      const key = await doctor(text, fingerprint, { patience: 3 })
      expect(key.inspected.repairs).toEqual([])
      expect(stateOf(key)).toBe('identity-only')
      expect(key.armored).toBeNull()
    }
  })
})

describe('hostile input', { timeout: 120_000 }, () => {
  const noise = (length: number): string => {
    const random = randomFrom(7)
    return Buffer.from(Uint8Array.from({ length }, () => Math.floor(random() * 256))).toString('base64')
  }

  it('a megabyte of noise that begins like a key ends in time and in a state', async () => {
    for (const length of [12_000, 750_000]) {
      const body = sample.armour.body.slice(0, 120) + noise(length)
      const start = performance.now()
      const bytes = putTogether({ body, padding: '', checksum: '=AAAA' })
      const keys = must(
        await readKeys({ bytes, announced: sample.fingerprint, now: NOW }, { seconds: 20, megabytes: 512 }),
      )
      expect(performance.now() - start).toBeLessThan(15_000)
      expect(['identity-only', 'unreadable']).toContain(keys[0]?.inspected.state)
      expect(keys[0]?.inspected.repairs).toEqual([])
    }
  })

  it('no text makes the doctor throw or overstay', async () => {
    const character = fc.constantFrom(...Array.from('AzI0+/=|-> \n\t&;<%\u200b–€'))
    const cut = fc.record({
      at: fc.integer({ min: 0, max: sample.armoured.length }),
      gone: fc.integer({ min: 0, max: 80 }),
      instead: fc.string({ unit: character, maxLength: 60 }),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(cut, { minLength: 1, maxLength: 4 }), async (cuts) => {
        const text = cuts.reduce(
          (so, { at, gone, instead }) => so.slice(0, at) + instead + so.slice(at + gone),
          sample.armoured,
        )
        const start = performance.now()
        const read = await readKeyFile({
          bytes: bytesOf(text),
          fileName: 'k',
          announced: sample.fingerprint,
          now: NOW,
          patience: 0.2,
        })
        expect(performance.now() - start).toBeLessThan(5000)
        if (!read.ok) expect(read.problem.code).toBe('keys-none')
      }),
      { numRuns: 60, seed: 11 },
    )
  })

  it('many damaged blocks share one patience', async () => {
    const blocks = Array.from({ length: 30 }, (_, index) =>
      putTogether({
        ...sample.armour,
        body: damage(sample.armour.body, ['any', 'any', 'any', 'any', 'any'], randomFrom(index)),
      }),
    )
    const start = performance.now()
    const keys = must(
      await readKeyFile({
        bytes: bytesOf(blocks.join('\n')),
        fileName: '',
        announced: sample.fingerprint,
        now: NOW,
        patience: 2,
      }),
    )
    expect(performance.now() - start).toBeLessThan(10_000)
    expect(keys).toHaveLength(30)
  })
})
