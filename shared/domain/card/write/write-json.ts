/** Writes a card as signet.card/1, the JSON of the desk, which its own import reads back without loss. */
import type { WritableCard } from './writable-card.ts'

/** `uid` tells the card from others of its name on the way back; printed with two blanks, for people and for diffs. */
export function writeCardJson(card: WritableCard, { uid }: { readonly uid: string | null }): string {
  const { schema, ...fields } = card
  return `${JSON.stringify({ schema, ...(uid === null ? {} : { uid }), ...fields }, null, 2)}\n`
}
