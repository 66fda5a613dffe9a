/** What several commands take. */

/** The forms of every text, as --help shows them. */
export const text = '- | @FILE | TEXT'

/** Writes over a file that is there. */
export const force = { force: 'flag' } as const
