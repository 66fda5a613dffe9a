/** What the release point knows of a message that wants out, and of everyone who would get it. */
import type { KeyState } from '../key/key.ts'
import type { Tlp } from '../marking/tlp.ts'

/** `file`: written to a place that a person names; how it travels from there is theirs. */
export type Channel = 'email-pgp' | 'email-plain' | 'phone' | 'form' | 'file'

/** As the cards state them: when the rule applies, and what protection it asks for on which channel. */
export interface ChannelRule {
  readonly when: string
  readonly channel: string
  readonly protection: 'pgp' | 'smime' | 'none'
}

export interface RecipientFacts {
  /** Card, or fingerprint where there is no card. */
  readonly id: string
  readonly name: string
  /** A mailbox that several people read is a team, also where one name is on it. `community`: all whom we serve. */
  readonly kind: 'person' | 'team' | 'community' | 'public'
  readonly address: string | null
  /** Purposes that its card says the address must not be used for. */
  readonly addressDoNotUseFor: readonly string[]
  /** What the card offers beside mail, ready to be shown: telephone numbers, forms. */
  readonly offers: readonly string[]
  readonly fingerprint: string | null
  readonly keyState: KeyState | 'none'
  readonly trust: 'undecided' | 'unverified' | 'verified' | 'rejected' | null
  /** UTC ISO; of the key. */
  readonly expires: string | null
  readonly channelRules: readonly ChannelRule[]
  readonly ownOrganisation: boolean
}

export interface ReleaseRequest {
  readonly marking: Tlp
  readonly caseMarking: Tlp | null
  /** Recorded reason for a marking looser than the case's. */
  readonly loosenedBecause: string | null
  readonly recipients: readonly RecipientFacts[]
  readonly channel: Channel
  /** A report of an incident, or a follow-up about one, is `incident`. */
  readonly purpose: 'incident' | 'general'
  /** null: follows from the marking (GREEN and CLEAR are low). */
  readonly sensitivity: 'high' | 'low' | null
  readonly text: string
}

export const isHighlySensitive = ({ sensitivity, marking }: ReleaseRequest): boolean =>
  sensitivity === null ? marking !== 'GREEN' && marking !== 'CLEAR' : sensitivity === 'high'
