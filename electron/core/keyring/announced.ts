/** The fingerprints that a card's documents print: only against one of them may a damaged key be mended. */
import type { Session } from '../session.ts'

export function announcedTo({ shelf }: Pick<Session, 'shelf'>, card: string | null): readonly string[] | null {
  const found = card === null ? null : shelf.get(card)
  return found === null ? null : found.reading.keys.flatMap(({ fingerprint }) => fingerprint ?? [])
}
