/** The question "how do I reach them at this minute?", what is known for it, and the answer with its reasons. */
import type { CardKey, CardReading } from '../card/card-reading.ts'
import { wallText } from '../clock/wall-clock.ts'
import type { KeyState } from '../key/key.ts'
import { saying, type Saying } from '../../words/say.ts'
import { formWays } from './form-ways.ts'
import { audiencesOf, hoursReasons, openingFor } from './hours-for.ts'
import { mailWays } from './mail-ways.ts'
import type { Option } from './option.ts'
import { phoneWays } from './phone-ways.ts'
import { mailProtection } from './protection.ts'
import { traps } from './traps.ts'

export const urgencies = ['normal', 'urgent'] as const
export const sensitivities = ['low', 'high'] as const
export const reachPurposes = ['incident', 'general'] as const
export const askers = ['public', 'constituent', 'csirt'] as const

export interface ReachQuestion {
  /** UTC ISO. */
  readonly at: string
  readonly urgency: (typeof urgencies)[number]
  /** Of what is to be said: high is what the team would not want to be read by others. */
  readonly sensitivity: (typeof sensitivities)[number]
  readonly purpose: (typeof reachPurposes)[number]
  /** What we are to them. */
  readonly audience: (typeof askers)[number]
}

/** A card whose keys may have been through the key doctor; a plain `CardReading` is one too. */
export type ReachCard = Omit<CardReading, 'keys'> & {
  readonly keys: readonly (Omit<CardKey, 'state'> & { readonly state: KeyState })[]
}

export interface Closure {
  /** The team's local date, "2026-12-08". */
  readonly date: string
  readonly name: string
  /** Whose holiday: "ES", "ES-VC". Left out for a day that people entered. */
  readonly region?: string
}

export interface ReachKey {
  readonly fingerprint: string
  readonly state: KeyState
  readonly canEncrypt: boolean
  readonly trust: 'undecided' | 'unverified' | 'verified' | 'rejected' | null
  /** UTC ISO; matters where the question is about another instant than the one at which `state` was told. */
  readonly expires?: string | null
}

export interface ReachFacts {
  /** `known: false` where nobody can say which days are holidays there (Z-16): the days given still count. */
  readonly closures: {
    readonly known: boolean
    /** The country's holidays are known, its region's are not. */
    readonly regionMissing?: boolean
    readonly days: readonly Closure[]
  }
  /** The keyring's keys for the card. Empty where there is no vault: then the keys printed on the card answer. */
  readonly keys: readonly ReachKey[]
  /** The newest check of who they are; left out where the ledger was not looked at. */
  readonly check?: { readonly state: 'none' | 'standing' | 'lapsed'; readonly at: string | null }
}

export type ChannelKind = 'phone' | 'email' | 'form'

/** A way to the team, and the line of the document that it stands on (0: not from a document with lines). */
export interface Way {
  readonly kind: ChannelKind
  /** E.164 (as printed where it has no country), address or URL. */
  readonly value: string
  readonly line: number
}

export interface ProtectedWay extends Way {
  readonly protection: 'pgp' | 'plain'
}

export interface Reach {
  /** For this audience at this urgency. Never `no` for unknown. */
  readonly open: 'yes' | 'no' | 'unknown'
  /** UTC ISO; null where they do not close, are not open, or it is not known. */
  readonly closesAt: string | null
  /** UTC ISO; null where they are open, never open, or it is not known. */
  readonly opensAt: string | null
  /** ISO with the team's offset; null where the zone is not known. */
  readonly localTime: string | null
  /** null: the card has no way for this. */
  readonly channel: ProtectedWay | null
  /** What to say when the call is answered, as printed: of the channel, else of the first number to fall back to. */
  readonly script: string | null
  /** Goes into the subject line of a mail (M-16). */
  readonly subjectKeyword: string | null
  /** Why this is open or closed, why this channel, why this protection; in this order. */
  readonly reasons: readonly Saying[]
  /** Traps. */
  readonly warnings: readonly Saying[]
  /** If they are silent: in this order. */
  readonly fallbacks: readonly (ProtectedWay & { readonly because: Saying })[]
  /** What is on the card and must not be used for this. */
  readonly refused: readonly (Way & { readonly because: Saying })[]
}

/**
 * The way to a team at an instant: every way on its card is judged for the question, the best is taken, the others are what is
 * left if the team is silent. Nothing that is not on the card is offered, and what its document forbids is listed as refused.
 */
export function reach(card: ReachCard, facts: ReachFacts, question: ReachQuestion): Reach {
  const { at } = question
  const opening = openingFor(card, facts, at, audiencesOf(question))
  const protection = mailProtection(card, facts, question)
  const mails = mailWays(card, question, opening, protection)
  const mailIsPossible = mails.options.length > 0 && protection.missing === null
  const ways = [mails, phoneWays({ card, facts, question, opening, mailIsPossible }), formWays(card, question, opening)]
  const options = ways.flatMap((way) => way.options).toSorted((a, b) => a.rank - b.rank)
  const [first, ...others] = options
  const skipsMail = first?.kind === 'phone' && mails.options.length > 0 && protection.missing !== null
  return {
    open: opening.open,
    closesAt: opening.closesAt,
    opensAt: opening.opensAt,
    localTime: card.timeZone.iana === null ? null : wallText(card.timeZone.iana, at),
    channel: first === undefined ? null : wayOf(first),
    script: options.find(({ kind }) => kind === 'phone')?.script ?? null,
    subjectKeyword:
      question.urgency === 'urgent' && mails.options.length > 0 ? (card.urgent?.subjectKeyword ?? null) : null,
    reasons: [
      ...hoursReasons(card, facts, at, opening),
      ...(skipsMail ? [protection.because, saying('reach.by.no-key')] : []),
      ...(first?.reasons ?? []),
    ],
    warnings: unique([
      ...(first?.warnings ?? [saying('reach.mind.no-way')]),
      ...(skipsMail && protection.missing !== null ? [protection.missing, saying('reach.key.first')] : []),
      ...traps({ card, facts, question, opening, options }),
    ]),
    fallbacks: others.map((option) => ({ ...wayOf(option), because: option.asFallback })),
    refused: ways.flatMap((way) => way.refused),
  }
}

const wayOf = ({ kind, value, line, protection }: Option): ProtectedWay => ({ kind, value, line, protection })

const unique = (all: readonly Saying[]): readonly Saying[] =>
  all.filter(({ code }, index) => all.findIndex((other) => other.code === code) === index)
