/** The constituent that is chosen: how it gets the announcement, what became of it, and the marks with their keys. */
import { Check, CheckCheck, CircleX } from 'lucide-react'
import type { Delivery } from '../../../shared/ipc/exchange-views.ts'
import { go } from '../../state/route.ts'
import { ActionButton } from '../../ui/button.tsx'
import { sentence, t } from '../../ui/t.ts'
import { sentWord } from './standing.ts'

export type Mark = 'sent' | 'acknowledged' | 'failed'

interface Props {
  readonly delivery: Delivery
  readonly onMark: (state: Mark) => void
  /** Asks for a note first. */
  readonly onAsk: (state: Mark) => void
}

export function DeliveryPane({ delivery, onMark, onAsk }: Props) {
  const { name, value, said, state, note, exchange, card } = delivery
  const open = state === 'waiting' || state === 'written'
  const marked = open ? null : state
  return (
    <section className="delivery-pane" aria-labelledby="delivery-name">
      <p className="row">
        <strong id="delivery-name" className="cut grow">
          {name}
        </strong>
        {exchange === null ? null : (
          <ActionButton
            keys="m"
            look="quiet"
            label={t('bulletin.message')}
            onAct={() => go({ page: 'exchange', params: { id: exchange } })}
          />
        )}
        <ActionButton
          keys="c"
          look="quiet"
          label={t('bulletin.card')}
          onAct={() => go({ page: 'card', params: { id: card } })}
        />
      </p>
      <p>
        {t(`bulletin.channel.${delivery.channel}`)}
        {value === null ? '' : ': '}
        {value === null ? null : <span className="delivery-value">{value}</span>}
      </p>
      <p className="dim">{said.map(sentence).join(' ')}</p>
      {note === '' ? null : <p className="delivery-note">{note}</p>}
      <div className="row delivery-marks">
        <ActionButton
          keys="s"
          hint
          look={open ? 'filled' : 'outline'}
          icon={<Check aria-hidden />}
          label={sentWord(delivery)}
          disabled={state === 'sent'}
          onAct={() => onMark('sent')}
        />
        <ActionButton
          keys="a"
          hint
          look={state === 'sent' ? 'filled' : 'outline'}
          icon={<CheckCheck aria-hidden />}
          label={t('bulletin.mark-acknowledged')}
          disabled={state === 'acknowledged'}
          onAct={() => onMark('acknowledged')}
        />
        <ActionButton
          keys="x"
          hint
          icon={<CircleX aria-hidden />}
          label={t('bulletin.mark-failed')}
          onAct={() => onAsk('failed')}
        />
        {marked === null ? null : <ActionButton keys="i" label={t('bulletin.note')} onAct={() => onAsk(marked)} />}
      </div>
    </section>
  )
}
