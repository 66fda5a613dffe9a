/** On to the next phase although steps are open: they are listed, and a reason is asked for. */
import { useState } from 'react'
import type { CheckItem } from '../../../shared/domain/case/checklist.ts'
import type { WorkPhase } from '../../../shared/domain/case/vocabulary.ts'
import { AskDialog } from '../../ui/ask-dialog.tsx'
import { TextArea } from '../../ui/field.tsx'
import { t } from '../../ui/t.ts'

interface Props {
  readonly title: string
  readonly phase: WorkPhase
  readonly left: readonly CheckItem[]
  readonly onGo: (reason: string) => Promise<boolean>
  readonly onClose: () => void
}

export function PhaseDialog({ title, phase, left, onGo, onClose }: Props) {
  const [reason, setReason] = useState('')
  const name = t(`phase.${phase}`)
  return (
    <AskDialog
      title={t('queue.phase-title', { phase: name })}
      sentence={title}
      go={t('queue.phase-go', { phase: name })}
      ready={reason.trim() !== ''}
      onGo={async () => ((await onGo(reason.trim())) ? onClose() : undefined)}
      onClose={onClose}
    >
      <div>
        <p className="strong">{t('queue.phase-open', { n: left.length })}</p>
        <ul className="queue-open-steps">
          {left.map((item) => (
            <li key={item}>{t(`check.${item}`)}</li>
          ))}
        </ul>
        <p className="dim">{t('queue.phase-why')}</p>
      </div>
      <TextArea label={t('page.reason')} rows={2} value={reason} onChange={setReason} autoFocus />
    </AskDialog>
  )
}
