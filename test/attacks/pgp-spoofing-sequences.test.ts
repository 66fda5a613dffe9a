/** CVE-2025-47934: whatever packets are strung together, a message that counts as signed shows exactly the data that was signed. */
import { beforeAll, describe, expect, it } from 'vitest'
import { openHere, person, type Person } from '../material/pgp-people.ts'
import {
  armouredKey,
  literal,
  marker,
  onePass,
  packet,
  padding,
  publicKey,
  sealed,
  secret,
  signature,
  signedMessage,
  stored,
  TYPE,
  zip,
  zlib,
} from '../material/pgp-forge.ts'

const alice = secret()
const eve = secret()
const known = [alice, eve].map((by) => ({
  armoredPublic: armouredKey(publicKey(by, { userIds: [by === alice ? 'Alice' : 'Eve'] })),
}))
let bob: Person

beforeAll(async () => {
  bob = await person('Bob')
})

/** All that is shown of a message, with what its signatures are said to be. */
async function seen(bytes: Uint8Array): Promise<string | null> {
  const result = await openHere(new Uint8Array(bytes), { known, own: [bob] })
  if (!result.ok) return null
  const { text, outside, protection, attachments, html } = result.value
  return [protection.signature, protection.signer?.userId ?? '-', text, outside, html ?? '', attachments.length].join(
    '|',
  )
}

/** Every sequence of these, up to so many packets. */
function* sequences(alphabet: readonly Buffer[], longest: number): Generator<Buffer> {
  let level: readonly Buffer[] = [Buffer.alloc(0)]
  for (let length = 1; length <= longest; length += 1) {
    level = level.flatMap((start) => alphabet.map((next) => Buffer.concat([start, next])))
    yield* level
  }
}

const GOOD = 'good|Alice|GOOD||'

async function enumerated(alphabet: readonly Buffer[], longest: number): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>()
  for (const bytes of sequences(alphabet, longest)) {
    const what = await seen(bytes)
    if (what !== null) counts.set(what, (counts.get(what) ?? 0) + 1)
  }
  return counts
}

/** Everything that counts as signed by Alice, or as signed at all, is exactly what she signed. */
function expectNoSpoof(counts: ReadonlyMap<string, number>): void {
  expect(counts.get(`${GOOD}|0`)).toBeGreaterThan(0)
  const others = [...counts.keys()].filter((key) => key !== `${GOOD}|0`)
  expect(others.filter((key) => !/^(?:bad|none|unknown-key)\|-\|/.test(key))).toEqual([])
}

describe('all sequences', () => {
  it('of up to 5 of one-pass signature, signed literal, signature, other literal and compressed literal', async () => {
    const alphabet = [onePass(alice), literal('GOOD'), signature(alice, 'GOOD'), literal('EVIL'), zip(literal('EVIL'))]
    expectNoSpoof(await enumerated(alphabet, 5))
  }, 120_000)

  it('of up to 4 with a marker, padding, an unknown packet, a whole signed message in a compressed one, and a text signature', async () => {
    const alphabet = [
      onePass(alice),
      literal('GOOD'),
      signature(alice, 'GOOD'),
      literal('EVIL'),
      marker(),
      padding(),
      packet(60, literal('EVIL')),
      zlib(signedMessage(alice, 'GOOD')),
      signature(alice, 'GOOD', { type: TYPE.text }),
    ]
    expectNoSpoof(await enumerated(alphabet, 4))
  }, 120_000)

  it('of up to 3 inside one another', async () => {
    const inside = [literal('EVIL'), signedMessage(alice, 'GOOD'), literal('GOOD'), signature(alice, 'GOOD')]
    const wrapped = inside.flatMap((inner) => [zip(inner), stored(inner), literal(inner), zip(zip(inner))])
    expectNoSpoof(
      await enumerated([onePass(alice), signature(alice, 'GOOD'), ...wrapped, signedMessage(alice, 'GOOD')], 2),
    )
    const counts = await enumerated([onePass(alice), signature(alice, 'GOOD'), ...wrapped], 3)
    expect([...counts.keys()].filter((key) => /^(?:good|partial|weak|key)/.test(key) && !key.startsWith(GOOD))).toEqual(
      [],
    )
  }, 120_000)
})

describe('in an encrypted message', () => {
  it.each([
    ['two literals', () => Buffer.concat([signedMessage(alice, 'GOOD'), literal('EVIL')])],
    ['a literal before', () => Buffer.concat([literal('EVIL'), signedMessage(alice, 'GOOD')])],
    ['two signed messages', () => Buffer.concat([signedMessage(alice, 'GOOD'), signedMessage(eve, 'EVIL')])],
    [
      'a literal in an unknown packet that must be known',
      () => Buffer.concat([packet(39, literal('EVIL')), literal('GOOD')]),
    ],
    ['nothing', () => Buffer.alloc(0)],
    ['a signature alone', () => signature(alice, 'GOOD')],
    ['more signatures than announced', () => Buffer.concat([signedMessage(alice, 'GOOD'), signature(eve, 'GOOD')])],
    ['fewer than announced', () => Buffer.concat([onePass(eve, {}, 0), signedMessage(alice, 'GOOD')])],
    ['old data without integrity', () => packet(9, Buffer.alloc(80))],
    ['compressed twice', () => zip(zip(signedMessage(alice, 'GOOD')))],
    ['a key', () => publicKey(eve)],
  ])('%s is refused', async (_, make) => {
    expect(await seen(await sealed(make(), bob))).toBeNull()
  })

  it('an encrypted message in an encrypted one is refused', async () => {
    expect(await seen(await sealed(await sealed(signedMessage(alice, 'GOOD'), bob), bob))).toBeNull()
  })

  it('packets after the encrypted data, or between it and its keys', async () => {
    const message = await sealed(signedMessage(alice, 'GOOD'), bob)
    expect(await seen(message)).toBe(`${GOOD}|0`)
    expect(await seen(Buffer.concat([message, literal('EVIL')]))).toBeNull()
    expect(await seen(Buffer.concat([message, signature(eve, 'GOOD')]))).toBeNull()
    expect(await seen(Buffer.concat([literal('EVIL'), message]))).toBeNull()
    expect(await seen(Buffer.concat([signature(alice, 'EVIL'), message]))).toBeNull()
    expect(await seen(Buffer.concat([message, message]))).toBeNull()
    expect(await seen(Buffer.concat([marker(), message, padding()]))).toBe(`${GOOD}|0`)
  })

  it('a signed message that is one literal in another shows its octets and counts for nothing', async () => {
    expect(await seen(literal(signedMessage(alice, 'GOOD')))).not.toMatch(/good|GOOD\|/)
  })
})
