/** What a merge has done, and which questions stay open on which case. */
import { CircleCheck } from 'lucide-react'
import { fieldNames } from '../../../shared/domain/case/vocabulary.ts'
import type { CapsuleTaken, CapsuleView } from '../../../shared/ipc/handover-views.ts'
import { go } from '../../state/route.ts'
import { ActionButton, Button } from '../../ui/button.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { t } from '../../ui/t.ts'
import { linesOfMerge, MergedCounts } from './merged-counts.tsx'

interface Props {
  readonly taken: CapsuleTaken
  readonly capsule: CapsuleView
  readonly onClose: () => void
}

const most = 200

export function MergeResult({ taken: { kind, cases }, capsule, onClose }: Props) {
  const changed = cases.filter(({ added }) => added > 0)
  const added = changed.reduce((sum, one) => sum + one.added, 0)
  const open = cases.flatMap(({ number, conflicts }) => conflicts.map((conflict) => ({ number, ...conflict })))
  return (
    <div className="page">
      <PageHead title={t(`merge.title.${kind}`, { from: capsule.from })} />
      <div className="merge-main merge-done" role="status">
        <p className="row merge-done-head">
          <CircleCheck aria-hidden /> <strong>{t(`merge.done.${kind}`)}</strong>
        </p>
        <p>
          {added === 0 ? t('merge.done-nothing') : t('merge.done-added', { n: added, cases: changed.length })}{' '}
          {capsule.questions.length > 0 ? t('merge.done-settled') : ''}
        </p>
        {open.length === 0 ? null : (
          <>
            <p>{t('merge.done-open', { n: open.length })}</p>
            <ul className="pane-list">
              {open.slice(0, most).map(({ number, field, ours, theirs }) => (
                <li key={`${number} ${field}`}>
                  <Button look="link" onPress={() => go({ page: 'case', params: { number } })}>
                    <span className="mono">{number}</span>
                  </Button>
                  <span className="grow">{t('merge.open-question', { field: labelOf(field), ours, theirs })}</span>
                </li>
              ))}
            </ul>
          </>
        )}
        {linesOfMerge(capsule).length === 0 ? null : <MergedCounts capsule={capsule} />}
        <div>
          <ActionButton keys="Enter" look="filled" label={t('merge.to-handover')} onAct={onClose} hint />
        </div>
      </div>
    </div>
  )
}

function labelOf(field: string): string {
  const name = fieldNames.find((one) => one === field)
  return name === undefined ? field : t(`field.${name}`)
}
