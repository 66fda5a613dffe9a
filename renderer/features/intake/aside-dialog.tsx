/** Asks why a report is no case, before it is set aside. */
import { useState } from 'react'
import { AskDialog } from '../../ui/ask-dialog.tsx'
import { TextArea } from '../../ui/field.tsx'
import { t } from '../../ui/t.ts'

interface Props {
  readonly onGo: (reason: string) => void
  readonly onClose: () => void
}

export function AsideDialog({ onGo, onClose }: Props) {
  const [reason, setReason] = useState('')
  return (
    <AskDialog
      title={t('intake.aside-title')}
      sentence={t('intake.aside-why')}
      onClose={onClose}
      go={t('intake.aside-go')}
      ready={reason.trim() !== ''}
      onGo={() => Promise.resolve(onGo(reason.trim()))}
    >
      <TextArea label={t('page.reason')} rows={3} value={reason} onChange={setReason} autoFocus />
    </AskDialog>
  )
}
