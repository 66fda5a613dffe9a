/** Figures of a period, as core last counted them; counted again when a case changes. */
import type { Input, Output } from '../../shared/ipc/contract.ts'
import type { Statistics, StatisticsPeriod } from '../../shared/domain/statistics/statistics-view.ts'
import { client, type Answer } from '../bridge/client.ts'
import { createKeyedMirror } from './mirror.ts'

const keyOf = ({ from, to }: StatisticsPeriod): string => `${from} ${to}`

const periodOf = (key: string): StatisticsPeriod => {
  const [from = '', to = ''] = key.split(' ')
  return { from, to }
}

const figures = createKeyedMirror<Statistics, 'queue.changed'>(
  (key) => client['stats.show'](periodOf(key)),
  [{ feed: 'queue.changed' }],
)

/** null: the period is not known yet. */
export const useStatistics = (period: StatisticsPeriod | null): ReturnType<typeof figures.use> =>
  figures.use(period === null ? null : keyOf(period))

export const copyFigures = (wish: Input<'stats.copy'>): Promise<Answer<Output<'stats.copy'>>> =>
  client['stats.copy'](wish)

export const writeFigures = (wish: Input<'stats.write'>): Promise<Answer<Output<'stats.write'>>> =>
  client['stats.write'](wish)
