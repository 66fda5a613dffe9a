/** Turns printed countries, time zones, hours and languages of an entry into what the desk computes with. */
import { IANAZone } from 'luxon'
import type { CardReading } from '../../../../shared/domain/card/card-reading.ts'
import { openingHours } from '../../../../shared/domain/card/opening-hours.ts'
import { countryIn } from '../../../../shared/domain/card/place.ts'
import { isRoundTheClock } from '../../../../shared/domain/card/round-the-clock.ts'
import { countryCodes, zoneOfCountry } from '../../../../shared/domain/card/zone-table.ts'
import { parseHours } from '../../../../shared/domain/clock/hours.ts'
import { saying, type Saying } from '../../../../shared/words/say.ts'
import { remembered } from './remembered.ts'
import type { Fact } from './team-facts.ts'

const codes = new Set(countryCodes)
const ALIASES: Readonly<Record<string, string>> = { UK: 'GB', EL: 'GR' }

const countryCode = remembered((text): string | null => {
  const upper = text.trim().toUpperCase()
  const code = ALIASES[upper] ?? upper
  return codes.has(code) ? code : countryIn(text)
})

/** ISO 3166-1 alpha-2 from a code or a name in five languages. */
export function countryOf(fact: Fact | null): {
  readonly country: string | null
  readonly problems: readonly Saying[]
} {
  if (!fact) return { country: null, problems: [] }
  const country = countryCode(fact.text)
  return {
    country,
    problems: country ? [] : [saying('value-country', { at: fact.at, value: fact.text.slice(0, 100) })],
  }
}

/** Area/City or UTC: "CET" and "EST5EDT" are names of rules, not of places. */
const isZone = remembered(
  (text) => /^(?:[A-Za-z_]{2,30}(?:\/[A-Za-z0-9_+-]{1,30}){1,2}|UTC)$/.test(text) && IANAZone.isValidZone(text),
)

/** A zone that is printed must be one of the tz database; a country with one zone fills in what is not printed. */
export function zoneOf(
  fact: Fact | null,
  country: string | null,
): { readonly zone: CardReading['timeZone']; readonly problems: readonly Saying[] } {
  const text = fact?.text ?? null
  if (text !== null && isZone(text)) return { zone: { iana: text, text, reason: 'zone-named', line: 0 }, problems: [] }
  const byCountry = country ? zoneOfCountry(country) : null
  const problems = fact ? [saying('value-zone', { at: fact.at, value: fact.text.slice(0, 100) })] : []
  const reason = byCountry ? 'zone-by-country' : 'zone-unknown'
  return { zone: { iana: byCountry, text, reason, line: text === null ? null : 0 }, problems }
}

export interface HoursTaken {
  readonly osm: string | null
  readonly daysAssumed: boolean
  readonly problems: readonly Saying[]
}

const hoursIn = remembered((text): Pick<HoursTaken, 'osm' | 'daysAssumed'> => {
  const direct = parseHours(text)
  if (direct.ok) return { osm: direct.value.osm, daysAssumed: false }
  // The field itself says that these are hours of work, which a bare "09:00 - 18:00" does not.
  const read = openingHours(`hours ${text.slice(0, 2000)}`)
  if (read && parseHours(read.osm).ok) return read
  return { osm: isRoundTheClock(text) ? '24/7' : null, daysAssumed: false }
})

/** OpenStreetMap opening_hours as printed, or out of a sentence in five languages. */
export function hoursOf(fact: Fact | null): HoursTaken {
  if (!fact) return { osm: null, daysAssumed: false, problems: [] }
  const { osm, daysAssumed } = hoursIn(fact.text)
  const problems = osm === null ? [saying('value-hours', { at: fact.at, value: fact.text.slice(0, 100) })] : []
  return { osm, daysAssumed, problems }
}

const LANGUAGES =
  'ar bg bs ca cs cy da de el en es et eu fa fi fr ga gl he hi hr hu hy id is it ja ka kk ko lb lt lv mk ms mt nb nl nn no pl pt ro ru sk sl sq sr sv th tr uk ur uz vi zh'.split(
    ' ',
  )
const IN_LANGUAGES = ['en', 'es', 'fr', 'de', 'pt'] as const

let names: ReadonlyMap<string, string> | null = null

/** Made once: it asks Intl three hundred times. */
function languageNames(): ReadonlyMap<string, string> {
  names ??= new Map(
    IN_LANGUAGES.flatMap((shown) => {
      const display = new Intl.DisplayNames([shown], { type: 'language' })
      return LANGUAGES.map((code): [string, string] => [(display.of(code) ?? code).toLowerCase(), code])
    }),
  )
  return names
}

/** RFC 5646 tag of "en", "eng", "en-GB", "English" or "inglés"; null for what is no language. */
export function languageTag(text: string): string | null {
  const plain = text.trim().replaceAll('_', '-')
  const named = languageNames().get(plain.toLowerCase())
  if (named) return named
  if (!/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/.test(plain)) return null
  try {
    const [tag = ''] = Intl.getCanonicalLocales(plain)
    return LANGUAGES.includes(tag.split('-')[0] ?? '') ? tag : null
  } catch {
    return null
  }
}
