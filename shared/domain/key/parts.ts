/** The parts of a key (primary and subkeys) as facts with instants, so that what it can do is asked for any day, not only for the one it was read on. */

export const partUses = ['certify', 'sign', 'encrypt', 'authenticate'] as const
export type PartUse = (typeof partUses)[number]

export interface KeyPartFacts {
  readonly fingerprint: string
  readonly uses: readonly PartUse[]
  /** As GnuPG names it. */
  readonly algorithm: string
  /** UTC ISO. */
  readonly created: string
  /** Its own end; null: none but the primary key's. */
  readonly expires: string | null
  /** What no day changes: revoked, or no signature binds it, or it is too weak to be used. */
  readonly flaw: 'revoked' | 'invalid' | null
}

export type PartState = 'usable' | 'expired' | 'revoked' | 'invalid'

/** `at` is UTC ISO. */
export function partStateAt({ flaw, expires }: KeyPartFacts, at: string): PartState {
  if (flaw !== null) return flaw
  return expires !== null && expires <= at ? 'expired' : 'usable'
}

/** A subkey holds only while its primary key, the first of the parts, holds too. */
export function partStatesAt<T extends KeyPartFacts>(
  parts: readonly T[],
  at: string,
): readonly (Omit<T, 'flaw'> & { readonly state: PartState })[] {
  const [primary] = parts
  const whole = primary === undefined ? 'invalid' : partStateAt(primary, at)
  return parts.map(({ flaw, ...part }) => {
    const own = partStateAt({ flaw, ...part }, at)
    return { ...part, state: own === 'usable' ? whole : own }
  })
}

/** Whether some part of the key does it at that instant: the encryption subkey must hold then too, not only the primary key. */
export function canAt(parts: readonly KeyPartFacts[], use: PartUse, at: string): boolean {
  const [primary] = parts
  if (primary === undefined || partStateAt(primary, at) !== 'usable') return false
  return parts.some((part) => part.created <= at && part.uses.includes(use) && partStateAt(part, at) === 'usable')
}

export const canEncryptAt = (parts: readonly KeyPartFacts[], at: string): boolean => canAt(parts, 'encrypt', at)
