/** Whether a message has to be encrypted, by the team's own rules, and whether it can be: the stricter rule for reports (Z-10). */
import type { ChannelRule } from '../card/card-reading.ts'
import { saying, type Saying } from '../../words/say.ts'
import { from } from './from.ts'
import type { ReachCard, ReachFacts, ReachKey, ReachQuestion } from './reach.ts'

export interface MailProtection {
  readonly demanded: 'pgp' | 'plain'
  readonly because: Saying
  /** The key to encrypt with; null where none is needed or none can be used. */
  readonly key: ReachKey | null
  /** Why nothing can be encrypted though it has to be. */
  readonly missing: Saying | null
}

const applies = ({ when }: ChannelRule, { purpose, sensitivity }: ReachQuestion): boolean => {
  switch (when) {
    case 'always':
      return true
    case 'incident-report':
      return purpose === 'incident'
    case 'high-sensitivity':
      return sensitivity === 'high'
    case 'low-sensitivity':
      return sensitivity === 'low'
    case 'no-email':
      return false
  }
}

export function mailProtection(card: ReachCard, facts: ReachFacts, question: ReachQuestion): MailProtection {
  const rules = card.channelRules.filter((rule) => rule.channel === 'email' && applies(rule, question))
  const strict = rules.find(({ protection }) => protection !== 'none')
  if (strict === undefined && question.sensitivity === 'low') return plain(rules[0])
  const because =
    strict === undefined
      ? saying('reach.pgp.own')
      : saying('reach.pgp.rule', { applies: strict.when, ...from(strict.line) })
  if (strict?.protection === 'smime')
    return { demanded: 'pgp', because, key: null, missing: saying('reach.key.smime', from(strict.line)) }
  return { demanded: 'pgp', because, ...keyOf(card, facts, question.at) }
}

const plain = (rule: ChannelRule | undefined): MailProtection => ({
  demanded: 'plain',
  because:
    rule === undefined
      ? saying('reach.plain.no-rule')
      : saying('reach.plain.rule', { applies: rule.when, ...from(rule.line) }),
  key: null,
  missing: null,
})

/** The best key: a checked one before others, a whole one before a repaired one. */
function keyOf(card: ReachCard, facts: ReachFacts, at: string): Pick<MailProtection, 'key' | 'missing'> {
  const keys = keysFor(card, facts)
  const usable = keys.filter((key) => whyNot(key, card, at) === null)
  const [best] = usable.toSorted((a, b) => worth(b) - worth(a))
  if (best !== undefined) return { key: best, missing: null }
  const [first] = keys
  return { key: null, missing: (first && whyNot(first, card, at)) ?? saying('reach.key.none') }
}

const worth = ({ trust, state }: ReachKey): number => (trust === 'verified' ? 2 : 0) + (state === 'usable' ? 1 : 0)

/** What the keyring holds; without a vault, what the card prints. */
function keysFor(card: ReachCard, facts: ReachFacts): readonly ReachKey[] {
  if (facts.keys.length > 0) return facts.keys
  return card.keys.map(({ fingerprint, state, expires }) => ({
    fingerprint: fingerprint ?? '',
    state,
    canEncrypt: state === 'usable' || state === 'repaired',
    trust: null,
    expires,
  }))
}

function whyNot(key: ReachKey, card: ReachCard, at: string): Saying | null {
  const { fingerprint, state, trust } = key
  const printed = card.keys.find((one) => one.fingerprint === fingerprint)
  if (trust === 'rejected') return saying('reach.key.rejected', { fingerprint })
  if (state === 'revoked') return saying('reach.key.revoked', { fingerprint })
  if (state === 'expired' || isPast(key.expires ?? printed?.expires ?? null, at))
    return saying('reach.key.expired', { fingerprint })
  if (state === 'not-included') return saying('reach.key.not-included', { fingerprint })
  if (state === 'unreadable') return saying('reach.key.unreadable')
  if (state === 'identity-only') return saying('reach.key.identity-only', { fingerprint })
  if (!key.canEncrypt || printed?.use === 'signing-only') return saying('reach.key.signing-only', { fingerprint })
  return null
}

/** A date without a time holds to its end. */
const isPast = (expires: string | null, at: string): boolean =>
  expires !== null && (expires.length > 10 ? Date.parse(expires) <= Date.parse(at) : expires < at.slice(0, 10))

export function keyWarnings({ key, missing }: MailProtection): readonly Saying[] {
  if (missing !== null) return [missing, saying('reach.key.first')]
  if (key === null) return []
  const { fingerprint } = key
  return [
    ...(key.state === 'repaired' ? [saying('reach.key.repaired', { fingerprint })] : []),
    ...(key.trust === 'verified' || key.state === 'repaired' ? [] : [saying('reach.key.unverified', { fingerprint })]),
  ]
}

export interface PhoneProtection {
  readonly reasons: readonly Saying[]
  readonly warnings: readonly Saying[]
  /** They take the telephone only where mail will not do (M-17). */
  readonly last: Saying | null
}

/** M-36: a voice needs no key where the document says so. */
export function phoneProtection({ channelRules }: ReachCard, question: ReachQuestion): PhoneProtection {
  const rules = channelRules.filter(({ channel, protection }) => channel === 'phone' && protection === 'none')
  const rule = rules.find((one) => applies(one, question))
  const onlyLow = rules.find(({ when }) => when === 'low-sensitivity')
  const last = rules.find(({ when }) => when === 'no-email')
  const warning =
    rule !== undefined || question.sensitivity === 'low'
      ? null
      : onlyLow === undefined
        ? saying('reach.mind.phone-silent')
        : saying('reach.mind.phone-low', from(onlyLow.line))
  return {
    reasons: rule === undefined ? [] : [saying('reach.phone.rule', { applies: rule.when, ...from(rule.line) })],
    warnings: warning === null ? [] : [warning],
    last: last === undefined ? null : saying('reach.by.phone-last', from(last.line)),
  }
}
