/** Makes header texts and names of others show as what they are: nothing in them may move, hide or turn around what stands beside them. */

/** Control characters, and those that change the direction or have no width; joiners stay, since scripts of Asia need them. */
const MISLEADING =
  /\p{Cc}|[\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu

/** One line, trimmed. */
export const visible = (text: string): string => text.toWellFormed().replaceAll(MISLEADING, ' ').trim()

/** Unlike toLowerCase() it makes no other letter an ASCII one: the Kelvin sign is no k (RFC 5321, 2.4: case of ASCII only). */
export const asciiLower = (text: string): string => text.replaceAll(/[A-Z]+/g, (letters) => letters.toLowerCase())

/** Characters with which a text can show in another order than it reads. */
export const turnsAround = (text: string): boolean => /[\u202a-\u202e\u2066-\u2069]/.test(text)
