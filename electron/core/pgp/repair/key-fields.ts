/** Reads the body of a public key packet strictly (RFC 9580, 5.5), and says at which octet it stops making sense. */
import { readMpi } from './mpi.ts'

export interface KeyFields {
  readonly version: 4 | 6
  readonly algorithm: number
  /** Seconds since 1970. */
  readonly created: number
  /** Name of the curve, for the algorithms that have one. */
  readonly curve: string | null
  /** Numbers and points, without their lengths; for native curves the octets themselves. */
  readonly values: readonly Uint8Array[]
}

interface Curve {
  readonly name: string
  readonly pointBits: number
}

/** By object identifier, in hex (RFC 9580, 9.2). */
const CURVES: readonly (readonly [oid: string, Curve])[] = [
  ['2b06010401da470f01', { name: 'ed25519', pointBits: 263 }],
  ['2b060104019755010501', { name: 'cv25519', pointBits: 263 }],
  ['2a8648ce3d030107', { name: 'P-256', pointBits: 515 }],
  ['2b81040022', { name: 'P-384', pointBits: 771 }],
  ['2b81040023', { name: 'P-521', pointBits: 1059 }],
  ['2b2403030208010107', { name: 'brainpoolP256r1', pointBits: 515 }],
  ['2b240303020801010b', { name: 'brainpoolP384r1', pointBits: 771 }],
  ['2b240303020801010d', { name: 'brainpoolP512r1', pointBits: 1027 }],
  ['2b8104000a', { name: 'secp256k1', pointBits: 515 }],
]

const OIDS = CURVES.map(([hex, curve]) => ({
  octets: Buffer.from(`${(hex.length / 2).toString(16).padStart(2, '0')}${hex}`, 'hex'),
  curve,
}))
const NATIVE: Readonly<Record<number, number>> = { 25: 32, 26: 56, 27: 32, 28: 57 }
/** How many numbers the old algorithms have. */
const NUMBERS: Readonly<Record<number, number>> = { 1: 2, 2: 2, 3: 2, 16: 3, 17: 4 }

/** 1995: before the first key of this form. Seconds since 1970. */
const FIRST_KEY = 788_918_400
const LAST_KEY = 0x7fffffff

/** @returns the fields, or the offset of the first octet that cannot be. The body must fill `from` to `end` exactly. */
export function readKeyFields(bytes: Uint8Array, from: number, end: number): KeyFields | number {
  const version = bytes[from]
  if (version !== 4 && version !== 6) return from
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const materialAt = from + (version === 6 ? 10 : 6)
  if (materialAt >= end) return end - 1
  const created = view.getUint32(from + 1)
  if (created < FIRST_KEY || created > LAST_KEY) return from + 4
  const algorithm = bytes[from + 5] ?? 0
  if (version === 6 && view.getUint32(from + 6) !== end - materialAt) return from + 9
  const material = readMaterial(bytes, materialAt, end, algorithm)
  return typeof material === 'number' ? material : { version, algorithm, created, ...material }
}

type Material = Pick<KeyFields, 'curve' | 'values'>

function readMaterial(bytes: Uint8Array, at: number, end: number, algorithm: number): Material | number {
  const native = NATIVE[algorithm]
  if (native !== undefined) return end - at === native ? { curve: null, values: [bytes.subarray(at, end)] } : end - 1
  if (algorithm === 18 || algorithm === 19 || algorithm === 22) return readCurve(bytes, at, end, algorithm === 18)
  const count = NUMBERS[algorithm]
  if (count === undefined) return at - 1
  const values: Uint8Array[] = []
  let next = at
  for (let index = 0; index < count; index += 1) {
    const least = index === 0 ? 1000 : 1
    const read = readMpi(bytes, next, end, least, index === 0 ? 16_400 : 16_384)
    if (typeof read === 'number') return read
    values.push(read.value)
    next = read.end
  }
  const isRsa = algorithm <= 3
  if (next !== end) return next
  // RFC 8017, 3.1: both numbers of an RSA key are odd.
  return isRsa && values.some((value) => ((value.at(-1) ?? 0) & 1) === 0) ? end - 1 : { curve: null, values }
}

function readCurve(bytes: Uint8Array, at: number, end: number, agreement: boolean): Material | number {
  const oid = readOid(bytes, at)
  if (typeof oid === 'number') return oid
  const point = readMpi(bytes, at + oid.octets.length, end, oid.curve.pointBits, oid.curve.pointBits)
  if (typeof point === 'number') return point
  const tail = bytes.subarray(point.end, end)
  const isRight = agreement ? tail.length === 4 && tail[0] === 3 && tail[1] === 1 : tail.length === 0
  return isRight ? { curve: oid.curve.name, values: [point.value] } : point.end
}

function readOid(bytes: Uint8Array, at: number): (typeof OIDS)[number] | number {
  let fits = OIDS
  for (let index = 0; ; index += 1) {
    const octet = bytes[at + index]
    fits = fits.filter(({ octets }) => octets[index] === octet)
    const whole = fits.find(({ octets }) => octets.length === index + 1)
    if (whole) return whole
    if (fits.length === 0) return at + index
  }
}
