/** Times as they stand on the screen: UTC with Z; what is left of them; sizes of files. Pure, `now` comes in. */
const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const
const two = (value: number): string => String(value).padStart(2, '0')

export type TimeForm = 'time' | 'day' | 'day-time' | 'weekday' | 'iso'

/** time 18:40Z; day 22 Nov 2026; day-time 22 Nov 18:40Z; weekday Sun 22 Nov 18:40Z; iso 2026-11-22 18:40Z. */
export function formatTime(iso: string, form: TimeForm): string {
  const at = new Date(iso)
  if (Number.isNaN(at.getTime())) return iso
  const time = `${two(at.getUTCHours())}:${two(at.getUTCMinutes())}Z`
  const day = `${String(at.getUTCDate())} ${months[at.getUTCMonth()] ?? ''}`
  const forms: Readonly<Record<TimeForm, string>> = {
    time,
    day: `${day} ${String(at.getUTCFullYear())}`,
    'day-time': `${day} ${time}`,
    weekday: `${days[at.getUTCDay()] ?? ''} ${day} ${time}`,
    iso: `${at.toISOString().slice(0, 10)} ${time}`,
  }
  return forms[form]
}

/** The same instant in a zone, for the title of a time: "Sun 22 Nov 2026, 19:40 Europe/Madrid". */
export function formatLocal(iso: string, zone: string): string {
  const at = new Date(iso)
  if (Number.isNaN(at.getTime())) return iso
  const text = new Intl.DateTimeFormat('en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: zone,
  }).format(at)
  return `${text} ${zone}`
}

/** Hours and minutes to an instant, "-" when it is past; from two days on in days. */
export function timeLeft(due: string, nowMs: number): string {
  const minutes = Math.trunc((Date.parse(due) - nowMs) / 60_000)
  const past = Date.parse(due) < nowMs
  const whole = Math.abs(minutes)
  const text =
    whole >= 48 * 60 ? `${String(Math.floor(whole / 1440))} d` : `${String(Math.floor(whole / 60))}:${two(whole % 60)}`
  return past ? `-${text}` : text
}

/** Whole days to an instant, rounded down; negative when past. */
export const daysLeft = (at: string, nowMs: number): number => Math.floor((Date.parse(at) - nowMs) / 86_400_000)

/** 4.1 kB, 1.42 GB: decimal units. */
export function formatBytes(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB']
  const step = bytes < 1000 ? 0 : Math.min(4, Math.floor(Math.log10(bytes) / 3))
  const value = bytes / 1000 ** step
  return `${step === 0 || value >= 100 ? String(Math.round(value)) : value.toFixed(value >= 10 ? 1 : 2)} ${units[step] ?? ''}`
}

export const formatCount = (count: number): string => count.toLocaleString('en-US')
