/** Tells the region (ISO 3166-2) of an address, whose holidays hold there: by its name, its towns, or a postal code that decides. */
import { BY_NAME, FRANCE, SPAIN_POSTAL, TOWNS } from './region-table.ts'

/** State, province and territory codes, where an address prints them before the postal code or at the end of a line. */
const CODES: Readonly<Record<string, string>> = {
  US: 'AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY',
  CA: 'AB BC MB NB NL NS NT NU ON PE QC SK YT',
  AU: 'ACT NSW NT QLD SA TAS VIC WA',
  BR: 'AC AL AP AM BA CE DF ES GO MA MT MS MG PA PB PR PE PI RJ RN RS RO RR SC SP SE TO',
}
const CODE_PLACES: readonly RegExp[] = [
  /(?<![\p{L}\d])([A-Z]{2,3}),? \d{4,5}(?!\d)/gu,
  /(?<![\p{L}\d])([A-Z]{2}),?\s{1,2}[A-Z]\d[A-Z] ?\d[A-Z]\d/gu,
  /[\p{L}.]\s?(?:,|[-–/])\s?([A-Z]{2,3})(?=\s*(?:[\n,(]|$|\d))/gu,
]

const simple = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .toLowerCase()

function byCode(address: string, country: string): string | null {
  const codes = CODES[country]?.split(' ')
  if (!codes) return null
  const found = CODE_PLACES.flatMap((pattern) => [...address.matchAll(pattern)].map((match) => match[1] ?? ''))
  const code = found.find((one) => codes.includes(one))
  return code ? `${country}-${code}` : null
}

/** A code of five figures that stands at the start of a line, or after a comma or dash, is a postal one. */
function byPostal(address: string, country: string): string | null {
  const figures = /(?<![\d-])(?:[A-Z]{1,2}-)?(\d{2})\d{3}(?![\d-])/.exec(address)?.[1]
  if (!figures) return null
  if (country === 'ES') {
    const province = SPAIN_POSTAL[Number(figures) - 1]
    return province ? `ES-${province}` : null
  }
  if (country !== 'FR') return null
  return Object.entries(FRANCE).find(([, departments]) => departments.split(' ').includes(figures))?.[0] ?? null
}

const MAX_ADDRESS = 2000

/** Null where nothing is sure: two regions in one address decide nothing, except that the postal code does. */
export function subdivisionOf(address: string, country: string | null): string | null {
  if (!country) return null
  const text = address.slice(0, MAX_ADDRESS)
  const postal = byPostal(text, country) ?? byCode(text, country)
  if (postal) return postal
  const words = simple(text)
  const named = (BY_NAME[country] ?? []).filter(({ words: pattern }) => pattern.test(words)).map(({ code }) => code)
  return named.length === 1 ? (named[0] ?? null) : null
}

/** The country whose region or town the address names, where it names one of these countries only. */
export function countryByTown(address: string): string | null {
  const words = simple(address.slice(0, MAX_ADDRESS))
  const named = Object.entries(BY_NAME).filter(([, regions]) =>
    regions.some(({ words: pattern }) => pattern.test(words)),
  )
  const found = [
    ...named.map(([country]) => country),
    ...Object.keys(TOWNS).filter((country) => TOWNS[country]?.test(words)),
  ]
  return found.length === 1 ? (found[0] ?? null) : null
}
