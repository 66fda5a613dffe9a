/** The answer to "how do I reach them?" in words: the way in one sentence, whether they are there, what was asked. */
import type { CardField } from '../../../shared/domain/card/fields.ts'
import type { ProtectedWay, Reach } from '../../../shared/domain/reach/reach.ts'
import type { CardView } from '../../../shared/ipc/card-views.ts'
import type { Saying } from '../../../shared/words/say.ts'
import { spoken } from '../../ui/card-words.ts'
import { formatTime, timeLeft } from '../../ui/time-format.ts'
import { t } from '../../ui/t.ts'
import type { Asked } from './reach-question.tsx'
import { clockOf, localNow } from './week.ts'

/** A number is given as printed, because its groups are easier to read out. */
function shown({ kind, value }: Pick<ProtectedWay, 'kind' | 'value'>, { reading }: CardView): string {
  const phone = kind === 'phone' ? reading.phones.find(({ e164, text }) => e164 === value || text === value) : undefined
  return phone === undefined ? value : spoken(phone)
}

export function wayWords(way: ProtectedWay, card: CardView): string {
  const value = shown(way, card)
  if (way.kind === 'phone') return t('cardpage.by-phone', { value })
  if (way.kind === 'form') return t('cardpage.by-form', { value })
  return way.protection === 'pgp' ? t('cardpage.by-pgp', { value }) : t('cardpage.by-plain', { value })
}

export function channelWords({ channel, subjectKeyword }: Reach, card: CardView): string {
  if (channel === null) return t('cardpage.by-none')
  const way = wayWords(channel, card)
  return subjectKeyword === null || channel.kind !== 'email'
    ? way
    : t('cardpage.with-word', { way, word: subjectKeyword })
}

/** `now`: milliseconds, for how long it still is; null where another moment was asked for. */
export function openWords(
  { open, opensAt, closesAt }: Pick<Reach, 'open' | 'opensAt' | 'closesAt'>,
  now: number | null,
): string {
  if (open === 'unknown') return t('reach.unknown')
  const at = open === 'yes' ? closesAt : opensAt
  if (at === null)
    return now === null ? t(open === 'yes' ? 'cardpage.open-then' : 'cardpage.closed-then') : t(`reach.${open}`)
  const when = formatTime(at, 'weekday')
  if (open === 'yes') return t('cardpage.open-until', { at: when })
  return now === null
    ? t('cardpage.opens-then', { at: when })
    : t('cardpage.opens-in', { at: when, left: timeLeft(at, now) })
}

/** "Reach them now: Sun 19:40 there, urgent, not highly sensitive, asked as another team". */
export function askedWords({ at, urgency, sensitivity, purpose, audience }: Asked, localTime: string | null): string {
  const now = localNow(localTime)
  const there =
    now === null
      ? t('cardpage.asked-no-zone')
      : t('cardpage.asked-there', { time: `${t(`day.${dayOf(now.weekday)}`)} ${clockOf(now.minutes)}` })
  return [
    `${at === null ? t('cardpage.asked-now') : t('cardpage.asked-then', { at: formatTime(at, 'day-time') })}: ${there}`,
    t(`cardpage.asked-${urgency}`),
    t(`cardpage.asked-${sensitivity}`),
    t(`cardpage.ask-purpose.${purpose}`),
    t('cardpage.asked-as', { who: t(`cardpage.ask-audience.${audience}`) }),
  ].join(', ')
}

const weekdays = [0, 1, 2, 3, 4, 5, 6] as const
const dayOf = (weekday: number): (typeof weekdays)[number] => weekdays.find((one) => one === weekday) ?? 0

/** Whose source the line in a reason belongs to. */
export function fieldOf({ code }: Saying): CardField | null {
  const found = fields.find(([start]) => code.startsWith(start))
  return found === undefined ? null : found[1]
}

const fields: readonly (readonly [string, CardField])[] = [
  ['reach.hours.', 'hours'],
  ['reach.by.preferred', 'preferred'],
  ['reach.by.urgent-mail', 'urgent'],
  ['reach.by.mail', 'emails'],
  ['reach.by.phone-last', 'channelRules'],
  ['reach.by.phone', 'phones'],
  ['reach.by.form', 'forms'],
  ['reach.pgp.', 'channelRules'],
  ['reach.plain.', 'channelRules'],
  ['reach.phone.', 'channelRules'],
]

export const fieldOfWay = { phone: 'phones', email: 'emails', form: 'forms' } as const

/** The line that a reason speaks of; 0: none. */
export const lineOf = ({ params }: Saying): number => (typeof params['line'] === 'number' ? params['line'] : 0)
