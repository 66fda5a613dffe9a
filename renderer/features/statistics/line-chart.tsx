/** Opened and closed over time: one hue, solid against dashed, each line named where it ends. */
import type { Statistics } from '../../../shared/domain/statistics/statistics-view.ts'
import { t } from '../../ui/t.ts'
import { dayText } from './periods.ts'

type Series = Statistics['series']

const [width, height] = [640, 200]
const [left, right, top, bottom] = [34, 104, 16, 26]

/** A round number at or above the highest, and the steps below it. */
function scaleOf(highest: number): readonly number[] {
  const step = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000].find((one) => highest / one <= 4) ?? 10_000
  return Array.from({ length: Math.max(1, Math.ceil(highest / step)) + 1 }, (_, at) => at * step)
}

export function LineChart({ series, said }: { readonly series: Series; readonly said: string }) {
  const highest = Math.max(1, ...series.flatMap(({ opened, closed }) => [opened, closed]))
  const scale = scaleOf(highest)
  const most = scale.at(-1) ?? highest
  const x = (at: number): number => left + (at / Math.max(1, series.length - 1)) * (width - left - right)
  const y = (value: number): number => height - bottom - (value / most) * (height - top - bottom)
  const line = (of: (row: Series[number]) => number): string =>
    series.map((row, at) => `${at === 0 ? 'M' : 'L'}${x(at).toFixed(1)} ${y(of(row)).toFixed(1)}`).join('')
  const peak = series.reduce((best, row, at) => (row.opened > (series[best]?.opened ?? -1) ? at : best), 0)
  const every = Math.max(1, Math.round(series.length / 5))
  const last = series.at(-1)
  const ends = endLabels(y(last?.opened ?? 0), y(last?.closed ?? 0))
  return (
    <svg className="line-chart" viewBox={`0 0 ${String(width)} ${String(height)}`} role="img" aria-label={said}>
      {scale.map((value) => (
        <g key={value}>
          <line className="grid" x1={left} x2={width - right} y1={y(value)} y2={y(value)} />
          <text x={left - 8} y={y(value) + 4} textAnchor="end">
            {value}
          </text>
        </g>
      ))}
      {series.map((row, at) =>
        at % every === 0 ? (
          <text key={row.day} x={x(at)} y={height - 6} textAnchor={at === 0 ? 'start' : 'middle'}>
            {dayText(row.day)}
          </text>
        ) : null,
      )}
      <path className="line-closed" d={line(({ closed }) => closed)} />
      <path className="line-opened" d={line(({ opened }) => opened)} />
      <Peak x={x(peak)} y={y(series[peak]?.opened ?? 0)} row={series[peak]} />
      <text className="name-opened" x={width - right + 8} y={ends[0]}>
        {t('stats.line-opened', { n: sum(series, ({ opened }) => opened) })}
      </text>
      <text x={width - right + 8} y={ends[1]}>
        {t('stats.line-closed', { n: sum(series, ({ closed }) => closed) })}
      </text>
    </svg>
  )
}

/** Never one over the other. */
function endLabels(opened: number, closed: number): readonly [number, number] {
  if (Math.abs(opened - closed) >= 16) return [opened + 4, closed + 4]
  return opened <= closed ? [opened - 4, opened + 12] : [closed + 12, closed - 4]
}

const sum = (series: Series, of: (row: Series[number]) => number): number => series.reduce((so, row) => so + of(row), 0)

function Peak({ x, y, row }: { readonly x: number; readonly y: number; readonly row: Series[number] | undefined }) {
  if (row === undefined || row.opened < 2) return null
  const isRight = x > width * 0.6
  return (
    <>
      <circle className="peak" cx={x} cy={y} r={4} />
      <text className="peak-name" x={isRight ? x - 9 : x + 9} y={y + 4} textAnchor={isRight ? 'end' : 'start'}>
        {t('stats.peak', { n: row.opened, day: dayText(row.day) })}
      </text>
    </>
  )
}
