/** Chapter 2 of our own description: who we are and how we are reached, with what each address and number is for. */
import { word } from '../../../words/say.ts'
import type { CardEmail, Coverage } from '../card-reading.ts'
import { countryIn } from '../place.ts'
import { offsetMinutes } from '../zone.ts'
import { hoursInWords } from './hours-in-words.ts'
import type { Block, Part } from './layout.ts'
import { capital, listed, usesInWords, type OwnDocument } from './own-facts.ts'
import { keyBlocks } from './own-keys.ts'
import { phoneLine } from './own-phones.ts'
import type { WritableCard } from './writable-card.ts'

const paragraph = (text: string): Block => ({ paragraph: text })

function nameBlocks({ names }: WritableCard): readonly Block[] {
  return [
    ...(names.short === null ? [] : [{ value: word('en', 'own-short-name', { name: names.short }) }]),
    ...(names.full === null ? [] : [{ value: word('en', 'own-full-name', { name: names.full }) }]),
  ]
}

/** Line by line as it is kept; the country is added where the words do not name it. */
function addressBlocks({ address, country }: WritableCard): readonly Block[] {
  const lines = (address?.text ?? '').split(/\r\n?|\n/).filter((line) => line.trim() !== '')
  const name = country === null ? null : (new Intl.DisplayNames(['en'], { type: 'region' }).of(country) ?? country)
  const added = name !== null && countryIn(lines.join('\n')) !== country ? [name] : []
  const all = [...lines, ...added]
  return all.length > 0
    ? all.map((line) => (line.length > 68 ? paragraph(line) : { value: line }))
    : [paragraph(word('en', 'own-no-address'))]
}

/** "+05:30" */
function offset(minutes: number): string {
  const two = (count: number) => String(count).padStart(2, '0')
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(Math.abs(minutes) / 60))}:${two(Math.abs(minutes) % 60)}`
}

/** The offsets of the year of the document: the larger one is that of summer. */
function zoneBlock({ timeZone }: WritableCard, date: string): Block {
  const zone = timeZone.iana
  if (zone === null) return paragraph(timeZone.text ?? word('en', 'own-no-zone'))
  const year = Number(date.slice(0, 4))
  const [low = 0, high = low] = [0, 6]
    .map((month) => offsetMinutes(zone, Date.UTC(year, month, 15)))
    .toSorted((a, b) => a - b)
  return {
    value:
      low === high
        ? word('en', 'own-zone', { zone, offset: offset(low) })
        : word('en', 'own-zone-summer', { zone, offset: offset(low), summer: offset(high) }),
  }
}

function phoneBlocks({ phones }: WritableCard, others: boolean): readonly Block[] {
  const mine = phones.filter(({ purpose }) => (purpose === 'other') === others)
  const nothing = word('en', others ? 'own-no-other-means' : 'own-no-phone')
  return mine.length > 0 ? mine.map((phone) => paragraph(phoneLine(phone))) : [paragraph(nothing)]
}

const faxBlocks = ({ fax }: WritableCard): readonly Block[] =>
  fax.length > 0 ? fax.map((phone) => paragraph(phoneLine(phone, true))) : [paragraph(word('en', 'own-no-fax'))]

/** Purposes that have a place of their own in the document. */
const ELSEWHERE = new Set(['updates', 'document-author', 'key-identity'])

/** One line a use: a list of uses before an address would wrap, and part them. */
function emailLines({ address, purposes, doNotUseFor }: CardEmail): readonly Block[] {
  const uses = purposes.filter((purpose) => !ELSEWHERE.has(purpose))
  const named = uses.map((purpose) => `${capital(word('en', `own-use.${purpose}`))}: ${address}`)
  const bare = purposes.length === 0 && doNotUseFor.length === 0 ? [word('en', 'own-address', { address })] : []
  const author = purposes.includes('document-author') ? [word('en', 'own-author', { address })] : []
  const forbidden =
    doNotUseFor.length > 0 ? [word('en', 'own-do-not-use', { address, uses: usesInWords(doNotUseFor) })] : []
  return [...named, ...bare, ...author, ...forbidden].map((value) => ({ value }))
}

function emailBlocks({ emails }: WritableCard): readonly Block[] {
  const blocks = emails.flatMap(emailLines)
  return blocks.length > 0 ? blocks : [paragraph(word('en', 'own-no-mail'))]
}

function memberBlocks({ members }: WritableCard, as: OwnDocument['membersAs']): readonly Block[] {
  const coded = members.flatMap(({ code, role }) =>
    code === undefined ? [] : [role === null ? code : `${code} (${role})`],
  )
  if (as === 'name' && members.length > 0)
    return members.map(({ name, role }) => ({ value: role === null ? name : `${name}, ${role}` }))
  if (as === 'code' && coded.length > 0) return [paragraph(word('en', 'own-members-by-code', { codes: listed(coded) }))]
  return [paragraph(word('en', 'own-no-members'))]
}

const aroundTheClock = ({ audience }: Coverage): Block => paragraph(word('en', `own-round-the-clock.${audience}`))

/** A line a rule; what no words say stands in the notation itself. */
const hoursLines = (osm: string): readonly Block[] => (hoursInWords(osm) ?? [osm]).map((value) => ({ value }))

/** Hours of one audience stand apart from those for everybody, where no reader takes them for these. */
function otherHours({ coverage }: WritableCard): readonly Block[] {
  const own = coverage.filter(({ audience, osm }) => audience !== 'public' && osm !== '24/7')
  return own.flatMap(({ audience, osm }) => [
    paragraph(word('en', 'own-hours-for', { audience: word('en', `own-audience.${audience}`) })),
    ...hoursLines(osm),
  ])
}

function otherInformation(card: WritableCard): readonly Block[] {
  const names = new Intl.DisplayNames(['en'], { type: 'language' })
  const languages = card.languages.map((tag) => names.of(tag) ?? tag)
  const blocks = [
    ...(languages.length > 0 ? [paragraph(word('en', 'own-languages', { languages: listed(languages) }))] : []),
    ...otherHours(card),
  ]
  return blocks.length > 0 ? blocks : [paragraph(word('en', 'own-nothing-more'))]
}

function hoursBlocks({ hours, coverage, availability }: WritableCard): readonly Block[] {
  const clock = coverage.filter(({ osm }) => osm === '24/7')
  const always = clock.length === 0 && (hours.osm === '24/7' || availability === '24x7')
  const rows: readonly Coverage[] = always ? [{ audience: 'public', osm: '24/7', text: '', line: 0 }] : clock
  const usual = hours.osm !== null && hours.osm !== '24/7' ? hours.osm : null
  return [
    ...(usual === null ? [] : [paragraph(word('en', 'own-hours')), ...hoursLines(usual)]),
    ...(usual === null && rows.length === 0 ? [paragraph(word('en', 'own-no-hours'))] : []),
    ...rows.map(aroundTheClock),
  ]
}

function urgentBlock({ urgent }: WritableCard): readonly Block[] {
  if (!urgent) return []
  const { subjectKeyword, text } = urgent
  return [paragraph(subjectKeyword === null ? text : word('en', 'own-urgent', { keyword: subjectKeyword }))]
}

function customerBlocks(card: WritableCard): readonly Block[] {
  const instead = card.channelRules.some(({ when, channel }) => when === 'no-email' && channel === 'phone')
  return [
    ...(card.preferred ? [paragraph(word('en', `own-preferred.${card.preferred.channel}`))] : []),
    ...(instead ? [paragraph(word('en', 'own-phone-instead'))] : []),
    ...urgentBlock(card),
    ...hoursBlocks(card),
  ]
}

export function contactParts(card: WritableCard, facts: OwnDocument): readonly Part[] {
  return [
    { number: '2', title: 'Contact Information', body: [] },
    { number: '2.1', title: 'Name of the Team', body: nameBlocks(card) },
    { number: '2.2', title: 'Address', body: addressBlocks(card) },
    { number: '2.3', title: 'Time Zone', body: [zoneBlock(card, facts.date)] },
    { number: '2.4', title: 'Telephone Number', body: phoneBlocks(card, false) },
    { number: '2.5', title: 'Facsimile Number', body: faxBlocks(card) },
    { number: '2.6', title: 'Other Telecommunication', body: phoneBlocks(card, true) },
    { number: '2.7', title: 'Electronic Mail Address', body: emailBlocks(card) },
    { number: '2.8', title: 'Public Keys and Other Encryption Information', body: keyBlocks(card, facts.keyBlock) },
    { number: '2.9', title: 'Team Members', body: memberBlocks(card, facts.membersAs) },
    { number: '2.10', title: 'Other Information', body: otherInformation(card) },
    { number: '2.11', title: 'Points of Customer Contact', body: customerBlocks(card) },
  ]
}
