/** The made-up teams whose hours the clock tests reckon with. */
import type { Calendar } from '../../../shared/domain/clock/calendar.ts'
import { parseHours } from '../../../shared/domain/clock/hours.ts'

interface Written {
  readonly osm: string | null
  readonly zone: string
  readonly closures: readonly string[]
}

const madrid = 'Europe/Madrid'

export const calendars = {
  madrid: {
    osm: 'Mo-Fr 09:00-19:00; PH off',
    zone: madrid,
    closures: ['2026-12-08', '2026-12-24', '2026-12-25', '2027-01-01', '2027-11-01'],
  },
  shortFriday: { osm: 'Mo-Th 09:00-18:00; Fr 09:00-14:00', zone: madrid, closures: [] },
  summerHours: { osm: 'Mo-Fr 09:00-19:00; Jul-Aug Mo-Fr 08:00-15:00', zone: madrid, closures: [] },
  nights: { osm: 'Mo-Su 22:00-06:00', zone: madrid, closures: [] },
  always: { osm: '24/7', zone: madrid, closures: [] },
  auckland: { osm: 'Mo-Fr 09:00-17:00', zone: 'Pacific/Auckland', closures: [] },
  unknown: { osm: null, zone: madrid, closures: [] },
} as const satisfies Readonly<Record<string, Written>>

export type CalendarName = keyof typeof calendars

export function calendarOf(name: CalendarName): Calendar {
  const { osm, zone, closures } = calendars[name]
  const read = osm === null ? null : parseHours(osm)
  return { hours: read?.ok === true ? read.value : null, zone, closures }
}
