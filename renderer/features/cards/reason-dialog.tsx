/** Asks why, before something is taken away. */
import { useState } from 'react'
import { AskDialog } from '../../ui/ask-dialog.tsx'
import { TextArea } from '../../ui/field.tsx'
import { t } from '../../ui/t.ts'

interface Props {
  readonly title: string
  readonly why: string
  /** Of the button that does it. */
  readonly label: string
  readonly onGo: (reason: string) => void
  readonly onClose: () => void
}

export function ReasonDialog({ title, why, label, onGo, onClose }: Props) {
  const [reason, setReason] = useState('')
  return (
    <AskDialog
      title={title}
      sentence={why}
      onClose={onClose}
      go={label}
      look="danger"
      ready={reason.trim() !== ''}
      onGo={() => Promise.resolve(onGo(reason.trim()))}
    >
      <TextArea label={t('page.reason')} rows={3} value={reason} onChange={setReason} autoFocus />
    </AskDialog>
  )
}
