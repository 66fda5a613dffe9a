/** The top of a card: can they be reached now, by which address under which rule, by which telephone, and what they promise. */
import { Circle, CircleDot, CircleHelp, Clock, Mail, Phone } from 'lucide-react'
import type { CardReading } from '../../../shared/domain/card/card-reading.ts'
import type { CardView } from '../../../shared/ipc/views.ts'
import { formatTime } from '../../ui/time-format.ts'
import { t } from '../../ui/t.ts'
import { spoken } from './contact-column.tsx'
import { LineLink } from './line-link.tsx'
import { clockOf, localNow } from './week.ts'

const icons = { yes: CircleDot, no: Circle, unknown: CircleHelp }

export function ReachBand({ card }: { readonly card: CardView }) {
  const { reading } = card
  const mail = incidentMail(reading)
  const phone = reading.phones.find(({ doNotUseFor }) => !doNotUseFor.includes('incidents'))
  const promise = reading.responsePromise
  const script = phone?.script ?? null
  const word = reading.urgent?.subjectKeyword ?? null
  return (
    <div className="reach-band">
      <Open card={card} />
      <section>
        <p className="dim">{t('cardpage.mail')}</p>
        <p className="reach-value">
          <Mail aria-hidden /> <span className="cut">{mail?.address ?? t('cardpage.no-mail')}</span>
          <LineLink line={mail?.line ?? null} />
        </p>
        <p className="dim">{mailRule(reading)}</p>
      </section>
      <section>
        <p className="dim">{t('cardpage.phone')}</p>
        <p className="reach-value">
          <Phone aria-hidden />{' '}
          <span className={phone === undefined ? '' : 'mono'}>
            {phone === undefined ? t('cardpage.no-phone') : spoken(phone)}
          </span>
          <LineLink line={phone?.line ?? null} />
        </p>
        <p className="dim cut">{script === null ? '' : t('cardpage.say', { script })}</p>
      </section>
      <section>
        <p className="dim">{t('cardpage.promise')}</p>
        <p className="reach-value">
          <Clock aria-hidden />{' '}
          <span className="cut" title={promise?.text}>
            {promise === null ? t('cardpage.no-promise') : termOf(promise)}
          </span>
          <LineLink line={promise?.line ?? null} />
        </p>
        <p className="dim cut">{word === null ? '' : t('cardpage.urgent-word', { word })}</p>
      </section>
    </div>
  )
}

/** The term itself, where it was read as one; else the sentence as it is printed. */
function termOf({ text, duration }: NonNullable<CardReading['responsePromise']>): string {
  const [, working, hours] = /^(?:P(\d{1,3})WD|PT(\d{1,4})H)$/.exec(duration) ?? []
  if (working !== undefined) return t('cardpage.promise-days', { n: Number(working) })
  return hours === undefined ? text : t('cardpage.promise-hours', { n: Number(hours) })
}

function Open({ card: { open, opensAt, localTime, reading } }: { readonly card: CardView }) {
  const Icon = icons[open]
  const now = localNow(localTime)
  const there = now === null ? t('cardpage.reach-unknown') : t('cardpage.reach', { time: clockOf(now.minutes) })
  const words =
    open === 'no' && opensAt !== null ? t('reach.no-until', { at: formatTime(opensAt, 'weekday') }) : t(`reach.${open}`)
  return (
    <section>
      <p className="dim">{there}</p>
      <p className={open === 'yes' ? 'reach-value good' : 'reach-value'}>
        <Icon aria-hidden /> {words}
      </p>
      <p className="dim cut">{reading.hours.text ?? t(`availability.${reading.availability}`)}</p>
    </section>
  )
}

export const incidentMail = ({ emails }: Pick<CardReading, 'emails'>): CardReading['emails'][number] | undefined =>
  emails.find(({ purposes, doNotUseFor }) => purposes.includes('incidents') && !doNotUseFor.includes('incidents')) ??
  emails.find(({ doNotUseFor }) => doNotUseFor.length === 0)

function mailRule({ channelRules }: Pick<CardReading, 'channelRules'>): string {
  const pgp = channelRules.filter(({ protection, channel }) => protection === 'pgp' && channel === 'email')
  if (pgp.some(({ when }) => when === 'incident-report' || when === 'always')) return t('cardpage.pgp-must')
  return pgp.some(({ when }) => when === 'high-sensitivity') ? t('cardpage.pgp-sensitive') : t('cardpage.no-rule')
}
