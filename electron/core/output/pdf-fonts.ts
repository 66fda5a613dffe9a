/** The letters that a report is written with: DejaVu, which has Latin, Greek and Cyrillic, and what it does not have shown by number. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
const file = (name: string): Buffer => readFileSync(require.resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`))

let read: Readonly<Record<'plain' | 'bold' | 'mono', Buffer>> | null = null

/** Read once, when the first report is written. */
export const fonts = (): Readonly<Record<'plain' | 'bold' | 'mono', Buffer>> =>
  (read ??= { plain: file('DejaVuSans'), bold: file('DejaVuSans-Bold'), mono: file('DejaVuSansMono') })

/** Scripts and signs that all three fonts have; right-to-left ones are left out, because nothing here orders them. */
const drawn =
  /[^\n\u0020-\u007e\u00a0-\u024f\u0370-\u0373\u0376-\u0377\u037b-\u037e\u0384-\u038a\u038c\u038e-\u03a1\u03a3-\u03ff\u0400-\u052f\u1e00-\u1eff\u1f00-\u1f15\u2010-\u2027\u2030-\u205e\u20a0-\u20b5\u2190-\u21ff\u2200-\u22ff\u2500-\u257f\u2713\u2717]/gu

/** Nothing of a text is lost: what cannot be drawn stands as [U+6F22], so do signs that turn the direction of reading. */
export const printable = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll('\t', '    ')
    .replaceAll(drawn, (sign) => `[U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`)
