/** stats: the figures of a period, as a document, as tables, or as CSV on standard output. */
import { statisticsCsv, tablesOf } from '../../../shared/domain/statistics/statistics-tables.ts'
import { say, saying } from '../../../shared/words/say.ts'
import { saidJson, type Answer, type Call } from '../command.ts'
import { table } from '../output.ts'
import { Usage } from '../refusal.ts'
import { needed } from '../values.ts'

/** YYYY-MM-DD, a day of the team's zone. */
function dayOf(call: Call, option: 'from' | 'to'): string {
  const value = needed(call.args, option)
  if (/^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value))) return value
  throw new Usage(saying('cli.not-one-of', { name: `--${option}`, value, allowed: 'YYYY-MM-DD' }))
}

export async function stats(call: Call): Promise<Answer> {
  const period = { from: dayOf(call, 'from'), to: dayOf(call, 'to') }
  const { ask } = await call.vault()
  const figures = await ask('stats.show', period)
  const json = { schema: 'signet.stats/1', ...figures, heatSaid: saidJson(call.language, figures.heatSaid) }
  if (call.args.has('csv')) {
    const text = statisticsCsv(figures, call.language, null)
    return { json: { ...json, csv: text }, text, data: text }
  }
  const shown = tablesOf(figures, call.language).filter(({ part, rows }) => part !== 'heat' && rows.length > 0)
  const tables = shown.map(({ head, rows }) => table([head, ...rows]))
  return { json, text: [...tables, say(call.language, figures.heatSaid)].join('\n\n') }
}
