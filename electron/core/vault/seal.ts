/** Authenticated encryption and key derivation of the vault: AES-256-GCM and HKDF-SHA256, with a label for every use. */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

const nonceLength = 12
const tagLength = 16

/** `nonce || ciphertext || tag`. `bound` is authenticated and not stored: opening needs the same. */
export function seal(key: Uint8Array, plain: Uint8Array, bound: string): Buffer {
  const nonce = randomBytes(nonceLength)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(bound))
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

/** null where key, bound text or box are not the ones of sealing. */
export function unseal(key: Uint8Array, box: Uint8Array, bound: string): Buffer | null {
  if (box.length < nonceLength + tagLength) return null
  const decipher = createDecipheriv('aes-256-gcm', key, box.subarray(0, nonceLength)).setAAD(Buffer.from(bound))
  decipher.setAuthTag(box.subarray(box.length - tagLength))
  try {
    return Buffer.concat([decipher.update(box.subarray(nonceLength, box.length - tagLength)), decipher.final()])
  } catch {
    return null
  }
}

/** One key per use from the vault key; a label is never used for two things. */
export const deriveKey = (secret: Uint8Array, label: string, salt: Uint8Array = new Uint8Array()): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, salt, `signet/1/${label}`, 32))
