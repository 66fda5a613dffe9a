/** Turns what a document says about its time zone into an IANA zone, with the reason, and shows where the two do not agree. */
import { saying } from '../../words/say.ts'
import type { CardFinding, CardTimeZone, ZoneReason } from './card-reading.ts'
import { monthNumber } from './dates.ts'
import { finding } from './finding.ts'
import { plainText } from './flow.ts'
import { placeIn } from './place.ts'
import { sectionsOf, type Section } from './sections.ts'
import { subdivisionOf } from './subdivisions.ts'
import { regionZones, states, wideCountries, zoneOfCountry } from './zone-table.ts'

/** Hours east of UTC. Only abbreviations that mean one thing in team documents; IST, for one, means three. */
const ABBREVIATIONS: Readonly<Record<string, number>> = {
  WET: 0,
  WEST: 1,
  GMT: 0,
  UTC: 0,
  BST: 1,
  CET: 1,
  CEST: 2,
  MEZ: 1,
  MESZ: 2,
  HNEC: 1,
  HAEC: 2,
  EET: 2,
  EEST: 3,
  MSK: 3,
  SAST: 2,
  WAT: 1,
  CAT: 2,
  EAT: 3,
  EST: -5,
  EDT: -4,
  CST: -6,
  CDT: -5,
  MST: -7,
  MDT: -6,
  PST: -8,
  PDT: -7,
  JST: 9,
  SGT: 8,
  HKT: 8,
  NZST: 12,
  NZDT: 13,
  AEST: 10,
  AEDT: 11,
}
const AMERICAN: Readonly<Record<string, string>> = {
  EST: 'America/New_York',
  CST: 'America/Chicago',
  MST: 'America/Denver',
  PST: 'America/Los_Angeles',
}

export function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/** Minutes east of UTC that the zone keeps at that instant. */
export function offsetMinutes(zone: string, at: number): number {
  const parts = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(at)
  const text = parts.find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT'
  const found = /([+-])(\d{2}):(\d{2})/.exec(text)
  return found ? (found[1] === '-' ? -1 : 1) * (Number(found[2]) * 60 + Number(found[3])) : 0
}

function namedZone(text: string): string | null {
  const names = text.matchAll(
    /\b(?:Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)\/[A-Za-z_]{2,20}(?:\/[A-Za-z_]{2,20})?/g,
  )
  return [...names].map(([name]) => name).find(isZone) ?? null
}

/** A state code before the postal code says more than a city's name, which many states share. */
function cityZone(address: string, country: string): string | null {
  const state = country === 'US' ? /\b([A-Z]{2}),? \d{5}\b/.exec(address)?.[1] : undefined
  const byState = Object.entries(states).find(([, codes]) => state && codes.split(' ').includes(state))?.[0]
  const cities = (wideCountries[country] ?? []).filter((zone) => zone.split('/').length === 2)
  const city = cities.find((zone) => address.includes(zone.split('/')[1]?.replaceAll('_', ' ') ?? '\n'))
  const region = subdivisionOf(address, country)
  const byRegion = Object.entries(regionZones).find(([, codes]) => region && codes.split(' ').includes(region))?.[0]
  return byState ?? byRegion ?? city ?? null
}

const abbreviationsIn = (text: string): readonly string[] =>
  [...new Set([...text.matchAll(/\b[A-Z]{3,4}\b/g)].map(([word]) => word))].filter((word) => word in ABBREVIATIONS)

interface Choice {
  readonly iana: string | null
  readonly reason: ZoneReason
}

function choose(text: string, address: string, name: string, country: string | null): Choice {
  const named = namedZone(text)
  if (named) return { iana: named, reason: 'zone-named' }
  const place =
    placeIn(address)?.zone ?? placeIn(text)?.zone ?? placeIn(name)?.zone ?? (country && cityZone(address, country))
  if (place) return { iana: place, reason: 'zone-by-place' }
  const single = country && zoneOfCountry(country)
  if (single) return { iana: single, reason: 'zone-by-country' }
  const american = abbreviationsIn(text).flatMap((word) => AMERICAN[word] ?? [])
  if (american.length === 1 && country === 'US') return { iana: american[0] ?? null, reason: 'zone-named' }
  return { iana: null, reason: 'zone-unknown' }
}

/** Offsets in minutes that the text prints, by figures and by abbreviations. */
function printedOffsets(text: string): ReadonlySet<number> {
  const figures = [...text.matchAll(/(?:\b(?:GMT|UTC)\s?|[\s(,/])([+-])\s?(\d{1,2})(?::?(\d{2}))?(?!\d)/g)].map(
    ([, sign, hours, minutes]) => (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes ?? 0)),
  )
  const letters = abbreviationsIn(text).filter((word) => word !== 'GMT' && word !== 'UTC')
  return new Set([...figures, ...letters.map((word) => (ABBREVIATIONS[word] ?? 0) * 60)])
}

const zoneOffsets = (zone: string, now: string): readonly number[] => {
  const year = new Date(now).getUTCFullYear()
  return [...new Set([0, 6].map((month) => offsetMinutes(zone, Date.UTC(year, month, 15))))]
}

/** Summer time "from April to October" is the rule of no zone of Europe; where the clocks do change in both months it is only short. */
const MONTHS_RULE =
  /(?:from |de |von |du mois d['’])?(\p{L}{3,9}) (?:to|until|till|through|a|à|au|bis|hasta|até|-|–) (\p{L}{3,9})/giu

/** 1 to 12: the months in which the zone changes its clocks. */
function monthsOfChange(zone: string, now: string): readonly number[] {
  const year = new Date(now).getUTCFullYear()
  const starts = Array.from({ length: 13 }, (_, month) => offsetMinutes(zone, Date.UTC(year, month, 1)))
  return starts.flatMap((offset, month) => (month > 0 && offset !== starts[month - 1] ? [month] : []))
}

function monthsRule(text: string, changes: readonly number[]): string | null {
  for (const match of text.matchAll(MONTHS_RULE)) {
    const before = text.slice(Math.max(0, match.index - 30), match.index + match[0].indexOf(match[1] ?? ''))
    const edges = /(?:last|end|first|sunday|último|dernier|letzt|ende)\b/i.test(before + match[0])
    const months = [monthNumber(match[1] ?? ''), monthNumber(match[2] ?? '')]
    if (!edges && months.every((month) => month > 0) && !months.every((month) => changes.includes(month)))
      return match[0].trim()
  }
  return null
}

function conflicts(text: string, line: number, zone: string, now: string): readonly CardFinding[] {
  const kept = zoneOffsets(zone, now)
  const rule = kept.length > 1 ? monthsRule(text, monthsOfChange(zone, now)) : null
  const strange = [...printedOffsets(text)].filter((offset) => !kept.includes(offset))
  const several = abbreviationsIn(text).filter((word) => AMERICAN[word]).length > 1
  const findings: CardFinding[] = []
  if (several) findings.push(finding('warning', line, saying('zone-several', { zone, printed: text.slice(0, 200) })))
  else if (strange.length > 0)
    findings.push(finding('warning', line, saying('zone-conflict', { printed: text.slice(0, 200), zone })))
  if (rule) findings.push(finding('info', line, saying('zone-conflict', { printed: rule, zone })))
  return findings
}

export function readZone(
  sections: readonly Section[],
  country: string | null,
  now: string,
): { readonly timeZone: CardTimeZone; readonly findings: readonly CardFinding[] } {
  const section = sectionsOf(sections, '2.3').find(({ flow }) => flow.text.trim() !== '')
  const text = section ? plainText(section.flow).slice(0, 1000) : ''
  const line = section ? (section.pieces.find((piece) => piece.text !== '')?.line ?? section.line) : null
  const words = (concept: '2.1' | '2.2') =>
    sectionsOf(sections, concept)
      .map(({ flow }) => plainText(flow).slice(0, 2000))
      .join('\n')
  const { iana, reason } = choose(text, words('2.2'), words('2.1'), country)
  const timeZone = { iana, text: text || null, reason, line }
  if (!iana)
    return {
      timeZone,
      findings: [finding('warning', line, saying('zone-unknown', { printed: text.slice(0, 200) || '–' }))],
    }
  return { timeZone, findings: line === null ? [] : conflicts(text, line, iana, now) }
}
