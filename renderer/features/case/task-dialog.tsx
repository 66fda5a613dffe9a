/** Asks for a task: what, until when, by whom. */
import { useState } from 'react'
import type { CaseState } from '../../../shared/domain/case/case.ts'
import { TextField } from '../../ui/field.tsx'
import { t } from '../../ui/t.ts'
import { act } from './act.ts'
import { AskDialog } from '../../ui/ask-dialog.tsx'
import { utcOf } from './utc-of.ts'

interface Props {
  readonly state: CaseState
  readonly onClose: () => void
}

export function TaskDialog({ state, onClose }: Props) {
  const [text, setText] = useState('')
  const [dueText, setDueText] = useState('')
  const [owner, setOwner] = useState(state.owner ?? '')
  const due = utcOf(dueText)
  const bad = dueText.trim() !== '' && due === null
  const go = async (): Promise<void> => {
    const command = {
      do: 'task',
      text: text.trim(),
      ...(due === null ? {} : { due }),
      ...(owner.trim() === '' ? {} : { owner: owner.trim().toUpperCase() }),
    } as const
    if ((await act(state.number, command)) !== null) onClose()
  }
  return (
    <AskDialog
      title={t('casepage.task-add')}
      go={t('casepage.task-add')}
      ready={text.trim() !== '' && !bad}
      onGo={go}
      onClose={onClose}
    >
      <TextField label={t('casepage.task-text')} value={text} onChange={setText} autoFocus />
      <TextField
        label={t('casepage.task-due-label')}
        mono
        placeholder="2026-11-23 18:00"
        value={dueText}
        onChange={setDueText}
        error={bad ? t('casepage.task-due-bad') : null}
      />
      <TextField label={t('casepage.task-owner')} mono value={owner} onChange={setOwner} />
    </AskDialog>
  )
}
