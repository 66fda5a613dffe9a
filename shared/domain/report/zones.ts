/** Zone names that stand behind times in mails and logs. An abbreviation with two meanings is not a zone: it is asked for. */
import { DateTime, IANAZone } from 'luxon'

/** Minutes east of UTC. */
const offsets: Readonly<Record<string, number>> = {
  z: 0,
  utc: 0,
  ut: 0,
  gmt: 0,
  wet: 0,
  west: 60,
  bst: 60,
  cet: 60,
  cest: 120,
  met: 60,
  mest: 120,
  mez: 60,
  mesz: 120,
  hec: 60,
  haec: 120,
  eet: 120,
  eest: 180,
  msk: 180,
  trt: 180,
  sast: 120,
  wat: 60,
  cat: 120,
  eat: 180,
  est: -300,
  edt: -240,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
  akst: -540,
  akdt: -480,
  hst: -600,
  nst: -210,
  ndt: -150,
  brt: -180,
  art: -180,
  clt: -240,
  clst: -180,
  cot: -300,
  pet: -300,
  vet: -240,
  jst: 540,
  kst: 540,
  hkt: 480,
  sgt: 480,
  pht: 480,
  wib: 420,
  ict: 420,
  pkt: 300,
  npt: 345,
  awst: 480,
  acst: 570,
  acdt: 630,
  aest: 600,
  aedt: 660,
  nzst: 720,
  nzdt: 780,
}

/** CST is Chicago, Shanghai or Havana; IST is Delhi, Dublin or Jerusalem; AST is Halifax or Riyadh. */
const ambiguous = new Set(['cst', 'ist', 'ast', 'gst', 'sst', 'ect', 'bt'])

/** Zones by the names that a person writes out. */
const spelled: Readonly<Record<string, number>> = {
  'coordinated universal time': 0,
  'greenwich mean time': 0,
  'british summer time': 60,
  'eastern standard time': -300,
  'eastern daylight time': -240,
  'central standard time': -360,
  'central daylight time': -300,
  'mountain standard time': -420,
  'mountain daylight time': -360,
  'pacific standard time': -480,
  'pacific daylight time': -420,
  'central european time': 60,
  'central european standard time': 60,
  'central european summer time': 120,
  'eastern european time': 120,
  'eastern european summer time': 180,
  'western european time': 0,
  'western european summer time': 60,
}

/** Zones by a place whose clock is meant. */
const places: Readonly<Record<string, string>> = {
  paris: 'Europe/Paris',
  madrid: 'Europe/Madrid',
  peninsular: 'Europe/Madrid',
  'peninsular espanola': 'Europe/Madrid',
  lisboa: 'Europe/Lisbon',
  canarias: 'Atlantic/Canary',
  insular: 'Atlantic/Canary',
  bruxelles: 'Europe/Brussels',
  berliner: 'Europe/Berlin',
  wiener: 'Europe/Vienna',
  schweizer: 'Europe/Zurich',
  francaise: 'Europe/Paris',
  espanola: 'Europe/Madrid',
  italiana: 'Europe/Rome',
  roma: 'Europe/Rome',
  nederlandse: 'Europe/Amsterdam',
  belgische: 'Europe/Brussels',
  brasilia: 'America/Sao_Paulo',
  mexico: 'America/Mexico_City',
  'ciudad de mexico': 'America/Mexico_City',
  bogota: 'America/Bogota',
  colombia: 'America/Bogota',
  peru: 'America/Lima',
  chile: 'America/Santiago',
  santiago: 'America/Santiago',
  argentina: 'America/Argentina/Buenos_Aires',
  'buenos aires': 'America/Argentina/Buenos_Aires',
  peninsula: 'Europe/Madrid',
  deutscher: 'Europe/Berlin',
  deutsche: 'Europe/Berlin',
}

/** "London time", "Spanish time" */
const cities: Readonly<Record<string, string>> = {
  london: 'Europe/London',
  uk: 'Europe/London',
  dublin: 'Europe/Dublin',
  irish: 'Europe/Dublin',
  berlin: 'Europe/Berlin',
  german: 'Europe/Berlin',
  paris: 'Europe/Paris',
  french: 'Europe/Paris',
  madrid: 'Europe/Madrid',
  spanish: 'Europe/Madrid',
  lisbon: 'Europe/Lisbon',
  rome: 'Europe/Rome',
  italian: 'Europe/Rome',
  amsterdam: 'Europe/Amsterdam',
  dutch: 'Europe/Amsterdam',
  brussels: 'Europe/Brussels',
  vienna: 'Europe/Vienna',
  zurich: 'Europe/Zurich',
  swiss: 'Europe/Zurich',
  warsaw: 'Europe/Warsaw',
  prague: 'Europe/Prague',
  stockholm: 'Europe/Stockholm',
  oslo: 'Europe/Oslo',
  copenhagen: 'Europe/Copenhagen',
  helsinki: 'Europe/Helsinki',
  athens: 'Europe/Athens',
  moscow: 'Europe/Moscow',
  istanbul: 'Europe/Istanbul',
  tokyo: 'Asia/Tokyo',
  seoul: 'Asia/Seoul',
  beijing: 'Asia/Shanghai',
  singapore: 'Asia/Singapore',
  'hong kong': 'Asia/Hong_Kong',
  sydney: 'Australia/Sydney',
  'new york': 'America/New_York',
  chicago: 'America/Chicago',
  toronto: 'America/Toronto',
  'los angeles': 'America/Los_Angeles',
}

/** Without "standard" or "daylight" it is whichever holds there on that day. */
const american: Readonly<Record<string, string>> = {
  eastern: 'America/New_York',
  central: 'America/Chicago',
  mountain: 'America/Denver',
  pacific: 'America/Los_Angeles',
}

export type KnownZone = { readonly minutes: number } | { readonly iana: string }
export type Zone = KnownZone | 'ambiguous' | null

/** "+0200", "+02:00", "UTC+2", "CEST", "Europe/Madrid". */
export function zoneOf(text: string): Zone {
  const name = text
    .trim()
    .toLowerCase()
    .replaceAll(/[()[\],]/g, '')
    .trim()
  // Whichever holds there on that day.
  if (/^(?:ce\(?s\)?t|me\(?s\)?z)$/.test(text.trim().toLowerCase()) && text.includes('('))
    return { iana: 'Europe/Brussels' }
  if (/^(?:cet\/cest|mez\/mesz)$/.test(name)) return { iana: 'Europe/Brussels' }
  const shift = /^(?:utc|gmt|z)? ?([+-]|\u2212) ?(\d{1,2}):?(\d{2})?$/.exec(name)
  if (shift !== null) return shiftOf(shift)
  if (ambiguous.has(name)) return 'ambiguous'
  const minutes = Object.hasOwn(offsets, name) ? offsets[name] : undefined
  if (minutes !== undefined) return { minutes }
  const written = Object.hasOwn(spelled, name) ? spelled[name] : undefined
  if (written !== undefined) return { minutes: written }
  const there = /^(?:u\.?s\.? )?(eastern|central|mountain|pacific) time$/.exec(name)?.[1]
  if (there !== undefined) return { iana: american[there] ?? 'UTC' }
  const city = /^([a-z]{2,10}(?: [a-z]{4,7})?) time$/.exec(name)?.[1]
  if (city !== undefined && Object.hasOwn(cities, city)) return { iana: cities[city] ?? 'UTC' }
  const place =
    /^(?:(?:heure|hora|horario|ora) (?:de |d'|do |da |en |di )?)?([a-z]{4,11}(?: espanola| aires| de mexico)?)(?: (?:(?:orts)?zeit|tijd))?$/.exec(
      name.normalize('NFD').replaceAll(/\p{M}/gu, ''),
    )?.[1]
  if (place !== undefined && Object.hasOwn(places, place)) return { iana: places[place] ?? 'UTC' }
  const iana = text.trim().replaceAll(/[()[\]]/g, '')
  return /^[A-Z][A-Za-z_]{2,20}\/[A-Z][A-Za-z_/]{2,30}$/.test(iana) && IANAZone.isValidZone(iana) ? { iana } : null
}

function shiftOf([, sign, hours, minutes = '0']: RegExpExecArray): Zone {
  const total = Number(hours) * 60 + Number(minutes)
  return total > 14 * 60 || Number(minutes) > 59 ? null : { minutes: sign === '+' ? total : -total }
}

export interface Wall {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
  readonly millisecond: number
}

/** The instant of a wall time in a zone, UTC ISO; null for a date that does not exist. */
export function instantOf(wall: Wall, zone: KnownZone): string | null {
  if (wall.year < 1970 || wall.year > 2200 || wall.day > daysIn(wall.year, wall.month)) return null
  if ('iana' in zone) {
    const local = DateTime.fromObject(wall, { zone: zone.iana })
    return local.isValid ? new Date(local.toMillis()).toISOString() : null
  }
  const { year, month, day, hour, minute, second, millisecond } = wall
  return new Date(
    Date.UTC(year, month - 1, day, hour, minute, second, millisecond) - zone.minutes * 60_000,
  ).toISOString()
}

/** How far a clock is east of UTC that shows `wall` at that instant. */
export const minutesBetween = ({ year, month, day, hour, minute, second, millisecond }: Wall, at: string): number =>
  (Date.UTC(year, month - 1, day, hour, minute, second, millisecond) - Date.parse(at)) / 60_000

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()
