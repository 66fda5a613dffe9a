/** Run as a program of its own, because the zone of a machine is read once at its start: prints the due times that it was asked for. */
import { workingDayDue } from '../../../shared/domain/clock/working-day.ts'
import { calendarOf, type CalendarName } from './calendars.ts'

const asked = JSON.parse(process.argv[2] ?? '[]') as readonly { calendar: CalendarName; from: string; days: number }[]
const dues = asked.map(({ calendar, from, days }) => workingDayDue(from, days, calendarOf(calendar)))
console.log(JSON.stringify({ zone: Intl.DateTimeFormat().resolvedOptions().timeZone, dues }))
