/** Keys, messages and signatures that Signet reads and has no function to write, made with OpenPGP.js itself. */
import {
  createMessage,
  encrypt,
  enums,
  generateKey,
  readKey,
  readPrivateKey,
  SecretKeyPacket,
  sign,
  SignaturePacket,
  type Config,
  type PrivateKey,
} from 'openpgp'
import { pgpConfig } from '../../../electron/core/pgp/config.ts'
import { addressOf, imported, type Key } from './key.ts'

const publicOf = ({ armoredPublic }: Key) => readKey({ armoredKey: armoredPublic })

/** Key IDs of zeros (RFC 9580, 5.1.8). */
export async function hiddenMessage(data: Uint8Array, to: readonly Key[]): Promise<Uint8Array> {
  const encryptionKeys = await Promise.all(to.map(publicOf))
  const message = await createMessage({ binary: data })
  return asBytes(await encrypt({ message, encryptionKeys, wildcard: true, config: pgpConfig() }))
}

const asBytes = (armored: unknown): Uint8Array => new Uint8Array(Buffer.from(String(armored)))

type NewKind = 'curve25519' | 'curve448'

/** Of version 4 with the algorithms 25 to 28 of RFC 9580, or of version 6. */
export async function newKey(type: NewKind, version: 4 | 6): Promise<Key> {
  const config = { ...pgpConfig(), v6Keys: version === 6, aeadProtect: version === 6 }
  return imported((await made(type, config)).armor(config))
}

async function made(type: NewKind | 'ecc', config: Config): Promise<PrivateKey> {
  const name = `New ${type}`
  const kind = type === 'ecc' ? { type, curve: 'ed25519Legacy' as const } : { type }
  const userIDs = [{ name, email: addressOf(name) }]
  const { privateKey } = await generateKey({ ...kind, userIDs, date: anHourAgo(), format: 'object', config })
  return privateKey
}

const anHourAgo = (): Date => new Date(Date.now() - 3_600_000)

export type AeadMode = 'ocb' | 'gcm' | 'eax'

/** Of the old kind, but saying that it reads version 2 of the encrypted data packet (RFC 9580, 5.13.2), in this mode. */
export async function aeadKey(mode: AeadMode): Promise<Key> {
  const config = { ...pgpConfig(), aeadProtect: true, preferredAEADAlgorithm: enums.aead[mode] }
  return imported((await made('ecc', config)).armor(config))
}

/** As GnuPG 2.4 makes its keys: features 07 say MDC, packet 20 and version 5; subpacket 34 prefers OCB (LibrePGP, 5.2.3.15). */
export async function gnupg24Key(): Promise<Key> {
  const config = pgpConfig()
  const secret = await made('ecc', config)
  const [user] = secret.users
  const old = user?.selfCertifications[0]
  if (!user?.userID || !old || !(secret.keyPacket instanceof SecretKeyPacket)) throw new Error('no self-signature')
  const signature = new SignaturePacket()
  Object.assign(signature, {
    signatureType: old.signatureType,
    publicKeyAlgorithm: old.publicKeyAlgorithm,
    hashAlgorithm: old.hashAlgorithm,
    keyFlags: old.keyFlags,
    preferredSymmetricAlgorithms: old.preferredSymmetricAlgorithms,
    preferredHashAlgorithms: old.preferredHashAlgorithms,
    isPrimaryUserID: true,
    features: new Uint8Array([7]),
    preferredAEADAlgorithms: new Uint8Array([2]),
  })
  const signing: Signs = signature
  await signing.sign(secret.keyPacket, { userID: user.userID, key: secret.keyPacket }, anHourAgo(), false, config)
  user.selfCertifications = [signature]
  return imported(secret.armor(config))
}

/** Takes any of what may be signed, which the types of OpenPGP.js leave out. */
interface Signs {
  sign(key: SecretKeyPacket, data: object, date: Date, detached: boolean, config: Config): Promise<void>
}

export async function detachedSignature(data: Uint8Array, { armoredSecret }: Key): Promise<Uint8Array> {
  const signingKeys = await readPrivateKey({ armoredKey: armoredSecret })
  const message = await createMessage({ binary: data })
  return asBytes(await sign({ message, signingKeys, detached: true, config: pgpConfig() }))
}
