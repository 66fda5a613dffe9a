/** Nothing is given out that did not pass: every check counts in every way, with every crypto that a program may bring along. */
import { randomBytes } from 'node:crypto'
import { createMessage, encrypt, readKey, readMessage } from 'openpgp'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { writeBlob } from '../../../electron/core/store/blobs.ts'
import { chunksOf, unsealChunks } from '../../../electron/core/store/sealed-chunks.ts'
import { findBlocks, readArmour } from '../../../electron/core/pgp/armour.ts'
import { TAG } from '../../../electron/core/pgp/packets.ts'
import { hashingHere } from '../../../electron/core/pgp/stream/hashing.ts'
import { probeNatives, type Natives } from '../../../electron/core/pgp/stream/natives.ts'
import { openInto } from '../../../electron/core/pgp/stream/open-file.ts'
import { sealInto } from '../../../electron/core/pgp/stream/seal-file.ts'
import { NOW, must, onlyBytes, person, type Person } from '../../material/pgp-people.ts'
import {
  around,
  folder,
  natively,
  natives,
  ocbMessage,
  packetOf,
  secretOf,
  signedBy,
  type Folder,
} from './stream-fixture.ts'

let ada: Person
let bert: Person
let at: Folder

beforeAll(async () => {
  ada = await person('Ada')
  bert = await person('Bert')
})
beforeEach(() => {
  at = folder()
})
afterEach(() => at.close())

/** As quoted in electron/electron#24024: no CFB, no OCB; and the hashes of BoringSSL. */
const electrons = probeNatives(
  [
    'aes-128-cbc',
    'aes-192-cbc',
    'aes-256-cbc',
    'aes-128-ecb',
    'aes-192-ecb',
    'aes-256-ecb',
    'aes-256-gcm',
    'aes-256-ctr',
    'des-ede3-cbc',
  ],
  ['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512'],
)
const none: Natives = { hasAes: false, hashes: new Map() }

const sealed = (data: Uint8Array, have: Natives, armour = false) =>
  sealInto(
    {
      recipients: [ada.armoredPublic],
      signWith: secretOf(bert),
      from: at.put('plain', data),
      to: at.file('sealed'),
      fileName: 'plain.bin',
      armour,
      now: NOW,
    },
    around(have),
  )

const opened = (bytes: Uint8Array, have: Natives = natives, surroundings = around(have)) =>
  openInto(
    {
      from: at.put('message', bytes),
      to: at.file('opened'),
      secretKeys: [secretOf(ada)],
      publicKeys: [bert.armoredPublic],
      now: NOW,
    },
    surroundings,
  )

describe.each([
  ['all', natives],
  ["Electron's", electrons],
  ['none', none],
] as const)('with %s crypto of the processor', (name, have) => {
  test.each([0, 1, 1000, 262_144, 700_001])('%d octets are sealed, and opened again', async (length) => {
    const data = randomBytes(length)
    const written = must(await sealed(data, have))
    expect(at.get('sealed').length).toBe(written.size)
    const result = must(await opened(at.get('sealed'), have))
    expect(at.get('opened').equals(data)).toBe(true)
    expect(result.protection).toMatchObject({
      encrypted: true,
      integrity: true,
      signature: 'good',
      decryptedWith: ada.fingerprint,
    })
    expect(result).toMatchObject({ fileName: 'plain.bin', size: length })
  })

  test('armour goes on and comes off', async () => {
    const data = randomBytes(500_000)
    must(await sealed(data, have, true))
    const armour = at.get('sealed').toString('latin1')
    expect(armour).toMatch(/^-----BEGIN PGP MESSAGE-----\n\n[A-Za-z0-9+/]{64}\n/)
    const block = findBlocks(armour)[0]
    expect(readArmour(block?.inner ?? '').checksum).toBe('right')
    must(await opened(Buffer.from(armour.replaceAll('\n', '\r\n')), have))
    expect(at.get('opened').equals(data)).toBe(true)
  })

  test('an integrity check that fails leaves nothing', async () => {
    must(await sealed(randomBytes(30_000), have))
    const bytes = at.get('sealed')
    bytes[20_000] = (bytes[20_000] ?? 0) ^ 1
    const result = await opened(bytes, have)
    expect(result).toMatchObject({ ok: false, problem: { code: 'message-tampered' } })
    expect(at.names()).toEqual(['message', 'plain', 'sealed'])
  })

  test(`the signature is computed over every octet (${name})`, async () => {
    const bytes = Buffer.from(await signedBy(Buffer.alloc(5000, 'x'), bert))
    const at500 = bytes.indexOf('xxxx') + 500
    bytes[at500] = 121
    const result = must(await opened(bytes, have))
    expect(result.protection).toMatchObject({ integrity: false, signature: 'bad', signer: null })
  })
})

test('each authentication tag of OCB counts', async () => {
  const inside = await signedBy(randomBytes(150_000), bert)
  const message = Buffer.from(await ocbMessage(inside, ada, 10))
  const keys = { own: [secretOf(ada)], known: [bert.armoredPublic] }
  expect((await natively(message, keys)).state).toBe('good')
  const bodyLength = 3 + 1 + 15 + inside.length + 3 * 16 + 16
  const start = message.length - bodyLength + 19
  const places = [
    start + 65_536,
    start + 2 * (65_536 + 16) - 1,
    message.length - 17,
    message.length - 1,
    start,
    message.length - 40,
  ]
  for (const place of places) {
    const altered = Uint8Array.from(message)
    altered[place] = (altered[place] ?? 0) ^ 0x80
    expect((await natively(altered, keys)).state, `octet ${place - start}`).toBe('refused')
  }
})

test('chunks of OCB that changed places are refused', async () => {
  const message = Buffer.from(await ocbMessage(await signedBy(randomBytes(196_000), bert), ada, 10))
  const [first, step] = [packetOf(message, TAG.libreProtectedData).bodyStart + 4 + 15, 65_536 + 16]
  const swapped = Buffer.concat([
    message.subarray(0, first),
    message.subarray(first + step, first + 2 * step),
    message.subarray(first, first + step),
    message.subarray(first + 2 * step),
  ])
  expect((await natively(swapped, { own: [secretOf(ada)], known: [] })).state).toBe('refused')
})

test('a hash that lies is noticed, so the hash is what is judged', async () => {
  must(await sealed(randomBytes(1000), natives))
  const lying = {
    ...around(),
    hashing: (names: readonly string[]) => ({ ...hashingHere(names), digest: () => new Uint8Array(64) }),
  }
  const result = must(await opened(at.get('sealed'), natives, lying))
  expect(result.protection.signature).toBe('bad')
})

test('what is sealed is what OpenPGP.js reads, in packets that older programs know', async () => {
  must(await sealed(Buffer.from('text'), natives))
  const message = await readMessage({ binaryMessage: new Uint8Array(at.get('sealed')) })
  expect(message.packets.map(({ constructor }) => Reflect.get(constructor, 'tag') as number)).toEqual([1, 18])
  expect(Reflect.get(message.packets[1] ?? {}, 'version')).toBe(1)
})

test('a blob is written and read as the store does', async () => {
  const [data, key] = [randomBytes(2_500_000), randomBytes(32)]
  const id = '0192f0c0-0000-7000-8000-000000000001'
  const source = writeBlob(at.dir, id, key, chunksOf(data))
  const [sealedKey, sealedId] = [randomBytes(32), '0192f0c0-0000-7000-8000-000000000002']
  const to = { kind: 'blob', dir: at.dir, id: sealedId, key: sealedKey.toString('hex') } as const
  const from = { kind: 'blob', dir: at.dir, id, key: key.toString('hex'), size: source.size } as const
  const input = {
    recipients: [ada.armoredPublic],
    signWith: secretOf(bert),
    from,
    to,
    fileName: '',
    armour: false,
    now: NOW,
  }
  const written = must(await sealInto(input, around()))
  const keys = { secretKeys: [secretOf(ada)], publicKeys: [bert.armoredPublic], now: NOW }
  must(await openInto({ from: { ...to, size: written.size }, to: at.file('back'), ...keys }, around()))
  expect(at.get('back').equals(data)).toBe(true)
  const pieces: Buffer[] = []
  const contents = unsealChunks(sealedKey, sealedId, chunksOf(at.get(`blobs/02/${sealedId}`)), (chunk) =>
    pieces.push(chunk),
  )
  expect(contents).toEqual({ size: written.size, sha256: written.sha256 })
})

test('a damaged blob is refused and leaves nothing', async () => {
  const [key, id] = [randomBytes(32), '0192f0c0-0000-7000-8000-000000000003']
  writeBlob(at.dir, id, key, chunksOf(randomBytes(2_000_000)))
  const bytes = at.get(`blobs/03/${id}`)
  bytes[1_500_000] = (bytes[1_500_000] ?? 0) ^ 1
  at.put(`blobs/03/${id}`, bytes)
  const from = { kind: 'blob', dir: at.dir, id, key: key.toString('hex'), size: 2_000_000 } as const
  const input = {
    recipients: [ada.armoredPublic],
    signWith: secretOf(bert),
    from,
    to: at.file('out'),
    fileName: '',
    armour: false,
    now: NOW,
  }
  expect(await sealInto(input, around())).toMatchObject({ ok: false, problem: { code: 'stream-blob-damaged' } })
  expect(at.names()).toEqual(['blobs'])
})

test('compressed files unfold only up to the limit', async () => {
  const encryptionKeys = await readKey({ armoredKey: ada.armoredPublic })
  const message = await createMessage({ binary: new Uint8Array(3_000_000) })
  const config = { preferredCompressionAlgorithm: 2 } as const
  const bytes = onlyBytes(await encrypt({ message, encryptionKeys, format: 'binary', date: new Date(NOW), config }))
  const small = { ...around(), limits: { ...around().limits, decompressedBytes: 1_000_000 } }
  expect(await opened(bytes, natives, small)).toMatchObject({ ok: false, problem: { code: 'message-too-large' } })
  expect(at.names()).toEqual(['message'])
  must(await opened(bytes))
  expect(at.get('opened').length).toBe(3_000_000)
})

test('a missing key, a locked key and a file without integrity protection are said as for messages', async () => {
  must(await sealed(Buffer.from('x'), natives))
  const input = { from: at.file('sealed'), to: at.file('opened'), publicKeys: [], now: NOW }
  const missing = await openInto({ ...input, secretKeys: [secretOf(bert)] }, around())
  expect(missing).toMatchObject({ ok: false, problem: { code: 'message-no-key' } })
  const open = Buffer.concat([at.get('sealed').subarray(0, 96), Buffer.from([0xc9, 2, 0, 0])])
  expect(await opened(open)).toMatchObject({ ok: false, problem: { code: 'message-no-integrity' } })
})
