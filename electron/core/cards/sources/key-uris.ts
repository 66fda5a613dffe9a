/** Keys that are named by a URI or held in one (openpgp4fpr:, data:), as security.txt and vCard have them. */
import type { CardKey } from '../../../../shared/domain/card/card-reading.ts'

/** @returns the fingerprint in capitals; false where the URI holds no whole one (40 or 64 digits); null for another URI. */
export function fingerprintUri(uri: string): string | false | null {
  const printed = /^openpgp4fpr:(.{0,200})$/i.exec(uri.trim())?.[1]
  if (printed === undefined) return null
  const digits = printed.replaceAll(/[\s:]|^0x/gi, '').toUpperCase()
  return /^(?:[0-9A-F]{40}|[0-9A-F]{64})$/.test(digits) ? digits : false
}

export const announcedKey = (fingerprint: string | null, line: number, block: string | null = null): CardKey => ({
  fingerprint,
  keyIdPrinted: null,
  state: block === null ? 'not-included' : 'unreadable',
  expires: null,
  use: 'team',
  block,
  blockLines: block === null ? null : [line, line],
  line,
})
