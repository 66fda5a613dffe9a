/** Another owner for the case of a line, without leaving the handover. */
import { useState } from 'react'
import { useRoster } from '../../state/case-work.ts'
import { AskDialog } from '../../ui/ask-dialog.tsx'
import { RosterField } from '../../ui/roster-field.tsx'
import { t } from '../../ui/t.ts'
import { reassign } from './handover-acts.ts'

interface Props {
  readonly number: string
  readonly owner: string | null
  readonly onClose: () => void
}

export function ReassignDialog({ number, owner, onClose }: Props) {
  const [code, setCode] = useState(owner ?? '')
  return (
    <AskDialog
      title={t('handover.reassign-title', { number })}
      go={t('handover.reassign-go')}
      ready={code !== (owner ?? '')}
      onGo={async () => ((await reassign(number, code)) ? onClose() : undefined)}
      onClose={onClose}
    >
      <RosterField label={t('handover.reassign-label')} roster={useRoster()} value={code} onChange={setCode} />
    </AskDialog>
  )
}
