/** Questions that end in a file: evidence that is taken in and sealed, a report that is written out. */
import { useState } from 'react'
import type { CaseState } from '../../../shared/domain/case/case.ts'
import type { Input } from '../../../shared/ipc/contract.ts'
import { saying } from '../../../shared/words/say.ts'
import { client } from '../../bridge/client.ts'
import { pick } from '../../state/desk.ts'
import { openCases } from '../../state/open-case.ts'
import { showDone, told } from '../../state/toasts.ts'
import { Choices } from '../../ui/checkbox.tsx'
import { TextField } from '../../ui/field.tsx'
import { t } from '../../ui/t.ts'
import { AskDialog } from '../../ui/ask-dialog.tsx'

interface Props {
  readonly state: CaseState
  readonly onClose: () => void
}

export function EvidenceDialog({ state: { number }, onClose }: Props) {
  const [source, setSource] = useState('')
  const go = async (): Promise<void> => {
    const files = told(await pick('open', 'evidence')) ?? []
    for (const file of files) {
      const view = told(await client['case.evidence']({ number, file, source: source.trim() }))
      if (view === null) return
      openCases.take(number, view)
    }
    if (files.length > 0) onClose()
  }
  return (
    <AskDialog
      title={t('casepage.files-title')}
      go={t('casepage.files-choose')}
      ready={source.trim() !== ''}
      onGo={go}
      onClose={onClose}
    >
      <TextField label={t('casepage.files-source')} value={source} onChange={setSource} autoFocus />
    </AskDialog>
  )
}

type Audience = Input<'case.report'>['audience']
const audiences: readonly Audience[] = ['user', 'management', 'csirt', 'vendor', 'police', 'press']

export function ReportDialog({ state: { number }, onClose }: Props) {
  const [audience, setAudience] = useState<Audience>('management')
  const go = async (): Promise<void> => {
    const [to] = told(await pick('save', 'report', `${number}-${audience}.html`)) ?? []
    if (to === undefined) return
    const done = told(await client['case.report']({ number, audience, to: { grant: to.grant } }))
    if (done === null) return
    showDone(saying('casepage.report-done', { file: done.file, sha256: done.sha256 }))
    onClose()
  }
  return (
    <AskDialog
      title={t('casepage.report-title')}
      sentence={t('casepage.report-for')}
      go={t('casepage.report-go')}
      ready
      onGo={go}
      onClose={onClose}
    >
      <Choices
        label={t('casepage.report-audience')}
        value={audience}
        choices={audiences.map((value) => ({ value, label: t(`reportfor.${value}`) }))}
        onChange={setAudience}
      />
    </AskDialog>
  )
}
