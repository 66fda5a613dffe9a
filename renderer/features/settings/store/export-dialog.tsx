/** Everything out in open formats, not sealed: with a reason and the personal code, both of which the vault keeps. */
import { useState } from 'react'
import type { ExportedAll } from '../../../../shared/ipc/vault-views.ts'
import type { Saying } from '../../../../shared/words/say.ts'
import { pick } from '../../../state/desk.ts'
import { exportAll } from '../../../state/store.ts'
import { told } from '../../../state/toasts.ts'
import { AskDialog } from '../../../ui/ask-dialog.tsx'
import { Checkbox } from '../../../ui/checkbox.tsx'
import { TextArea, TextField } from '../../../ui/field.tsx'
import { Note, ProblemNote } from '../../../ui/note.tsx'
import { t } from '../../../ui/t.ts'

interface Props {
  readonly onDone: (done: ExportedAll) => void
  readonly onClose: () => void
}

export function ExportDialog({ onDone, onClose }: Props) {
  const [reason, setReason] = useState('')
  const [code, setCode] = useState('')
  const [blobs, setBlobs] = useState(true)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Saying | null>(null)
  const go = async (): Promise<void> => {
    const name = `signet-export-${new Date().toISOString().slice(0, 10)}.tar`
    const to = told(await pick('save', t('store.export'), name))?.[0]
    if (to === undefined) return
    setBusy(true)
    const answer = await exportAll({ to: { grant: to.grant }, reason: reason.trim(), code: code.trim(), blobs })
    setBusy(false)
    if (!answer.ok) return setProblem(answer.problem)
    onDone(answer.value)
    onClose()
  }
  return (
    <AskDialog
      title={t('store.export')}
      sentence={t('store.export-why')}
      go={t('store.export-go')}
      look="danger"
      ready={reason.trim() !== '' && code.trim() !== '' && !busy}
      onGo={go}
      onClose={onClose}
    >
      <Note tone="condition">{t('store.export-open')}</Note>
      <TextArea label={t('store.export-reason')} rows={3} value={reason} onChange={setReason} autoFocus />
      <TextField label={t('store.export-code')} value={code} onChange={setCode} mono />
      <Checkbox checked={blobs} onChange={setBlobs} detail={t('store.export-blobs-why')}>
        {t('store.export-blobs')}
      </Checkbox>
      {busy ? <p role="status">{t('store.exporting')}</p> : null}
      {problem === null ? null : <ProblemNote problem={problem} />}
    </AskDialog>
  )
}
