/** The browser of the specs without a desk: it asks for nothing of its own either, or the count of packets would be of it. */
import { switches } from '../../electron/shell/lockdown-rules.ts'

/** Run as root a browser needs the first; the product never has it. */
export const quietBrowser: readonly string[] = [
  '--no-sandbox',
  ...switches.map(([name, value]) => (value === undefined ? `--${name}` : `--${name}=${value}`)),
]
