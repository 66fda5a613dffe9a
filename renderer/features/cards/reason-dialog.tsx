/** Asks why, before something is taken away. */
import { useState } from 'react'
import { ActionButton, Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
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
    <Dialog
      title={title}
      sentence={why}
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose} kbd="Esc">
            {t('page.cancel')}
          </Button>
          <ActionButton
            keys="Ctrl+Enter"
            inText
            look="danger"
            label={label}
            disabled={reason.trim() === ''}
            onAct={() => onGo(reason.trim())}
          />
        </>
      }
    >
      <TextArea label={t('page.reason')} rows={3} value={reason} onChange={setReason} autoFocus />
    </Dialog>
  )
}
