/** The end of a case: its outcome and the closing note, which is also the reason for steps that stay open. */
import { useState } from 'react'
import type { CaseState } from '../../../shared/domain/case/case.ts'
import { closingCodes, type ClosingCode } from '../../../shared/domain/case/vocabulary.ts'
import { saying } from '../../../shared/words/say.ts'
import { AskDialog } from '../../ui/ask-dialog.tsx'
import { Choices } from '../../ui/checkbox.tsx'
import { TextArea } from '../../ui/field.tsx'
import { t } from '../../ui/t.ts'
import { actOn } from './acts.ts'
import { stepsOf } from './steps.ts'

export function CloseDialog({ state, onClose }: { readonly state: CaseState; readonly onClose: () => void }) {
  const { number } = state
  const [code, setCode] = useState<ClosingCode>('resolved')
  const [note, setNote] = useState('')
  const left = stepsOf(state).phases.flatMap(({ open }) => open).length
  const go = async (): Promise<void> => {
    if (await actOn([number], { do: 'close', code, note }, () => saying('queue.closed', { number }))) onClose()
  }
  return (
    <AskDialog
      title={t('queue.close-title', { number })}
      sentence={left === 0 ? state.title : `${state.title}. ${t('queue.close-steps', { n: left })}`}
      go={t('queue.close-go')}
      ready={note.trim() !== ''}
      onGo={go}
      onClose={onClose}
    >
      <Choices
        label={t('queue.close-code')}
        look="segments"
        value={code}
        choices={closingCodes.map((value) => ({ value, label: t(`closing.${value}`) }))}
        onChange={setCode}
      />
      <TextArea label={t('queue.close-note')} rows={4} value={note} onChange={setNote} autoFocus />
    </AskDialog>
  )
}
