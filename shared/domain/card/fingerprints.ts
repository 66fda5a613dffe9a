/** Finds printed key fingerprints and key ids among all the other hexadecimal figures of a document. */
export interface PrintedHex {
  /** Upper case, without spaces. */
  readonly digits: string
  readonly text: string
  readonly start: number
  readonly end: number
}

const WORD = /[0-9A-Za-z]{1,130}/g
const JOINT = /^(?:[ \t]{1,3}|\s?:\s?|-|\s?\n\s{0,8})$/
const HEX = /^[0-9A-Fa-f]+$/

interface Run {
  digits: string
  readonly start: number
  end: number
  size: number
}

const goesOn = (run: Run, word: string, joint: string): boolean =>
  JOINT.test(joint) &&
  HEX.test(word) &&
  word.length === run.size &&
  run.digits.length + word.length <= 64 &&
  (word.length <= 10 || (word.length === 20 && run.digits.length === 20))

/** Groups of equal length that stand side by side, put together. */
function runsIn(text: string): readonly PrintedHex[] {
  const runs: Run[] = []
  let previousEnd = 0
  let open: Run | null = null
  for (const match of text.matchAll(WORD)) {
    const word = match[0].replace(/^0x/i, '')
    const joint = text.slice(previousEnd, match.index)
    previousEnd = match.index + match[0].length
    if (open && goesOn(open, word, joint)) {
      open.digits += word
      open.end = previousEnd
    } else if (HEX.test(word) && (word.length >= 4 || word.length === 2)) {
      open = { digits: word, start: match.index, end: previousEnd, size: word.length }
      runs.push(open)
    } else open = null
  }
  return runs.map(({ digits, start, end }) => ({
    digits: digits.toUpperCase(),
    text: text.slice(start, end),
    start,
    end,
  }))
}

const NAMED =
  /finger\s?print|huella|empreinte|fingerabdruck|impress[ãa]o|openpgp4fpr|\bfpr\b|\bpgp\b|\bgpg\b|\bkeys?\b|clave|llave|\bclé\b|schlüssel|chave/i
const NOT_PGP = /sha-?256|sha-?1\b|md5|checksum|certificate|x\.?509|s\/mime|thumbprint|\bssl\b|\btls\b|commit/i

const before = (text: string, at: number, width: number): string => text.slice(Math.max(0, at - width), at)

/** PGP or certificate: the nearer word decides. */
function isKeyHex(text: string, hex: PrintedHex): boolean {
  const lead = before(text, hex.start, 140)
  const last = (pattern: RegExp): number => [...lead.matchAll(new RegExp(pattern.source, 'gi'))].at(-1)?.index ?? -1
  const named = last(NAMED)
  const strict = last(/finger\s?print|\bpgp\b|\bgpg\b|openpgp/)
  const other = last(NOT_PGP)
  return named >= 0 && (other < 0 || (strict > other && !/sha-?256|thumbprint/i.test(lead.slice(other))))
}

/** Exactly 40 (v4) or 64 (v6) digits, with the word for it nearby unless the part is the one for keys. */
export const fingerprintsIn = (text: string, inKeyPart: boolean): readonly PrintedHex[] =>
  runsIn(text).filter(
    (hex) =>
      (hex.digits.length === 40 || hex.digits.length === 64) &&
      (inKeyPart ? !NOT_PGP.test(before(text, hex.start, 60)) || isKeyHex(text, hex) : isKeyHex(text, hex)),
  )

const LABELLED = /finger\s?print|huella|empreinte|fingerabdruck|impress[ãa]o/i

/** What is called a fingerprint and has another length: words of it were lost. */
export const brokenFingerprintsIn = (text: string): readonly PrintedHex[] =>
  runsIn(text).filter(
    ({ digits, start }) =>
      digits.length >= 12 &&
      digits.length !== 40 &&
      digits.length !== 64 &&
      LABELLED.test(before(text, start, 40)) &&
      !NOT_PGP.test(before(text, start, 60)),
  )

const KEY_ID =
  /(?:key[- ]?id|id de (?:la )?(?:clave|llave)|identifiant(?: de (?:la )?clé)?|schlüssel-?id|id da chave|identificador)(?:entifier)?\s?(?:is|est|es|ist|é)?\s?[:=#]?\s?["“`]?((?:0x)?[0-9A-Fa-f]{4,16}(?: [0-9A-Fa-f]{4}){0,3})(?![0-9A-Za-z])/gi
const PUB_LINE = /\bpub\s{1,8}[a-z0-9]{2,12}\/(?:0x)?([0-9A-Fa-f]{4,16})\b/gi
const BARE_ID = /\b(0x[0-9A-Fa-f]{8}(?:[0-9A-Fa-f]{8})?)\b/g
const MAX_IDS = 60

/** Key ids as printed (without spaces). Ids of subkeys are not ids of the key. */
export function keyIdsIn(text: string): readonly PrintedHex[] {
  const found: PrintedHex[] = []
  for (const pattern of [KEY_ID, PUB_LINE, BARE_ID]) {
    for (const match of text.matchAll(pattern)) {
      const printed = (match[1] ?? '').replaceAll(' ', '')
      const [start, end] = [match.index, match.index + match[0].length]
      if (found.length >= MAX_IDS || found.some((one) => start < one.end && end > one.start)) continue
      if (/\d$/.test(match[0]) && text.slice(end, end + 1) === '-') continue
      found.push({ digits: printed.replace(/^0x/i, '').toUpperCase(), text: printed, start, end })
    }
  }
  return found.sort((a, b) => a.start - b.start)
}
