/** The fields of a card as the texts that a person edits: lists are one item a line. edit-values.ts reads them back. */
import type { CardEmail, CardForm, CardMember, CardPhone, Purpose } from '../../../shared/domain/card/card-reading.ts'
import type { CardView } from '../../../shared/ipc/card-views.ts'

/** In the order of the sheet; several parts may make one field. */
export const partIds = [
  'names.short',
  'names.full',
  'names.host',
  'names.others',
  'address',
  'country',
  'subdivision',
  'languages',
  'timeZone',
  'emails',
  'phones',
  'forms',
  'keys',
  'hours',
  'coverage',
  'closures',
  'channelRules',
  'preferred',
  'urgent',
  'responsePromises',
  'tlp',
  'priorities',
  'constituency',
  'networks.cidrs',
  'networks.domains',
  'networks.asns',
  'members',
  'roles',
  'note',
] as const
export type PartId = (typeof partIds)[number]
export type Texts = Readonly<Record<PartId, string>>

const lines = (items: readonly string[]): string => items.join('\n')
const segments = (parts: readonly (string | null | undefined | false)[]): string =>
  parts.filter((part) => typeof part === 'string' && part !== '').join('; ')
const notFor = (purposes: readonly Purpose[]): string | false => purposes.length > 0 && `not for ${purposes.join(', ')}`
/** A text of a source may have line ends of its own, which would make two items of one. */
const flat = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()

const email = ({ address, purposes, doNotUseFor }: CardEmail): string =>
  segments([purposes.length === 0 ? address : `${address}: ${purposes.join(', ')}`, notFor(doNotUseFor)])

/** What is said comes last, because it may hold anything. */
const phone = ({ text, purpose, audience, roundTheClock, doNotUseFor, script }: CardPhone): string =>
  segments([
    `${flat(text)}: ${purpose}`,
    audience !== 'public' && `for ${audience}`,
    roundTheClock && '24/7',
    notFor(doNotUseFor),
    script !== null && `say ${flat(script)}`,
  ])

const form = ({ url, audience }: CardForm): string => segments([url, audience !== 'public' && `for ${audience}`])

const member = ({ name, role, code, tier, deskKey }: CardMember): string =>
  segments([
    flat(name),
    role !== null && flat(role).replaceAll(';', ','),
    code !== undefined && `code ${code}`,
    tier !== undefined && `tier ${tier}`,
    deskKey !== undefined && `key ${deskKey}`,
  ])

export function textsOf({ reading, roles, closures, note }: CardView): Texts {
  const { names, networks } = reading
  return {
    'names.short': names.short ?? '',
    'names.full': names.full ?? '',
    'names.host': names.host ?? '',
    'names.others': lines(names.others),
    address: reading.address?.text ?? '',
    country: reading.country ?? '',
    subdivision: reading.subdivision ?? '',
    languages: reading.languages.join(', '),
    timeZone: reading.timeZone.iana ?? '',
    emails: lines(reading.emails.map(email)),
    phones: lines(reading.phones.map(phone)),
    forms: lines(reading.forms.map(form)),
    keys: lines(reading.keys.flatMap(({ fingerprint }) => fingerprint ?? [])),
    hours: reading.hours.osm ?? '',
    coverage: lines(reading.coverage.map(({ audience, osm }) => `${audience}: ${osm}`)),
    closures: lines(closures.map(({ date, name }) => `${date}: ${name}`)),
    channelRules: lines(
      reading.channelRules.map(({ when, channel, protection }) => `${when}: ${channel}, ${protection}`),
    ),
    preferred: reading.preferred?.channel ?? '',
    urgent: reading.urgent?.subjectKeyword ?? '',
    responsePromises: lines(
      reading.responsePromises.map(({ duration, audience }) =>
        audience === null ? duration : `${audience}: ${duration}`,
      ),
    ),
    tlp: reading.tlp === null ? '' : reading.tlp ? 'yes' : 'no',
    priorities: lines(reading.priorities.map(flat)),
    constituency: reading.constituency ?? '',
    'networks.cidrs': lines(networks.cidrs),
    'networks.domains': lines(networks.domains),
    'networks.asns': networks.asns.map((asn) => `AS${String(asn)}`).join(', '),
    members: lines(reading.members.map(member)),
    roles: roles.join(', '),
    note,
  }
}
