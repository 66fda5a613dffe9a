/** The one configuration of OpenPGP.js: strict where a message could lie, conservative where partners' programs are old. */
import { config as defaults, enums, type Config } from 'openpgp'
import { defaultLimits } from '../mime/limits.ts'

/** 64 MB: 2^16 KiB. RFC 9580's own samples need 2^21, which a phone of a partner could not open either. */
const MAX_ARGON2_EXPONENT = 16

/** @param decompressedBytes limit of one message after decompression; OpenPGP.js has none of its own. */
export function pgpConfig(decompressedBytes: number = defaultLimits.decompressedBytes): Config {
  return {
    ...defaults,
    // Written: what GnuPG 2.2, Sequoia and RNP read. Our keys never advertise AEAD, so partners send what every program opens.
    aeadProtect: false,
    v6Keys: false,
    preferredCompressionAlgorithm: enums.compression.uncompressed,
    preferredSymmetricAlgorithm: enums.symmetric.aes256,
    preferredHashAlgorithm: enums.hash.sha512,
    showVersion: false,
    showComment: false,
    // Read: nothing without integrity, nothing that the grammar does not allow (EFAIL, CVE-2025-47934).
    allowUnauthenticatedMessages: false,
    allowUnauthenticatedStream: false,
    allowInsecureDecryptionWithSigningKeys: false,
    allowInsecureVerificationWithReformattedKeys: false,
    allowMissingKeyFlags: false,
    enforceGrammar: true,
    ignoreMalformedPackets: false,
    maxDecompressedMessageSize: decompressedBytes,
    maxArgon2MemoryExponent: MAX_ARGON2_EXPONENT,
  }
}

/** The text of whatever a library threw; only ever compared with known beginnings, never shown. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

export const toFingerprint = (hex: string): string => hex.toUpperCase()
