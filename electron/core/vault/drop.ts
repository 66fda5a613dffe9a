/**
 * The inbox of a locked vault: `drop` seals a message to the vault's public key, without the passphrase, and only the open vault
 * can read it. Ephemeral X25519, HKDF-SHA256, AES-256-GCM; sender and order are not authenticated, nor claimed to be.
 */
import { createPrivateKey, createPublicKey, diffieHellman, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { writeFileSafely, writeProblem } from './files.ts'
import { readKeyFile } from './key-slots.ts'
import { deriveKey, seal, unseal } from './seal.ts'

const magic = Buffer.from('signet drop 1\n')
const dropLimit = 100 * 1_048_576
const dropLimitText = '100 MB'
const mostDrops = 1_000
/** X25519 in SPKI form (RFC 8410): 12 bytes that say so, then the 32 of the key. */
const publicLength = 44
const longestName = 255

export interface Dropped {
  /** As the sender's file was called: to be shown, never a path. */
  readonly name: string
  readonly bytes: Buffer
}

/** `publicKey`: SPKI, base64, as in vault.json. The box holds the name as well. */
export function sealDrop(publicKey: string, bytes: Uint8Array, name: string): Buffer {
  const recipient = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' })
  const once = generateKeyPairSync('x25519')
  const onceShown = spki(once.publicKey)
  const key = sharedKey(once.privateKey, recipient, onceShown, spki(recipient))
  const called = Buffer.from(plainName(name))
  const plain = Buffer.concat([Buffer.from([called.length]), called, bytes])
  return Buffer.concat([magic, onceShown, seal(key, plain, 'drop')])
}

/** `secret`: PKCS 8, base64. null where the box is none, is damaged, or was sealed for another vault. */
export function openDrop(secret: string, box: Buffer): Dropped | null {
  const start = magic.length + publicLength
  if (box.length < start || !box.subarray(0, magic.length).equals(magic)) return null
  try {
    const own = createPrivateKey({ key: Buffer.from(secret, 'base64'), format: 'der', type: 'pkcs8' })
    const onceShown = box.subarray(magic.length, start)
    const once = createPublicKey({ key: onceShown, format: 'der', type: 'spki' })
    const plain = unseal(sharedKey(own, once, onceShown, spki(createPublicKey(own))), box.subarray(start), 'drop')
    return plain === null ? null : readPlain(plain)
  } catch {
    // Bytes that are no key, or one of the few points that give everybody the same secret.
    return null
  }
}

const spki = (key: KeyObject): Buffer => key.export({ type: 'spki', format: 'der' })

/** Both public keys go in, so that a box opens for this recipient alone (as in RFC 9180). */
const sharedKey = (privateKey: KeyObject, publicKey: KeyObject, once: Uint8Array, recipient: Uint8Array): Buffer =>
  deriveKey(diffieHellman({ privateKey, publicKey }), 'drop', Buffer.concat([once, recipient]))

function readPlain(plain: Buffer): Dropped {
  const end = 1 + (plain[0] ?? 0)
  return { name: plainName(plain.subarray(1, end).toString()), bytes: plain.subarray(end) }
}

/** Anybody may seal a drop, so its name is cleaned on the way out as well: no folders, no control or direction signs. */
function plainName(name: string): string {
  const clean = basename(name.replaceAll('\\', '/')).replaceAll(/[\p{Cc}\p{Cf}]/gu, '')
  let short = clean
  while (Buffer.byteLength(short) > longestName) short = short.slice(0, -1)
  return short === '' || short === '.' || short === '..' ? 'message' : short
}

const inboxOf = (dir: string): string => join(dir, 'inbox')
const dropForm = /^[0-9a-f-]{36}\.drop$/

/** Beside an open desk as well: touches neither lock nor database. `id` is a fresh UUID. */
export function dropInto(
  dir: string,
  drop: { readonly bytes: Uint8Array; readonly name: string; readonly id: string },
): Result<null, Saying> {
  const { bytes, name, id } = drop
  const file = readKeyFile(dir)
  if (!file.ok) return file
  if (bytes.length === 0) return fail(saying('file-empty', { name }))
  if (bytes.length > dropLimit)
    return fail(saying('file-too-large', { name, size: megabytes(bytes.length), limit: dropLimitText }))
  if (waiting(dir).length >= mostDrops) return fail(saying('inbox-full', { limit: mostDrops }))
  try {
    mkdirSync(inboxOf(dir), { recursive: true, mode: 0o700 })
    writeFileSafely(join(inboxOf(dir), `${id}.drop`), sealDrop(file.value.dropKey, bytes, name))
    return ok(null)
  } catch (error) {
    return fail(writeProblem(name, error))
  }
}

const megabytes = (bytes: number): string => `${(bytes / 1_048_576).toFixed(1)} MB`

/** In the order in which they came: the ids begin with the time. */
export const waiting = (dir: string): readonly string[] =>
  existsSync(inboxOf(dir))
    ? readdirSync(inboxOf(dir))
        .filter((name) => dropForm.test(name))
        .toSorted()
    : []

export interface TakenDrop extends Dropped {
  /** Its file in the inbox. */
  readonly id: string
  /** To be called once its message is on disk in the vault. */
  readonly remove: () => void
}

/**
 * One at a time, since each may have 100 MB: ask for the next when the last is stored. A damaged one stays where it is and comes
 * as a finding; at most 1,000 a time.
 */
export function* takeDrops(dir: string, secret: string): Generator<Result<TakenDrop, Saying>> {
  for (const name of waiting(dir).slice(0, mostDrops)) yield takeDrop(join(inboxOf(dir), name), name, secret)
}

function takeDrop(path: string, name: string, secret: string): Result<TakenDrop, Saying> {
  const found = lstatSync(path, { throwIfNoEntry: false })
  if (found?.isFile() !== true) return fail(saying('drop-damaged', { name }))
  // The box adds a few hundred bytes: key, name, tag.
  if (found.size > dropLimit + 1_000) return fail(saying('drop-too-large', { name, limit: dropLimitText }))
  const opened = openDrop(secret, readFileSync(path))
  return opened === null
    ? fail(saying('drop-damaged', { name }))
    : ok({ ...opened, id: name, remove: () => rmSync(path, { force: true }) })
}
