/** The frame of every change to the team's clocks: the fields, the reason, one button that makes it a version, undo after. */
import { useState, type ReactNode } from 'react'
import type { ClockSettings } from '../../../shared/domain/clock/settings.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { saveClocks } from '../../state/clocks.ts'
import { showDone, told } from '../../state/toasts.ts'
import { AskDialog } from '../../ui/ask-dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { ProblemNote } from '../../ui/note.tsx'
import { t } from '../../ui/t.ts'

interface Props {
  readonly title: string
  readonly sentence?: string
  readonly before: ClockSettings
  /** null: what is typed cannot be saved yet. */
  readonly change: ClockSettings | null
  readonly onClose: () => void
  readonly wide?: boolean
  readonly children?: ReactNode
}

export function SettingsDialog({ title, sentence, before, change, onClose, wide = false, children }: Props) {
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<Saying | null>(null)
  const go = async (): Promise<void> => {
    if (change === null) return
    const problemFound = await putInForce(before, change, reason)
    if (problemFound === null) onClose()
    else setProblem(problemFound)
  }
  return (
    <AskDialog
      title={title}
      go={t('clocks.save')}
      ready={change !== null && reason.trim() !== ''}
      onGo={go}
      onClose={onClose}
      wide={wide}
      {...(sentence === undefined ? {} : { sentence })}
    >
      {children}
      <TextField label={t('clocks.reason')} value={reason} onChange={setReason} autoFocus={children === undefined} />
      {problem === null ? null : <ProblemNote problem={problem} />}
    </AskDialog>
  )
}

/** What stands against it, or null: done, with its undo. */
export async function putInForce(before: ClockSettings, change: ClockSettings, reason: string): Promise<Saying | null> {
  const answer = await saveClocks(change, reason.trim())
  if (!answer.ok) return answer.problem
  const { version } = answer.value.version
  showDone(saying('clocks.saved', { version }), () => void saveClocks(before, t('clocks.undone')).then(told))
  return null
}
