/** Makes cards of made-up teams for the property tests of the writers: every field that the template of RFC 2350 carries. */
import * as fc from 'fast-check'
import { emptyReading } from '../../../shared/domain/card/empty-reading.ts'
import type {
  Audience,
  CardEmail,
  CardPhone,
  CardReading,
  ChannelRule,
  Coverage,
  Purpose,
} from '../../../shared/domain/card/card-reading.ts'
import type { OwnDocument } from '../../../shared/domain/card/write/own-facts.ts'

export interface OwnCase {
  readonly card: CardReading
  readonly facts: OwnDocument
}

const PLACES = [
  { country: 'GB', name: 'United Kingdom', zone: 'Europe/London', phone: '+44 20 7946 0', digits: 3 },
  { country: 'US', name: 'United States', zone: 'America/New_York', phone: '+1 202-555-01', digits: 2 },
  { country: 'DE', name: 'Germany', zone: 'Europe/Berlin', phone: '+49 30 23125 ', digits: 3 },
  { country: 'FR', name: 'France', zone: 'Europe/Paris', phone: '+33 1 99 00 ', digits: 4 },
  { country: 'SE', name: 'Sweden', zone: 'Europe/Stockholm', phone: '+46 8 465 004 ', digits: 2 },
  { country: 'AU', name: 'Australia', zone: 'Australia/Sydney', phone: '+61 2 5550 ', digits: 4 },
] as const
type Place = (typeof PLACES)[number]

const HOURS = [
  null,
  'Mo-Fr 09:00-17:00',
  'Mo-Fr 08:30-12:30,13:30-17:00',
  'Mo-Th 08:30-12:30,13:30-17:00; Fr 08:30-14:00',
  'Mo,We,Fr 10:00-16:00',
  'Mo-Su 07:00-22:00',
  'Sep-Jun Mo-Fr 09:00-18:00; Jul-Aug Mo-Fr 08:00-15:00',
  'Mo-Fr 22:00-06:00',
  'Mo-Fr 09:00-19:00; PH off',
] as const

const WORDS =
  'the network of harbour and its members keeps data systems safe for people who work there with care against loss or theft'.split(
    ' ',
  )
const sentence = (min: number, max: number) =>
  fc.array(fc.constantFrom(...WORDS), { minLength: min, maxLength: max }).map((words) => {
    const text = words.join(' ')
    return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`
  })

/** No heading of a part begins so: a wrapped item that began with "Network" would be read as the part on networks. */
const priority = sentence(2, 30).map((text) => `Attacks on ${text.slice(0, 1).toLowerCase()}${text.slice(1)}`)

const digits = (length: number) =>
  fc.integer({ min: 0, max: 10 ** length - 1 }).map((number) => String(number).padStart(length, '0'))

const quoted = (text: fc.Arbitrary<string>) => fc.option(text.map((value) => ({ text: value, line: 1 })))

const CONTACT_PURPOSES = ['incidents', 'general', 'vulnerabilities', 'press'] as const satisfies readonly Purpose[]

function emailsOf(domain: string, mayForbid: boolean): fc.Arbitrary<readonly CardEmail[]> {
  const one = fc.record({
    local: fc.constantFrom('cert', 'info', 'abuse', 'desk', 'contact', 'soc', 'team.one', 'x-y_z'),
    purposes: fc.subarray([...CONTACT_PURPOSES], { minLength: 1, maxLength: 3 }),
    forbidden: mayForbid ? fc.boolean() : fc.constant(false),
  })
  return fc.uniqueArray(one, { selector: ({ local }) => local, minLength: 1, maxLength: 5 }).map((all) =>
    all.map(({ local, purposes, forbidden }, index): CardEmail => {
      const own = index === 0 && !forbidden ? [...new Set<Purpose>(['incidents', ...purposes])] : purposes
      const uses = forbidden ? own.filter((purpose) => purpose !== 'incidents') : own
      return {
        address: `${local}@${domain}`,
        purposes: forbidden && uses.length === 0 ? ['general'] : uses,
        doNotUseFor: forbidden ? ['incidents'] : [],
        line: 1,
      }
    }),
  )
}

const SCRIPTS = ['ask for the shift leader', 'quote our case number', 'mention the name of your team'] as const
const AUDIENCES = ['public', 'constituent', 'csirt', 'critical'] as const satisfies readonly Audience[]

/** One number of each use: the first use of a number stands. */
function phonesOf(place: Place): fc.Arbitrary<readonly CardPhone[]> {
  const one = fc.record({
    number: digits(place.digits),
    purpose: fc.constantFrom('main', 'incidents', 'emergency', 'after-hours', 'backup', 'other'),
    audience: fc.constantFrom(...AUDIENCES),
    script: fc.option(fc.constantFrom(...SCRIPTS)),
  })
  return fc.uniqueArray(one, { selector: ({ number }) => number, minLength: 1, maxLength: 4 }).map((all) =>
    all.map(({ number, purpose, audience, script }): CardPhone => {
      const text = place.phone + number
      return {
        e164: text.replaceAll(/[^+\d]/g, ''),
        text,
        purpose,
        script,
        audience,
        doNotUseFor: [],
        roundTheClock: false,
        line: 1,
      }
    }),
  )
}

const RULES = [
  { when: 'high-sensitivity', channel: 'email', protection: 'pgp' },
  { when: 'high-sensitivity', channel: 'email', protection: 'smime' },
  { when: 'high-sensitivity', channel: 'transfer', protection: 'pgp' },
  { when: 'low-sensitivity', channel: 'email', protection: 'none' },
  { when: 'low-sensitivity', channel: 'phone', protection: 'none' },
  { when: 'always', channel: 'phone', protection: 'none' },
  { when: 'always', channel: 'email', protection: 'pgp' },
  { when: 'incident-report', channel: 'email', protection: 'pgp' },
  { when: 'no-email', channel: 'phone', protection: 'none' },
] as const satisfies readonly Omit<ChannelRule, 'line'>[]

const MEMBERS = [
  { name: 'Ada Quillfeather', role: 'Head of the team', code: 'AQ', line: 1 },
  { name: 'Bran Tolliver', role: 'Incident manager', code: 'BT', line: 1 },
  { name: 'Cleo van den Marsh', role: 'Senior analyst', code: 'CM', line: 1 },
] as const

const hex = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 15 }), { minLength: length, maxLength: length }).map((all) =>
    all
      .map((digit) => digit.toString(16))
      .join('')
      .toUpperCase(),
  )

const date = (from: string, to: string) =>
  fc.date({ min: new Date(from), max: new Date(to), noInvalidDate: true }).map((at) => at.toISOString().slice(0, 10))

const PROMISES = ['PT4H', 'PT30M', 'P2D', 'PT1H', 'P1WD', 'P3WD']

const NAMES = [
  { short: 'Harrow-CERT', full: 'Harrow Computer Emergency Response Team' },
  { short: 'MARSH-CSIRT', full: 'Marsh Lane Security Incident Response Team' },
  { short: 'Holm CERT', full: 'Holm National Emergency Team' },
  { short: 'Müller-SOC', full: 'Müller Security Operations Centre' },
] as const

const FIELDS = [
  'Date and time with time zone',
  'Source addresses, ports and protocols',
  'Destination addresses, ports and protocols',
  'Log files in a common format',
]

const constituency = fc.oneof(
  fc.constant('The users of the networks 192.0.2.0/24 and 2001:db8:77::/48 and of the domain harrow.example.'),
  sentence(6, 40),
)

function coverageOf(osm: string | null, clock: Audience | null): readonly Coverage[] {
  return [
    ...(osm === null ? [] : [{ audience: 'public', osm, text: '', line: 1 } as const]),
    ...(clock === null ? [] : [{ audience: clock, osm: '24/7', text: '', line: 1 } as const]),
  ]
}

/** A number for some after hours means that somebody is there then, for them. */
function availabilityOf(
  osm: string | null,
  clock: Audience | null,
  phones: readonly CardPhone[],
): CardReading['availability'] {
  if (clock === 'public') return '24x7'
  const beyond = phones.some(({ purpose, audience }) => purpose === 'after-hours' && audience !== 'public')
  return clock !== null || (osm !== null && beyond) ? 'conditional' : osm === null ? 'unknown' : 'business-hours'
}

export interface Wishes {
  /** Cards about which the reader has nothing to remark: no forbidden uses, promises in working days, holidays … */
  readonly plain: boolean
}

function cardOf(place: Place, { plain }: Wishes): fc.Arbitrary<OwnCase> {
  const domain = 'team.example'
  return fc
    .record({
      names: fc.constantFrom(...NAMES),
      host: fc.option(fc.constantFrom('Harrow Harbour Trust Ltd.', 'Holm Netze GmbH')),
      street: fc.constantFrom('12 Quay Street', '4 Mill Lane, Block B', 'Wharf Road 1, 3rd floor'),
      emails: emailsOf(domain, !plain),
      phones: phonesOf(place),
      fax: fc.option(digits(place.digits)),
      updates: fc.boolean(),
      fingerprints: fc.uniqueArray(hex(40), { minLength: 1, maxLength: 2 }),
      expires: fc.option(date('2027-06-01', '2031-01-01')),
      hours: fc.constantFrom(...HOURS.filter((osm) => !plain || (osm !== null && !osm.includes('PH off')))),
      clock: fc.option(fc.constantFrom(...AUDIENCES.filter((audience) => !plain || audience === 'public'))),
      promise: fc.option(fc.constantFrom(...(plain ? PROMISES.slice(0, 4) : PROMISES))),
      urgent: fc.boolean(),
      preferred: fc.option(fc.constantFrom('email', 'phone')),
      tlp: fc.constantFrom(true, false, null),
      constituency,
      mission: quoted(sentence(5, 60)),
      sponsor: quoted(sentence(5, 20)),
      authority: quoted(sentence(5, 20)),
      members: fc.subarray([...MEMBERS]),
      rules: fc
        .subarray([...RULES])
        .map((rules) =>
          plain ? rules.filter(({ when }) => when !== 'low-sensitivity' && when !== 'no-email') : rules,
        ),
      priorities: fc.oneof(fc.constant([]), fc.array(priority, { minLength: 2, maxLength: 12 })),
      fields: fc.constantFrom([], FIELDS.slice(0, 2), FIELDS),
      forms: fc.boolean(),
      networks: fc.boolean(),
      version: fc.tuple(fc.nat({ max: 12 }), fc.nat({ max: 30 })).map(([major, minor]) => `${major}.${minor}`),
      date: date('2024-12-01', '2026-11-20'),
      membersAs: fc.constantFrom('name', 'code', 'none'),
    })
    .map((made): OwnCase => {
      const text = `${made.host === null ? '' : `${made.host}\n`}${made.street}\n${place.name}`
      const urls = [`https://www.${domain}/rfc2350.txt`]
      const promises = made.promise === null ? [] : [{ duration: made.promise, audience: null, text: '', line: 1 }]
      const updates: readonly CardEmail[] = made.updates
        ? [{ address: `news@${domain}`, purposes: ['updates'], doNotUseFor: [], line: 1 }]
        : []
      const fax = made.fax === null ? [] : [place.phone + made.fax]
      return {
        card: {
          ...emptyReading,
          names: { ...made.names, host: made.host, others: [] },
          country: place.country,
          languages: ['en', 'es'],
          document: { ...emptyReading.document, version: made.version, date: made.date, urls },
          address: { text, line: 1 },
          timeZone: { iana: place.zone, text: null, reason: 'zone-named', line: 1 },
          emails: [...made.emails, ...updates],
          phones: made.phones,
          fax: fax
            .filter((number) => !made.phones.some((phone) => phone.text === number))
            .map((number) => ({
              e164: number.replaceAll(/[^+\d]/g, ''),
              text: number,
              purpose: 'other',
              script: null,
              audience: 'public',
              doNotUseFor: [],
              roundTheClock: false,
              line: 1,
            })),
          forms: made.forms ? [{ url: `https://www.${domain}/report`, audience: 'public', line: 1 }] : [],
          keys: made.fingerprints.map((fingerprint, index) => ({
            fingerprint,
            keyIdPrinted: index === 0 ? fingerprint.slice(-16) : null,
            state: 'not-included',
            expires: made.expires,
            use: 'team',
            block: null,
            blockLines: null,
            line: 1,
          })),
          hours: { osm: made.hours ?? (made.clock === 'public' ? '24/7' : null), text: null, line: null },
          coverage: coverageOf(made.hours, made.clock),
          availability: availabilityOf(made.hours, made.clock, made.phones),
          responsePromise: promises[0] ?? null,
          responsePromises: promises,
          urgent: made.urgent ? { text: '', line: 1, subjectKeyword: 'urgent' } : null,
          preferred: made.preferred === null ? null : { channel: made.preferred, line: 1 },
          tlp: made.tlp,
          constituency: made.constituency,
          charter: { mission: made.mission, sponsor: made.sponsor, authority: made.authority },
          networks: made.networks
            ? {
                cidrs: ['192.0.2.0/24', '2001:db8:77::/48'],
                domains: ['harrow.example', 'marsh.example'],
                asns: [64500],
              }
            : made.constituency.includes('192.0.2.0')
              ? { cidrs: ['192.0.2.0/24', '2001:db8:77::/48'], domains: ['harrow.example'], asns: [] }
              : emptyReading.networks,
          members: made.members,
          channelRules: made.rules.map((rule) => ({ ...rule, line: 1 })),
          priorities: made.priorities,
          reportFields: made.fields,
        },
        facts: { date: made.date, version: made.version, urls, keyBlock: null, membersAs: made.membersAs },
      }
    })
}

export const ownCards = (wishes: Wishes): fc.Arbitrary<OwnCase> =>
  fc.constantFrom(...PLACES).chain((place) => cardOf(place, wishes))
