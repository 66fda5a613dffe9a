/** What an entry of any list says of its team, still as printed: the one shape between the formats and the card. */
import type { PhonePurpose, Purpose } from '../../../../shared/domain/card/card-reading.ts'

/** A printed value and the field or cell that it stands in, for the problem that names it. */
export interface Fact {
  readonly text: string
  readonly at: string
}

/** `label`: the words beside the value that say what it is for. */
export interface LabelledFact extends Fact {
  readonly label: string
}

export interface EmailFact extends LabelledFact {
  /** Where the source itself says it; else the label decides. */
  readonly purpose: Purpose | null
}

export interface PhoneFact extends LabelledFact {
  readonly purpose: PhonePurpose | 'fax' | null
}

export interface KeyFact extends Fact {
  readonly keyId: string | null
  readonly expires: string | null
  readonly block: string | null
}

export interface TeamFacts {
  readonly id: string | null
  readonly short: string | null
  readonly full: string | null
  readonly host: string | null
  readonly country: Fact | null
  readonly address: string | null
  readonly emails: readonly EmailFact[]
  readonly phones: readonly PhoneFact[]
  readonly keys: readonly KeyFact[]
  readonly zone: Fact | null
  readonly hours: Fact | null
  readonly cidrs: readonly Fact[]
  readonly asns: readonly Fact[]
  readonly domains: readonly Fact[]
  readonly constituency: string | null
  readonly languages: readonly Fact[]
  readonly urls: readonly Fact[]
  readonly modified: Fact | null
  readonly membership: { readonly status: string; readonly since: string | null } | null
}

const NOTHING =
  /^(?:[-–—.?\s]*|n\/?a|none|null|nil|unknown|undefined|not (?:available|applicable|provided|public)|no disponible|ninguno|aucune?|keine?|tbd)$/i

const HIDDEN = /(?![\n\t\r])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu

/** Placeholders say nothing; invisible and control characters hide or turn text round. */
export function printed(text: string): string {
  const plain = (/[^ -~]/.test(text) ? text.replaceAll(HIDDEN, '') : text).trim()
  return plain.length < 20 && NOTHING.test(plain) ? '' : plain
}

/**
 * Several values in one text: parted by signs, and by blanks only where every part looks like a value, so that a sentence
 * in the wrong place stays one wrong value.
 */
export function valuesIn(text: string, signs: RegExp, isValue: RegExp): readonly string[] {
  return text.split(signs).flatMap((piece) => {
    const plain = printed(piece)
    const parts = plain.split(/\s+/)
    return plain === '' ? [] : parts.length > 1 && parts.every((part) => isValue.test(part)) ? parts : [plain]
  })
}

/** What a value of each kind looks like at least. */
export const LOOKS = {
  mail: /@/,
  phone: /^\+\d{7,15}$/,
  asn: /^(?:asn?)?\d+$/i,
  domain: /\w\.\w/,
  url: /^(?:https?:\/\/|www\.)/i,
  network: /^[\da-f.:]+(?:\/\d+)?$/i,
  language: /^[a-z]{2,3}(?:-[a-z0-9]+)*$/i,
  fingerprint: /^(?:0x)?[0-9a-f]{32,}$/i,
  never: /(?!)/,
} as const
