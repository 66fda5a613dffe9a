/** Files, keys and the engine without its threads, for hundreds of small files a test; and the reference that it is held against. */
import { createCipheriv, createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createMessage, decrypt, encryptSessionKey, readKey, readMessage, readPrivateKey, sign } from 'openpgp'
import { safeFileName } from '../../../electron/core/mime/file-name.ts'
import { pgpConfig } from '../../../electron/core/pgp/config.ts'
import { openPgpData } from '../../../electron/core/pgp/decrypt.ts'
import { keyRing, type SecretKeyInput } from '../../../electron/core/pgp/key-ring.ts'
import { walkPackets, type PacketSpan } from '../../../electron/core/pgp/packets.ts'
import { hashingHere } from '../../../electron/core/pgp/stream/hashing.ts'
import { probeNatives, type Natives } from '../../../electron/core/pgp/stream/natives.ts'
import type { Surroundings } from '../../../electron/core/pgp/stream/open-file.ts'
import { openNatively } from '../../../electron/core/pgp/stream/open-native.ts'
import { Refused, Surprise } from '../../../electron/core/pgp/stream/stops.ts'
import { streamLimits } from '../../../electron/core/pgp/stream/stream-job.ts'
import { NOW, onlyBytes, type Person } from '../../material/pgp-people.ts'

export const natives = probeNatives()

export const around = (have: Natives = natives): Surroundings => ({
  natives: have,
  limits: streamLimits,
  hashing: hashingHere,
  onRead: () => undefined,
  mark: 'half',
})

export interface Folder {
  readonly dir: string
  readonly file: (name: string) => { readonly kind: 'file'; readonly path: string }
  readonly put: (name: string, bytes: Uint8Array | string) => { readonly kind: 'file'; readonly path: string }
  readonly get: (name: string) => Buffer
  readonly names: () => readonly string[]
  readonly close: () => void
}

export function folder(): Folder {
  const dir = mkdtempSync(join(tmpdir(), 'signet-stream-'))
  const file = (name: string): { readonly kind: 'file'; readonly path: string } => ({
    kind: 'file',
    path: join(dir, name),
  })
  return {
    dir,
    file,
    put: (name, bytes) => {
      writeFileSync(join(dir, name), bytes)
      return file(name)
    },
    get: (name) => readFileSync(join(dir, name)),
    names: () => readdirSync(dir).toSorted(),
    close: () => rmSync(dir, { recursive: true, force: true }),
  }
}

export const secretOf = ({ armoredSecret }: Person): SecretKeyInput => ({ armored: armoredSecret, passphrase: null })

/** What one way makes of a message: the text and what its signatures prove, a refusal, or `left` to the other way. */
export interface Outcome {
  readonly text: string | null
  readonly state: string
  readonly signers: string
  readonly name: string
}

const refused = (state: string): Outcome => ({ text: null, state, signers: '', name: '' })

interface Keys {
  readonly own: readonly SecretKeyInput[]
  readonly known: readonly string[]
}

/** Equal where the texts are; short in a failing test's words. */
const mark = (bytes: Uint8Array): string =>
  `${bytes.length} octets, ${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}`

/** Handed over in pieces of odd lengths, as a disk never would. */
export async function natively(bytes: Uint8Array, { own, known }: Keys, have: Natives = natives): Promise<Outcome> {
  const written: Buffer[] = []
  function* pieces(): Generator<Uint8Array> {
    for (let at = 0, length = 1; at < bytes.length; at += length, length = (length * 7) % 4093) {
      yield bytes.subarray(at, at + length)
    }
  }
  try {
    const opened = await openNatively({
      natives: have,
      mostBytes: streamLimits.decompressedBytes,
      hashing: hashingHere,
      write: (piece) => written.push(Buffer.from(piece)),
      pieces,
      ring: keyRing(own, known),
      now: new Date(NOW),
    })
    const { signatures } = opened.protection
    const signers = signatures.map(({ state, fingerprint }) => `${state} ${fingerprint}`).join()
    return { text: mark(Buffer.concat(written)), state: opened.protection.signature, signers, name: opened.fileName }
  } catch (error) {
    if (error instanceof Surprise) return refused('left')
    if (error instanceof Refused) return refused('refused')
    throw error
  }
}

/** As every message on the desk is opened, all of it at once. */
export async function atOnce(bytes: Uint8Array, { own, known }: Keys): Promise<Outcome> {
  const opened = await openPgpData(bytes, keyRing(own, known), new Date(NOW), 1e9)
  if (!opened.ok) return refused('refused')
  const { data, verdict, fileName } = opened.value
  const signers = verdict.signatures.map(({ state, signer }) => `${state} ${signer?.fingerprint ?? null}`).join()
  return { text: mark(data), state: verdict.state, signers, name: nameOf(fileName) }
}

/** Null where there is none, whatever its declaration says. */
const nameOf = (name: string | null): string => (name === null ? '' : safeFileName(name, ''))

/** OpenPGP.js by itself, every signature with it. */
export async function byLibrary(bytes: Uint8Array, own: Person, signer: Person): Promise<Outcome> {
  const decryptionKeys = await readPrivateKey({ armoredKey: own.armoredSecret })
  const verificationKeys = await readKey({ armoredKey: signer.armoredPublic })
  const config = pgpConfig(1e9)
  try {
    const message = await readMessage({ binaryMessage: new Uint8Array(bytes), config })
    const made = await decrypt({
      message,
      decryptionKeys,
      verificationKeys,
      format: 'binary',
      date: new Date(NOW),
      config,
    })
    const states = await Promise.all(
      made.signatures.map(({ verified }) =>
        verified.then(
          () => 'good',
          () => 'bad',
        ),
      ),
    )
    const state = states[0] ?? 'none'
    const fingerprint = state === 'good' ? signer.fingerprint : null
    const signers = states.map((one) => `${one} ${fingerprint}`).join()
    return { text: mark(onlyBytes(made.data)), state, signers, name: nameOf(made.filename) }
  } catch {
    return refused('refused')
  }
}

export async function signedBy(data: Uint8Array, ...by: readonly Person[]): Promise<Uint8Array> {
  const signingKeys = await Promise.all(by.map(({ armoredSecret }) => readPrivateKey({ armoredKey: armoredSecret })))
  const message = await createMessage({ binary: data })
  const made: unknown = await sign({ message, signingKeys, date: new Date(NOW), format: 'binary', config: pgpConfig() })
  return onlyBytes(made)
}

const u64 = (value: number): Buffer => {
  const octets = Buffer.alloc(8)
  octets.writeBigUInt64BE(BigInt(value))
  return octets
}

/** The packet with session key for somebody. */
export async function sessionKeyFor(
  to: Person,
  data: Uint8Array,
  algorithm: 'aes128' | 'aes192' | 'aes256' = 'aes256',
): Promise<Uint8Array> {
  const encryptionKeys = await readKey({ armoredKey: to.armoredPublic })
  const made: unknown = await encryptSessionKey({
    data,
    algorithm,
    encryptionKeys,
    format: 'binary',
    date: new Date(NOW),
  })
  return onlyBytes(made)
}

/** LibrePGP's packet 20 by OpenSSL's own OCB, as GnuPG 2.3 writes it (draft-koch-librepgp, 5.16). */
export async function ocbMessage(inside: Uint8Array, to: Person, chunkOctet: number): Promise<Uint8Array> {
  const [key, iv] = [randomBytes(32), randomBytes(15)]
  const head = Buffer.from([0xd4, 1, 9, 2, chunkOctet])
  const chunk = 2 ** (chunkOctet + 6)
  const sealed = (index: number, data: Uint8Array, end: Uint8Array): Buffer => {
    const nonce = Buffer.from(iv)
    u64(index).forEach((value, at) => {
      nonce[7 + at] = (nonce[7 + at] ?? 0) ^ value
    })
    const cipher = createCipheriv('aes-256-ocb', key, nonce, { authTagLength: 16 })
    cipher.setAAD(Buffer.concat([head, u64(index), end]))
    return Buffer.concat([cipher.update(data), cipher.final(), cipher.getAuthTag()])
  }
  const count = Math.max(1, Math.ceil(inside.length / chunk))
  const chunks = Array.from({ length: count }, (_, at) =>
    sealed(at, inside.subarray(at * chunk, (at + 1) * chunk), Buffer.alloc(0)),
  )
  const body = Buffer.concat([head.subarray(1), iv, ...chunks, sealed(count, Buffer.alloc(0), u64(inside.length))])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(body.length)
  return Buffer.concat([await sessionKeyFor(to, key), Buffer.from([0xd4, 255]), length, body])
}

/** The packet by its header, for any octet of random material may look like one. */
export function packetOf(message: Uint8Array, tag: number): PacketSpan {
  const found = walkPackets(message).packets.find((packet) => packet.tag === tag)
  if (!found) throw new Error(`no packet ${tag}`)
  return found
}
