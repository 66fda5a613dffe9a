/** The passphrase, with Caps Lock told and the wait after wrong ones counted down. */
import { useState } from 'react'
import type { Saying } from '../../../shared/words/say.ts'
import { unlock } from '../../state/vault.ts'
import { Button } from '../../ui/button.tsx'
import { PassphraseField } from '../../ui/passphrase-field.tsx'
import { ProblemNote } from '../../ui/note.tsx'
import { t } from '../../ui/t.ts'
import { useWait } from './use-wait.ts'

export function UnlockForm() {
  const [passphrase, setPassphrase] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Saying | null>(null)
  const [seconds, wait] = useWait()
  const submit = async (): Promise<void> => {
    if (busy || seconds > 0 || passphrase === '') return
    setBusy(true)
    const answer = await unlock(passphrase)
    setPassphrase('')
    setBusy(false)
    if (answer.ok) return
    setProblem(answer.problem)
    wait(Number(answer.problem.params['seconds'] ?? 0))
  }
  return (
    <form
      className="lock-form"
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <PassphraseField label={t('lock.passphrase')} value={passphrase} onChange={setPassphrase} large autoFocus />
      {problem === null ? null : <ProblemNote problem={problem} />}
      <Button type="submit" look="filled" size="large" wide kbd="Enter" disabled={busy || seconds > 0}>
        {seconds > 0 ? t('lock.wait', { seconds }) : busy ? t('lock.opening') : t('lock.unlock')}
      </Button>
    </form>
  )
}
