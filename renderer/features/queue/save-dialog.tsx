/** Gives the filter that is set now a name, so that it stands beside the other views. */
import { useState } from 'react'
import { saying } from '../../../shared/words/say.ts'
import { dropFilter, saveFilter } from '../../state/queue.ts'
import { showDone, told } from '../../state/toasts.ts'
import { AskDialog } from '../../ui/ask-dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { t } from '../../ui/t.ts'

interface Props {
  readonly filter: string
  readonly onSaved: (filter: string) => void
  readonly onClose: () => void
}

export function SaveDialog({ filter, onSaved, onClose }: Props) {
  const [name, setName] = useState('')
  const go = async (): Promise<void> => {
    const saved = told(await saveFilter(name.trim(), filter))
    if (saved === null) return
    showDone(saying('queue.saved', { name: saved.name }), () => void dropFilter(saved.id).then(told))
    onSaved(saved.filter)
    onClose()
  }
  return (
    <AskDialog
      title={t('queue.save-title')}
      sentence={t('queue.save-sentence')}
      go={t('queue.save-go')}
      ready={name.trim() !== ''}
      onGo={go}
      onClose={onClose}
    >
      <p className="mono queue-saved">{filter}</p>
      <TextField label={t('queue.save-name')} value={name} onChange={setName} autoFocus />
    </AskDialog>
  )
}
