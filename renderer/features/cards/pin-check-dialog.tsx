/** Checks the PIN that a caller says: right or wrong in words, the tries that are left, and the wait as it runs down. */
import { Check, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { ClientPin } from '../../../shared/ipc/card-views.ts'
import type { Saying } from '../../../shared/words/say.ts'
import { checkPin } from '../../state/cards.ts'
import { ActionButton, Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { ProblemNote } from '../../ui/note.tsx'
import { t } from '../../ui/t.ts'

interface Props {
  readonly card: string
  readonly pin: ClientPin
  readonly onClose: () => void
}

interface Told {
  readonly right: boolean
  readonly triesLeft: number
}

export function PinCheckDialog({ card, pin, onClose }: Props) {
  const [said, setSaid] = useState('')
  const [answer, setAnswer] = useState<Told | null>(null)
  const [problem, setProblem] = useState<Saying | null>(null)
  const [wait, setWait] = useSeconds(pin.wait)
  const check = async (): Promise<void> => {
    const reply = await checkPin({ card, pin: pin.id, said })
    setSaid('')
    setProblem(reply.ok ? null : reply.problem)
    setAnswer(reply.ok ? reply.value : null)
    setWait(reply.ok ? reply.value.wait : Number(reply.problem.params['seconds'] ?? wait))
  }
  return (
    <Dialog
      title={t('pin.check-of', { holder: pin.holder })}
      sentence={t('pin.check-why')}
      onClose={onClose}
      foot={
        <>
          <span className="grow dim" role="timer">
            {wait > 0 ? t('pin.waiting', { n: wait }) : t('pin.tries', { n: answer?.triesLeft ?? pin.triesLeft })}
          </span>
          <Button onPress={onClose} kbd="Esc">
            {t('page.cancel')}
          </Button>
          <ActionButton
            keys="Enter"
            inText
            look="filled"
            label={t('pin.check-go')}
            disabled={said === '' || wait > 0}
            onAct={() => void check()}
          />
        </>
      }
    >
      <TextField label={t('pin.said')} type="password" value={said} onChange={setSaid} autoFocus />
      {problem === null ? null : <ProblemNote problem={problem} />}
      <div role="status">
        {answer === null ? null : (
          <p className={`pin-answer ${answer.right ? 'good' : 'late'}`}>
            {answer.right ? <Check aria-hidden /> : <X aria-hidden />}
            {answer.right ? t('pin.right', { holder: pin.holder }) : t('pin.wrong', { n: answer.triesLeft })}
          </p>
        )}
      </div>
    </Dialog>
  )
}

/** Whole seconds that run down to 0. */
function useSeconds(first: number): readonly [number, (seconds: number) => void] {
  const [left, setLeft] = useState(first)
  const runs = left > 0
  useEffect(() => {
    if (!runs) return undefined
    const timer = setInterval(() => setLeft((seconds) => Math.max(0, seconds - 1)), 1000)
    return () => clearInterval(timer)
  }, [runs])
  return [left, setLeft]
}
