/** Every question whose whole answer is a reason. */
import { useState } from 'react'
import { AskDialog } from '../../ui/ask-dialog.tsx'
import { TextArea } from '../../ui/field.tsx'
import { t } from '../../ui/t.ts'

interface Props {
  readonly title: string
  readonly sentence?: string
  /** The words of the button. */
  readonly go: string
  readonly look?: 'filled' | 'danger'
  readonly label?: string
  /** True when it was done, and the question can go. */
  readonly onGo: (reason: string) => Promise<boolean>
  readonly onClose: () => void
}

export function ReasonDialog({ title, sentence, go, look = 'filled', label, onGo, onClose }: Props) {
  const [reason, setReason] = useState('')
  const run = async (): Promise<void> => {
    if (await onGo(reason.trim())) onClose()
  }
  return (
    <AskDialog
      title={title}
      go={go}
      look={look}
      ready={reason.trim() !== ''}
      onGo={run}
      onClose={onClose}
      {...(sentence === undefined ? {} : { sentence })}
    >
      <TextArea label={label ?? t('page.reason')} rows={3} value={reason} onChange={setReason} autoFocus />
    </AskDialog>
  )
}
