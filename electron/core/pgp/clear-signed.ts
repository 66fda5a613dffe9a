/** Reads clear-signed text (RFC 9580, 7) on bytes, so that a mail in any charset verifies and exactly the signed lines are shown. */
import type { Key } from 'openpgp'
import { saying } from '../../../shared/words/say.ts'
import { readArmour, type ArmourBlock } from './armour.ts'
import { verifyDetached, type SignatureVerdict } from './verify.ts'

export interface ClearSigned {
  /** The signed text, without dash escapes and trailing white space, CRLF line ends. */
  readonly text: Buffer
  readonly verdict: SignatureVerdict
}

const malformed: SignatureVerdict = {
  state: 'bad',
  signer: null,
  signedAt: null,
  findings: [saying('clear-signed-malformed')],
}

/** @param block of kind `signed-message`, found in text with one character per byte. Never throws. */
export async function readClearSigned(
  block: ArmourBlock,
  keys: () => Promise<readonly Key[]>,
  now: Date,
): Promise<ClearSigned> {
  const body = bodyOf(block.inner)
  if (body === null || !block.complete) return { text: Buffer.from(body ?? block.inner, 'latin1'), verdict: malformed }
  const text = Buffer.from(canonical(body), 'latin1')
  const signature = readArmour(block.signature)
  return { text, verdict: await verifyDetached(text, signature.data, keys, now) }
}

/** Only Hash headers may stand before the text; anything else would be shown as signed without being so (CVE-2023-41037). */
function bodyOf(inner: string): string | null {
  const head = /^(?:Hash: [A-Za-z0-9, -]{1,80}[ \t]{0,20}\r?\n){0,8}[ \t]{0,20}\r?\n/.exec(inner)
  if (!head) return null
  const body = inner.slice(head[0].length)
  // An armour line that is not escaped: another program might see another message here.
  return /^-(?! )/m.test(body) ? null : body
}

const canonical = (body: string): string =>
  body
    .replace(/\r?\n$/, '')
    .split('\n')
    .map((line) => trimLineEnd(line.startsWith('- ') ? line.slice(2) : line))
    .join('\r\n')

/** By hand: /[ \t\r]+$/ retries at each blank of a long run. */
function trimLineEnd(line: string): string {
  let end = line.length
  while (end > 0 && ' \t\r'.includes(line.charAt(end - 1))) end -= 1
  return line.slice(0, end)
}
