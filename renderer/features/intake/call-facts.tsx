/** The facts before anything else of a report that was told: who, how that was checked, how it came, who took it. */
import { NotebookPen, Phone, ShieldAlert, ShieldCheck, ShieldQuestion, UserRound } from 'lucide-react'
import type { ReactNode } from 'react'
import type { CallFacts } from '../../../shared/ipc/views.ts'
import { t } from '../../ui/t.ts'
import '../../ui/protection-facts.css'

const tones = { right: 'good', wrong: 'bad', none: 'warn' } as const
const icons = {
  right: <ShieldCheck aria-hidden />,
  wrong: <ShieldAlert aria-hidden />,
  none: <ShieldQuestion aria-hidden />,
} as const

export function CallFactsBand({ call }: { readonly call: CallFacts }) {
  const { channel, from, card, number, pin, takenBy } = call
  const check = pin === 'right' ? t('call.check-right', { name: card?.name ?? from }) : t(`call.check-${pin}`)
  return (
    <dl className="fact-band">
      <Fact
        label={t('call.fact-from')}
        icon={<UserRound aria-hidden />}
        value={from}
        detail={card?.name ?? t('intake.sender-unknown')}
      />
      {channel === 'log' ? null : (
        <Fact
          label={t('call.fact-check')}
          icon={icons[pin]}
          value={t(`call.pin-${pin}`)}
          detail={check}
          tone={tones[pin]}
        />
      )}
      <Fact
        label={t('call.fact-channel')}
        icon={channel === 'phone' ? <Phone aria-hidden /> : <NotebookPen aria-hidden />}
        value={t(`call.${channel}`)}
        detail={t('call.taken-by', { code: takenBy })}
      />
      {channel === 'log' ? null : (
        <Fact
          label={t('call.fact-number')}
          icon={<Phone aria-hidden />}
          value={number === '' ? t('call.fact-none') : number}
          detail={t('call.number-why')}
        />
      )}
    </dl>
  )
}

interface FactProps {
  readonly label: string
  readonly icon: ReactNode
  readonly value: string
  readonly detail: string
  readonly tone?: 'good' | 'warn' | 'bad'
}

const Fact = ({ label, icon, value, detail, tone }: FactProps) => (
  <div className={tone === undefined ? 'fact' : `fact ${tone}`}>
    <dt>{label}</dt>
    <dd className="fact-value">
      {icon} {value}
    </dd>
    <dd className="fact-detail">{detail}</dd>
  </div>
)
