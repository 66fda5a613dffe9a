/** The statement for others: who approves it is named first, then it is written to a place that a person chooses. */
import { useState } from 'react'
import type { StatisticsPeriod } from '../../../shared/domain/statistics/statistics-view.ts'
import { saying } from '../../../shared/words/say.ts'
import { pick } from '../../state/desk.ts'
import { writeFigures } from '../../state/statistics.ts'
import { showDone, told } from '../../state/toasts.ts'
import { AskDialog } from '../../ui/ask-dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { t } from '../../ui/t.ts'

interface Props {
  readonly period: StatisticsPeriod
  readonly onClose: () => void
}

export function StatementDialog({ period, onClose }: Props) {
  const [approver, setApprover] = useState('')
  const go = async (): Promise<void> => {
    if (await saveFigures('statement', period, approver.trim())) onClose()
  }
  return (
    <AskDialog
      title={t('stats.statement')}
      sentence={t('stats.statement-why')}
      go={t('stats.statement-go')}
      ready={approver.trim() !== ''}
      onGo={go}
      onClose={onClose}
    >
      <TextField
        label={t('stats.approver')}
        hint={t('stats.approver-hint')}
        value={approver}
        onChange={setApprover}
        autoFocus
      />
    </AskDialog>
  )
}

/** Whether it was written. */
export async function saveFigures(
  kind: 'csv' | 'statement',
  period: StatisticsPeriod,
  approver: string,
): Promise<boolean> {
  const name = `${kind === 'csv' ? 'figures' : 'statement'}-${period.from}-${period.to}.${kind === 'csv' ? 'csv' : 'md'}`
  const [target] = told(await pick('save', 'report', name)) ?? []
  if (target === undefined) return false
  const done = told(await writeFigures({ ...period, kind, approver, target: { grant: target.grant } }))
  if (done === null) return false
  showDone(saying('stats.written', { file: done.file, sha256: done.sha256 }))
  return true
}
