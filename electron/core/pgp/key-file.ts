/** Reads files of keys, key by key, so that one bad key fails nobody else's. Runs in a worker. */
import { createHash } from 'node:crypto'
import { readKey, type Key } from 'openpgp'
import { idCollisions, type InspectedKey, type ReadKey } from '../../../shared/domain/key/key.ts'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { findBlocks, readArmour, type ArmourBlock } from './armour.ts'
import { pgpConfig } from './config.ts'
import { inspectParsed } from './inspect.ts'
import { binaryKind, TAG, walkPackets } from './packets.ts'

export interface KeyFileInput {
  readonly bytes: Uint8Array
  /** For the sentence that says that there is no key in it. */
  readonly fileName: string
  /** Fingerprint that came by another way (40 hex digits, spaces allowed): proves a key packet whose signatures are gone. */
  readonly announced: string | null
  /** UTC ISO. */
  readonly now: string
}

interface Block {
  readonly data: Uint8Array
  readonly damage: readonly Saying[]
}

/** @returns every key and every block that could not be read, in order; `keys-none`. Never throws. */
export async function readKeyFile(input: KeyFileInput): Promise<Result<readonly ReadKey[], Saying>> {
  const blocks = blocksOf(input.bytes)
  if (blocks.length === 0) return fail(saying('keys-none', { name: input.fileName }))
  const announced = input.announced?.replaceAll(/[^0-9a-f]/gi, '').toUpperCase() ?? null
  const keys: ReadKey[] = []
  for (const block of blocks) {
    for (const chunk of keyChunks(block.data)) {
      keys.push(await readChunk(chunk, block.damage, announced, new Date(input.now)))
    }
  }
  return ok(withCollisions(keys))
}

function blocksOf(bytes: Uint8Array): readonly Block[] {
  if (binaryKind(bytes) === 'public-key' || binaryKind(bytes) === 'private-key') return [{ data: bytes, damage: [] }]
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  return findBlocks(text, true)
    .filter(({ kind }) => kind === 'public-key' || kind === 'private-key')
    .map(readBlock)
}

function readBlock(block: ArmourBlock): Block {
  const body = readArmour(block.inner)
  const damage = [
    ...(body.mended ? [saying('key-layout-mended')] : []),
    ...(block.complete ? [] : [saying('armour-no-end')]),
    ...(body.checksum === 'wrong' ? [saying('crc-mismatch')] : []),
    ...(body.damaged ? [saying('armour-characters')] : []),
  ]
  return { data: body.data, damage }
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
  announced: string | null,
  now: Date,
): Promise<ReadKey> {
  const whole = await parse(chunk)
  const key = whole ?? (await parseSoundPackets(chunk))
  const all = whole ? damage : [...damage, saying('key-packets-dropped')]
  const inspected = key && (await inspectParsed(key, now, all).catch(() => null))
  if (key && inspected && inspected.userIds.length > 0) {
    return {
      inspected,
      armored: key.toPublic().armor(pgpConfig()),
      armoredSecret: key.isPrivate() ? key.armor(pgpConfig()) : null,
    }
  }
  const identity = announced !== null && primaryFingerprint(chunk) === announced ? announced : null
  return { inspected: unproved(identity, damage, inspected ?? null), armored: null, armoredSecret: null }
}

const parse = (chunk: Uint8Array): Promise<Key | null> =>
  readKey({ binaryKey: Uint8Array.from(chunk), config: pgpConfig() }).catch(() => null)

/** Whole packets only, and of these only those that parse. What is left must still verify to be shown. */
function parseSoundPackets(chunk: Uint8Array): Promise<Key | null> {
  const end = walkPackets(chunk).packets.at(-1)?.end ?? 0
  const config = { ...pgpConfig(), ignoreMalformedPackets: true }
  return readKey({ binaryKey: Uint8Array.from(chunk.subarray(0, end)), config }).catch(() => null)
}

/** Version 4: SHA-1 over 0x99, length and packet body (RFC 9580, 5.5.4.2). */
function primaryFingerprint(chunk: Uint8Array): string | null {
  const packet = walkPackets(chunk).packets[0]
  if (packet?.tag !== TAG.publicKey || chunk[packet.bodyStart] !== 4) return null
  const body = chunk.subarray(packet.bodyStart, packet.end)
  const head = Uint8Array.of(0x99, body.length >> 8, body.length & 0xff)
  return createHash('sha1').update(head).update(body).digest('hex').toUpperCase()
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
