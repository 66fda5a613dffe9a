/** The printed recovery key: 200 random bits as eight groups of five letters and digits that cannot be mistaken on paper. */
import { Buffer } from 'node:buffer'

/** Crockford's base 32: no I, L, O, U. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

export function printRecoveryKey(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  const signs = (bits.match(/.{5}/g) ?? []).map((five) => alphabet[Number.parseInt(five, 2)])
  return (signs.join('').match(/.{5}/g) ?? []).join('-')
}

/** As people copy from paper: case, spaces, dashes, and the look-alikes I, L (read 1) and O (read 0) do not matter. */
export const plainSigns = (text: string): string =>
  text.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll(/[IL]/g, '1').replaceAll('O', '0')

/** null where it is no recovery key. */
export function readRecoveryKey(text: string): Uint8Array | null {
  const signs = plainSigns(text)
  if (!/^[0-9A-HJKMNP-TV-Z]{40}$/.test(signs)) return null
  const bits = Array.from(signs, (sign) => alphabet.indexOf(sign).toString(2).padStart(5, '0')).join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)))
}
