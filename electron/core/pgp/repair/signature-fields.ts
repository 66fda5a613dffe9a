/** Reads the body of a signature packet strictly (RFC 9580, 5.2), and says at which octet it stops making sense. */
import { readMpi } from './mpi.ts'
import { readSubpackets, type Area, type Owner } from './subpackets.ts'

export interface SignatureFields {
  readonly type: number
  readonly algorithm: number
  readonly hash: number
  readonly from: number
  /** End of what is hashed of the packet itself. */
  readonly hashedEnd: number
  readonly leftAt: number
  readonly salt: Uint8Array
  readonly valuesFrom: number
  readonly end: number
  readonly values: readonly Uint8Array[]
  /** `none`: it names no issuer. Foreign ones cannot be checked here. */
  readonly issuer: 'own' | 'foreign' | 'none'
  /** Seconds since 1970, null if the signature has no time. */
  readonly created: number | null
  readonly flags: number
  /** Cross-signatures of a signing subkey. */
  readonly embedded: readonly SignatureFields[]
}

const SALTS: Readonly<Record<number, number>> = { 8: 16, 9: 24, 10: 32, 11: 16, 12: 16, 14: 32 }
const HASHES = [1, 2, 3, 8, 9, 10, 11, 12, 14]
const NATIVE: Readonly<Record<number, number>> = { 27: 64, 28: 114 }
/** How many numbers a signature has, by algorithm. */
const NUMBERS: Readonly<Record<number, number>> = { 1: 1, 3: 1, 17: 2, 19: 2, 22: 2 }

/**
 * @param types those that may stand at this place.
 * @param owner null for a cross-signature, which is the subkey's own.
 * @returns the fields, or the offset of the first octet that cannot be.
 */
export function readSignatureFields(
  bytes: Uint8Array,
  from: number,
  end: number,
  types: readonly number[],
  owner: Owner | null,
  version: number,
): SignatureFields | number {
  const [head, type, algorithm, hash] = [
    bytes[from],
    bytes[from + 1] ?? -1,
    bytes[from + 2] ?? -1,
    bytes[from + 3] ?? -1,
  ]
  if (head !== version) return from
  if (!types.includes(type)) return from + 1
  if (NUMBERS[algorithm] === undefined && NATIVE[algorithm] === undefined) return from + 2
  if (!HASHES.includes(hash)) return from + 3
  const hashed = readArea(bytes, from + 4, end, version, owner)
  if (typeof hashed === 'number') return hashed
  const unhashed = readArea(bytes, hashed.end, end, version, owner)
  if (typeof unhashed === 'number') return unhashed
  const issuer = hashed.issuer === 'none' ? unhashed.issuer : hashed.issuer
  const isOwn = owner !== null && issuer !== 'foreign'
  if (isOwn && algorithm !== owner.algorithm && !(algorithm <= 3 && owner.algorithm <= 3)) return from + 2
  if (isOwn && hashed.created !== null && hashed.created < owner.created) return hashed.end - 1
  const rest = readRest(bytes, unhashed.end, end, { version, algorithm, hash })
  if (typeof rest === 'number') return rest
  const embedded: SignatureFields[] = []
  for (const [innerFrom, innerEnd] of [...hashed.embedded, ...unhashed.embedded]) {
    const inner = readSignatureFields(bytes, innerFrom, innerEnd, [0x19], null, version)
    if (typeof inner === 'number') return inner
    embedded.push(inner)
  }
  return {
    type,
    algorithm,
    hash,
    from,
    hashedEnd: hashed.end,
    leftAt: unhashed.end,
    end,
    issuer,
    created: hashed.created,
    flags: hashed.flags,
    embedded,
    ...rest,
  }
}

function readArea(
  bytes: Uint8Array,
  at: number,
  end: number,
  version: number,
  owner: Owner | null,
): (Area & { readonly end: number }) | number {
  const size = version === 6 ? 4 : 2
  if (at + size > end) return end - 1
  let length = 0
  for (let index = 0; index < size; index += 1) length = length * 256 + (bytes[at + index] ?? 0)
  const from = at + size
  if (from + length + 2 > end) return from - 1
  const area = readSubpackets(bytes, from, from + length, owner)
  return typeof area === 'number' ? area : { ...area, end: from + length }
}

function readRest(
  bytes: Uint8Array,
  leftAt: number,
  end: number,
  { version, algorithm, hash }: { readonly version: number; readonly algorithm: number; readonly hash: number },
): Pick<SignatureFields, 'salt' | 'valuesFrom' | 'values'> | number {
  const saltAt = leftAt + 2
  const saltLength = version === 6 ? (SALTS[hash] ?? 0) : 0
  if (version === 6 && bytes[saltAt] !== saltLength) return saltAt
  const valuesFrom = version === 6 ? saltAt + 1 + saltLength : saltAt
  const salt = version === 6 ? bytes.subarray(saltAt + 1, valuesFrom) : new Uint8Array(0)
  const native = NATIVE[algorithm]
  if (native !== undefined)
    return end - valuesFrom === native ? { salt, valuesFrom, values: [bytes.subarray(valuesFrom, end)] } : end - 1
  const values: Uint8Array[] = []
  let at = valuesFrom
  for (let index = 0; index < (NUMBERS[algorithm] ?? 0); index += 1) {
    const [least, most] = numberBits(algorithm)
    const read = readMpi(bytes, at, end, least, most)
    if (typeof read === 'number') return read
    values.push(read.value)
    at = read.end
  }
  return at === end ? { salt, valuesFrom, values } : at
}

/** Random numbers are hardly ever much shorter than they can be; a damaged length is. */
const numberBits = (algorithm: number): readonly [least: number, most: number] =>
  algorithm <= 3 ? [960, 16_384] : algorithm === 22 ? [208, 256] : [120, 528]
