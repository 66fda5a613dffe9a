/** Messages made to use up the desk: each ends in a sentence, in bounded time and memory, and the desk's own thread goes on. */
import { deflateRawSync } from 'node:zlib'
import { createMessage, encrypt, enums, generateKey, PacketList, readKey, readPrivateKey, sign } from 'openpgp'
import { beforeAll, describe, expect, it } from 'vitest'
import { openMessage } from '../../electron/core/pgp/open-message.ts'
import { readKeys } from '../../electron/core/pgp/read-keys.ts'
import { runJob } from '../../electron/core/workers/run-job.ts'
import { bytesOf, mail, NOW, openHere, person, textPart, type Person, onlyBytes } from '../material/pgp-people.ts'

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
