/** The addresses that may be written to for a purpose, and those that must not be. */
import type { CardEmail, Purpose } from '../card/card-reading.ts'
import { saying, type Saying } from '../../words/say.ts'
import { from } from './from.ts'
import type { Opening } from './hours-for.ts'
import { ranks, shown, type Option, type RefusedWay, type Ways } from './option.ts'
import { keyWarnings, type MailProtection } from './protection.ts'
import type { ReachCard, ReachQuestion } from './reach.ts'

export function mailWays(card: ReachCard, question: ReachQuestion, opening: Opening, protection: MailProtection): Ways {
  const wanted: Purpose = question.purpose === 'incident' ? 'incidents' : 'general'
  const allowed = card.emails.filter(({ doNotUseFor }) => !doNotUseFor.includes(wanted))
  const best = Math.min(...allowed.map((email) => fit(email, wanted)))
  const taken = allowed.filter((email) => fit(email, wanted) === best && best < fits.never)
  return {
    options: taken.map((email) => optionOf(email, wanted, card, question, opening, protection)),
    refused: card.emails.filter((email) => !taken.includes(email)).map((email) => refusal(email, wanted)),
  }
}

const fits = { exact: 0, near: 1, untold: 2, never: 3 } as const

/** An address for reports will take a question, and one for questions a report; one for the press neither. */
function fit({ purposes }: CardEmail, wanted: Purpose): number {
  if (purposes.includes(wanted)) return fits.exact
  if (purposes.includes('general') || purposes.includes('incidents')) return fits.near
  return purposes.length === 0 || purposes.includes('other') ? fits.untold : fits.never
}

function optionOf(
  email: CardEmail,
  wanted: Purpose,
  card: ReachCard,
  question: ReachQuestion,
  opening: Opening,
  protection: MailProtection,
): Option {
  const isKeyless = protection.missing !== null
  const isPreferred = card.preferred?.channel === 'email'
  const keyword = question.urgency === 'urgent' ? (card.urgent?.subjectKeyword ?? null) : null
  const isUntold = fit(email, wanted) === fits.untold
  return {
    kind: 'email',
    value: email.address,
    line: email.line,
    protection: protection.demanded,
    rank: isUntold
      ? ranks.mailUntold
      : isKeyless
        ? ranks.mailWithoutKey
        : keyword !== null
          ? ranks.urgentMail
          : isPreferred && question.urgency === 'normal'
            ? ranks.preferred
            : ranks.mail,
    reasons: [
      ...(keyword === null || card.urgent === null
        ? []
        : [saying('reach.by.urgent-mail', { keyword, ...from(card.urgent.line) })]),
      ...(isPreferred ? [saying('reach.by.preferred', { medium: 'email', ...from(card.preferred.line) })] : []),
      fitReason(email, wanted),
      protection.because,
    ],
    warnings: [...keyWarnings(protection), ...later(opening)],
    asFallback: saying(isKeyless ? 'reach.then.key' : 'reach.then.open'),
    script: null,
  }
}

function fitReason(email: CardEmail, wanted: Purpose): Saying {
  const said = { value: email.address, ...from(email.line) }
  const kind = fit(email, wanted)
  if (kind === fits.exact) return saying('reach.by.mail', { ...said, matter: wanted })
  if (kind === fits.untold) return saying('reach.by.mail-untold', said)
  return saying('reach.by.mail-else', { ...said, matter: wanted === 'general' ? 'incidents' : 'general' })
}

/** Nobody reads a mail at night; unless it is said, the sender waits for an answer. */
export function later({ open, opensAt }: Opening): readonly Saying[] {
  if (open !== 'no') return []
  return opensAt === null
    ? [saying('reach.mind.later-unknown')]
    : [saying('reach.mind.later', { opensAt: shown(opensAt) })]
}

function refusal({ address, purposes, doNotUseFor, line }: CardEmail, wanted: Purpose): RefusedWay {
  const place = from(line)
  const because = !doNotUseFor.includes(wanted)
    ? saying('reach.not.other', { value: address, matter: purposes[0] ?? 'other', ...place })
    : wanted === 'incidents'
      ? saying('do-not-use', { address, ...place })
      : saying('reach.not.general', { value: address, ...place })
  return { kind: 'email', value: address, line, because }
}
