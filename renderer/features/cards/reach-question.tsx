/** What the answer at the top of a card was worked out for, and small controls to ask otherwise. */
import { useState, type ReactNode } from 'react'
import { askers, reachPurposes, type ReachQuestion } from '../../../shared/domain/reach/reach.ts'
import type { CardView } from '../../../shared/ipc/card-views.ts'
import { Chip } from '../../ui/chip.tsx'
import { useKeys } from '../../ui/keys/use-keys.ts'
import { useNow } from '../../ui/now.ts'
import { Select } from '../../ui/select.tsx'
import { t } from '../../ui/t.ts'
import { momentOf, momentText } from './moment.ts'

export type Asked = Omit<ReachQuestion, 'at'> & {
  /** UTC ISO; null: now. */
  readonly at: string | null
}

export const askedFirst: Asked = {
  at: null,
  urgency: 'normal',
  sensitivity: 'low',
  purpose: 'incident',
  audience: 'csirt',
}

const momentId = 'reach-moment'

interface Props {
  readonly card: CardView
  readonly asked: Asked
  readonly onAsk: (asked: Asked) => void
}

export function ReachQuestionBar({ card, asked, onAsk }: Props) {
  const urgent = (): void => onAsk({ ...asked, urgency: asked.urgency === 'urgent' ? 'normal' : 'urgent' })
  const sensitive = (): void => onAsk({ ...asked, sensitivity: asked.sensitivity === 'high' ? 'low' : 'high' })
  useKeys('here', [
    { keys: 'Alt+U', label: t('cardpage.ask-urgent'), run: urgent },
    { keys: 'Alt+S', label: t('cardpage.ask-sensitive'), run: sensitive },
    { keys: 'w', label: t('cardpage.ask-at-key'), run: () => document.getElementById(momentId)?.focus() },
  ])
  return (
    <div className="reach-ask" role="group" aria-label={t('cardpage.ask')}>
      <span className="dim">{t('cardpage.ask')}</span>
      <Chip label={t('cardpage.ask-urgent')} selected={asked.urgency === 'urgent'} onPress={urgent} />
      <Chip label={t('cardpage.ask-sensitive')} selected={asked.sensitivity === 'high'} onPress={sensitive} />
      <Named text={t('cardpage.ask-purpose')}>
        <Select
          hideLabel
          label={t('cardpage.ask-purpose')}
          value={asked.purpose}
          choices={reachPurposes.map((value) => ({ value, label: t(`cardpage.ask-purpose.${value}`) }))}
          onChange={(purpose) => onAsk({ ...asked, purpose })}
        />
      </Named>
      <Named text={t('cardpage.ask-audience')}>
        <Select
          hideLabel
          label={t('cardpage.ask-audience')}
          value={asked.audience}
          choices={askers.map((value) => ({ value, label: t(`cardpage.ask-audience.${value}`) }))}
          onChange={(audience) => onAsk({ ...asked, audience })}
        />
      </Named>
      <Moment zone={card.reading.timeZone.iana} at={asked.at} onAt={(at) => onAsk({ ...asked, at })} />
    </div>
  )
}

const Named = ({ text, children }: { readonly text: string; readonly children: ReactNode }) => (
  <span className="reach-named">
    <span className="dim" aria-hidden>
      {text}
    </span>
    {children}
  </span>
)

interface MomentProps {
  readonly zone: string | null
  readonly at: string | null
  readonly onAt: (at: string | null) => void
}

function Moment({ zone, at, onAt }: MomentProps) {
  const now = useNow()
  const [text, setText] = useState(at === null ? '' : momentText(at, zone))
  const [bad, setBad] = useState(false)
  const take = (): void => {
    const moment = momentOf(text, zone, now)
    setBad(moment === undefined)
    if (moment === undefined || moment === at) return
    onAt(moment)
    setText(moment === null ? '' : momentText(moment, zone))
  }
  return (
    <span className="reach-named">
      <label className="dim" htmlFor={momentId}>
        {zone === null ? t('cardpage.ask-at-utc') : t('cardpage.ask-at')}
      </label>
      <input
        id={momentId}
        className="input input-mono reach-moment"
        value={text}
        placeholder={t('cardpage.ask-at-now')}
        aria-invalid={bad}
        aria-describedby={bad ? `${momentId}-bad` : undefined}
        {...(bad ? { 'data-invalid': true } : {})}
        autoComplete="off"
        spellCheck={false}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        onBlur={take}
        onKeyDown={({ key }) => (key === 'Enter' ? take() : undefined)}
      />
      {bad ? (
        <span id={`${momentId}-bad`} className="late" role="alert">
          {t('cardpage.ask-at-bad')}
        </span>
      ) : null}
    </span>
  )
}
