/** The left of a card: hours, telephones, addresses with those not to be used, forms, people. */
import { Ban } from 'lucide-react'
import type { ReactNode } from 'react'
import type { CardPhone } from '../../../shared/domain/card/card-reading.ts'
import type { CardView } from '../../../shared/ipc/views.ts'
import { defang } from '../../../shared/domain/observable/refang.ts'
import { t } from '../../ui/t.ts'
import { LineLink } from './line-link.tsx'
import { WeekStrip } from './week-strip.tsx'

export function ContactColumn({ card }: { readonly card: CardView }) {
  const { reading } = card
  const { timeZone, hours } = reading
  return (
    <div className="card-column">
      <Block
        title={t('cardpage.hours')}
        note={timeZone.iana === null ? t('cardpage.hours-no-zone') : t('cardpage.hours-zone', { zone: timeZone.iana })}
      >
        <WeekStrip card={card} />
        {hours.text === null ? null : <Line name={t('cardpage.hours-text')} value={hours.text} line={hours.line} />}
        {reading.coverage
          .filter(({ line }) => line !== hours.line)
          .map(({ audience, text, line }) => (
            <Line key={`${audience}${String(line)}`} name={t(`cardaudience.${audience}`)} value={text} line={line} />
          ))}
        {timeZone.text === null ? null : <Line name={t('cardpage.zone')} value={timeZone.text} line={timeZone.line} />}
      </Block>
      <Block title={t('cardpage.phone')}>
        {reading.phones.length === 0 ? <p className="dim">{t('cardpage.no-phone')}</p> : null}
        {reading.phones.map((phone) => (
          <PhoneLine key={`${phone.text}${String(phone.line)}`} phone={phone} />
        ))}
      </Block>
      <Block title={t('cardpage.mails')}>
        {reading.emails.map(({ address, purposes, doNotUseFor, line }) => (
          <Line
            key={`${address}${String(line)}`}
            name={purposes[0] === undefined ? t('purpose.other') : t(`purpose.${purposes[0]}`)}
            value={
              doNotUseFor.length === 0 ? (
                address
              ) : (
                <span className="not-for">
                  <Ban aria-hidden /> {address}
                </span>
              )
            }
            detail={
              doNotUseFor.length === 0
                ? ''
                : t('cardpage.not-for', { purposes: doNotUseFor.map((purpose) => t(`purpose.${purpose}`)).join(', ') })
            }
            line={line}
          />
        ))}
      </Block>
      {reading.forms.length === 0 ? null : (
        <Block title={t('cardpage.forms')}>
          {reading.forms.map(({ url, audience, line }) => (
            <Line
              key={url}
              name={t(`cardaudience.${audience}`)}
              value={<span className="mono">{defang({ type: 'url', value: url })}</span>}
              line={line}
            />
          ))}
        </Block>
      )}
      {reading.members.length === 0 ? null : (
        <Block title={t('cardpage.people')}>
          {reading.members.map(({ name, role, line }) => (
            <Line key={`${name}${String(line)}`} name={role ?? ''} value={name} line={line} />
          ))}
        </Block>
      )}
    </div>
  )
}

function PhoneLine({ phone }: { readonly phone: CardPhone }) {
  const { e164, text, purpose, audience, script, doNotUseFor, line } = phone
  const details = [
    audience === 'public' ? '' : t(`cardaudience.${audience}`),
    script === null ? '' : t('cardpage.say', { script }),
    doNotUseFor.length === 0
      ? ''
      : t('cardpage.not-for', { purposes: doNotUseFor.map((one) => t(`purpose.${one}`)).join(', ') }),
  ]
  return (
    <Line
      name={t(`purpose.${purpose}`)}
      value={<strong className="mono">{spoken({ e164, text })}</strong>}
      detail={details.filter((part) => part !== '').join('. ')}
      line={line}
    />
  )
}

/** As printed where it can be dialled as it stands, because groups are easier to read out. */
export const spoken = ({ e164, text }: Pick<CardPhone, 'e164' | 'text'>): string =>
  /^\+[\d ()./-]{5,30}$/.test(text) ? text : (e164 ?? text)

interface BlockProps {
  readonly title: string
  readonly note?: string
  readonly aside?: ReactNode
  readonly children: ReactNode
}

export const Block = ({ title, note, aside, children }: BlockProps) => (
  <section className="card-block" aria-label={title}>
    <h2>
      {title} <small>{note}</small>
      {aside}
    </h2>
    {children}
  </section>
)

interface LineProps {
  readonly name: string
  readonly value: ReactNode
  readonly detail?: string
  readonly line: number | null
}

export const Line = ({ name, value, detail, line }: LineProps) => (
  <div className="card-line">
    <span className="dim">{name}</span>
    <div>
      {value}
      {detail === undefined || detail === '' ? null : <p className="dim">{detail}</p>}
    </div>
    <LineLink line={line} />
  </div>
)
