/** The week of a team, a lane for everybody and one for each audience with hours of its own; their clock above, ours below. */
import type { Audience } from '../../../shared/domain/card/card-reading.ts'
import type { Span } from '../../../shared/domain/clock/hours.ts'
import type { CardView } from '../../../shared/ipc/card-views.ts'
import { t } from '../../ui/t.ts'
import { clockOf, localNow, marksOf, weekdays, weekOf, type LocalNow } from './week.ts'

interface Lane {
  /** null: the office hours, for everybody. */
  readonly audience: Audience | null
  readonly week: readonly (readonly Span[])[]
}

const percent = (minutes: number): string => `${String((minutes / 1440) * 100)}%`

interface Props {
  readonly card: Pick<CardView, 'reading'>
  /** ISO with their offset: the moment that is asked about. */
  readonly localTime: string | null
}

export function WeekStrip({ card: { reading }, localTime }: Props) {
  const now = localNow(localTime)
  const lanes = lanesOf(reading, now ?? { month: 1, day: 1 })
  if (lanes.length === 0) return <p className="dim">{t('cardpage.hours-none')}</p>
  const marks = marksOf(lanes.flatMap(({ week }) => week.flat()))
  return (
    <figure className={`week week-${String(lanes.length)}`} aria-label={t('cardpage.hours')}>
      <Scale label={t('cardpage.hours-there')} marks={marks} shift={null} />
      <ul>
        {weekdays.map((day) => {
          const today = now?.weekday === day
          return (
            <li key={day} className={today ? 'week-day today' : 'week-day'}>
              <span className="week-name">{t(`day.${day}`)}</span>
              <span className="visually-hidden">{lanes.map((lane) => dayWords(lane, day)).join('; ')}</span>
              <span className="week-bar" aria-hidden>
                {lanes.map(({ audience, week }) => (
                  <span key={audience ?? 'all'} className="week-lane">
                    {(week[day] ?? []).map(({ from, to }) => (
                      <span
                        key={from}
                        className={`week-open week-${audience ?? 'all'}`}
                        style={{ left: percent(from), width: percent(to - from) }}
                      />
                    ))}
                  </span>
                ))}
                {today ? <span className="week-now" style={{ left: percent(now.minutes) }} /> : null}
              </span>
            </li>
          )
        })}
      </ul>
      {now === null ? null : <Scale label={t('cardpage.hours-here')} marks={marks} shift={-now.offset} />}
      {lanes.length < 2 ? null : (
        <figcaption className="week-legend">
          {lanes.map(({ audience }) => (
            <span key={audience ?? 'all'}>
              <span className={`week-swatch week-${audience ?? 'all'}`} aria-hidden />{' '}
              {audience === null ? t('cardpage.hours-office') : t(`cardaudience.${audience}`)}
            </span>
          ))}
        </figcaption>
      )}
    </figure>
  )
}

/** Those whose hours can be reckoned with; a second lane only where it says something else. */
function lanesOf({ hours, coverage }: CardView['reading'], now: Pick<LocalNow, 'month' | 'day'>): readonly Lane[] {
  const all = [
    { audience: null, osm: hours.osm },
    ...coverage.filter(({ osm }) => osm !== hours.osm).map(({ audience, osm }) => ({ audience, osm })),
  ]
  const unique = all.filter(({ audience }, at) => all.findIndex((one) => one.audience === audience) === at)
  return unique.flatMap(({ audience, osm }) => {
    const week = weekOf(osm, now)
    return week === null ? [] : [{ audience, week }]
  })
}

function dayWords({ audience, week }: Lane, day: number): string {
  const spans = (week[day] ?? []).map(({ from, to }) => `${clockOf(from)}-${to === 1440 ? '24:00' : clockOf(to)}`)
  const whom = audience === null ? '' : ` ${t(`cardaudience.${audience}`)}`
  return (
    (spans.length === 0 ? t('cardpage.closed-day') : t('cardpage.open-from-to', { spans: spans.join(', ') })) + whom
  )
}

interface ScaleProps {
  readonly label: string
  readonly marks: readonly number[]
  /** Minutes to add for our clock; null: theirs. */
  readonly shift: number | null
}

const Scale = ({ label, marks, shift }: ScaleProps) => (
  <p className="week-scale" aria-hidden>
    <span className="week-name">{label}</span>
    <span className="week-marks">
      {marks.map((minutes) => (
        <span key={minutes} style={{ left: percent(minutes) }}>
          {markText(minutes, shift)}
        </span>
      ))}
    </span>
  </p>
)

function markText(minutes: number, shift: number | null): string {
  if (shift === null && minutes === 1440) return '24'
  const clock = clockOf(minutes + (shift ?? 0))
  return `${clock.endsWith(':00') ? clock.slice(0, 2) : clock}${shift === null ? '' : 'Z'}`
}
