/** Text of others as one line without what could break, hide or turn round the lines of a file that is written. */

/** Control characters, invisible ones and marks of direction are taken out; blanks of any kind become one. */
export const plainLine = (text: string): string =>
  text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}]/gu, '')
    .toWellFormed()
    .trim()
