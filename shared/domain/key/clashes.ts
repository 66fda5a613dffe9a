/** Keys that share a key ID: anybody can make one, so IDs are never matched on, and whoever still reads them is warned. */

/** RFC 9580, 5.5.4: of version 4 the end of the fingerprint, of version 6 its beginning. 16 hex digits. */
export const longIdOf = (fingerprint: string): string =>
  fingerprint.length === 64 ? fingerprint.slice(0, 16) : fingerprint.slice(-16)

/** The last eight of them, as old programs and business cards have it. */
export const shortIdOf = (fingerprint: string): string => longIdOf(fingerprint).slice(-8)

/** For each fingerprint the others that share its short ID (and so perhaps its long one). Linear in their number. */
export function clashesAmong(fingerprints: readonly string[]): (fingerprint: string) => readonly string[] {
  const byShortId = new Map<string, Set<string>>()
  for (const fingerprint of fingerprints) {
    const same = byShortId.get(shortIdOf(fingerprint))
    if (same === undefined) byShortId.set(shortIdOf(fingerprint), new Set([fingerprint]))
    else same.add(fingerprint)
  }
  return (fingerprint) => [...(byShortId.get(shortIdOf(fingerprint)) ?? [])].filter((other) => other !== fingerprint)
}
