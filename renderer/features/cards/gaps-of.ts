/** What a card does not tell: shown as unknown, never as closed or absent. */
import type { CardView } from '../../../shared/ipc/views.ts'

export const gaps = ['hours', 'zone', 'phone', 'address', 'key', 'promise', 'tlp', 'networks', 'members'] as const
export type Gap = (typeof gaps)[number]

export function gapsOf({ reading, keys }: CardView): readonly Gap[] {
  const { cidrs, domains, asns } = reading.networks
  const known: Readonly<Record<Gap, boolean>> = {
    hours: reading.hours.text !== null || reading.coverage.length > 0,
    zone: reading.timeZone.iana !== null,
    phone: reading.phones.length > 0,
    address: reading.emails.some(({ purposes }) => purposes.includes('incidents')),
    key: keys.length > 0,
    promise: reading.responsePromise !== null,
    tlp: reading.tlp !== null,
    networks: cidrs.length + domains.length + asns.length > 0,
    members: reading.members.length > 0,
  }
  return gaps.filter((gap) => !known[gap])
}
