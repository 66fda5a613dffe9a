/** Tells the country a team sits in: from its address first, then from zone, telephone and domain, each weaker than the one before. */
import { countryByTown } from './subdivisions.ts'
import { countryCodes, places, zoneOfCountry } from './zone-table.ts'
import { sectionsOf, type Section } from './sections.ts'
import { plainText } from './flow.ts'

const LANGUAGES = ['en', 'es', 'fr', 'de', 'pt'] as const

const ALIASES: Readonly<Record<string, string>> = {
  usa: 'US',
  'u.s.a': 'US',
  'united states of america': 'US',
  uk: 'GB',
  'great britain': 'GB',
  england: 'GB',
  scotland: 'GB',
  wales: 'GB',
  holland: 'NL',
  'the netherlands': 'NL',
  'czech republic': 'CZ',
  czechia: 'CZ',
  'republic of korea': 'KR',
  'south korea': 'KR',
  korea: 'KR',
  russia: 'RU',
  'russian federation': 'RU',
  turkey: 'TR',
  turkiye: 'TR',
  'ivory coast': 'CI',
  'slovak republic': 'SK',
  macedonia: 'MK',
  'north macedonia': 'MK',
  'hong kong': 'HK',
  macau: 'MO',
  taiwan: 'TW',
  moldova: 'MD',
  kosovo: 'XK',
  'united arab emirates': 'AE',
  uae: 'AE',
  euskadi: 'ES',
  'pais vasco': 'ES',
  bizkaia: 'ES',
  catalonia: 'ES',
  cataluna: 'ES',
  osterreich: 'AT',
  schweiz: 'CH',
  suisse: 'CH',
}

const simple = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .toLowerCase()

/** Names that are words or places of their own elsewhere: "Georgia" may be the state, "Jersey" a part of New Jersey. */
const TOO_COMMON = new Set(['GE', 'JE', 'TD', 'GG', 'IM', 'RE', 'NU', 'CC', 'MF', 'BL'])

let table: ReadonlyMap<string, string> | null = null

/** Country names by what they are called in five languages. Made once: it asks Intl a thousand times. */
function countryNames(): ReadonlyMap<string, string> {
  if (table) return table
  const names = new Map<string, string>()
  for (const language of LANGUAGES) {
    const display = new Intl.DisplayNames([language], { type: 'region' })
    for (const code of countryCodes) if (!TOO_COMMON.has(code)) names.set(simple(display.of(code) ?? code), code)
  }
  for (const [name, code] of Object.entries(ALIASES)) names.set(name, code)
  table = names
  return names
}

const MAX_TEXT = 5000
const MAX_WORDS = 5

/** The last country named in the text: addresses end with it. */
export function countryIn(text: string): string | null {
  const words = [...simple(text.slice(0, MAX_TEXT)).matchAll(/[a-z.]{2,30}|[^\sa-z]/g)].map(([word]) =>
    word.replace(/\.$/, ''),
  )
  const names = countryNames()
  for (let end = words.length; end > 0; end--) {
    for (let length = Math.min(MAX_WORDS, end); length > 0; length--) {
      const code = names.get(words.slice(end - length, end).join(' '))
      if (code) return code
    }
  }
  return null
}

export const placeIn = (text: string): { readonly country: string; readonly zone: string } | null => {
  const found = places.find(([words]) => words.test(text.slice(0, MAX_TEXT)))
  return found ? { country: found[1], zone: found[2] } : null
}

/** "D-53113 Bonn": the old letters before a postal code. */
const POSTAL: Readonly<Record<string, string>> = {
  A: 'AT',
  B: 'BE',
  CH: 'CH',
  D: 'DE',
  DK: 'DK',
  F: 'FR',
  I: 'IT',
  L: 'LU',
  LV: 'LV',
  LT: 'LT',
  FI: 'FI',
  SE: 'SE',
  NL: 'NL',
  CZ: 'CZ',
  PL: 'PL',
  E: 'ES',
  P: 'PT',
}
const postalCountry = (text: string): string | null =>
  POSTAL[/(?<![\p{L}\d])([A-Z]{1,2})-\d{4,5}(?!\d)/u.exec(text)?.[1] ?? ''] ?? null

/** Country endings that are sold as words, and those of no country. */
const NOT_A_PLACE = new Set(['EU', 'IO', 'CO', 'ME', 'TV', 'AI', 'CC', 'GG', 'TO', 'LY', 'SH', 'FM', 'WS', 'NU'])

function topLevel(hosts: readonly string[]): string | null {
  const codes = hosts
    .map((host) => host.split('.').at(-1)?.toUpperCase() ?? '')
    .map((code) => (code === 'UK' ? 'GB' : code))
  const known = codes.filter((code) => countryCodes.includes(code) && !NOT_A_PLACE.has(code))
  const counted = Object.entries(Object.groupBy(known, (code) => code)).sort(
    (a, b) => (b[1]?.length ?? 0) - (a[1]?.length ?? 0),
  )
  return counted[0]?.[0] ?? null
}

/** The country whose zone is named after the town in the address, where there is one only. */
function capitalCountry(address: string): string | null {
  const found = countryCodes.filter((code) => {
    const town = zoneOfCountry(code)?.split('/').at(-1)?.replaceAll('_', ' ') ?? ''
    return (
      town.length >= 4 && new RegExp(`(?<![\\p{L}-])${town.replaceAll('-', '[- ]')}(?![\\p{L}-])`, 'u').test(address)
    )
  })
  return found.length === 1 ? (found[0] ?? null) : null
}

export interface PlaceHints {
  readonly sections: readonly Section[]
  /** Countries of the international telephone numbers in the document. */
  readonly phoneCountries: readonly string[]
  /** Hosts of mail addresses and of the document's own pages. */
  readonly hosts: readonly string[]
}

export function readCountry({ sections, phoneCountries, hosts }: PlaceHints): string | null {
  const text = (...concepts: Parameters<typeof sectionsOf>[1][]) =>
    sectionsOf(sections, ...concepts)
      .map(({ flow }) => plainText(flow).slice(0, MAX_TEXT))
      .join('\n')
  const address = text('2.2')
  const zone = text('2.3')
  const [onlyPhone, otherPhone] = new Set(phoneCountries)
  return (
    countryIn(address) ??
    placeIn(address)?.country ??
    postalCountry(address) ??
    countryIn(zone) ??
    placeIn(zone)?.country ??
    (otherPhone === undefined ? onlyPhone : null) ??
    capitalCountry(address) ??
    capitalCountry(zone) ??
    countryByTown(address) ??
    topLevel(hosts) ??
    countryIn(text('2.1')) ??
    countryIn(text('3.2'))
  )
}
