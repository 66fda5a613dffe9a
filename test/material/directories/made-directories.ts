/** Makes lists of teams in the forms of Trusted Introducer, FIRST, Global-IRT and CSV from a seed: plausible, of any length, all made up. */

/** mulberry32: the same teams for the same seed on every machine. */
function dice(seed: number): (sides: number) => number {
  let state = seed >>> 0
  return (sides) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides
  }
}

const PLACES = [
  { code: 'GB', name: 'United Kingdom', zone: 'Europe/London', phone: '+44 20 7946 0', digits: 3 },
  { code: 'US', name: 'United States', zone: 'America/New_York', phone: '+1 202-555-01', digits: 2 },
  { code: 'DE', name: 'Germany', zone: 'Europe/Berlin', phone: '+49 30 23125 ', digits: 3 },
  { code: 'FR', name: 'France', zone: 'Europe/Paris', phone: '+33 1 99 00 ', digits: 4 },
  { code: 'SE', name: 'Sweden', zone: 'Europe/Stockholm', phone: '+46 8 465 00 4', digits: 2 },
  { code: 'AU', name: 'Australia', zone: 'Australia/Sydney', phone: '+61 2 5550 ', digits: 4 },
] as const

const FIRST_PARTS = ['Amber', 'Birch', 'Cobalt', 'Dune', 'Ember', 'Fjord', 'Granite', 'Heath', 'Iris', 'Juniper', 'Krill', 'Lichen']
const SECOND_PARTS = ['bay', 'field', 'gate', 'harbour', 'light', 'mark', 'moor', 'port', 'ridge', 'stone', 'vale', 'wick']
const ENDINGS = ['CERT', 'CSIRT', 'SIRT', 'CIRT', 'SOC'] as const
const HOURS = [
  '09:00 to 17:00 Monday to Friday',
  '08:00 to 18:00 Monday to Friday (excluding public holidays)',
  '24/7',
  '09:00 - 18:00',
] as const
const STATUS = ['Listed', 'Accredited', 'Certified'] as const

export interface MadeTeam {
  readonly id: string
  readonly short: string
  readonly full: string
  readonly host: string
  readonly place: (typeof PLACES)[number]
  readonly domain: string
  readonly phone: string
  readonly emergency: string
  readonly fingerprint: string
  readonly hours: (typeof HOURS)[number]
  readonly status: (typeof STATUS)[number]
  readonly cidrs: readonly string[]
  readonly asn: number
  readonly day: string
}

const pick = <T>(roll: (sides: number) => number, from: readonly [T, ...T[]] | readonly T[]): T => {
  const found = from[roll(from.length)]
  if (found === undefined) throw new Error('nothing to pick from')
  return found
}

export function madeTeams(count: number, seed = 1): readonly MadeTeam[] {
  const roll = dice(seed)
  const digits = (length: number) => Array.from({ length }, () => roll(10)).join('')
  return Array.from({ length: count }, (_, index): MadeTeam => {
    const place = pick(roll, PLACES)
    const name = `${pick(roll, FIRST_PARTS)}${pick(roll, SECOND_PARTS)}${index}`
    const ending = pick(roll, ENDINGS)
    const short = `${name}-${ending}`
    return {
      id: short.toLowerCase(),
      short,
      full: `${name} ${ending === 'SOC' ? 'Security Operations Centre' : 'Computer Security Incident Response Team'}`,
      host: `${name} Foundation`,
      place,
      domain: `${short.toLowerCase()}.example`,
      phone: place.phone + digits(place.digits),
      emergency: place.phone + digits(place.digits),
      fingerprint: Array.from({ length: 10 }, () => roll(65_536).toString(16).padStart(4, '0').toUpperCase()).join(' '),
      hours: pick(roll, HOURS),
      status: pick(roll, STATUS),
      cidrs: [`2001:db8:${index.toString(16)}::/48`, `198.51.100.${(index % 64) * 4}/30`],
      asn: 64_496 + (index % 16),
      day: `20${10 + roll(16)}-${String(1 + roll(12)).padStart(2, '0')}-${String(1 + roll(28)).padStart(2, '0')}`,
    }
  })
}

export const trustedIntroducerList = (teams: readonly MadeTeam[]) =>
  teams.map((team) => ({
    official_name: team.full,
    short_name: team.short,
    country: { code: team.place.code, name: team.place.name },
    established: team.day,
    host_organisation: team.host,
    classification: { code: team.status[0]?.toLowerCase(), name: team.status, since: team.day },
    postal_address: `${team.host}\n1 Quay Street\n${team.place.name}`,
    constituency: {
      types: ['Research & Education'],
      asns: [team.asn],
      domains: [`*.${team.domain}`],
      ipranges: team.cidrs,
      countries: [{ code: team.place.code, name: team.place.name }],
    },
    business_hours: team.hours,
    business_hours_timezone: team.place.zone,
    pgp_keys: [{ fingerprint: team.fingerprint, expires: '2028-03-19' }],
    phones: [
      { usage: ['voice'], number: team.phone, timezone: team.place.zone },
      { usage: ['voice', 'emergency'], number: team.emergency, timezone: team.place.zone },
      { usage: ['fax'], number: team.phone, timezone: team.place.zone },
    ],
    emails: [{ address: `cert@${team.domain}`, usage: ['contact'] }],
  }))

export const firstList = (teams: readonly MadeTeam[]) => ({
  status: 'OK',
  'status-code': 200,
  version: '1.0',
  'last-modified': 'Fri, 20 Nov 2026 08:00:00 GMT',
  access: 'public',
  total: teams.length,
  data: teams.map((team) => ({
    id: team.id,
    team: team.short,
    'team-full': team.full,
    host: team.host,
    establishment: team.day,
    membership: 'Full Member',
    country: team.place.code,
    website: `https://www.${team.domain}/`,
    email: `cert@${team.domain}`,
    phone: team.phone,
    'emergency-phone': team.emergency,
    constituency: ['Education'],
    'pgp-id': `0x${team.fingerprint.replaceAll(' ', '').slice(-16)}`,
    'pgp-fingerprint': team.fingerprint.replaceAll(' ', ''),
    'member-since': 'August 23, 2019',
    'last-modified': 'Thu, 29 Aug 2019 21:31:54 GMT',
  })),
})

export const globalIrtList = (teams: readonly MadeTeam[]) =>
  teams.map((team) => ({
    'short-team-name': team.short,
    'official-team-name': team.full,
    'postal-address': `${team.host}\r\n1 Quay Street`,
    'country-code': [team.place.code],
    country: team.place.name,
    website: [`https://www.${team.domain}/`],
    email: `cert@${team.domain}`,
    host: team.host,
    'phone-numbers': [team.phone],
    enckeys: [`0x${team.fingerprint.replaceAll(' ', '')}`],
    'operating-hours': {
      mon_1_open: '09:00',
      mon_1_close: '12:00',
      mon_2_open: '14:00',
      mon_2_close: '17:00',
      sat_1_open: '00:00',
      sat_1_close: '00:00',
    },
    constituency: 'Government, Private and Public sectors',
    'constituency-description': `The customers of ${team.host}.`,
    'source-name': 'Made up',
    'last-modified': '2025-06-03T14:05:27+00:00',
    languages: ['eng', 'fre'],
  }))

const cell = (text: string): string => (/[",;\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

export const csvList = (teams: readonly MadeTeam[]): string =>
  [
    ['Team', 'Full name', 'Organisation', 'Country', 'E-mail', 'Phone', 'Emergency phone', 'PGP fingerprint', 'Time zone', 'Hours', 'Networks', 'ASN', 'Domains'],
    ...teams.map((team) => [
      team.short,
      team.full,
      team.host,
      team.place.code,
      `cert@${team.domain}`,
      team.phone,
      team.emergency,
      team.fingerprint,
      team.place.zone,
      team.hours,
      team.cidrs.join('; '),
      `AS${team.asn}`,
      team.domain,
    ]),
  ]
    .map((row) => row.map(cell).join(','))
    .join('\r\n')

export const bytesOf = (value: unknown): Uint8Array =>
  new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value))
