/** The week of a team as seven bars, their clock above, ours below; what is not printed is not drawn as closed. */
import type { CardView } from '../../../shared/ipc/views.ts'
import { t } from '../../ui/t.ts'
import { clockOf, localNow, weekdays, weekOf, type LocalNow } from './week.ts'

const marks = [0, 360, 720, 1080, 1440]
const percent = (minutes: number): string => `${String((minutes / 1440) * 100)}%`

export function WeekStrip({ card: { reading, localTime } }: { readonly card: CardView }) {
  const now = localNow(localTime)
  const week = weekOf(reading.hours.osm ?? reading.coverage[0]?.osm ?? null, now ?? { month: 1, day: 1 })
  if (week === null) return <p className="dim">{t('cardpage.hours-none')}</p>
  return (
    <figure className="week" aria-label={t('cardpage.hours')}>
      <Scale label={t('cardpage.hours-there')} shift={0} />
      <ul>
        {weekdays.map((day) => {
          const spans = week[day] ?? []
          const today = now?.weekday === day
          return (
            <li key={day} className={today ? 'week-day today' : 'week-day'}>
              <span className="week-name">{t(`day.${day}`)}</span>
              <span className="visually-hidden">
                {spans.length === 0
                  ? t('cardpage.closed-day')
                  : t('cardpage.open-from-to', { spans: spans.map(spanText).join(', ') })}
              </span>
              <span className="week-bar" aria-hidden>
                {spans.map(({ from, to }) => (
                  <span key={from} className="week-open" style={{ left: percent(from), width: percent(to - from) }} />
                ))}
                {today ? <span className="week-now" style={{ left: percent(now.minutes) }} /> : null}
              </span>
            </li>
          )
        })}
      </ul>
      {now === null ? null : <Scale label={t('cardpage.hours-here')} shift={-now.offset} />}
    </figure>
  )
}

const spanText = ({ from, to }: { readonly from: number; readonly to: number }): string =>
  `${clockOf(from)}-${to === 1440 ? '24:00' : clockOf(to)}`

function Scale({ label, shift }: { readonly label: string; readonly shift: LocalNow['offset'] }) {
  const here = label === t('cardpage.hours-here')
  return (
    <p className="week-scale" aria-hidden>
      <span className="week-name">{label}</span>
      <span className="week-marks">
        {marks.map((minutes) => (
          <span key={minutes} style={{ left: percent(minutes) }}>
            {minutes === 1440 && !here
              ? '24'
              : `${clockOf(minutes + shift).slice(0, shift % 60 === 0 ? 2 : 5)}${here ? 'Z' : ''}`}
          </span>
        ))}
      </span>
    </p>
  )
}
