/** Asks why a report is no case, before it is set aside. */
import { useState } from 'react'
import { ActionButton, Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextArea } from '../../ui/field.tsx'
import { t } from '../../ui/t.ts'

interface Props {
  readonly onGo: (reason: string) => void
  readonly onClose: () => void
}

export function AsideDialog({ onGo, onClose }: Props) {
  const [reason, setReason] = useState('')
  return (
    <Dialog
      title={t('intake.aside-title')}
      sentence={t('intake.aside-why')}
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose} kbd="Esc">
            {t('page.cancel')}
          </Button>
          <ActionButton
            keys="Ctrl+Enter"
            look="filled"
            label={t('intake.aside-go')}
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
