/** Reads files of keys, key by key, so that one bad key fails nobody else's; damaged ones go to the doctor. Runs in a worker. */
import { enums, readKey, type Key } from 'openpgp'
import { idCollisions, type InspectedKey, type ReadKey } from '../../../shared/domain/key/key.ts'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { writeArmour } from './armour.ts'
import { pgpConfig } from './config.ts'
import { inspectParsed } from './inspect.ts'
import { partsOf } from './key-parts.ts'
import { keyBlocks, type KeyBlock } from './key-blocks.ts'
import { TAG, walkPackets } from './packets.ts'
import { fingerprintOf } from './repair/judge.ts'
import { provesItself, readWhole } from './repair/prove-key.ts'
import { repairBlock, type RepairedKey } from './repair/repair-block.ts'

export interface KeyFileInput {
  readonly bytes: Uint8Array
  /** For the sentence that says that there is no key in it. */
  readonly fileName: string
  /** Fingerprints that came by another way (40 or 64 hex digits, spaces allowed): without one of them no key is repaired. */
  readonly announced: string | readonly string[] | null
  /** UTC ISO. */
  readonly now: string
  /** Seconds that may go into repairs, for all blocks together. */
  readonly patience?: number
}

const PATIENCE_SECONDS = 6

interface Reading {
  readonly announced: readonly string[]
  readonly now: Date
  readonly isOver: () => boolean
}

/** @returns every key and every block that could not be read, in order; `keys-none`, `keys-kbx`, `paper-line-wrong`. Never throws. */
export async function readKeyFile(input: KeyFileInput): Promise<Result<readonly ReadKey[], Saying>> {
  const ring = await readKeyRing({ ...input, from: 0, count: Number.POSITIVE_INFINITY })
  return ring.ok ? ok(withCollisions(ring.value.keys)) : ring
}

export type KeyRingInput = KeyFileInput & {
  /** The first key that is wanted, from 0, and how many at most: a long ring is read in turns. */
  readonly from: number
  readonly count: number
}

export interface KeyRingPart {
  readonly keys: readonly ReadKey[]
  /** In the whole file, wanted or not. */
  readonly total: number
}

/** As readKeyFile, but a part of it; collisions of IDs are left to whoever has all parts. */
export async function readKeyRing(input: KeyRingInput): Promise<Result<KeyRingPart, Saying>> {
  const { bytes, fileName, from, count } = input
  const blocks = keyBlocks(bytes)
  if (!blocks.ok) return blocks
  if (blocks.value.length === 0) return fail(saying(isKeybox(bytes) ? 'keys-kbx' : 'keys-none', { name: fileName }))
  const until = performance.now() + (input.patience ?? PATIENCE_SECONDS) * 1000
  const reading: Reading = {
    announced: fullFingerprints(input.announced),
    now: new Date(input.now),
    isOver: () => performance.now() >= until,
  }
  const keys: ReadKey[] = []
  let total = 0
  for (const block of blocks.value) {
    const chunks = keyChunks(block.data)
    const wanted = chunks.slice(Math.max(0, from - total), Math.max(0, from + count - total))
    total += chunks.length
    if (wanted.length > 0) keys.push(...(await readBlock(block, wanted, reading)))
  }
  return ok({ keys, total })
}

/** GnuPG's own database (kbx/keybox-blob.c). */
const isKeybox = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(8, 12)).toString('latin1') === 'KBXf'

/** Anything shorter than a whole fingerprint announces nothing. */
const fullFingerprints = (announced: KeyFileInput['announced']): readonly string[] =>
  [announced ?? []]
    .flat()
    .map((text) => text.replaceAll(/[^0-9a-f]/gi, '').toUpperCase())
    .filter(({ length }) => length === 40 || length === 64)

async function readBlock(
  block: KeyBlock,
  wanted: readonly Uint8Array[],
  reading: Reading,
): Promise<readonly ReadKey[]> {
  const chunks: readonly Chunk[] = await Promise.all(
    wanted.map(async (bytes) => ({ bytes, isDamaged: await isDamaged(block, bytes) })),
  )
  if (block.isSecret) return readChunks(chunks, [...block.damage, ...ofSecrets(block)], reading)
  if (chunks.every((chunk) => !chunk.isDamaged)) return readChunks(chunks, block.damage, reading)
  const outcome = await repaired(block, chunks, reading)
  if ('key' in outcome) return [await readRepaired(outcome, block.damage, reading.now)]
  return readChunks(chunks, [...block.damage, ...outcome], reading)
}

interface Chunk {
  readonly bytes: Uint8Array
  readonly isDamaged: boolean
}

/**
 * A whole binary file, or a block with the right checksum, is as its owner made it, odd signatures of others' making included. Where nothing
 * says so, the key's own signatures must.
 */
async function isDamaged(block: KeyBlock, bytes: Uint8Array): Promise<boolean> {
  if (!block.isDoubtful && walkPackets(bytes).whole) return false
  const key = await readWhole(bytes)
  return key === null || !(await provesItself(key))
}

/** What is secret in a key no signature covers, so no repair of it could be proved. */
const ofSecrets = ({ damage }: KeyBlock): readonly Saying[] =>
  damage.some(({ code }) => code === 'crc-mismatch' || code === 'armour-characters') ? [saying('repair-secret')] : []

/** One after the other, since each of them may be thousands of packets. */
async function readChunks(
  chunks: readonly Chunk[],
  damage: readonly Saying[],
  { announced, now }: Reading,
): Promise<readonly ReadKey[]> {
  const keys: ReadKey[] = []
  for (const { bytes, isDamaged } of chunks) {
    const key = await readChunk(bytes, damage, announced, now)
    keys.push(isDamaged ? withoutProof(key) : key)
  }
  return keys
}

/** @returns the repaired key, or what is to be said of its not being repaired. */
async function repaired(
  { printed, isDoubtful }: KeyBlock,
  chunks: readonly Chunk[],
  { announced, isOver }: Reading,
): Promise<RepairedKey | readonly Saying[]> {
  if (printed === null || !isDoubtful) return []
  if (announced.length === 0) return [saying('repair-unannounced')]
  const prints = chunks.map(({ bytes }) => primaryFingerprint(bytes))
  const wanted = announced.toSorted((one, other) => Number(prints.includes(other)) - Number(prints.includes(one)))
  let refusal: readonly Saying[] = []
  for (const fingerprint of wanted) {
    const outcome = await repairBlock(printed, fingerprint, isOver)
    if (outcome.ok) return outcome.value
    refusal = [outcome.problem]
  }
  return refusal
}

async function readRepaired(
  { key, repairs, finding }: RepairedKey,
  damage: readonly Saying[],
  now: Date,
): Promise<ReadKey> {
  // What the damage was, the repairs say; the checksum fits by now.
  const layout = damage.filter(({ code }) => code === 'key-layout-mended' || code === 'armour-no-end')
  const inspected = await inspectParsed(key, now, [...layout, finding])
  const state = inspected.state === 'usable' ? 'repaired' : inspected.state
  return {
    inspected: { ...inspected, state, repairs },
    armored: key.armor(pgpConfig()),
    armoredSecret: null,
    parts: await partsOf(key, now),
    revocation: null,
  }
}

/** Of a damaged key what does not prove could be what forbids its use, so nothing of it is given on. */
function withoutProof(key: ReadKey): ReadKey {
  const { inspected, armored } = key
  if (armored === null) return key
  const isOpen = inspected.state === 'usable' || inspected.state === 'identity-only'
  return {
    inspected: {
      ...inspected,
      state: isOpen ? 'identity-only' : inspected.state,
      canEncrypt: false,
      canSign: false,
      findings: [...inspected.findings, saying('key-part-unproved')],
    },
    armored: null,
    armoredSecret: null,
    parts: [],
    revocation: null,
  }
}

/** One stretch of packets a key; all of the data if no key begins in it. */
function keyChunks(data: Uint8Array): readonly Uint8Array[] {
  const starts = walkPackets(data)
    .packets.filter(({ tag }) => tag === TAG.publicKey || tag === TAG.secretKey)
    .map(({ start }) => start)
  return starts.length === 0 ? [data] : starts.map((start, index) => data.subarray(start, starts[index + 1]))
}

async function readChunk(
  chunk: Uint8Array,
  damage: readonly Saying[],
  announced: readonly string[],
  now: Date,
): Promise<ReadKey> {
  const alone = revocationAlone(chunk)
  if (alone !== null) return alone
  if (isFlooded(chunk)) return unread(unproved(null, [...damage, saying('key-flooded')], null))
  const whole = await parse(chunk)
  const key = whole ?? (await parseSoundPackets(chunk))
  const all = whole ? damage : [...damage, saying('key-packets-dropped')]
  const inspected = key && (await inspectParsed(key, now, all).catch(() => null))
  if (key && inspected && inspected.userIds.length > 0) {
    return {
      inspected,
      armored: key.toPublic().armor(pgpConfig()),
      armoredSecret: key.isPrivate() ? key.armor(pgpConfig()) : null,
      parts: await partsOf(key, now),
      revocation: null,
    }
  }
  const print = primaryFingerprint(chunk)
  const identity = print !== null && announced.includes(print) ? print : null
  return unread(unproved(identity, damage, inspected ?? null))
}

const unread = (inspected: InspectedKey): ReadKey => ({
  inspected,
  armored: null,
  armoredSecret: null,
  parts: [],
  revocation: null,
})

/** What gpg --gen-revoke writes: one signature of type 0x20 and nothing else (RFC 9580, 10.1.3). */
function revocationAlone(chunk: Uint8Array): ReadKey | null {
  const { packets, whole } = walkPackets(chunk)
  const [only, ...more] = packets
  if (!whole || only?.tag !== TAG.signature || more.length > 0) return null
  const [version, typeOfV4, typeOfV3] = chunk.subarray(only.bodyStart, only.bodyStart + 3)
  if ((version === 3 ? typeOfV3 : typeOfV4) !== enums.signature.keyRevocation) return null
  const inspected = { ...unproved(null, [], null), findings: [saying('key-revocation-alone')] }
  return { ...unread(inspected), revocation: writeArmour('PUBLIC KEY BLOCK', chunk) }
}

/** No key has so much but one that strangers have filled with signatures, on which every program hangs. */
const isFlooded = (chunk: Uint8Array): boolean =>
  chunk.length > LARGEST_KEY || walkPackets(chunk).packets.length > MOST_PACKETS

/** Bytes. */
const LARGEST_KEY = 4 * 1_048_576
const MOST_PACKETS = 5000

const parse = (chunk: Uint8Array): Promise<Key | null> =>
  readKey({ binaryKey: Uint8Array.from(chunk), config: pgpConfig() }).catch(() => null)

/** Whole packets only, and of these only those that parse. What is left must still verify to be shown. */
function parseSoundPackets(chunk: Uint8Array): Promise<Key | null> {
  const end = walkPackets(chunk).packets.at(-1)?.end ?? 0
  const config = { ...pgpConfig(), ignoreMalformedPackets: true }
  return readKey({ binaryKey: Uint8Array.from(chunk.subarray(0, end)), config }).catch(() => null)
}

/** RFC 9580, 5.5.4. */
function primaryFingerprint(chunk: Uint8Array): string | null {
  const packet = walkPackets(chunk).packets[0]
  if (packet?.tag !== TAG.publicKey) return null
  const body = chunk.subarray(packet.bodyStart, packet.end)
  return body[0] === 4 || body[0] === 6 ? Buffer.from(fingerprintOf(body)).toString('hex').toUpperCase() : null
}

const unproved = (identity: string | null, damage: readonly Saying[], seen: InspectedKey | null): InspectedKey => ({
  fingerprint: identity,
  userIds: [],
  algorithm: identity ? (seen?.algorithm ?? null) : null,
  created: identity ? (seen?.created ?? null) : null,
  expires: null,
  state: identity ? 'identity-only' : 'unreadable',
  canEncrypt: false,
  canSign: false,
  secret: false,
  findings: [...damage, saying(identity ? 'no-encryption-subkey' : 'key-unreadable')],
  repairs: [],
})

function withCollisions(keys: readonly ReadKey[]): readonly ReadKey[] {
  const colliding = new Set(idCollisions(keys.flatMap(({ inspected }) => inspected.fingerprint ?? [])))
  return keys.map((key) => {
    const { inspected } = key
    if (!inspected.fingerprint || !colliding.has(inspected.fingerprint)) return key
    return { ...key, inspected: { ...inspected, findings: [...inspected.findings, saying('key-id-collision')] } }
  })
}
