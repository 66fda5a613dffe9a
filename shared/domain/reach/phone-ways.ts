/** The numbers that may be called for a question, which of them is answered at this minute, and which are not for us. */
import type { Audience, CardPhone, Purpose } from '../card/card-reading.ts'
import type { Openness } from '../clock/calendar.ts'
import { saying, type Saying } from '../../words/say.ts'
import { from } from './from.ts'
import { audiencesOf, openingFor, type Opening } from './hours-for.ts'
import { ranks, shown, type Option, type RefusedWay, type Ways } from './option.ts'
import { phoneProtection, type PhoneProtection } from './protection.ts'
import type { ReachCard, ReachFacts, ReachQuestion } from './reach.ts'

interface Setting {
  readonly card: ReachCard
  readonly facts: ReachFacts
  readonly question: ReachQuestion
  readonly opening: Opening
  readonly protection: PhoneProtection
  readonly mailIsPossible: boolean
}

export function phoneWays(given: Omit<Setting, 'protection'>): Ways {
  const setting = { ...given, protection: phoneProtection(given.card, given.question) }
  const judged = given.card.phones.map((phone) => ({ phone, because: whyRefused(phone, given.question) }))
  return {
    options: judged.flatMap(({ phone, because }) => (because === null ? [optionOf(phone, setting)] : [])),
    refused: judged.flatMap(({ phone, because }): readonly RefusedWay[] =>
      because === null ? [] : [{ kind: 'phone', value: numberOf(phone), line: phone.line, because }],
    ),
  }
}

const numberOf = ({ e164, text }: CardPhone): string => e164 ?? text

function whyRefused(phone: CardPhone, question: ReachQuestion): Saying | null {
  const said = { value: numberOf(phone), ...from(phone.line) }
  const wanted: Purpose = question.purpose === 'incident' ? 'incidents' : 'general'
  if (phone.doNotUseFor.includes(wanted))
    return wanted === 'incidents'
      ? saying('do-not-use', { address: said.value, ...from(phone.line) })
      : saying('reach.not.general', said)
  if (phone.purpose === 'emergency' && question.urgency === 'normal') return saying('reach.not.emergency', said)
  return audiencesOf(question).includes(phone.audience)
    ? null
    : saying('reach.not.audience', { ...said, whom: phone.audience })
}

/** `early`: a number for outside the hours while they are open. */
type Answered = 'always' | 'now' | 'after-hours' | 'emergency' | 'maybe' | 'later' | 'early'

function answered(phone: CardPhone, open: Openness): Answered {
  if (phone.roundTheClock) return 'always'
  if (phone.purpose === 'emergency') return 'emergency'
  if (phone.purpose === 'after-hours') return open === 'no' ? 'after-hours' : open === 'yes' ? 'early' : 'maybe'
  return open === 'yes' ? 'now' : open === 'no' ? 'later' : 'maybe'
}

/**
 * A published number is answered in the hours of those that it is published for. Hours for some count for it too, unless the
 * document says that they have ways of their own (P-12): the guard does not sit at everybody's number.
 */
function openingOf(phone: CardPhone, { card, facts, question, opening }: Setting): Opening {
  const hasOwnWays = card.findings.some(({ code }) => code === 'constituent-channel-unpublished')
  if (!hasOwnWays || opening.open !== 'yes') return opening
  const critical: readonly Audience[] = question.urgency === 'urgent' ? ['critical'] : []
  return openingFor(card, facts, question.at, ['public', phone.audience, ...critical])
}

function optionOf(phone: CardPhone, setting: Setting): Option {
  const { card, question, protection } = setting
  const opening = openingOf(phone, setting)
  const state = answered(phone, opening.open)
  const value = numberOf(phone)
  const isPreferred = card.preferred?.channel === 'phone'
  return {
    kind: 'phone',
    value,
    line: phone.line,
    protection: 'plain',
    rank: rankOf(state, phone, setting, isPreferred),
    reasons: [
      ...(isPreferred ? [saying('reach.by.preferred', { medium: 'phone', ...from(card.preferred.line) })] : []),
      ...(question.urgency === 'urgent' && state !== 'later' ? [saying('reach.by.urgent-phone')] : []),
      saying(whyBy[state], { value, ...from(phone.line) }),
      ...protection.reasons,
      ...(protection.last === null ? [] : [protection.last]),
    ],
    warnings: [
      ...(phone.e164 === null ? [saying('phone-no-country', { number: phone.text })] : []),
      ...protection.warnings,
      ...(state === 'later' && opening.opensAt !== null
        ? [saying('reach.mind.call-later', { opensAt: shown(opening.opensAt) })]
        : []),
    ],
    asFallback: thenOf(state, opening),
    script: phone.script,
  }
}

const whyBy = {
  always: 'reach.by.phone-always',
  now: 'reach.by.phone',
  'after-hours': 'reach.by.phone-after-hours',
  emergency: 'reach.by.phone-emergency',
  maybe: 'reach.by.phone-maybe',
  later: 'reach.by.phone-later',
  early: 'reach.by.phone-early',
} as const

/** Among numbers that are answered alike: made for the moment, made for the matter, everybody's, the spare one. */
const fineness = { emergency: 0, 'after-hours': 0.1, incidents: 0.2, main: 0.3, other: 0.4, backup: 0.5 } as const

function rankOf(state: Answered, phone: CardPhone, setting: Setting, isPreferred: boolean): number {
  const { question, protection, mailIsPossible } = setting
  const fine = fineness[phone.purpose] + (phone.audience === 'public' ? 0.05 : 0)
  if (state === 'later' || state === 'early') return ranks.phoneClosed + fine
  if (isPreferred && state !== 'maybe') return ranks.preferred + fine
  const isLast = protection.last !== null && mailIsPossible
  const isMeantForNow = state === 'emergency' || state === 'always' || state === 'after-hours'
  if (question.urgency === 'urgent' && isMeantForNow) return ranks.urgentVoice + fine
  if (question.urgency === 'urgent' && !isLast) return ranks.urgentPhone + fine + (state === 'maybe' ? 1 : 0)
  return (state === 'maybe' ? ranks.phoneMaybe : ranks.phoneOpen) + fine
}

function thenOf(state: Answered, { opensAt }: Opening): Saying {
  if (state === 'maybe') return saying('reach.then.maybe')
  if (state === 'early') return saying('reach.then.closes')
  return state === 'later' && opensAt !== null
    ? saying('reach.then.opens', { opensAt: shown(opensAt) })
    : saying('reach.then.open')
}
