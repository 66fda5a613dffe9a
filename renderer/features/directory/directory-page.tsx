/** Who is responsible? Pasted indicators on the left, grouped by whom to contact in the middle, how to reach them on the right. */
import { useState } from 'react'
import { summaryOf } from '../../../shared/domain/directory/counts.ts'
import { useLookup } from '../../state/directory.ts'
import { ActionButton } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { useStepKeys } from '../../ui/keys/rows.ts'
import { ProblemNote } from '../../ui/note.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { sentence, t } from '../../ui/t.ts'
import { AddToCase } from './add-to-case.tsx'
import { GroupList, groupKey, revealGroup } from './group-list.tsx'
import { GroupPane } from './group-pane.tsx'
import { JobStrip } from './job-strip.tsx'
import { ListsDialog } from './lists-dialog.tsx'
import { PasteColumn } from './paste-column.tsx'
import { RangeDialog } from './range-dialog.tsx'
import './directory.css'

type Asking = 'lists' | 'range' | 'case' | null

export function DirectoryPage() {
  const { answer, problem } = useLookup()
  const [chosen, setChosen] = useState<string | null>(null)
  const [asking, setAsking] = useState<Asking>(null)
  const groups = answer?.groups ?? []
  const group = groups.find((one) => groupKey(one) === chosen) ?? groups[0]
  const move = (by: 1 | -1): void => {
    const next =
      groups[Math.max(0, Math.min(groups.length - 1, (group === undefined ? -1 : groups.indexOf(group)) + by))]
    if (next === undefined) return
    setChosen(groupKey(next))
    revealGroup(next)
  }
  useStepKeys(move)
  return (
    <div className="page">
      <PageHead
        title={t('directory.title')}
        sentence={answer === null ? t('directory.sentence-none') : sentence(summaryOf(answer))}
        actions={<ActionButton keys="u" hint label={t('directory.lists')} onAct={() => setAsking('lists')} />}
      />
      <JobStrip />
      <div className="page-body">
        <PasteColumn />
        <div className="page-main">
          {problem === null ? null : <ProblemNote problem={problem} />}
          {answer === null ? (
            <Empty kind="none" title={t('directory.none')}>
              {t('directory.none-why')}
            </Empty>
          ) : (
            <GroupList answer={answer} chosen={group ?? null} onChoose={(one) => setChosen(groupKey(one))} />
          )}
        </div>
        {group === undefined || answer === null ? null : (
          <GroupPane
            key={groupKey(group)}
            group={group}
            answer={answer}
            onRange={() => setAsking('range')}
            onCase={() => setAsking('case')}
          />
        )}
      </div>
      {asking === 'lists' ? <ListsDialog onClose={() => setAsking(null)} /> : null}
      {asking === 'range' && group !== undefined && answer !== null ? (
        <RangeDialog first={answer.results[group.rows[0] ?? 0]?.asked ?? ''} onClose={() => setAsking(null)} />
      ) : null}
      {asking === 'case' && group !== undefined && answer !== null ? (
        <AddToCase rows={group.rows.flatMap((row) => answer.results[row] ?? [])} onClose={() => setAsking(null)} />
      ) : null}
    </div>
  )
}
