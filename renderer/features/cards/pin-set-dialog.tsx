/** Agrees a PIN with a client; it is typed twice because nobody can read it here again. */
import { useState } from 'react'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { setPin } from '../../state/cards.ts'
import { showDone } from '../../state/toasts.ts'
import { AskDialog } from '../../ui/ask-dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { ProblemNote } from '../../ui/note.tsx'
import { t } from '../../ui/t.ts'

const shortest = 4

export function PinSetDialog({ card, onClose }: { readonly card: string; readonly onClose: () => void }) {
  const [holder, setHolder] = useState('')
  const [pin, setPinText] = useState('')
  const [again, setAgain] = useState('')
  const [problem, setProblem] = useState<Saying | null>(null)
  const differ = again !== '' && again !== pin
  const save = async (): Promise<void> => {
    const answer = await setPin({ card, holder: holder.trim(), pin })
    if (!answer.ok) return setProblem(answer.problem)
    showDone(saying('pin.saved', { holder: holder.trim() }))
    onClose()
  }
  return (
    <AskDialog
      title={t('pin.add')}
      sentence={t('pin.add-why')}
      onClose={onClose}
      go={t('pin.save')}
      ready={holder.trim() !== '' && pin.length >= shortest && again === pin}
      onGo={save}
    >
      {problem === null ? null : <ProblemNote problem={problem} />}
      <TextField label={t('pin.holder')} value={holder} onChange={setHolder} autoFocus />
      <TextField label={t('pin.pin')} type="password" value={pin} onChange={setPinText} />
      <TextField
        label={t('pin.again')}
        type="password"
        value={again}
        onChange={setAgain}
        error={differ ? t('pin.differ') : null}
      />
    </AskDialog>
  )
}
