/** A new case by hand: it needs a title, all else comes later. */
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { t } from '../../ui/t.ts'
import { openNewCase } from './verbs.ts'

export function NewCaseDialog({ onClose }: { readonly onClose: () => void }) {
  const [title, setTitle] = useState('')
  const create = async (): Promise<void> => {
    if (await openNewCase(title)) onClose()
  }
  return (
    <Dialog title={t('queue.new-title')} sentence={t('queue.new-sentence')} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          void create()
        }}
      >
        <TextField label={t('queue.case-title')} value={title} onChange={setTitle} autoFocus />
        <div className="row form-foot">
          <Button look="quiet" kbd="Escape" onPress={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button type="submit" look="filled" kbd="Enter" disabled={title.trim() === ''}>
            {t('queue.create')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
