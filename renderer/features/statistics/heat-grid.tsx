/** Openings by weekday and hour: darker is more; the same in words stands below, the numbers in the table. */
import type { Statistics } from '../../../shared/domain/statistics/statistics-view.ts'
import { weekdayName } from '../../../shared/domain/statistics/statistics-tables.ts'
import { t } from '../../ui/t.ts'

const steps = 6

export function HeatGrid({ heat, said }: { readonly heat: Statistics['heat']; readonly said: string }) {
  const most = Math.max(0, ...heat.flat())
  /** 0 nothing, 1 to 6 by sixths of the most. */
  const level = (count: number): number => (count === 0 ? 0 : Math.max(1, Math.ceil((count / most) * steps)))
  return (
    <div className="heat" role="img" aria-label={said}>
      {heat.map((row, day) => (
        <div key={weekdayName(day, 'en')} className="heat-row">
          <span className="heat-day">{weekdayName(day, 'en').slice(0, 3)}</span>
          {row.map((count, hour) => (
            <i key={`${String(day)}-${String(hour)}`} className={`heat-${String(level(count))}`} />
          ))}
        </div>
      ))}
      <div className="heat-row heat-hours">
        <span />
        {[0, 6, 12, 18].map((hour) => (
          <span key={hour}>{String(hour).padStart(2, '0')}</span>
        ))}
      </div>
      <p className="heat-legend dim">
        0
        {Array.from({ length: steps + 1 }, (_, at) => (
          <i key={at} className={`heat-${String(at)}`} />
        ))}
        {t('stats.heat-most', { n: most })}
      </p>
    </div>
  )
}
