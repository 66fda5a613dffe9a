/** Before the release: how each constituent will get it and why, with counts by channel, and what stands in the way. */
import { CircleCheck, CircleX } from 'lucide-react'
import { useState } from 'react'
import type { BulletinView, Delivery } from '../../../shared/ipc/exchange-views.ts'
import { useKeys } from '../../ui/keys/use-keys.ts'
import { sentence, t } from '../../ui/t.ts'
import { ChannelCounts } from './channel-counts.tsx'
import { DeliveryList } from './delivery-list.tsx'

interface Props {
  readonly view: BulletinView
  /** What is on the screen is newer than this. */
  readonly older: boolean
  readonly onRemove: (card: string) => void
}

export function DraftDeliveries({ view: { bulletin, stops }, older, onRemove }: Props) {
  const { deliveries } = bulletin
  const [chosen, setChosen] = useState(0)
  const at = Math.min(chosen, Math.max(0, deliveries.length - 1))
  const here = deliveries[at]
  useKeys('here', [
    {
      keys: 'Delete',
      label: here === undefined ? t('bulletin.clear') : t('bulletin.remove', { name: here.name }),
      run: () => (here === undefined ? undefined : onRemove(here.card)),
      disabled: here === undefined,
    },
  ])
  const stopped = stops.length > 0
  const Icon = stopped ? CircleX : CircleCheck
  return (
    <section className="bulletin-side" aria-labelledby="bulletin-how">
      <div className={stopped ? 'bulletin-verdict stop' : 'bulletin-verdict'} role="status">
        <h2 id="bulletin-how">
          <Icon aria-hidden />
          {stopped ? t('bulletin.stops', { n: stops.length }) : t('bulletin.ready')}
        </h2>
        <ul className="dim">
          {stops.map((stop) => (
            <li key={stop.code}>{sentence(stop)}</li>
          ))}
        </ul>
        <ChannelCounts deliveries={deliveries} />
      </div>
      {deliveries.length === 0 ? (
        <p className="pad dim">{t('bulletin.how-none')}</p>
      ) : (
        <div className={older ? 'bulletin-list older' : 'bulletin-list'}>
          <DeliveryList
            label={t('bulletin.how')}
            deliveries={deliveries}
            selected={at}
            onSelect={setChosen}
            right={ChannelWord}
            below={How}
            onRemove={onRemove}
          />
        </div>
      )}
    </section>
  )
}

const ChannelWord = ({ channel }: Delivery) => (
  <span className={channel === 'none' ? 'late' : ''}>{t(`bulletin.channel.${channel}`)}</span>
)

/** The value first: it is what a person checks. */
function How({ value, said }: Delivery) {
  const why = said.map(sentence).join(' ')
  return (
    <>
      {value === null ? null : <span className="delivery-value">{value}</span>}
      <span className="cut grow" title={why}>
        {why}
      </span>
    </>
  )
}
