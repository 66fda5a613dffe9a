/** The panels of the statistics page, in their order. */
import { minutesText } from '../../../shared/domain/output/minutes-text.ts'
import {
  rowName,
  tablesOf,
  type FigureTable,
  type StatisticsPart,
} from '../../../shared/domain/statistics/statistics-tables.ts'
import type { Statistics, StatisticsRow } from '../../../shared/domain/statistics/statistics-view.ts'
import { Empty } from '../../ui/empty.tsx'
import { sentence, t } from '../../ui/t.ts'
import { BarList } from './bar-list.tsx'
import { FigureStrip } from './figure-strip.tsx'
import { HeatGrid } from './heat-grid.tsx'
import { LineChart } from './line-chart.tsx'
import { Panel } from './panel.tsx'

interface Props {
  readonly all: Statistics
  readonly onOpen: (filter: string) => void
}

const language = 'en'

export function StatisticsPanels({ all, onOpen }: Props) {
  const tables = new Map(tablesOf(all, language).map((table) => [table.part, table]))
  const table = (part: StatisticsPart): FigureTable => tables.get(part) ?? { part, head: [], rows: [] }
  const opened = all.opened.value ?? 0
  const closed = all.closed.value ?? 0
  const bars = (part: 'class' | 'rung' | 'constituent' | 'closing', rows: readonly StatisticsRow[], n: number) => (
    <Panel title={t(`stats.by.${part}`)} table={table(part)} n={t('stats.n', { n })}>
      {rows.every(({ count, before }) => count === 0 && before === 0) ? (
        <p className="dim">{t('stats.nothing')}</p>
      ) : (
        <BarList rows={rows} nameOf={(row) => rowName(part, row, language)} onOpen={onOpen} />
      )}
    </Panel>
  )
  return (
    <div className="stats-scroll" tabIndex={0} role="group" aria-label={t('ui.page.statistics')}>
      <FigureStrip all={all} />
      {opened === 0 && closed === 0 ? (
        <Empty kind="none" title={t('stats.empty')}>
          {t('stats.empty-why')}
        </Empty>
      ) : null}
      <div className="stats-grid">
        <Panel title={t('stats.by.series')} table={table('series')} n={t('stats.n-two', { opened, closed })}>
          <LineChart series={all.series} said={t('stats.series-said', { opened, closed, days: all.series.length })} />
        </Panel>
        <Panel title={t('stats.by.band')} table={table('band')} n={t('stats.n', { n: all.promisesKept.n })}>
          <BarList rows={all.byBand} nameOf={({ key }) => key} onOpen={onOpen} />
        </Panel>
        <Panel title={t('stats.by.phase')} table={phaseTable(all, table('phase'))} n="">
          <BarList rows={phaseRows(all)} nameOf={({ name }) => name} onOpen={onOpen} compared={false} />
        </Panel>
        {bars('class', all.byClass, opened)}
        {bars('rung', all.byRung, opened)}
        <Panel
          title={t('stats.by.heat')}
          table={table('heat')}
          n={t('stats.n', { n: opened })}
          below={
            <>
              <h3>{t('stats.in-words')}</h3>
              <p>{sentence(all.heatSaid)}</p>
            </>
          }
        >
          <HeatGrid heat={all.heat} said={sentence(all.heatSaid)} />
        </Panel>
        {bars('constituent', all.byConstituent, opened)}
        {bars('closing', all.byClosing, closed)}
        <Panel title={t('stats.by.age')} table={table('age')} n={t('stats.n', { n: all.openAtEnd.value ?? 0 })}>
          <BarList
            rows={all.openAge}
            nameOf={({ key }) => t('stats.days', { days: key })}
            onOpen={onOpen}
            compared={false}
          />
        </Panel>
      </div>
    </div>
  )
}

/** For people: hours and days, not the minutes of the file. */
const phaseTable = ({ inPhase }: Statistics, { part, rows }: FigureTable): FigureTable => ({
  part,
  head: [t('stats.column.name'), t('stats.median'), t('stats.column.n')],
  rows: inPhase.map(({ minutes, n }, at) => [rows[at]?.[0] ?? null, minutes === null ? null : minutesText(minutes), n]),
})

/** Median hours as lengths. */
const phaseRows = ({ inPhase }: Statistics): readonly StatisticsRow[] =>
  inPhase.map(({ phase, minutes, n }) => ({
    key: phase,
    name: t('stats.phase-hours', { phase, n }),
    count: Math.round((minutes ?? 0) / 60),
    before: 0,
    filter: null,
  }))
