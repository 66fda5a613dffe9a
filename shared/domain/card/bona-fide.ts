/** How the identity behind a card was checked, and whether that still stands (M-37 to M-39). */

/** M-38: referral from known people, FIRST's member search, registration data, call-back, mail-back; M-39: personally or by signature. */
export const checkMethods = [
  'referral',
  'first-member',
  'registration-data',
  'call-back',
  'mail-back',
  'signature',
  'in-person',
] as const
export type CheckMethod = (typeof checkMethods)[number]

/** `lapses`: YYYY-MM-DD, the last day on which it holds; `now`: UTC ISO. */
export function checkState(
  { lapses, withdrawn }: { readonly lapses: string | null; readonly withdrawn: boolean },
  now: string,
): 'current' | 'lapsed' | 'withdrawn' {
  if (withdrawn) return 'withdrawn'
  return lapses !== null && lapses < now.slice(0, 10) ? 'lapsed' : 'current'
}

/**
 * A check by the card's own numbers and addresses proves that somebody answers there, not that the card is theirs:
 * only what came from elsewhere is independent of the card.
 */
export const isIndependent = (method: CheckMethod): boolean =>
  method === 'referral' || method === 'first-member' || method === 'registration-data' || method === 'in-person'
