/** Whether a message can be encrypted to a recipient today, and whether anyone has checked that the key is theirs. */
import { saying, type Saying } from '../../words/say.ts'
import type { KeyState } from '../key/key.ts'
import { reason } from './marking-rules.ts'
import type { RecipientFacts } from './recipient-facts.ts'
import type { VerdictReason } from './verdict.ts'

const clause = 'RFC 9580'

/** The identity check of RFC 2350 documents, as the teams describe it (M-37, M-38). */
const identityClause = 'RFC 2350 4.3'

export function keyRules(recipient: RecipientFacts, now: string): readonly VerdictReason[] {
  const { id, name, fingerprint, trust, keyState } = recipient
  const unusable = whyUnusable(recipient, now)
  if (unusable !== null) return [{ ...reason('stop', unusable, clause, id), final: true }]
  const said = { name, fingerprint: fingerprint ?? '' }
  if (trust === 'rejected')
    return [{ ...reason('stop', saying('release.key-rejected', said), identityClause, id), final: true }]
  if (trust === 'verified') {
    const checked =
      keyState === 'repaired' ? saying('release.key-repaired-verified', said) : saying('release.key-verified', said)
    return [reason('allow', checked, identityClause, id)]
  }
  // The printed fingerprint stands in the document that was damaged: it proves the repair, not whose key it is (Z-11).
  const ask = keyState === 'repaired' ? saying('release.key-repaired', said) : saying('release.key-unverified', said)
  return [{ ...reason('condition', ask, identityClause, id), fix: { kind: 'verify' } }]
}

function whyUnusable({ name, fingerprint, keyState, expires }: RecipientFacts, now: string): Saying | null {
  if (keyState === 'none' || (fingerprint === null && !isStated(keyState))) return saying('release.key-none', { name })
  if (keyState === 'expired' || (expires !== null && expires <= now))
    return saying('release.key-expired', { name, expires: expires ?? '?' })
  switch (keyState) {
    case 'revoked':
      return saying('release.key-revoked', { name })
    case 'identity-only':
      return saying('release.key-identity-only', { name })
    case 'unreadable':
      return saying('release.key-unreadable', { name })
    case 'not-included':
      return saying('release.key-not-included', { name })
    case 'usable':
    case 'repaired':
      return null
  }
}

const isStated = (state: KeyState): boolean => state !== 'usable' && state !== 'repaired'
