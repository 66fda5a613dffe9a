/** What several commands take. */

/** The forms of every text, as --help shows them. */
export const text = '- | @FILE | TEXT'

/** Writes over a file that is there. */
export const force = { force: 'flag' } as const

/** What the gate takes from who runs the command: what to hide, that its conditions hold, why a stop is overridden. */
export const throughGate = { redact: 'many', accept: 'flag', override: 'one' } as const
