/** Revocations that are made ahead and kept: they declare a key dead even where nobody can unlock it any more (RFC 9580, 10.1.3). */
import { enums, readKey, revokeKey as revoke, type PrivateKey, type ReasonForRevocation } from 'openpgp'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { pgpConfig } from './config.ts'

export type RevocationReason = 'no-reason' | 'superseded' | 'compromised' | 'retired'

const REASONS = {
  'no-reason': enums.reasonForRevocation.noReason,
  superseded: enums.reasonForRevocation.keySuperseded,
  compromised: enums.reasonForRevocation.keyCompromised,
  retired: enums.reasonForRevocation.keyRetired,
} as const

/** The key with its revocation in it. Throws where the primary half is not at hand. */
export async function revoked(key: PrivateKey, reason: RevocationReason, now: string): Promise<PrivateKey> {
  const reasonForRevocation: ReasonForRevocation = { flag: REASONS[reason] }
  const { privateKey } = await revoke({
    key,
    reasonForRevocation,
    date: new Date(now),
    format: 'object',
    config: pgpConfig(),
  })
  return privateKey
}

/** An armoured revocation without a reason, of a key that is unlocked; null where its primary half is not at hand. */
export async function revocationOf(key: PrivateKey, now: string): Promise<string | null> {
  try {
    const dead = await revoked(key, 'no-reason', now)
    const certificate: unknown = await dead.getRevocationCertificate(new Date(now), pgpConfig())
    return typeof certificate === 'string' ? certificate : null
  } catch {
    return null
  }
}

/** A day: the maker's clock may be ahead of ours. */
const aheadMs = 86_400_000

/**
 * @param armored a public key; @param certificate an armoured revocation, kept or come from its owner.
 * @returns the armoured public key with it; `key-revocation-alone` if it is not of this key or does not verify.
 */
export async function applyRevocation(
  armored: string,
  certificate: string,
  now: string,
): Promise<Result<string, Saying>> {
  try {
    const key = await readKey({ armoredKey: armored, config: pgpConfig() })
    const { publicKey } = await revoke({
      key: key.toPublic(),
      revocationCertificate: certificate,
      date: new Date(Date.parse(now) + aheadMs),
      format: 'object',
      config: pgpConfig(),
    })
    return ok(publicKey.armor(pgpConfig()))
  } catch {
    return fail(saying('key-revocation-alone'))
  }
}
