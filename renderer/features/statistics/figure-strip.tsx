/** Six numbers first, each with its before and its n. */
import { minutesText } from '../../../shared/domain/output/minutes-text.ts'
import { fewest, type Figure, type Statistics } from '../../../shared/domain/statistics/statistics-view.ts'
import { t } from '../../ui/t.ts'

export function FigureStrip({ all }: { readonly all: Statistics }) {
  return (
    <dl className="figures">
      <Cell name={t('stats.opened')} figure={all.opened} show={whole} note={change(all.opened)} />
      <Cell name={t('stats.closed')} figure={all.closed} show={whole} note={change(all.closed)} />
      <Cell name={t('stats.open')} figure={all.openAtEnd} show={whole} note={change(all.openAtEnd)} />
      <Cell
        name={t('stats.kept')}
        figure={all.promisesKept}
        show={share}
        note={t('stats.n', { n: all.promisesKept.n })}
      />
      <Cell
        name={t('stats.response')}
        figure={all.firstResponse}
        show={time}
        note={t('stats.n', { n: all.firstResponse.n })}
      />
      <Cell
        name={t('stats.resolution')}
        figure={all.resolution}
        show={time}
        note={t('stats.n', { n: all.resolution.n })}
      />
    </dl>
  )
}

interface CellProps {
  readonly name: string
  readonly figure: Figure
  readonly show: (value: number | null) => string
  readonly note: string
}

function Cell({ name, figure: { value, before }, show, note }: CellProps) {
  return (
    <div className="figure">
      <dt>{name}</dt>
      <dd>
        <b>{show(value)}</b> <span className="dim">{t('stats.before', { value: show(before) })}</span>
        <small className="dim">{note}</small>
      </dd>
    </div>
  )
}

const whole = (value: number | null): string => (value === null ? '–' : String(value))
const share = (value: number | null): string =>
  value === null ? t('stats.too-few', { fewest }) : `${String(Math.round(value * 100))} %`
const time = (value: number | null): string => (value === null ? '–' : minutesText(value))

function change({ value, before }: Figure): string {
  const by = (value ?? 0) - (before ?? 0)
  if (by === 0) return t('stats.same')
  return by > 0 ? t('stats.more-than', { n: by }) : t('stats.less-than', { n: -by })
}
