/** The left of a card: hours, telephones, addresses with those not to be used, forms, people. */
import { Ban } from 'lucide-react'
import type { CardEmail, CardMember, CardPhone, Purpose } from '../../../shared/domain/card/card-reading.ts'
import type { CardView } from '../../../shared/ipc/card-views.ts'
import { defang } from '../../../shared/domain/observable/refang.ts'
import { capital, spoken } from '../../ui/card-words.ts'
import { Fingerprint } from '../../ui/fingerprint.tsx'
import { Person } from '../../ui/tag.tsx'
import { t } from '../../ui/t.ts'
import { Block, Line } from './block.tsx'
import { HoursBlock } from './hours-block.tsx'

interface Props {
  readonly card: CardView
  readonly localTime: string | null
}

export function ContactColumn({ card, localTime }: Props) {
  const { phones, fax, emails, forms, members } = card.reading
  return (
    <div className="card-column">
      <HoursBlock card={card} localTime={localTime} />
      <Block title={t('cardpage.phone')}>
        {phones.length === 0 ? <p className="dim">{t('cardpage.no-phone')}</p> : null}
        {phones.map((phone) => (
          <PhoneLine key={`${phone.text}${phone.purpose}${String(phone.line)}`} phone={phone} />
        ))}
        {fax.map(({ text, line }) => (
          <Line
            key={text}
            name={t('cardpage.fax')}
            value={<span className="mono">{text}</span>}
            line={line}
            field="fax"
          />
        ))}
      </Block>
      <Block title={t('cardpage.mails')}>
        {emails.length === 0 ? <p className="dim">{t('cardpage.mails-none')}</p> : null}
        {emails.map((mail) => (
          <MailLine key={`${mail.address}${String(mail.line)}`} mail={mail} />
        ))}
        {forms.map(({ url, audience, line }) => (
          <Line
            key={url}
            name={t('cardpage.forms-word')}
            value={<span className="mono">{defang({ type: 'url', value: url })}</span>}
            detail={t(`cardaudience.${audience}`)}
            line={line}
            field="forms"
          />
        ))}
        {forms.length > 0 ? null : (
          <Line name={t('cardpage.forms-word')} value={<span className="dim">{t('cardpage.forms-none')}</span>} />
        )}
      </Block>
      {members.length === 0 ? null : (
        <Block title={t('cardpage.people')}>
          {members.map((member) => (
            <MemberLine key={`${member.name}${String(member.line)}`} member={member} />
          ))}
        </Block>
      )}
    </div>
  )
}

const notFor = (purposes: readonly Purpose[]): string =>
  purposes.length === 0
    ? ''
    : t('cardpage.not-for', { purposes: purposes.map((purpose) => t(`purpose.${purpose}`)).join(', ') })

function PhoneLine({ phone }: { readonly phone: CardPhone }) {
  const { e164, text, purpose, audience, script, doNotUseFor, roundTheClock, line } = phone
  const details = [
    roundTheClock ? t('cardpage.round-the-clock') : '',
    audience === 'public' ? '' : t(`cardaudience.${audience}`),
    script === null ? '' : t('cardpage.say', { script }),
    notFor(doNotUseFor),
  ]
  return (
    <Line
      name={capital(t(`purpose.${purpose}`))}
      value={
        <span className={doNotUseFor.length === 0 ? '' : 'not-for'}>
          {doNotUseFor.length === 0 ? null : <Ban aria-hidden />}
          <strong className="mono card-number">{spoken({ e164, text })}</strong>
        </span>
      }
      detail={capital(details.filter((part) => part !== '').join(', '))}
      line={line}
      field="phones"
    />
  )
}

function MailLine({ mail: { address, purposes, doNotUseFor, line } }: { readonly mail: CardEmail }) {
  const [first] = purposes
  const free = doNotUseFor.length === 0
  const others = purposes.slice(1).map((purpose) => t(`purpose.${purpose}`))
  return (
    <Line
      name={capital(t(`purpose.${first ?? 'other'}`))}
      value={
        free ? (
          address
        ) : (
          <span className="not-for">
            <Ban aria-hidden /> {address}
          </span>
        )
      }
      detail={[capital(others.join(', ')), notFor(doNotUseFor)].filter((part) => part !== '').join('. ')}
      line={line}
      field="emails"
    />
  )
}

function MemberLine({ member: { name, role, code, tier, deskKey, line } }: { readonly member: CardMember }) {
  return (
    <Line
      name={role ?? tier ?? ''}
      value={
        <>
          {name} {code === undefined ? null : <Person code={[code, tier].filter(Boolean).join(' ')} />}
          {deskKey === undefined ? null : (
            <p className="dim">
              <Fingerprint value={deskKey} />
            </p>
          )}
        </>
      }
      line={line}
      field="members"
    />
  )
}
