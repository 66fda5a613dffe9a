/** Counts as bars, each with the count before as a mark; a bar that the queue can list opens it there. */
import type { StatisticsRow } from '../../../shared/domain/statistics/statistics-view.ts'
import { t } from '../../ui/t.ts'

interface Props {
  readonly rows: readonly StatisticsRow[]
  readonly nameOf: (row: StatisticsRow) => string
  readonly onOpen: (filter: string) => void
  /** There is a before to compare with. */
  readonly compared?: boolean
}

/** More are in the table. */
const most = 12

export function BarList({ rows, nameOf, onOpen, compared = true }: Props) {
  const shown = rows.slice(0, most)
  const top = Math.max(1, ...shown.flatMap(({ count, before }) => [count, compared ? before : 0]))
  return (
    <ul className="bars">
      {shown.map((row) => (
        <li key={row.key}>
          <Bar row={row} name={nameOf(row)} top={top} compared={compared} onOpen={onOpen} />
        </li>
      ))}
      {rows.length > most ? <li className="dim">{t('stats.more', { n: rows.length - most })}</li> : null}
      {compared && shown.length > 0 ? (
        <li className="bar-legend dim">
          <i className="bar-before" />
          {t('stats.before-mark')}
        </li>
      ) : null}
    </ul>
  )
}

interface BarProps extends Pick<Props, 'onOpen'> {
  readonly row: StatisticsRow
  readonly name: string
  readonly top: number
  readonly compared: boolean
}

function Bar({ row: { count, before, filter }, name, top, compared, onOpen }: BarProps) {
  const share = (value: number): string => `${String((value / top) * 100)}%`
  const words = compared ? t('stats.bar', { name, count, before }) : t('stats.bar-alone', { name, count })
  const inside = (
    <>
      <span className="bar-name cut" title={name}>
        {name}
      </span>
      <span className="bar-track">
        <span className="bar-fill" style={{ width: share(count) }} />
        {compared ? <i className="bar-before" style={{ left: share(before) }} /> : null}
      </span>
      <span className="bar-count">{count}</span>
    </>
  )
  if (filter === null || count === 0) {
    return (
      <div className="bar" role="img" aria-label={words}>
        {inside}
      </div>
    )
  }
  return (
    <button type="button" className="bar" aria-label={t('stats.bar-open', { words })} onClick={() => onOpen(filter)}>
      {inside}
    </button>
  )
}
