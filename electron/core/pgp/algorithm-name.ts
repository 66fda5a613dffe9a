/** How GnuPG names the algorithm of a key, since that is what people compare it with. */
import type { AlgorithmInfo } from 'openpgp'

const CURVES: Readonly<Record<string, string>> = {
  ed25519Legacy: 'ed25519',
  curve25519Legacy: 'cv25519',
  nistP256: 'nistp256',
  nistP384: 'nistp384',
  nistP521: 'nistp521',
}

/** ed25519, rsa4096, nistp256, brainpoolP256r1. */
export function algorithmName({ algorithm, bits, curve }: AlgorithmInfo): string {
  if (curve) return CURVES[curve] ?? curve
  if (algorithm.startsWith('rsa')) return `rsa${bits ?? ''}`
  return bits ? `${algorithm}${bits}` : algorithm.replace('Legacy', '').toLowerCase()
}
