/** Puts the draft in force: says what that does to the queue, and asks why. */
import { useState } from 'react'
import type { Job } from '../../../shared/ipc/card-views.ts'
import { enforce } from '../../state/policy.ts'
import { told } from '../../state/toasts.ts'
import { AskDialog } from '../../ui/ask-dialog.tsx'
import { TextArea, TextField } from '../../ui/field.tsx'
import { t } from '../../ui/t.ts'
import type { Draft } from './use-draft.ts'

interface Props {
  readonly draft: Draft
  readonly onStarted: (job: Job) => void
  readonly onClose: () => void
}

export function EnforceDialog({ draft, onStarted, onClose }: Props) {
  const { policy, simulation } = draft
  const [name, setName] = useState(policy.name)
  const [reason, setReason] = useState('')
  const go = async (): Promise<void> => {
    draft.edit({ ...policy, name: name.trim().slice(0, 300) }, 'name')
    if (!(await draft.keep())) return
    const job = told(await enforce(reason.trim()))
    if (job === null) return
    onClose()
    onStarted(job)
  }
  return (
    <AskDialog
      title={t('policy.enforce-title')}
      {...(simulation === null
        ? {}
        : { sentence: t('policy.enforce-sentence', { moved: simulation.moved, bands: simulation.bandChanged }) })}
      go={t('policy.enforce-go')}
      ready={reason.trim() !== '' && name.trim() !== ''}
      onGo={go}
      onClose={onClose}
    >
      <TextField label={t('policy.name')} value={name} onChange={setName} />
      <TextArea label={t('page.reason')} rows={3} value={reason} onChange={setReason} autoFocus />
    </AskDialog>
  )
}
