/** What a card does not tell: shown as unknown, never as closed or absent. */
import type { CardView } from '../../../shared/ipc/card-views.ts'

export const gaps = [
  'hours',
  'zone',
  'holidays',
  'phone',
  'address',
  'key',
  'promise',
  'rules',
  'tlp',
  'networks',
  'members',
  'country',
  'languages',
] as const
export type Gap = (typeof gaps)[number]

export function gapsOf({ reading, keys, holidays }: CardView): readonly Gap[] {
  const { cidrs, domains, asns } = reading.networks
  const known: Readonly<Record<Gap, boolean>> = {
    hours: reading.hours.text !== null || reading.hours.osm !== null || reading.coverage.length > 0,
    zone: reading.timeZone.iana !== null,
    holidays: holidays.known,
    phone: reading.phones.length > 0,
    address: reading.emails.some(({ purposes }) => purposes.includes('incidents')),
    key: keys.length > 0,
    promise: reading.responsePromises.length > 0,
    rules: reading.channelRules.length > 0,
    tlp: reading.tlp !== null,
    networks: cidrs.length + domains.length + asns.length > 0,
    members: reading.members.length > 0,
    country: reading.country !== null,
    languages: reading.languages.length > 0,
  }
  return gaps.filter((gap) => !known[gap])
}
