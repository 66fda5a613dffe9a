/** Makes capsules that no desk would make: opened with one desk's key, changed inside, and sealed again by whoever the test says. */
import { createHash } from 'node:crypto'
import {
  createMessage,
  decrypt,
  decryptKey,
  encrypt,
  enums,
  readKey,
  readMessage,
  readPrivateKey,
  type PrivateKey,
} from 'openpgp'
import { keysOf } from '../../electron/core/keyring/key-records.ts'
import type { Mate } from '../core/capsule/two-desks.ts'
import { onlyBytes } from '../material/pgp-people.ts'

export const head = 'signet capsule 1\n'

export interface Part {
  readonly name: string
  readonly bytes: Buffer
}

async function secretOf(desk: Mate): Promise<PrivateKey> {
  const session = desk.core.session()
  const record = session === null ? null : keysOf(session.store).get(desk.deskKey)
  const privateKey = await readPrivateKey({ armoredKey: record?.secretKey ?? '' })
  if (privateKey.isDecrypted()) return privateKey
  return decryptKey({ privateKey, passphrase: record?.passphrase ?? '' })
}

const publicOf = async (desk: Mate) =>
  readKey({ armoredKey: (await desk.call('key.export', { fingerprint: desk.deskKey })).armored })

/** As the desk that it is for would read it. */
export async function partsOf(capsule: Uint8Array, reader: Mate): Promise<readonly Part[]> {
  const message = await readMessage({ binaryMessage: capsule.subarray(head.length) })
  const opened: unknown = await decrypt({ message, decryptionKeys: await secretOf(reader), format: 'binary' })
  const data = typeof opened === 'object' && opened !== null && 'data' in opened ? opened.data : null
  return cut(Buffer.from(onlyBytes(data)))
}

function cut(bytes: Buffer): readonly Part[] {
  const parts: Part[] = []
  for (let at = 0; at < bytes.length;) {
    const nameEnd = at + 1 + (bytes[at] ?? 0)
    const size = Number(bytes.readBigUInt64BE(nameEnd))
    parts.push({
      name: bytes.toString('latin1', at + 1, nameEnd),
      bytes: bytes.subarray(nameEnd + 8, nameEnd + 8 + size),
    })
    at = nameEnd + 8 + size
  }
  return parts
}

export function join(parts: readonly Part[]): Buffer {
  return Buffer.concat(
    parts.flatMap(({ name, bytes }) => {
      const size = Buffer.alloc(8)
      size.writeBigUInt64BE(BigInt(bytes.length))
      return [Buffer.from([name.length]), Buffer.from(name, 'latin1'), size, bytes]
    }),
  )
}

export type Document = Readonly<Record<string, unknown>>

export const jsonOf = (parts: readonly Part[], name: string): Document => {
  const found = parts.find((part) => part.name === name)
  return JSON.parse(found?.bytes.toString() ?? '{}') as Document
}

export const senderOf = (parts: readonly Part[]): Document => jsonOf(parts, 'manifest')['from'] as Document

export const textPart = (name: string, text: string): Part => ({ name, bytes: Buffer.from(text) })

/** The manifest made true again for these parts, with whatever else a forger would put into it. */
export function withManifest(parts: readonly Part[], changed: Document = {}): readonly Part[] {
  const before = parts.filter(({ name }) => name !== 'manifest')
  const hash = createHash('sha256')
  for (const { name, bytes } of before)
    hash.update(`${name} ${bytes.length} ${createHash('sha256').update(bytes).digest('hex')}\n`)
  const sum = { count: before.length, sha256: hash.digest('hex') }
  const manifest = { ...jsonOf(parts, 'manifest'), parts: sum, ...changed }
  return [...before, textPart('manifest', JSON.stringify(manifest))]
}

interface Sealing {
  readonly by: Mate | null
  readonly to: Mate
  /** Unfolds to its length when it is opened. */
  readonly packed?: boolean
}

export async function sealed(plain: Uint8Array, { by, to, packed = false }: Sealing): Promise<Uint8Array> {
  const date = new Date(to.ports.now())
  const message = await createMessage({ binary: plain, date })
  const done: unknown = await encrypt({
    message,
    encryptionKeys: await publicOf(to),
    ...(by === null ? {} : { signingKeys: await secretOf(by) }),
    date,
    format: 'binary',
    ...(packed ? { config: { preferredCompressionAlgorithm: enums.compression.zlib } } : {}),
  })
  return Buffer.concat([Buffer.from(head), onlyBytes(done)])
}
