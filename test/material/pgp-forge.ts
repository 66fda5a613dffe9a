/** Writes OpenPGP that no program writes: packets, keys and signatures by hand, so that each octet of an attack can be chosen. */
import { createCipheriv, createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto'
import { deflateRawSync, deflateSync } from 'node:zlib'
import { encryptSessionKey, readKey } from 'openpgp'
import { writeArmour } from '../../electron/core/pgp/armour.ts'
import { bytesOf, onlyBytes, type Person } from './pgp-people.ts'

export const TYPE = { binary: 0, text: 1, standalone: 2, certification: 0x13, direct: 0x1f, binding: 0x18, backSignature: 0x19, keyRevocation: 0x20, subkeyRevocation: 0x28 } as const
export const HASH = { md5: 1, sha1: 2, ripemd160: 3, sha256: 8, sha512: 10 } as const
const HASH_NAMES: Readonly<Record<number, string>> = { 1: 'md5', 2: 'sha1', 3: 'ripemd160', 8: 'sha256', 10: 'sha512' }

export const uint = (value: number, octets: number): Buffer => {
  const buffer = Buffer.alloc(octets)
  buffer.writeUIntBE(value, 0, octets)
  return buffer
}

const join = (...parts: readonly Uint8Array[]): Buffer => Buffer.concat(parts)

/** New format, five octets of length. */
export const packet = (tag: number, body: Uint8Array): Buffer =>
  join(Buffer.from([0xc0 | tag, 255]), uint(body.length, 4), body)

/** In pieces of 512 octets, as streaming programs write. */
export function partialPacket(tag: number, body: Uint8Array): Buffer {
  const parts: Uint8Array[] = [Buffer.from([0xc0 | tag])]
  let at = 0
  for (; body.length - at > 512; at += 512) parts.push(Buffer.from([0xe9]), body.subarray(at, at + 512))
  return join(...parts, Buffer.from([255]), uint(body.length - at, 4), body.subarray(at))
}

export const literal = (data: string | Uint8Array, format = 'b', name = ''): Buffer =>
  packet(11, join(Buffer.from(format), Buffer.from([name.length]), Buffer.from(name), uint(0, 4), toBytes(data)))

export const zip = (inner: Uint8Array): Buffer => packet(8, join(Buffer.from([1]), deflateRawSync(inner)))
export const zlib = (inner: Uint8Array): Buffer => packet(8, join(Buffer.from([2]), deflateSync(inner)))
export const stored = (inner: Uint8Array): Buffer => packet(8, join(Buffer.from([0]), inner))
export const marker = (): Buffer => packet(10, Buffer.from('PGP'))
export const padding = (length = 20): Buffer => packet(21, randomBytes(length))

const toBytes = (data: string | Uint8Array): Uint8Array => (typeof data === 'string' ? bytesOf(data) : data)

const mpi = (value: Uint8Array): Buffer => {
  let start = 0
  while (start < value.length - 1 && value[start] === 0) start += 1
  const body = value.subarray(start)
  return join(uint((body.length - 1) * 8 + (32 - Math.clz32(body[0] ?? 0)), 2), body)
}

/** A subpacket: `critical` sets the high bit of its type. */
export const sub = (type: number, body: Uint8Array | readonly number[], critical = false): Buffer => {
  const bytes = Uint8Array.from(body)
  return join(Buffer.from([255]), uint(bytes.length + 1, 4), Buffer.from([type | (critical ? 0x80 : 0)]), bytes)
}

export const notation = (name: string, value: string, critical = false): Buffer =>
  sub(20, join(Buffer.from([0x80, 0, 0, 0]), uint(name.length, 2), uint(value.length, 2), Buffer.from(name + value)), critical)

export interface Secret {
  readonly secret: KeyObject
  /** The body of its packet. */
  readonly body: Buffer
  readonly created: number
  /** 20 octets. */
  readonly fingerprint: Buffer
}

export const seconds = (iso: string): number => Math.floor(Date.parse(iso) / 1000)
export const MADE_AT = seconds('2026-10-01T00:00:00Z')
export const SIGNED_AT = seconds('2026-11-20T08:00:00Z')

/** Ed25519 as version 4 has it. */
export function secret(created = MADE_AT): Secret {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const point = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32)
  const oid = Buffer.from('092b06010401da470f01', 'hex')
  const body = join(Buffer.from([4]), uint(created, 4), Buffer.from([22]), oid, mpi(join(Buffer.from([0x40]), point)))
  return { secret: privateKey, body, created, fingerprint: createHash('sha1').update(hashedKey(body)).digest() }
}

const hashedKey = (body: Uint8Array): Buffer => join(Buffer.from([0x99]), uint(body.length, 2), body)
const hashedUser = (userId: Uint8Array): Buffer => join(Buffer.from([0xb4]), uint(userId.length, 4), userId)

export interface Signing {
  readonly type?: number
  readonly hash?: number
  readonly at?: number
  readonly version?: number
  readonly algorithm?: number
  /** More hashed subpackets, after the time and the fingerprint. */
  readonly hashed?: readonly Uint8Array[]
  /** Instead of the time and the fingerprint. */
  readonly onlyHashed?: readonly Uint8Array[]
  readonly unhashed?: readonly Uint8Array[]
}

/** The packet of a signature over any octets. */
export function signature(by: Secret, data: string | Uint8Array, how: Signing = {}): Buffer {
  const { type = TYPE.binary, hash = HASH.sha512, at = SIGNED_AT, version = 4, algorithm = 22 } = how
  const usual = [sub(2, uint(at, 4)), sub(33, join(Buffer.from([4]), by.fingerprint))]
  const hashed = join(...(how.onlyHashed ?? usual), ...(how.hashed ?? []))
  const unhashed = join(...(how.unhashed ?? [sub(16, by.fingerprint.subarray(-8))]))
  const head = join(Buffer.from([version, type, algorithm, hash]), uint(hashed.length, 2), hashed)
  const trailer = join(Buffer.from([version, 0xff]), uint(head.length, 4))
  const digest = createHash(HASH_NAMES[hash] ?? 'sha512')
    .update(join(toBytes(data), head, trailer))
    .digest()
  const made = sign(null, digest, by.secret)
  return packet(
    2,
    join(head, uint(unhashed.length, 2), unhashed, digest.subarray(0, 2), mpi(made.subarray(0, 32)), mpi(made.subarray(32))),
  )
}

export const onePass = (by: Secret, { type = TYPE.binary, hash = HASH.sha512 }: Signing = {}, last = 1): Buffer =>
  packet(4, join(Buffer.from([3, type, hash, 22]), by.fingerprint.subarray(-8), Buffer.from([last])))

/** One-pass signed, as every program writes it. */
export const signedMessage = (by: Secret, text: string, how: Signing = {}): Buffer =>
  join(onePass(by, how), literal(text), signature(by, text, how))

export interface KeyParts {
  readonly userIds?: readonly (string | Uint8Array)[]
  readonly unboundUserIds?: readonly string[]
  readonly selfSignature?: Signing
  readonly flags?: number
  /** Packets right after the primary key. */
  readonly direct?: readonly Uint8Array[]
  readonly subkeys?: readonly Uint8Array[]
}

/** A transferable public key. */
export function publicKey(primary: Secret, parts: KeyParts = {}): Buffer {
  const { userIds = ['Eve <eve@example.org>'], unboundUserIds = [], flags = 3, selfSignature = {} } = parts
  const users = userIds.map((userId) => {
    const bytes = toBytes(userId)
    const how = { type: TYPE.certification, at: primary.created, ...selfSignature }
    const hashed = [sub(27, [flags]), ...(selfSignature.hashed ?? [])]
    return join(packet(13, bytes), signature(primary, join(hashedKey(primary.body), hashedUser(bytes)), { ...how, hashed }))
  })
  const unbound = unboundUserIds.map((userId) => packet(13, bytesOf(userId)))
  return join(packet(6, primary.body), ...(parts.direct ?? []), ...users, ...unbound, ...(parts.subkeys ?? []))
}

/** @param reason of RFC 9580, 5.2.3.31: 0 none, 1 superseded, 2 compromised, 3 retired. */
export const revocation = (primary: Secret, at: number, reason: number): Buffer =>
  signature(primary, hashedKey(primary.body), { type: TYPE.keyRevocation, at, hashed: [sub(29, [reason])] })

/** A signing subkey with its binding, and with or without the signature back. */
export function subkey(primary: Secret, own: Secret, { back = true, flags = 2, at = own.created } = {}): Buffer {
  const both = join(hashedKey(primary.body), hashedKey(own.body))
  const made = signature(own, both, { type: TYPE.backSignature, at })
  const body = made.subarray(6)
  const hashed = [sub(27, [flags]), ...(back ? [sub(32, body)] : [])]
  return join(packet(14, own.body), signature(primary, both, { type: TYPE.binding, at, hashed }))
}

export const subkeyRevocation = (primary: Secret, own: Secret, at: number, reason: number): Buffer =>
  signature(primary, join(hashedKey(primary.body), hashedKey(own.body)), {
    type: TYPE.subkeyRevocation,
    at,
    hashed: [sub(29, [reason])],
  })

export const armouredKey = (key: Uint8Array): string => writeArmour('PUBLIC KEY BLOCK', key)

export const armouredMessage = (message: Uint8Array): string => writeArmour('MESSAGE', message)

export const armouredSignature = (made: Uint8Array): string =>
  armouredMessage(made).replaceAll('PGP MESSAGE', 'PGP SIGNATURE')

/** Integrity-protected data of version 1 around any packets. */
export function sealedData(inner: Uint8Array, key: Uint8Array): Buffer {
  const noise = randomBytes(16)
  const plain = join(noise, noise.subarray(-2), inner, Buffer.from([0xd3, 0x14]))
  const whole = join(plain, createHash('sha1').update(plain).digest())
  return packet(18, join(Buffer.from([1]), createCipheriv('aes-256-cfb', key, Buffer.alloc(16)).update(whole)))
}

export async function sessionKeyPacket(key: Uint8Array, to: Person, wildcard = false): Promise<Buffer> {
  const encryptionKeys = await readKey({ armoredKey: to.armoredPublic })
  const made = await encryptSessionKey({ data: key, algorithm: 'aes256', encryptionKeys, format: 'binary', wildcard })
  return Buffer.from(onlyBytes(made))
}

/** Any packets, encrypted to a person as by a program that checks nothing. */
export async function sealed(inner: Uint8Array, to: Person, wildcard = false): Promise<Buffer> {
  const key = randomBytes(32)
  return join(await sessionKeyPacket(key, to, wildcard), sealedData(inner, key))
}
