/** What the analyst adds to the card of the own team when its description is published. */
import type { Purpose } from '../card-reading.ts'
import { word } from '../../../words/say.ts'
import type { WritableCard } from './writable-card.ts'

export interface OwnDocument {
  /** YYYY-MM-DD. */
  readonly date: string
  /** "1", "1.04". */
  readonly version: string
  /** Where this version will be found. */
  readonly urls: readonly string[]
  /** Where its detached signature will be found; none where the text itself is signed. */
  readonly signatureUrls?: readonly string[]
  /** Our public key in ASCII armour, to be printed in the document. */
  readonly keyBlock: string | null
  readonly membersAs: 'code' | 'name' | 'none'
}

/** "incident reports, general enquiries and the press" */
export function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? ''
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} ${word('en', 'own-and')} ${last}` : last
}

export const usesInWords = (purposes: readonly Purpose[]): string =>
  listed(purposes.map((purpose) => word('en', `own-use.${purpose}`)))

export const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)

/** Texts in which the reader looks for the body that runs the team. */
export const namesHost = (card: WritableCard, host: string): boolean =>
  [card.address, card.charter.sponsor, card.charter.authority].some((quoted) => quoted?.text.includes(host)) ||
  (card.constituency?.includes(host) ?? false)
