/** The recorded decision whether prosecution or discipline is contemplated, with the three questions that it rests on (M-42). */
import { useState } from 'react'
import { prosecutions, type Prosecution } from '../../../shared/domain/case/vocabulary.ts'
import { AskDialog } from '../../ui/ask-dialog.tsx'
import { Choices } from '../../ui/checkbox.tsx'
import { TextArea } from '../../ui/field.tsx'
import { t } from '../../ui/t.ts'
import { act } from './act.ts'
import type { LayerProps } from './case-desk.ts'

export function ProsecutionDialog({ view: { state }, onClose }: LayerProps) {
  const before = state.prosecution
  const [decision, setDecision] = useState<Prosecution>(before?.decision ?? 'undecided')
  const [after, setAfter] = useState(before?.after ?? '')
  const [observation, setObservation] = useState(before?.observation ?? '')
  const [traps, setTraps] = useState(before?.traps ?? '')
  const [reason, setReason] = useState('')
  const go = async (): Promise<void> => {
    const command = { do: 'prosecution', decision, after, observation, traps, reason: reason.trim() } as const
    if ((await act(state.number, command)) !== null) onClose()
  }
  return (
    <AskDialog
      title={t('casework.prosecution')}
      sentence={t('casework.prosecution-why')}
      go={t('casework.prosecution-go')}
      ready={reason.trim() !== ''}
      onGo={go}
      onClose={onClose}
      wide
    >
      <Choices
        label={t('casework.prosecution-decision')}
        value={decision}
        choices={prosecutions.map((value) => ({ value, label: t(`prosecution.${value}`) }))}
        onChange={setDecision}
      />
      <TextArea label={t('casework.prosecution-after')} rows={2} value={after} onChange={setAfter} />
      <TextArea label={t('casework.prosecution-observation')} rows={2} value={observation} onChange={setObservation} />
      <TextArea label={t('casework.prosecution-traps')} rows={2} value={traps} onChange={setTraps} />
      <TextArea label={t('casework.prosecution-reason')} rows={2} value={reason} onChange={setReason} autoFocus />
    </AskDialog>
  )
}
