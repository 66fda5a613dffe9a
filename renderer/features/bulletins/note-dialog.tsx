/** Asks what happened at a constituent: a failure needs it, the other marks may have it. */
import { useState } from 'react'
import type { Delivery } from '../../../shared/ipc/exchange-views.ts'
import { AskDialog } from '../../ui/ask-dialog.tsx'
import { TextArea } from '../../ui/field.tsx'
import { t } from '../../ui/t.ts'
import type { Mark } from './delivery-pane.tsx'

export interface Asking {
  readonly delivery: Delivery
  readonly state: Mark
}

interface Props {
  readonly asking: Asking
  readonly onGo: (note: string) => Promise<void>
  readonly onClose: () => void
}

export function NoteDialog({ asking: { delivery, state }, onGo, onClose }: Props) {
  const [note, setNote] = useState(delivery.note)
  const failed = state === 'failed'
  const { name } = delivery
  return (
    <AskDialog
      title={failed ? t('bulletin.failed-title', { name }) : t('bulletin.note-title', { name })}
      sentence={failed ? t('bulletin.failed-why') : t('bulletin.note-why')}
      go={t('bulletin.failed-go')}
      ready={note.trim() !== ''}
      onGo={() => onGo(note)}
      onClose={onClose}
    >
      <TextArea label={t('bulletin.note')} rows={3} value={note} onChange={setNote} autoFocus />
    </AskDialog>
  )
}
