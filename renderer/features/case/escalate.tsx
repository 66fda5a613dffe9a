/** A step of the team's escalation that holds now: said once, taken with one key. */
import { ArrowUpRight } from 'lucide-react'
import { useState } from 'react'
import { AskDialog } from '../../ui/ask-dialog.tsx'
import { Button } from '../../ui/button.tsx'
import { TextArea } from '../../ui/field.tsx'
import { sentence, t } from '../../ui/t.ts'
import { act } from './act.ts'
import { useCaseDesk, type LayerProps } from './case-desk.ts'

export function Escalation() {
  const { view, open } = useCaseDesk()
  const [due] = view.escalate
  if (due === undefined) return null
  return (
    <section className="escalation" aria-label={t('casework.escalation')}>
      <ArrowUpRight aria-hidden />
      <p className="grow">
        <strong>{sentence(due.said)}</strong>
      </p>
      <Button kbd="x" onPress={() => open(EscalateDialog)}>
        {t('casework.escalate')}
      </Button>
    </section>
  )
}

export function EscalateDialog({ view: { state, escalate }, onClose }: LayerProps) {
  const [due] = escalate
  const [note, setNote] = useState('')
  if (due === undefined) return null
  const go = async (): Promise<void> => {
    const command = { do: 'escalate', step: due.step, to: due.to, note: note.trim() } as const
    if ((await act(state.number, command)) !== null) onClose()
  }
  return (
    <AskDialog
      title={t('casework.escalate')}
      sentence={sentence(due.said)}
      go={t('casework.escalate')}
      ready
      onGo={go}
      onClose={onClose}
    >
      <TextArea label={t('casework.escalate-note')} rows={3} value={note} onChange={setNote} autoFocus />
    </AskDialog>
  )
}
