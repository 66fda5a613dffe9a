/** What reading a team's own description gives: every value as printed, with its 1-based line, and never one that is not there. */
import type { Code } from '../../words/say.ts'
import type { Tier } from '../case/vocabulary.ts'
import type { Params } from '../../words/slots.ts'

/** A part of the RFC 2350 template (Appendix D), or one that real documents add to it. */
export type Concept =
  | '1'
  | '1.1'
  | '1.2'
  | '1.3'
  | '1.4'
  | '2'
  | '2.1'
  | '2.2'
  | '2.3'
  | '2.4'
  | '2.5'
  | '2.6'
  | '2.7'
  | '2.8'
  | '2.9'
  | '2.10'
  | '2.11'
  | '3'
  | '3.1'
  | '3.2'
  | '3.3'
  | '3.4'
  | '4'
  | '4.1'
  | '4.2'
  | '4.3'
  | '5'
  | '5.1'
  | '5.1.1'
  | '5.1.2'
  | '5.1.3'
  | '5.2'
  | '6'
  | '7'
  | 'hours'
  | 'networks'
  | 'web'

export type TemplateNumber = Exclude<Concept, 'hours' | 'networks' | 'web'>

export type Severity = 'info' | 'warning' | 'error'
/** What the reader found in the text (words/en/card.ts), and what was noticed about the file that it came from. */
export type CardFindingCode = Code

export interface CardFinding {
  readonly code: CardFindingCode
  readonly severity: Severity
  readonly line: number | null
  readonly params: Params
}

/** A piece of text with the place where it was read. */
export interface Quoted {
  readonly text: string
  readonly line: number
}

export type Audience = 'public' | 'constituent' | 'csirt' | 'critical'
export type Purpose =
  'incidents' | 'general' | 'vulnerabilities' | 'press' | 'updates' | 'document-author' | 'key-identity' | 'other'

export interface CardEmail {
  readonly address: string
  readonly purposes: readonly Purpose[]
  readonly doNotUseFor: readonly Purpose[]
  readonly line: number
}

export type PhonePurpose = 'main' | 'incidents' | 'emergency' | 'after-hours' | 'backup' | 'other'

export interface CardPhone {
  /** E.164; null where a national number stands in a document whose country is not known. */
  readonly e164: string | null
  readonly text: string
  readonly purpose: PhonePurpose
  /** What to say when the call is answered, as printed. */
  readonly script: string | null
  readonly audience: Audience
  readonly doNotUseFor: readonly Purpose[]
  readonly roundTheClock: boolean
  readonly line: number
}

export interface CardKey {
  /** 40 or 64 upper-case hexadecimal digits; shorter ones are refused with a finding. */
  readonly fingerprint: string | null
  readonly keyIdPrinted: string | null
  /** Provisional: `unreadable` where a block is printed, until the key doctor has seen it. */
  readonly state: 'not-included' | 'unreadable'
  /** UTC ISO instant, or a date alone where no time is printed. */
  readonly expires: string | null
  /** `signing-only`: the document says that it is not for messages to the team. */
  readonly use: 'team' | 'signing-only'
  /** The armour as printed, for the key doctor. */
  readonly block: string | null
  readonly blockLines: readonly [from: number, to: number] | null
  readonly line: number
}

export type ZoneReason = 'zone-named' | 'zone-by-place' | 'zone-by-country' | 'zone-unknown'

export interface CardTimeZone {
  readonly iana: string | null
  readonly text: string | null
  readonly reason: ZoneReason
  readonly line: number | null
}

export interface Coverage extends Quoted {
  readonly audience: Audience
  readonly osm: string
}

export type When = 'high-sensitivity' | 'low-sensitivity' | 'incident-report' | 'always' | 'no-email'
export interface ChannelRule {
  readonly when: When
  readonly channel: 'email' | 'phone' | 'form' | 'transfer'
  readonly protection: 'pgp' | 'smime' | 'none'
  readonly line: number
}

export interface ResponsePromise extends Quoted {
  readonly duration: string
  /** null: no one named, so for everybody. */
  readonly audience: Audience | null
}

export interface CardMember {
  readonly name: string
  readonly role: string | null
  /** Personal code, tier and desk key: of our own roster, entered by hand (O-15). */
  readonly code?: string
  readonly tier?: Tier
  readonly deskKey?: string
  readonly line: number
}

export interface CardForm {
  readonly url: string
  readonly audience: Audience
  readonly line: number
}

export interface CardReading {
  readonly schema: 'signet.card/1'
  readonly names: {
    readonly short: string | null
    readonly full: string | null
    /** The company or body that runs the team. */
    readonly host: string | null
    readonly others: readonly string[]
  }
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null
  /** ISO 3166-2, "ES-PV": whose regional holidays hold; null where no place is printed that tells. */
  readonly subdivision: string | null
  /** RFC 5646 tags of the languages in which the team says that it can be addressed. */
  readonly languages: readonly string[]
  readonly document: {
    readonly version: string | null
    /** YYYY-MM-DD. */
    readonly date: string | null
    readonly dateText: string | null
    readonly line: number | null
    readonly urls: readonly string[]
    readonly signatureUrls: readonly string[]
  }
  readonly address: Quoted | null
  readonly timeZone: CardTimeZone
  readonly emails: readonly CardEmail[]
  readonly phones: readonly CardPhone[]
  readonly fax: readonly CardPhone[]
  readonly forms: readonly CardForm[]
  readonly keys: readonly CardKey[]
  /** OpenStreetMap opening_hours syntax. */
  readonly hours: { readonly osm: string | null; readonly text: string | null; readonly line: number | null }
  readonly coverage: readonly Coverage[]
  readonly availability: '24x7' | 'business-hours' | 'conditional' | 'unknown'
  /** `P1WD`: one working day; else an ISO 8601 duration. */
  readonly responsePromise: ResponsePromise | null
  /** All of them, for whom and for what each holds; `responsePromise` is the one for everybody. */
  readonly responsePromises: readonly ResponsePromise[]
  readonly urgent: (Quoted & { readonly subjectKeyword: string | null }) | null
  readonly preferred: { readonly channel: 'email' | 'phone' | 'form'; readonly line: number } | null
  readonly tlp: boolean | null
  readonly constituency: string | null
  readonly charter: {
    readonly mission: Quoted | null
    readonly sponsor: Quoted | null
    readonly authority: Quoted | null
  }
  readonly networks: {
    readonly cidrs: readonly string[]
    readonly domains: readonly string[]
    readonly asns: readonly number[]
  }
  readonly members: readonly CardMember[]
  readonly channelRules: readonly ChannelRule[]
  readonly priorities: readonly string[]
  readonly reportFields: readonly string[]
  readonly sections: { readonly present: readonly TemplateNumber[]; readonly missing: readonly TemplateNumber[] }
  readonly findings: readonly CardFinding[]
}
