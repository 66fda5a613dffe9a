/** The native way against the way that every message goes: the same bytes and the same verdict, or it leaves the file to the other way. */
import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import {
  createMessage,
  encrypt,
  enums,
  generateKey,
  readKey,
  readPrivateKey,
  type EllipticCurveName,
  type PartialConfig,
} from 'openpgp'
import { beforeAll, describe, expect, test } from 'vitest'
import { pgpConfig } from '../../../electron/core/pgp/config.ts'
import { TAG, walkPackets } from '../../../electron/core/pgp/packets.ts'
import { NOW, onlyBytes, person, type Person } from '../../material/pgp-people.ts'
import { atOnce, byLibrary, natively, ocbMessage, packetOf, signedBy, type Outcome } from './stream-fixture.ts'

let ada: Person
let bert: Person
const date = new Date(NOW)

beforeAll(async () => {
  ada = await person('Ada')
  bert = await person('Bert')
})

const keysOf = (own: readonly Person[], known: readonly Person[]) => ({
  own: own.map(({ armoredSecret }) => ({ armored: armoredSecret, passphrase: null })),
  known: known.map(({ armoredPublic }) => armoredPublic),
})

interface Making {
  readonly to?: readonly Person[]
  readonly by?: readonly Person[]
  readonly wildcard?: boolean
  readonly config?: PartialConfig
  readonly text?: boolean
}

async function made(
  data: Uint8Array,
  { to = [ada], by = [bert], wildcard = false, config = {}, text = false }: Making = {},
): Promise<Uint8Array> {
  const encryptionKeys = await Promise.all(to.map(({ armoredPublic }) => readKey({ armoredKey: armoredPublic })))
  const signingKeys = await Promise.all(by.map(({ armoredSecret }) => readPrivateKey({ armoredKey: armoredSecret })))
  const message = text
    ? await createMessage({ text: Buffer.from(data).toString('utf8') })
    : await createMessage({ binary: data, filename: 'data.bin' })
  const options = { message, encryptionKeys, signingKeys, wildcard, date, config: { ...pgpConfig(), ...config } }
  return onlyBytes(await encrypt({ ...options, format: 'binary' }))
}

/** @param isNative whether the native way must know this form, so that it is sure that it is tested at all. */
async function compare(message: Uint8Array, isNative = true, own = [ada], known = [bert]): Promise<void> {
  const keys = keysOf(own, known)
  const [one, other] = [await natively(message, keys), await atOnce(message, keys)]
  if (isNative || one.state !== 'left') expect(one).toEqual(other)
}

const lengths = [0, 1, 2, 191, 192, 193, 511, 512, 8191, 8192, 8383, 8384, 65_535, 262_143, 262_144, 262_145, 600_000]

describe('messages of all lengths', () => {
  test.each(lengths)('%d octets', async (length) => compare(await made(randomBytes(length))))
  test.each(lengths)('%d octets, signed only', async (length) => compare(await signedBy(randomBytes(length), bert)))
  test.each(lengths)('%d octets in OCB', async (length) => {
    const message = await ocbMessage(await signedBy(randomBytes(length), bert), ada, 10)
    const opened = await natively(message, keysOf([ada], [bert]))
    expect(opened.state).toBe('good')
    if (length < 9000) expect(opened).toEqual(await byLibrary(message, ada, bert))
  })
})

describe('messages of all forms', () => {
  const { compression, symmetric, hash } = enums
  const text = Buffer.from('Zeile eins\r\nZeile zwei\nZeile drei\rähnlich\n\n'.repeat(300))
  test.each([
    ['zip', { preferredCompressionAlgorithm: compression.zip }],
    ['zlib', { preferredCompressionAlgorithm: compression.zlib }],
    ['AES-128', { preferredSymmetricAlgorithm: symmetric.aes128 }],
    ['AES-192', { preferredSymmetricAlgorithm: symmetric.aes192 }],
    ['SHA-256', { preferredHashAlgorithm: hash.sha256 }],
    ['SHA3-512', { preferredHashAlgorithm: hash.sha3_512 }],
  ] as const)('%s', async (_name, config) => compare(await made(text, { config })))
  test('a text signature over mixed line ends', async () => compare(await made(text, { text: true })))
  test('nobody signed', async () => compare(await made(text, { by: [] })))
  test('two signed', async () => compare(await made(text, { by: [bert, ada] }), true, [ada], [bert, ada]))
  test('of two signers one is unknown', async () => compare(await made(text, { by: [bert, ada] }), true, [ada], [ada]))
  test('the signer is unknown', async () => compare(await made(text), true, [ada], []))
  test('two recipients', async () => compare(await made(text, { to: [bert, ada] })))
  test('a hidden recipient', async () =>
    compare(await made(text, { to: [bert, ada], wildcard: true }), true, [ada, bert]))
  test('for somebody else', async () => compare(await made(text, { to: [bert] })))
  test('a message of version 2 goes the other way', async () => {
    const message = await made(text, { config: { aeadProtect: true } })
    await compare(message, false)
  })
})

describe('all key types that others have', () => {
  const curves = ['nistP256', 'nistP384', 'nistP521', 'brainpoolP256r1', 'brainpoolP512r1', 'curve25519Legacy'] as const
  const generated = async (options: {
    readonly type: 'rsa' | 'ecc'
    readonly curve?: EllipticCurveName
  }): Promise<Person> => {
    const asked = {
      ...options,
      ...(options.type === 'rsa' ? { rsaBits: 2048 } : {}),
      userIDs: { name: 'Cleo' },
      date: new Date('2026-10-01'),
      config: pgpConfig(),
    }
    const { privateKey, publicKey } = await generateKey({ ...asked, format: 'armored' })
    return { ...bert, armoredSecret: privateKey, armoredPublic: publicKey }
  }
  test.each([...curves.map((curve) => ({ type: 'ecc', curve }) as const), { type: 'rsa' } as const])(
    '%o',
    async (type) => {
      const cleo = await generated(type)
      const message = await made(randomBytes(3000), { to: [cleo], by: [cleo] })
      const keys = keysOf([cleo], [cleo])
      const opened = await natively(message, keys)
      expect(opened.state).toBe('good')
      expect(opened).toEqual(await atOnce(message, keys))
    },
  )
})

describe('what is not whole', () => {
  /** Old and new headers, definite and partial lengths: the packets of one message as some program might write them. */
  const reframed = (body: Uint8Array, tag: number, parts: readonly number[]): Uint8Array => {
    const pieces: Uint8Array[] = [Uint8Array.of(0xc0 | tag)]
    let at = 0
    for (const power of parts) {
      if (at + 2 ** power > body.length) break
      pieces.push(Uint8Array.of(224 + power), body.subarray(at, at + 2 ** power))
      at += 2 ** power
    }
    const length = Buffer.alloc(5, 255)
    length.writeUInt32BE(body.length - at, 1)
    return Buffer.concat([...pieces, length, body.subarray(at)])
  }

  test('any partial lengths give the same message', async () => {
    const message = Buffer.from(await made(randomBytes(5000)))
    const { start, bodyStart } = packetOf(message, TAG.protectedData)
    const [head, body] = [message.subarray(0, start), message.subarray(bodyStart)]
    // The first part holds 512 octets at least (RFC 9580, 4.2.1.4).
    const parts = fc.tuple(
      fc.integer({ min: 9, max: 12 }),
      fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 12 }),
    )
    await fc.assert(
      fc.asyncProperty(parts, async ([first, powers]) =>
        compare(Buffer.concat([head, reframed(body, 18, [first, ...powers])])),
      ),
      { numRuns: 60 },
    )
  })

  /** Both of the other ways must be at least as generous as the native one. */
  const asGenerous = async (message: Uint8Array, one: Outcome, at: number): Promise<void> => {
    const [theirs, ours] = [await byLibrary(message, ada, bert), await atOnce(message, keysOf([ada], [bert]))]
    const isOcb =
      walkPackets(message).packets.some(({ tag }) => tag === TAG.libreProtectedData) &&
      theirs.text !== null &&
      ours.text === null
    expect(one, `octet ${at}`).toEqual(isOcb ? theirs : ours)
  }

  const cases = async (): Promise<readonly Uint8Array[]> => [
    await made(Buffer.from('Grüße\r\n'.repeat(9))),
    await made(Buffer.from('Grüße\r\n'.repeat(50)), {
      config: { preferredCompressionAlgorithm: enums.compression.zlib },
    }),
    await signedBy(Buffer.from('only signed'), bert),
    await ocbMessage(await signedBy(Buffer.from('authenticated'), bert), ada, 10),
  ]

  test('cut at each length: never a text that was not there, never more than the other way allows', async () => {
    const keys = keysOf([ada], [bert])
    for (const message of await cases()) {
      for (let length = 0; length < message.length; length += 1) {
        const cut = message.subarray(0, length)
        const one = await natively(cut, keys)
        if (one.text !== null) await asGenerous(cut, one, length)
      }
    }
  }, 120_000)

  test('each octet flipped: the original, or nothing, or what the other way says as well', async () => {
    const keys = keysOf([ada], [bert])
    for (const message of await cases()) {
      const original = await natively(message, keys)
      expect(original.state).toBe('good')
      for (let at = 0; at < message.length; at += 1) {
        const flipped = Uint8Array.from(message)
        flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8))
        const one = await natively(flipped, keys)
        if (one.text !== null) await asGenerous(flipped, one, at)
        if (one.state === 'good') expect(one.text).toBe(original.text)
      }
    }
  }, 240_000)
})
