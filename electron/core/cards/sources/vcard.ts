/** Makes a contact card of a vCard 4.0 (RFC 6350) or 3.0: of a team, or of a person who stands for one. */
import type { CardReading } from '../../../../shared/domain/card/card-reading.ts'
import { emptyReading } from '../../../../shared/domain/card/empty-reading.ts'
import { countryIn } from '../../../../shared/domain/card/place.ts'
import { countryCodes } from '../../../../shared/domain/card/zone-table.ts'
import { isZone } from '../../../../shared/domain/card/zone.ts'
import { parseHours } from '../../../../shared/domain/clock/hours.ts'
import { saying, word } from '../../../../shared/words/say.ts'
import { note, type SourceFinding } from './source-reading.ts'
import { namesOf, type Find } from './vcard-names.ts'
import { emailsOf, keysOf, numbersOf, type Labelled } from './vcard-values.ts'
import type { Property, VCard } from './vcard-lines.ts'

export interface VCardReading {
  readonly reading: CardReading
  readonly findings: readonly SourceFinding[]
}

export function readVCard(card: VCard): VCardReading {
  const of: Find = (...names) =>
    card.properties
      .filter(({ name, values }) => names.includes(name) && values.some((value) => value !== ''))
      .toSorted((one, other) => one.pref - other.pref)
  const first = (name: string): string | null => of(name)[0]?.values.find((value) => value !== '') ?? null
  const labelled = labelsOf(of('x-ablabel'), of('note'))
  const address = addressOf(of('adr')[0])
  const country = countryOf(of('adr')[0])
  const urls = of('url', 'source')
    .map(labelled)
    .filter(({ property }) => isPage(property.values[0] ?? ''))
  const forms = urls.filter(isForm)
  const emails = emailsOf(of('email').map(labelled))
  const numbers = numbersOf(of('tel').map(labelled), country)
  const keys = keysOf(of('key'))
  const zone = zoneOf(of('tz')[0])
  const names = namesOf(card, of)
  const rev = of('rev')[0]
  const date = dateOf(rev?.values[0] ?? '')
  return {
    reading: {
      ...emptyReading,
      names: names.names,
      members:
        names.person === null
          ? []
          : [{ name: names.person, role: first('role') ?? first('title'), line: of('fn', 'n')[0]?.line ?? card.from }],
      country: country ?? numbers.country,
      languages: [...new Set(of('lang').flatMap(({ values }) => values))].filter((tag) =>
        /^[A-Za-z]{2,3}(?:-[A-Za-z\d]{1,8}){0,3}$/.test(tag),
      ),
      document: {
        ...emptyReading.document,
        date,
        dateText: date === null ? null : (rev?.values[0] ?? null),
        line: date === null ? null : (rev?.line ?? null),
        urls: urls.filter((one) => !isForm(one)).map(({ property }) => property.values[0] ?? ''),
      },
      address,
      timeZone: zone.timeZone,
      emails: emails.emails,
      phones: numbers.phones,
      fax: numbers.fax,
      keys: keys.keys,
      forms: forms.map(({ property }) => ({ url: property.values[0] ?? '', audience: 'public', line: property.line })),
      hours: hoursOf(of('note')),
    },
    findings: [
      ...faults(card, names.names.full),
      ...zone.findings,
      ...emails.findings,
      ...numbers.findings,
      ...keys.findings,
    ],
  }
}

function faults(card: VCard, name: string | null): readonly SourceFinding[] {
  const { count, first } = card.unreadable
  return [
    ...(card.complete ? [] : [note('warning', card.from, saying('vcard-cut'))]),
    ...(/^[34]\.0$/.test(card.version)
      ? []
      : [note('info', card.from, saying('vcard-old', { version: card.version.slice(0, 20) || '?' }))]),
    ...(count > 0 ? [note('warning', first, saying('vcard-line-unreadable', { count, line: first }))] : []),
    ...(name === null ? [note('warning', card.from, saying('vcard-no-name'))] : []),
  ]
}

/**
 * "item1.X-ABLABEL:Incidents" says what "item1.EMAIL" is for, as address books on Apple's systems write it; a group may say so by its own
 * name. Our own vCards add what it is not for, and what to say, as a NOTE of the group.
 */
function labelsOf(labels: readonly Property[], notes: readonly Property[]): (property: Property) => Labelled {
  const byGroup = (properties: readonly Property[]): ReadonlyMap<string, string> =>
    new Map(properties.flatMap(({ group, values }) => (group === null ? [] : [[group, values[0] ?? '']])))
  const [labelOf, noteOf] = [byGroup(labels), byGroup(notes)]
  return (property) => {
    const { group, types } = property
    const own = group === null || /\d$/.test(group) ? '' : group.replaceAll(/[-_]/g, ' ')
    const named = group === null ? '' : (labelOf.get(group) ?? '').replaceAll(/^_\$!<|>!\$_$/g, '')
    const words = [...named.split(' / '), own, ...types].map((word) => word.trim()).filter((word) => word !== '')
    return { property, words, note: group === null ? '' : (noteOf.get(group) ?? '') }
  }
}

const isPage = (text: string): boolean => /^https?:\/\/\S{3,1000}$/i.test(text)
const isForm = ({ words }: Labelled): boolean => words.some((one) => /\bform\b|report/i.test(one))

/** Post office box, extension, street, place, region, code, country (RFC 6350, 6.3.1): as it is written on a letter. */
function addressOf(adr: Property | undefined): CardReading['address'] {
  const parts = adr?.values.map((part) => part.replaceAll(/\s*\n\s*/g, ', ')).filter((part) => part !== '') ?? []
  return adr && parts.length > 0 ? { text: parts.join(', ').slice(0, 1000), line: adr.line } : null
}

/** By its code or by its name. */
function countryOf(adr: Property | undefined): string | null {
  const last = adr?.values[6] ?? ''
  return countryCodes.includes(last.toUpperCase()) ? last.toUpperCase() : countryIn(adr?.values.join(', ') ?? '')
}

/** Only in the form in which our own vCards write them. */
function hoursOf(notes: readonly Property[]): CardReading['hours'] {
  const [head = '', tail = ''] = word('en', 'own-vcard-hours', { hours: '|', zone: '' })
    .replace('()', '')
    .trim()
    .split('|')
  for (const { values, line } of notes) {
    const text = values[0] ?? ''
    const osm = text.startsWith(head)
      ? text
          .slice(head.length)
          .replace(/\s*\([^()]{1,60}\)$/, '')
          .trim()
      : ''
    if (osm !== '' && tail.trim() === '' && parseHours(osm).ok) return { osm, text, line }
  }
  return emptyReading.hours
}

function zoneOf(tz: Property | undefined): {
  readonly timeZone: CardReading['timeZone']
  readonly findings: readonly SourceFinding[]
} {
  const text = tz?.values[0]
  if (!tz || text === undefined) return { timeZone: emptyReading.timeZone, findings: [] }
  // "America/New_York; EST" and "Raleigh/North America" are both examples of the RFC: only what names a zone does.
  const iana =
    text.split(/[;\s]/).find((word) => /^[A-Z][A-Za-z_]+\/[A-Za-z_+\-/\d]+$/.test(word) && isZone(word)) ?? null
  const timeZone: CardReading['timeZone'] = {
    iana,
    text,
    reason: iana === null ? 'zone-unknown' : 'zone-named',
    line: tz.line,
  }
  return {
    timeZone,
    findings:
      iana === null ? [note('warning', tz.line, saying('vcard-zone-unknown', { text: text.slice(0, 100) }))] : [],
  }
}

function dateOf(rev: string): string | null {
  const [, year, month, day] = /^(\d{4})-?(\d{2})-?(\d{2})(?:T|$)/i.exec(rev.trim()) ?? []
  const date = `${year}-${month}-${day}`
  return day !== undefined && !Number.isNaN(Date.parse(date)) ? date : null
}
