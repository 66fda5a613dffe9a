/** What a look-up in the directory answers: line by line, and grouped by whom to contact. */
import type { Saying } from '../../words/say.ts'

export type MatchKind = 'cidr' | 'asn' | 'domain'
export type IndicatorKind = 'ip' | 'cidr' | 'domain' | 'url' | 'email' | 'asn'

/** `private`: RFC 1918 and the like, means a machine only inside its own network; `reserved`: nobody's on the Internet. */
export type Special = 'private' | 'documentation' | 'reserved'

export interface LookupCard {
  readonly id: string
  readonly name: string
}

/** A range or name of a card that holds what was asked. */
export interface LookupMatch {
  readonly card: LookupCard
  readonly match: MatchKind
  /** As it stands on the card, in its one form. */
  readonly network: string
  /** A public suffix ("co.uk") or a range like 0.0.0.0/0: much more than one team's. */
  readonly broad: boolean
}

export interface LookupRow {
  /** 1-based. */
  readonly line: number
  /** 1-based, among all that was read of the paste: the order in which it was given. */
  readonly place: number
  /** As it was given, defanged or not. */
  readonly value: string
  readonly kind: IndicatorKind
  /** The same in its one form, never defanged: the whole URL or address of a mailbox. */
  readonly normal: string
  /** What was looked up: an address, a range, a name (international ones as "xn--…"), "AS64500". */
  readonly asked: string
  readonly match: MatchKind | 'none'
  readonly network: string | null
  readonly card: LookupCard | null
  readonly broad: boolean
  /** Less specific ones, and others with the same range: the first of them. */
  readonly others: readonly LookupMatch[]
  readonly othersCount: number
  /** Ranges of cards that lie within the range that was asked: the first of them. */
  readonly partly: readonly LookupMatch[]
  readonly partlyCount: number
  /** Where no one is on file: the national contact by the country code that the name ends in. It is a hint, no match. */
  readonly nearest: { readonly card: LookupCard; readonly countryCode: string } | null
  /** Looked up all the same. */
  readonly special: Special | null
  /** `special` is `private`. */
  readonly private: boolean
  /** The line that asked the same before; null for the first. */
  readonly repeats: number | null
  /** How often it stands in the paste; with the first of them. */
  readonly times: number
}

export interface SetAside {
  readonly line: number
  readonly place: number
  readonly value: string
  readonly problem: Saying
}

export interface LookupGroup {
  /** null: no one on file. */
  readonly card: LookupCard | null
  /** Positions in `results`; repeats are not among them. */
  readonly rows: readonly number[]
}

export interface LookupAnswer {
  /** Lines with something in them; remarks ("# …") are none. */
  readonly lines: number
  readonly results: readonly LookupRow[]
  /** No one on file stands last. */
  readonly groups: readonly LookupGroup[]
  /** Repeats are not counted. */
  readonly unknown: number
  readonly setAside: readonly SetAside[]
  /** What was searched. */
  readonly searched: {
    readonly ranges: number
    readonly domains: number
    readonly asns: number
    readonly cards: number
  }
}
