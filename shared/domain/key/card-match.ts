/** How a key stands to what its card says: the fingerprint that documents print, and the addresses that are the team's. */

export type Announced = 'announced' | 'differs' | 'none-announced'

/** `printed` are whole fingerprints out of the card's documents; null and shorter ones announce nothing. */
export function announcedBy(printed: readonly (string | null)[], fingerprint: string): Announced {
  const whole = printed.flatMap((one) => (one !== null && (one.length === 40 || one.length === 64) ? [one] : []))
  if (whole.length === 0) return 'none-announced'
  return whole.includes(fingerprint) ? 'announced' : 'differs'
}

/** The address of a user ID, in lower case; the whole of it where it has no angle brackets. */
export const addressOfUserId = (userId: string): string =>
  (/<([^<>]{1,320})>\s*$/.exec(userId)?.[1] ?? userId).trim().toLowerCase()

/** No user ID has an address of the card; never so where one of the two sides has no address at all. */
export function addressDiffers(userIds: readonly string[], addresses: readonly string[]): boolean {
  const named = userIds.map(addressOfUserId).filter((address) => address.includes('@'))
  const known = new Set(addresses.map((address) => address.toLowerCase()))
  return named.length > 0 && known.size > 0 && named.every((address) => !known.has(address))
}
