/** What to mind on the way to a team: the traps of its document that touch this question, and what is not known. */
import type { CardFindingCode } from '../card/card-reading.ts'
import { saying, type Saying } from '../../words/say.ts'
import { heedsHolidays, type Opening } from './hours-for.ts'
import type { Option } from './option.ts'
import type { ReachCard, ReachFacts, ReachQuestion } from './reach.ts'

interface Setting {
  readonly card: ReachCard
  readonly facts: ReachFacts
  readonly question: ReachQuestion
  readonly opening: Opening
  /** The way that is taken, and those to fall back to. */
  readonly options: readonly Option[]
}

export const traps = (setting: Setting): readonly Saying[] => [
  ...fromDocument(setting),
  ...ofHolidays(setting),
  ...ofIdentity(setting),
  ...ofAge(setting),
]

/** Findings of the reader, where they touch what is about to be done. */
function fromDocument(setting: Setting): readonly Saying[] {
  const { card, question, opening, options } = setting
  const [first] = options
  const has = (kind: Option['kind']): boolean => options.some((option) => option.kind === kind)
  const numbers = options.map(({ value }) => value)
  const encrypts = options.some(({ protection }) => protection === 'pgp')
  const touches: Partial<Readonly<Record<CardFindingCode, boolean>>> = {
    'hours-unknown': opening.open === 'unknown',
    'zone-conflict': opening.open !== 'unknown',
    'zone-several': opening.open !== 'unknown',
    'hours-days-assumed': opening.open !== 'unknown',
    'phone-pin': has('phone'),
    'phone-on-call': has('phone') && opening.open !== 'yes',
    'constituent-channel-unpublished': question.audience === 'constituent' || question.urgency === 'urgent',
    'public-key-ambiguous': encrypts,
    'key-id-short': encrypts,
    'fingerprint-mismatch': encrypts,
    'key-only-for-other-mail': question.purpose === 'incident',
    'mail-none-for-incidents': question.purpose === 'incident' && first?.kind !== 'email',
    'form-contradiction': question.purpose === 'incident',
    'encrypt-rule-conflict': question.purpose === 'incident' && question.sensitivity === 'low' && has('email'),
    'document-cut': true,
  }
  return card.findings
    .filter(
      ({ code, params }) =>
        touches[code] === true || (code === 'phone-doubtful' && numbers.includes(plainNumber(params['number']))),
    )
    .map(({ code, params, line }) => ({ code, params: line === null ? params : { line, ...params } }))
}

/** As printed to E.164, as far as that goes without a numbering plan. */
const plainNumber = (printed: string | number | undefined): string => String(printed ?? '').replaceAll(/[^\d+]/g, '')

function ofHolidays({ card, facts: { closures }, opening }: Setting): readonly Saying[] {
  if (opening.open === 'unknown' || !heedsHolidays(opening)) return []
  if (!closures.known) return [saying('reach.mind.holidays')]
  return closures.regionMissing === true
    ? [saying('reach.mind.holidays-regional', { country: card.country ?? '?' })]
    : []
}

/** M-37: who they are is checked before anything confidential is said. */
function ofIdentity({ facts: { check }, question }: Setting): readonly Saying[] {
  if (question.sensitivity === 'low' || check === undefined || check.state === 'standing') return []
  return [saying(check.state === 'none' ? 'reach.mind.check-none' : 'reach.mind.check-lapsed')]
}

const yearLength = 365.25 * 86_400_000

/** Reckoned anew: the card may have been read long ago. Over two years, as the reader has it. */
function ofAge({ card, question }: Setting): readonly Saying[] {
  const { date, line } = card.document
  const years = (Date.parse(question.at) - Date.parse(date ?? '')) / yearLength
  if (date === null || !(years > 2)) return []
  const said = { date, years: Math.round(years * 10) / 10 }
  return [saying('document-old', { ...said, ...(line === null ? {} : { line }) })]
}
