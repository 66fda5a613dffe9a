/** Messages made to use up the desk: each ends in a sentence, in bounded time and memory, and the desk's own thread goes on. */
import { randomBytes } from 'node:crypto'
import { deflateRawSync } from 'node:zlib'
import { createMessage, encrypt, enums, generateKey, PacketList, readKey, readPrivateKey, sign } from 'openpgp'
import { beforeAll, describe, expect, it } from 'vitest'
import { openMessage } from '../../electron/core/pgp/open-message.ts'
import { readKeys } from '../../electron/core/pgp/read-keys.ts'
import { runJob } from '../../electron/core/workers/run-job.ts'
import {
  armouredKey,
  literal,
  onePass,
  packet,
  publicKey,
  sealedData,
  secret,
  sessionKeyPacket,
  signature,
  signedMessage,
  stored,
  zip,
  zlib,
} from '../material/pgp-forge.ts'
import {
  bytesOf,
  mail,
  multipart,
  must,
  NOW,
  onlyBytes,
  openHere,
  person,
  textPart,
  type Person,
} from '../material/pgp-people.ts'

const MEGABYTE = 1024 * 1024
let bob: Person

beforeAll(async () => {
  bob = await person('Bob')
})

const inWorker = async (bytes: Uint8Array, limits = {}) =>
  openMessage({
    bytes,
    fileName: '',
    secretKeys: [{ armored: bob.armoredSecret, passphrase: null }],
    publicKeys: [],
    now: NOW,
    limits,
  })

/** Runs it, and measures how long this thread was not to be had meanwhile. */
async function stall<T>(work: () => Promise<T>): Promise<{ value: T; seconds: number; longestStall: number }> {
  let longestStall = 0
  let last = performance.now()
  const timer = setInterval(() => {
    longestStall = Math.max(longestStall, performance.now() - last - 10)
    last = performance.now()
  }, 10)
  const start = performance.now()
  const value = await work()
  clearInterval(timer)
  return { value, seconds: (performance.now() - start) / 1000, longestStall }
}

async function bomb(megabytes: number, algorithm: enums.compression): Promise<Uint8Array> {
  const encryptionKeys = await readKey({ armoredKey: bob.armoredPublic })
  const message = await createMessage({ binary: new Uint8Array(megabytes * MEGABYTE) })
  return onlyBytes(
    await encrypt({ message, encryptionKeys, format: 'binary', config: { preferredCompressionAlgorithm: algorithm } }),
  )
}

describe('a decompression bomb', () => {
  it('of 200 MB in 200 KB is refused, naming the limit, in seconds', async () => {
    const bytes = await bomb(200, enums.compression.zlib)
    expect(bytes.length).toBeLessThan(MEGABYTE)
    const { value, seconds } = await stall(() => inWorker(bytes))
    expect(value).toEqual({ ok: false, problem: { code: 'message-too-large', params: { limit: 64 } } })
    expect(seconds).toBeLessThan(10)
  }, 60_000)

  it('in a signed, unencrypted message likewise', async () => {
    const { privateKey } = await generateKey({ userIDs: [{ email: 'a@example.org' }], format: 'object' })
    const signed = await sign({
      message: await createMessage({ binary: new Uint8Array(3 * MEGABYTE) }),
      signingKeys: privateKey,
      format: 'object',
    })
    const list = new PacketList<(typeof signed.packets)[number]>()
    list.push(...signed.packets)
    expect(await openHere(list.write(), { limits: { decompressedBytes: MEGABYTE } })).toMatchObject({
      problem: { code: 'message-too-large' },
    })
  })

  it('many small ones in one mail share one limit', async () => {
    const one = Buffer.from(await bomb(1, enums.compression.uncompressed))
      .toString('base64')
      .replaceAll(/.{76}/g, '$&\r\n')
    const parts = Array.from(
      { length: 4 },
      (_, index) =>
        `--b\r\nContent-Type: application/octet-stream; name="${index}.bin.pgp"\r\nContent-Transfer-Encoding: base64\r\n\r\n${one}\r\n`,
    )
    const raw = mail('a@example.org', `Content-Type: multipart/mixed; boundary=b\r\n\r\n${parts.join('')}--b--\r\n`)
    const result = await openHere(raw, { own: [bob], limits: { decompressedBytes: 3 * MEGABYTE } })
    expect(result).toMatchObject({ problem: { code: 'message-too-large' } })
  })
})

describe('a worker', () => {
  it('that runs too long is ended, while this thread stays free', async () => {
    const keys = Array.from({ length: 400 }, () => bob.armoredPublic).join('\n')
    const { value, seconds, longestStall } = await stall(() =>
      readKeys({ bytes: keys, now: NOW }, { seconds: 0.3, megabytes: 512 }),
    )
    expect(value).toEqual({ ok: false, problem: { code: 'worker-stopped', params: { seconds: 0.3, megabytes: 512 } } })
    expect(seconds).toBeLessThan(3)
    expect(longestStall).toBeLessThan(500)
  })

  it('that takes too much memory is ended', async () => {
    const text = mail('a@example.org', textPart('ä ö\n'.repeat(3_000_000)))
    expect(await inWorker(bytesOf(text), { megabytes: 16 })).toMatchObject({
      ok: false,
      problem: { code: 'worker-stopped' },
    })
  }, 30_000)

  it('that has a bug rejects instead of hanging', async () => {
    await expect(
      runJob('pgp-worker', { job: 'read-keys', input: {} }, { seconds: 10, megabytes: 128 }),
    ).rejects.toThrow()
  })

  it('ten at once all answer', async () => {
    const raw = bytesOf(mail('a@example.org', textPart('x')))
    const results = await Promise.all(Array.from({ length: 10 }, () => inWorker(raw)))
    expect(results.every(({ ok }) => ok)).toBe(true)
  }, 60_000)
})

describe('a hundred megabytes', () => {
  const noise = (first: readonly number[]): Uint8Array => {
    const block = Uint8Array.from({ length: 1_000_003 }, (_, index) => (Math.imul(index + 1, 2654435761) >>> 13) & 0xff)
    const bytes = new Uint8Array(100 * MEGABYTE)
    for (let at = 0; at < bytes.length; at += block.length) bytes.set(block.subarray(0, bytes.length - at), at)
    bytes.set(first)
    return bytes
  }
  const armoured = (text: string): Uint8Array => {
    const bytes = new Uint8Array(100 * MEGABYTE).fill(0x41)
    for (let at = 64; at < bytes.length; at += 65) bytes[at] = 0x0a
    bytes.set(bytesOf(text))
    return bytes
  }

  it.each([
    ['of noise', () => noise([0x00]), /^message-not-recognised$/],
    [
      'of noise that begins like an encrypted message',
      () => noise([0xd2, 0xff, 0x06, 0x3f, 0xff, 0xfa, 1]),
      /^message-/,
    ],
    ['of noise that begins like a key', () => noise([0x99, 0x01, 0x0d, 4]), /^message-|^worker-stopped$/],
    ['of armour without an end', () => armoured('-----BEGIN PGP MESSAGE-----\n\n'), /^message-|^worker-stopped$/],
    [
      'of one header line',
      () => armoured('From: a@example.org\n').map((byte) => (byte === 0x0a ? 0x20 : byte)),
      /^message-|^worker-stopped$/,
    ],
    [
      'of one base64 attachment',
      () =>
        armoured(
          'From: a@example.org\nContent-Type: application/zip; name=a.zip\nContent-Transfer-Encoding: base64\n\n',
        ),
      /^ok$|^worker-stopped$/,
    ],
    ['and one byte', () => new Uint8Array(100 * MEGABYTE + 1), /^message-too-large$/],
  ])(
    '%s ends in a sentence',
    async (_, make, expected) => {
      const bytes = make()
      const { value, seconds } = await stall(() => inWorker(bytes))
      expect(value.ok ? 'ok' : value.problem.code).toMatch(expected)
      expect(seconds).toBeLessThan(11)
    },
    60_000,
  )
})

it('a passphrase lock that asks for gigabytes of memory is refused at once', async () => {
  const config = { s2kType: enums.s2k.argon2, aeadProtect: true } as const
  const bytes = onlyBytes(
    await encrypt({
      message: await createMessage({ text: 'x' }),
      passwords: ['p'],
      format: 'binary',
      config,
    }),
  )
  const start = performance.now()
  expect(await openHere(bytes, { own: [bob] })).toMatchObject({ problem: { code: 'message-password-only' } })
  expect(performance.now() - start).toBeLessThan(1000)
  expect((await readPrivateKey({ armoredKey: bob.armoredSecret })).isDecrypted()).toBe(true)
})

it('a signed message that is cut anywhere inside its compressed data ends in a sentence', async () => {
  const { privateKey } = await generateKey({ userIDs: [{ email: 'a@example.org' }], format: 'object' })
  const message = await createMessage({ binary: bytesOf('words '.repeat(2000)) })
  const inner = onlyBytes(await sign({ message, signingKeys: privateKey, format: 'binary' }))
  const body = deflateRawSync(inner)
  for (let length = 1; length < body.length; length += 7) {
    const cut = body.subarray(0, length)
    const packet = Buffer.concat([Buffer.from([0xc8, 255, 0, 0, (length + 1) >> 8, (length + 1) & 0xff, 1]), cut])
    const result = await openHere(new Uint8Array(packet))
    expect(result.ok ? 'ok' : result.problem.code).toBe('message-damaged')
  }
})

const BZIP2_BOMB =
  'yP8AAABGA0JaaDkxQVkmU1nDy0VLBQUJQUTRABAASAAACAAIoABQgyYgKUkMTiBIE90oEgT7KBIE7m965iBIE7+LuSKcKEhh5aKlgA=='
const BZIP2_SMALL = 'yP8AAAA9A0JaaDkxQVkmU1kIP4j2AAAJcYRgACAAQAAWRJiAAAggADEAAAagMj0ycyAz2jJoOUnYu5IpwoSAQfxHsA=='

describe('in this thread, where nothing could be ended', () => {
  const marker = (count: number): Buffer => Buffer.alloc(count * 5, Buffer.from('ca03504750', 'hex'))
  const repeated = (count: number, one: Uint8Array): Buffer => Buffer.concat(Array.from({ length: count }, () => one))
  const eve = secret()
  const zeros = (length: number): Buffer => Buffer.alloc(length)

  async function soon(
    bytes: Uint8Array | string,
    own: readonly Person[] = [],
    keys: readonly string[] = [],
  ): Promise<string> {
    const start = performance.now()
    const known = keys.map((armoredPublic) => ({ armoredPublic }))
    const result = await openHere(bytes, { own, known, fileName: 'm.eml' })
    expect(performance.now() - start).toBeLessThan(9000)
    return result.ok ? 'ok' : result.problem.code
  }

  it.each<[string, () => Buffer, RegExp]>([
    ['ten million empty packets', () => marker(10_000_000), /damaged/],
    ['ten million empty packets, compressed', () => zip(marker(10_000_000)), /damaged/],
    ['a text of 200 MB, compressed by zip', () => zip(literal(zeros(200 * MEGABYTE))), /too-large/],
    ['a text of 200 MB, compressed by zlib', () => zlib(literal(zeros(200 * MEGABYTE))), /too-large/],
    ['the same twice', () => zip(zip(literal(zeros(100 * MEGABYTE)))), /damaged|too-large/],
    [
      'a packet in a packet a thousand times',
      () => Array.from({ length: 1000 }).reduce<Buffer>((inner) => stored(inner), literal('x')),
      /damaged/,
    ],
    ['a bomb of bzip2', () => Buffer.from(BZIP2_BOMB, 'base64'), /too-large/],
    ['a hundred thousand signatures', () => repeated(100_000, signature(eve, 'x')), /ok|damaged/],
    [
      'a hundred thousand one-pass signatures',
      () => Buffer.concat([repeated(100_000, onePass(eve)), literal('x')]),
      /damaged/,
    ],
    [
      'five million pieces of one packet',
      () => Buffer.concat([Buffer.from([0xcb]), Buffer.alloc(10_000_000, Buffer.from([0xe0, 0x62])), Buffer.from([0])]),
      /ok|message/,
    ],
    ['lengths that lie', () => Buffer.from('c8ffffffffff01', 'hex'), /message/],
    ['a piece longer than the world', () => Buffer.from('cbfe620000000000', 'hex'), /message/],
  ])(
    '%s',
    async (_, make, expected) => {
      expect(await soon(new Uint8Array(make()))).toMatch(expected)
    },
    30_000,
  )

  it('bzip2 of ordinary size is read', async () => {
    expect(must(await openHere(new Uint8Array(Buffer.from(BZIP2_SMALL, 'base64')))).text).toBe('hello words')
  })

  it.each([
    [100_000, /too-many-recipients/],
    [1001, /too-many-recipients/],
    [900, /too-many-recipients/],
    [150, /tampered|no-key/],
  ])('%i session keys that are all for us, or for nobody who says so', async (count, expected) => {
    for (const hidden of [false, true]) {
      const one = await sessionKeyPacket(randomBytes(32), bob, hidden)
      const message = Buffer.concat([repeated(count, one), sealedData(literal('x'), randomBytes(32))])
      expect(await soon(new Uint8Array(message), [bob])).toMatch(expected)
    }
  })

  it('a mail of a hundred bombs', async () => {
    const bombs = [zip(literal(zeros(60 * MEGABYTE))), zip(Buffer.concat([zeros(60 * MEGABYTE), literal('x')]))]
    for (const bomb of bombs) {
      const base64 = bomb.toString('base64').replaceAll(/.{76}/g, '$&\r\n')
      const part = `Content-Type: application/octet-stream; name="a.pgp"\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64}`
      const raw = multipart(
        'multipart/mixed',
        Array.from({ length: 100 }, () => part),
      )
      expect(await soon(mail('a@example.org', raw))).toMatch(/too-large|too-many|too-slow|ok/)
    }
  }, 30_000)

  it.each(['ffff', '0000', 'ffff00', '0001ff', '8000'])('numbers of the absurd length %s', async (hex) => {
    const number = Buffer.from(hex, 'hex')
    const broken = packet(2, Buffer.concat([Buffer.from('04001608000000000000', 'hex'), number]))
    expect(await soon(new Uint8Array(Buffer.concat([broken, literal('x')])))).toMatch(/ok|damaged/)
    const key = packet(1, Buffer.concat([Buffer.from('03000000000000000001', 'hex'), number]))
    expect(await soon(new Uint8Array(Buffer.concat([key, packet(18, zeros(60))])), [bob])).toMatch(/message/)
  })

  it('a key with a name or a picture of a megabyte harms no other', async () => {
    const by = secret()
    const named = publicKey(secret(), { userIds: ['x'.repeat(MEGABYTE)] })
    const pictured = Buffer.concat([publicKey(secret()), packet(17, zeros(MEGABYTE))])
    const message = new Uint8Array(signedMessage(by, 'x'))
    expect(await soon(message, [], [named, pictured, publicKey(by)].map(armouredKey))).toBe('ok')
  })

  it.each([
    ['uuencode', 'x-uuencode', `begin 644 a\n${'M'.repeat(5_000_000)}`],
    ['base64 of blanks', 'base64', ' '.repeat(20_000_000)],
    ['base64 of equals signs', 'base64', '='.repeat(20_000_000)],
    ['base64 of line breaks', 'base64', '\n'.repeat(20_000_000)],
    ['base64 on one line', 'base64', 'A'.repeat(30_000_000)],
    ['quoted-printable of equals signs', 'quoted-printable', '='.repeat(20_000_000)],
    ['quoted-printable of escapes', 'quoted-printable', '=3D'.repeat(7_000_000)],
    ['an unknown coding', 'x-nonsense', 'A'.repeat(20_000_000)],
    ['dashes', '7bit', '-'.repeat(20_000_000)],
    ['lines of dashes', '7bit', '-----\n'.repeat(3_000_000)],
  ])(
    'a body of %s',
    async (_, encoding, body) => {
      for (const type of ['text/plain', 'application/octet-stream; name="a.asc"']) {
        const raw = `From: a@example.org\r\nContent-Type: ${type}\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${body}`
        expect(await soon(raw)).toMatch(/^ok$|^message-/)
      }
    },
    30_000,
  )
})
