/** The days on which a team is closed: public holidays of its country and region, gaps of the package filled, its own days on top. */
import type Holidays from 'date-holidays'
import type { Closure, ReachFacts } from '../../../shared/domain/reach/reach.ts'

export interface Place {
  /** ISO 3166-1 alpha-2; null: not known. */
  readonly country: string | null
  /** ISO 3166-2, "ES-PV". */
  readonly subdivision: string | null
}

type Closures = ReachFacts['closures']
type Package = typeof Holidays

/** Days that date-holidays 3.37.0 lacks (measured for 2025 and 2026); municipal days it never has: those are entered by people. */
const supplement: readonly { readonly subdivision: string; readonly monthDay: string; readonly name: string }[] = [
  { subdivision: 'ES-VC', monthDay: '10-09', name: 'Day of the Valencian Community' },
]

const hour = 3_600_000
const kept = new Map<string, Closures>()
const yearsKept = 2_000

/** The package is 13 MB and takes 150 ms to load: only who asks for holidays pays for it, once. */
let loading: Promise<Package> | null = null
const load = (): Promise<Package> => (loading ??= import('date-holidays').then((module) => module.default))

/** Public and bank holidays of a year, by date; empty where the country is not known. Names in English where there are such. */
export async function holidaysOf(place: Place & { readonly year: number }): Promise<readonly Closure[]> {
  return (await yearOf(place, place.year)).days
}

/**
 * What `reach` needs to know of closures: the holidays of the years, and the days that people entered for the card; those win
 * where both name a day.
 */
export async function closuresFor(place: Place, own: readonly Closure[], years: readonly number[]): Promise<Closures> {
  const found = await Promise.all(years.map((year) => yearOf(place, year)))
  const holidays = found.flatMap(({ days }) => days).filter(({ date }) => !own.some((day) => day.date === date))
  return {
    known: found.length > 0 && found.every(({ known }) => known),
    regionMissing: found.some(({ regionMissing }) => regionMissing === true),
    days: [...holidays, ...own].toSorted((a, b) => (a.date < b.date ? -1 : 1)),
  }
}

/** The years that an answer about an instant can touch: a shift of yesterday, and the next opening, which may be next year. */
export function yearsAround(at: string): readonly number[] {
  const [first, last] = [-48, 400 * 24].map((hours) => new Date(Date.parse(at) + hours * hour).getUTCFullYear())
  return Array.from({ length: (last ?? 0) - (first ?? 0) + 1 }, (_, index) => (first ?? 0) + index)
}

async function yearOf({ country, subdivision }: Place, year: number): Promise<Closures> {
  if (country === null) return { known: false, days: [] }
  const name = `${country}/${subdivision ?? ''}/${year}`
  const known = kept.get(name)
  if (known !== undefined) return known
  if (kept.size >= yearsKept) kept.clear()
  const fresh = reckon(await load(), country, subdivision, year)
  kept.set(name, fresh)
  return fresh
}

function reckon(Calendar: Package, country: string, subdivision: string | null, year: number): Closures {
  const countries: Readonly<Record<string, string>> = new Calendar().getCountries()
  if (countries[country] === undefined) return { known: false, days: [] }
  const states: Readonly<Record<string, string>> = new Calendar().getStates(country) ?? {}
  const state = subdivision?.startsWith(`${country}-`) === true ? subdivision.slice(3) : ''
  const isKnown = states[state] !== undefined
  const national = daysIn(new Calendar(country), year, country)
  const days = !isKnown
    ? national
    : daysIn(new Calendar(country, state), year, `${country}-${state}`).map(
        (day) => national.find(({ date, name }) => date === day.date && name === day.name) ?? day,
      )
  return {
    known: true,
    regionMissing: !isKnown && Object.keys(states).length > 0,
    days: [...days, ...missing(subdivision, year, days)].toSorted((a, b) => (a.date < b.date ? -1 : 1)),
  }
}

const daysIn = (calendar: Holidays, year: number, region: string): readonly Closure[] =>
  calendar
    .getHolidays(year, 'en')
    .filter(({ type }) => type === 'public' || type === 'bank')
    .flatMap((holiday) => daysOf(holiday).map((date) => ({ date, name: holiday.name, region })))

/** Feasts of several days are one entry; from noon on it is half a day, on which an office may well be open: not counted. */
function daysOf({ date, start, end }: { readonly date: string; readonly start: Date; readonly end: Date }): string[] {
  const first = Date.parse(`${date.slice(0, 10)}T00:00:00Z`)
  const hours = (end.getTime() - start.getTime()) / hour
  // 23 and 25 hours are days too, when the clock is changed.
  const count = Math.min(Math.floor((hours + 1) / 24), 15)
  return Array.from({ length: count }, (_, index) => new Date(first + index * 24 * hour).toISOString().slice(0, 10))
}

const missing = (subdivision: string | null, year: number, days: readonly Closure[]): readonly Closure[] =>
  supplement
    .filter((one) => one.subdivision === subdivision)
    .map(({ monthDay, name }) => ({ date: `${year}-${monthDay}`, name, region: subdivision ?? '' }))
    .filter(({ date }) => !days.some((day) => day.date === date))
