/** One figure with its two forms: a chart, or the same as a table. */
import { createContext, use, type ReactNode } from 'react'
import type { FigureTable, StatisticsPart } from '../../../shared/domain/statistics/statistics-tables.ts'
import { t } from '../../ui/t.ts'

interface Forms {
  /** Parts that stand as tables now. */
  readonly tables: ReadonlySet<StatisticsPart>
  readonly show: (part: StatisticsPart, form: 'chart' | 'table') => void
}

export const FormsContext = createContext<Forms>({ tables: new Set(), show: () => undefined })

interface Props {
  readonly title: string
  readonly table: FigureTable
  /** Of how many: "n = 12". */
  readonly n: string
  readonly children: ReactNode
  /** Words below the chart. */
  readonly below?: ReactNode
}

export function Panel({ title, table, n, children, below }: Props) {
  const { tables, show } = use(FormsContext)
  const asTable = tables.has(table.part)
  const id = `stats-${table.part}`
  return (
    <section className={`stats-panel stats-${table.part}`} aria-labelledby={id} data-part={table.part}>
      <header className="stats-panel-head">
        <h2 id={id}>{title}</h2>
        <span className="dim grow">{n}</span>
        <div className="stats-form" role="group" aria-label={t('stats.form', { title })}>
          {(['chart', 'table'] as const).map((form) => (
            // Plain buttons: whoever turned a panel goes on with the single keys of the page.
            <button
              key={form}
              type="button"
              aria-pressed={(form === 'table') === asTable}
              onClick={() => show(table.part, form)}
            >
              {t(`stats.${form}`)}
            </button>
          ))}
        </div>
      </header>
      <div className="stats-panel-body">{asTable ? <DataTable table={table} title={title} /> : children}</div>
      {below === undefined ? null : <div className="stats-below">{below}</div>}
    </section>
  )
}

export function DataTable({ table: { head, rows }, title }: { readonly table: FigureTable; readonly title: string }) {
  return (
    <div className="stats-table" tabIndex={0} role="group" aria-label={title}>
      <table>
        <caption className="visually-hidden">{title}</caption>
        <thead>
          <tr>
            {head.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={String(row[0])}>
              {row.map((cell, at) =>
                at === 0 ? (
                  <th key={head[at]} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={head[at]}>{cell ?? '–'}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
