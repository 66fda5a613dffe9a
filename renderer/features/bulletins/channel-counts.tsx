/** How many get it by which channel, in one line. */
import type { Delivery } from '../../../shared/ipc/exchange-views.ts'
import { t } from '../../ui/t.ts'
import { ChannelIcon } from './channel-icon.tsx'
import { countByChannel } from './standing.ts'

export function ChannelCounts({ deliveries }: { readonly deliveries: readonly Delivery[] }) {
  if (deliveries.length === 0) return null
  return (
    <ul className="channel-counts" aria-label={t('bulletin.how')}>
      {countByChannel(deliveries).map(({ channel, count }) => (
        <li key={channel} className={channel === 'none' ? 'late' : undefined}>
          <ChannelIcon channel={channel} />
          <strong>{count}</strong> {t(`bulletin.channel.${channel}`)}
        </li>
      ))}
    </ul>
  )
}
