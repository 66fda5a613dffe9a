/** A key that must not be used: rejected with method and reason, kept so that it is recognised when it comes again. */
import { useState } from 'react'
import { trustHows, type KeyRow, type TrustHow } from '../../../shared/ipc/views.ts'
import { saying } from '../../../shared/words/say.ts'
import { decideKey } from '../../state/keyring.ts'
import { showDone, told } from '../../state/toasts.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { t } from '../../ui/t.ts'
import { ownerOf } from './key-groups.ts'

export function RejectDialog({
  row,
  first,
  onClose,
}: {
  readonly row: KeyRow
  readonly first: string
  readonly onClose: () => void
}) {
  const [how, setHow] = useState<TrustHow>('call-back')
  const [note, setNote] = useState(first)
  const reject = async (): Promise<void> => {
    const view = told(await decideKey({ fingerprint: row.fingerprint, trust: 'rejected', how, note }))
    if (view === null) return
    showDone(saying('reject.done', { owner: ownerOf(row) }))
    onClose()
  }
  return (
    <Dialog title={t('reject.title', { owner: ownerOf(row) })} sentence={t('reject.why')} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          if (note.trim() !== '') void reject()
        }}
      >
        <TextField label={t('reject.reason')} value={note} onChange={setNote} autoFocus />
        <Select
          label={t('verify.how')}
          value={how}
          choices={trustHows.map((value) => ({ value, label: t(`key.how.${value}`) }))}
          onChange={setHow}
        />
        <div className="row form-foot">
          <Button look="quiet" kbd="Escape" onPress={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button type="submit" look="danger" kbd="Enter" disabled={note.trim() === ''}>
            {t('reject.go')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
