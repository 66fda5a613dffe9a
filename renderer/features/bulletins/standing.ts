/** How far announcements and their deliveries have come, by plain counting. */
import type { BulletinRow, Delivery } from '../../../shared/ipc/exchange-views.ts'
import { t } from '../../ui/t.ts'

export type Standing = 'draft' | 'waiting' | 'done'
export type Shown = 'all' | Standing

/** done: everybody has acknowledged it. */
export function standingOf({ releasedAt, acknowledged, recipients }: BulletinRow): Standing {
  if (releasedAt === null) return 'draft'
  return acknowledged < recipients ? 'waiting' : 'done'
}

export const shows = (row: BulletinRow, filter: Shown): boolean => filter === 'all' || standingOf(row) === filter

/** Every word typed must stand in title, number or kind. */
export function matchesWords({ title, number, kind }: BulletinRow, search: string): boolean {
  const all = `${title} ${number ?? t('bulletins.draft')} ${t(`bulletin.kind.${kind}`)}`.toLowerCase()
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word))
}

export const channels = [
  'email-pgp',
  'email-signed',
  'phone',
  'form',
  'none',
] as const satisfies readonly Delivery['channel'][]

export const isMail = ({ channel }: Pick<Delivery, 'channel'>): boolean =>
  channel === 'email-pgp' || channel === 'email-signed'

/** Channels that are used, each with its number of recipients. */
export const countByChannel = (
  deliveries: readonly Delivery[],
): readonly { readonly channel: Delivery['channel']; readonly count: number }[] =>
  channels
    .map((channel) => ({ channel, count: deliveries.filter((one) => one.channel === channel).length }))
    .filter(({ count }) => count > 0)

/** What "sent" is called where a person tells it or types it in. */
export function sentWord({ channel }: Pick<Delivery, 'channel'>): string {
  if (channel === 'phone') return t('bulletin.mark-told')
  return channel === 'form' ? t('bulletin.mark-entered') : t('bulletin.mark-sent')
}

export const stateWords = (delivery: Pick<Delivery, 'channel' | 'state'>): string =>
  delivery.state === 'sent' ? sentWord(delivery).toLowerCase() : t(`bulletin.state.${delivery.state}`)
