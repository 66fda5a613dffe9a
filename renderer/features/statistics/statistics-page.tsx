/** Figures of a period: numbers first, charts second, each chart a table too; nothing without its before and its n. */
import { FileDown, FileText } from 'lucide-react'
import { useState } from 'react'
import { statisticsParts, type StatisticsPart } from '../../../shared/domain/statistics/statistics-tables.ts'
import { saying } from '../../../shared/words/say.ts'
import { me } from '../../state/me.ts'
import { chooseView, typeFilter } from '../../state/queue-place.ts'
import { go } from '../../state/route.ts'
import { copyFigures, useStatistics } from '../../state/statistics.ts'
import { showDone, showProblem } from '../../state/toasts.ts'
import { ActionButton } from '../../ui/button.tsx'
import { useKeys } from '../../ui/keys/use-keys.ts'
import { ProblemNote } from '../../ui/note.tsx'
import { useNow } from '../../ui/now.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { t } from '../../ui/t.ts'
import { FormsContext } from './panel.tsx'
import { PeriodChoice } from './period-choice.tsx'
import { dateIn, dayText, periodOf, type Length } from './periods.ts'
import { saveFigures, StatementDialog } from './statement-dialog.tsx'
import { StatisticsPanels } from './statistics-panels.tsx'
import './statistics.css'

const all: ReadonlySet<StatisticsPart> = new Set(statisticsParts)
/** What is read better as a table, until somebody wants it otherwise. */
const atFirst: ReadonlySet<StatisticsPart> = new Set(['band', 'phase'])

export function StatisticsPage() {
  const zone = me.use().value?.zone ?? null
  const now = useNow()
  const [length, setLength] = useState<Length>(30)
  const [back, setBack] = useState(0)
  const [tables, setTables] = useState(atFirst)
  const [asking, setAsking] = useState(false)
  const period = zone === null ? null : periodOf(dateIn(zone, now), length, back)
  const { value, problem } = useStatistics(period)
  const show = (part: StatisticsPart, form: 'chart' | 'table'): void =>
    setTables((was) => new Set(form === 'table' ? [...was, part] : [...was].filter((other) => other !== part)))
  const copy = async (): Promise<void> => {
    if (period === null) return
    const part = partInFocus()
    const answer = await copyFigures({ ...period, part })
    if (!answer.ok) return showProblem(answer.problem)
    showDone(part === null ? saying('stats.copied') : saying('stats.copied-part'))
  }
  useKeys('here', [
    {
      keys: '[',
      label: t('stats.earlier'),
      hint: true,
      hintAs: { keys: '[ ]', label: t('stats.period') },
      run: () => setBack(back + 1),
    },
    { keys: ']', label: t('stats.later'), disabled: back === 0, run: () => setBack(Math.max(0, back - 1)) },
  ])
  return (
    <div className="page">
      <PageHead
        title={t('ui.page.statistics')}
        sentence={
          value === null
            ? ''
            : t('stats.sentence', {
                from: dayText(value.period.from, true),
                to: dayText(value.period.to, true),
                before: `${dayText(value.before.from)} – ${dayText(value.before.to)}`,
              })
        }
        actions={
          <>
            <PeriodChoice
              length={length}
              back={back}
              onLength={(chosen) => {
                setLength(chosen)
                setBack(0)
              }}
              onBack={setBack}
            />
            <ActionButton
              keys="T"
              label={tables.size === all.size ? t('stats.charts-all') : t('stats.tables-all')}
              hint
              onAct={() => setTables(tables.size === all.size ? new Set() : all)}
            />
            <ActionButton keys="y" label={t('stats.copy')} hint onAct={() => void copy()} />
            <ActionButton
              keys="w"
              label={t('stats.write')}
              icon={<FileDown aria-hidden />}
              disabled={period === null}
              onAct={() => (period === null ? undefined : void saveFigures('csv', period, ''))}
            />
            <ActionButton
              keys="s"
              label={t('stats.statement')}
              icon={<FileText aria-hidden />}
              disabled={period === null}
              onAct={() => setAsking(true)}
            />
          </>
        }
      />
      {problem === null ? null : <ProblemNote problem={problem} />}
      <div className="page-body">
        <div className="page-main">
          {value === null ? null : (
            <FormsContext value={{ tables, show }}>
              <StatisticsPanels all={value} onOpen={openQueue} />
            </FormsContext>
          )}
        </div>
      </div>
      {asking && period !== null ? <StatementDialog period={period} onClose={() => setAsking(false)} /> : null}
    </div>
  )
}

function openQueue(filter: string): void {
  chooseView('')
  typeFilter(filter)
  go({ page: 'queue', params: {} })
}

/** The panel that holds the focus: what is copied alone. */
function partInFocus(): StatisticsPart | null {
  const panel = document.activeElement?.closest('[data-part]')
  const name = panel instanceof HTMLElement ? panel.dataset['part'] : undefined
  return statisticsParts.find((part) => part === name) ?? null
}
