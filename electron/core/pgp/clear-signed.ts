/** Reads clear-signed text (RFC 9580, 7) on bytes, so that a mail in any charset verifies and exactly the signed lines are shown. */
import { saying } from '../../../shared/words/say.ts'
import { readArmour, type ArmourBlock } from './armour.ts'
import { together, unusable, verifyDetached, type FindKeys, type SignatureVerdict } from './verify.ts'

export interface ClearSigned {
  /** The signed text, without dash escapes and trailing white space, CRLF line ends. */
  readonly text: Buffer
  readonly verdict: SignatureVerdict
}

/** @param block of kind `signed-message`, found in text with one character per byte. Never throws. */
export async function readClearSigned(
  block: ArmourBlock,
  keys: FindKeys,
  now: Date,
  openedWith: readonly string[] = [],
): Promise<ClearSigned> {
  const body = bodyOf(block.inner)
  if (body === null || !block.complete) {
    const malformed = together([unusable(saying('clear-signed-malformed'))])
    return { text: Buffer.from(body ?? block.inner, 'latin1'), verdict: malformed }
  }
  const text = Buffer.from(canonical(body), 'latin1')
  const { data, checksum } = readArmour(block.signature)
  const verdict = await verifyDetached(text, data, keys, now, openedWith)
  if (checksum !== 'wrong') return { text, verdict }
  return { text, verdict: { ...verdict, findings: [...verdict.findings, saying('signature-checksum-wrong')] } }
}

/** Lines that got a blank in front on their way through format=flowed (RFC 3676, 4.4), without it. */
export const unstuffed = (block: ArmourBlock): ArmourBlock => ({
  ...block,
  inner: block.inner.replaceAll(/^ /gm, ''),
  signature: block.signature.replaceAll(/^ /gm, ''),
})

const HASH_LINE =
  /^Hash: (?:(?:MD5|SHA1|RIPEMD160|SHA(?:224|256|384|512|3-256|3-512))(?:, ?|(?=[ \t]{0,20}\r?\n))){1,8}[ \t]{0,20}\r?\n/i
const MAX_HASH_LINES = 8

/** Only Hash headers with names of hashes may stand before the text; anything else would be shown as signed without being so (CVE-2023-41037). */
function bodyOf(inner: string): string | null {
  let rest = inner
  for (let line = 0; line < MAX_HASH_LINES; line += 1) {
    const header = HASH_LINE.exec(rest.slice(0, 200))
    if (!header) break
    rest = rest.slice(header[0].length)
  }
  const blank = /^[ \t]{0,20}\r?\n/.exec(rest)
  if (!blank) return null
  const body = rest.slice(blank[0].length)
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
