/** Files of a Web Key Directory are named by a hash of the address: one saved under another's name is said (draft-koch-openpgp-webkey-service). */
import { createHash } from 'node:crypto'
import { addressOfUserId } from '../../../shared/domain/key/card-match.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'

const ALPHABET = 'ybndrfg8ejkmcpqxot1uwisza345h769'

/** z-base-32 (RFC 6189, 5.1.6) of SHA-1 of the local part in lower case: 32 characters. */
export function wkdHashOf(address: string): string {
  const local = address.slice(0, address.lastIndexOf('@')).toLowerCase()
  const bits = [...createHash('sha1').update(local).digest()].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{5}/g) ?? []).map((five) => ALPHABET[Number.parseInt(five, 2)] ?? '').join('')
}

const WKD_NAME = /^[ybndrfg8ejkmcpqxot1uwisza345h769]{32}$/

/** Nothing for a file that is not named so, or whose name fits an address of the key. */
export function wkdNameFinding(fileName: string, userIds: readonly string[]): readonly Saying[] {
  if (!WKD_NAME.test(fileName)) return []
  const addresses = userIds.map(addressOfUserId).filter((address) => address.includes('@'))
  return addresses.some((address) => wkdHashOf(address) === fileName) ? [] : [saying('wkd-name-differs')]
}
