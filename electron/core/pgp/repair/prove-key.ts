/** The last word on a key: OpenPGP.js reads all of it, and every signature that the key made on itself verifies. */
import { enums, readKey, SignaturePacket, type Key, type SignaturePacket as Signature } from 'openpgp'
import { pgpConfig } from '../config.ts'
import { walkPackets } from '../packets.ts'

/** @returns the key if every packet of the octets is in it, else null: a key that lost packets is another key. */
export async function readWhole(bytes: Uint8Array): Promise<Key | null> {
  const { packets, whole } = walkPackets(bytes)
  const key = await readKey({ binaryKey: Uint8Array.from(bytes), config: pgpConfig() }).catch(() => null)
  return key !== null && whole && key.toPacketList().length === packets.length ? key : null
}

/**
 * Every self-signature on a name, every signature on the key itself, every binding with its cross-signature and every revocation verifies,
 * and each name and subkey has one. Certifications by others prove nothing here and are passed over.
 */
export async function provesItself(key: Key): Promise<boolean> {
  const checks = [...ofTheKey(key), ...ofNames(key), ...ofSubkeys(key)]
  const [names, bindings] = [key.users, key.subkeys]
  if (names.some((user) => user.userID !== null && user.selfCertifications.length === 0)) return false
  if (bindings.some(({ bindingSignatures }) => bindingSignatures.length === 0)) return false
  const results = await Promise.all(checks.map((check) => check().catch(() => false)))
  return results.every((result) => result)
}

type Check = () => Promise<boolean>

const check =
  (signature: Signature, by: Parameters<Signature['verify']>[0], type: number, data: object): Check =>
  async () => {
    // At its own time: whether it has lapsed since is not the question here.
    await signature.verify(by, type, data, signature.created ?? undefined, false, pgpConfig())
    return true
  }

function ofTheKey(key: Key): readonly Check[] {
  const own = key.keyPacket
  const signatures = key.toPacketList().filter((packet) => packet instanceof SignaturePacket)
  const direct = signatures.filter(({ signatureType }) => signatureType === enums.signature.key)
  return [
    ...key.revocationSignatures.map((one) => check(one, own, enums.signature.keyRevocation, { key: own })),
    ...direct.map((one) => check(one, own, enums.signature.key, { key: own })),
  ]
}

function ofNames(key: Key): readonly Check[] {
  const own = key.keyPacket
  return key.users.flatMap((user) => {
    const data = { userID: user.userID, userAttribute: user.userAttribute, key: own }
    return [...user.selfCertifications, ...user.revocationSignatures].map((one) =>
      check(one, own, one.signatureType ?? enums.signature.certGeneric, data),
    )
  })
}

function ofSubkeys(key: Key): readonly Check[] {
  const own = key.keyPacket
  return key.subkeys.flatMap(({ keyPacket, bindingSignatures, revocationSignatures }) => {
    const data = { key: own, bind: keyPacket }
    const cross = bindingSignatures.flatMap(({ embeddedSignature }) => embeddedSignature ?? [])
    return [
      ...bindingSignatures.map((one) => check(one, own, enums.signature.subkeyBinding, data)),
      ...revocationSignatures.map((one) => check(one, own, enums.signature.subkeyRevocation, data)),
      ...cross.map((one) => check(one, keyPacket, enums.signature.keyBinding, data)),
    ]
  })
}
