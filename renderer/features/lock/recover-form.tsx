/** The second way in: the key from the printed sheet, and a new passphrase in place of the lost one. */
import { useState } from 'react'
import type { Saying } from '../../../shared/words/say.ts'
import { recover } from '../../state/vault.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { PassphraseField } from '../../ui/passphrase-field.tsx'
import { ProblemNote } from '../../ui/note.tsx'
import { StrengthMeter } from '../../ui/strength-meter.tsx'
import { estimate } from '../../ui/strength.ts'
import { t } from '../../ui/t.ts'

export function RecoverForm() {
  const [key, setKey] = useState('')
  const [next, setNext] = useState('')
  const [again, setAgain] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Saying | null>(null)
  const ready = key.trim() !== '' && next !== '' && next === again && !busy
  const submit = async (): Promise<void> => {
    if (!ready) return
    setBusy(true)
    const answer = await recover(key, next)
    setBusy(false)
    if (!answer.ok) setProblem(answer.problem)
  }
  return (
    <form
      className="lock-form"
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <TextField
        label={t('lock.recovery-key')}
        hint={t('lock.recovery-hint')}
        value={key}
        onChange={setKey}
        mono
        autoFocus
      />
      <PassphraseField label={t('lock.new-passphrase')} value={next} onChange={setNext} />
      <StrengthMeter estimate={estimate(next)} />
      <PassphraseField
        label={t('lock.again')}
        value={again}
        onChange={setAgain}
        aside={again !== '' && !next.startsWith(again) ? t('lock.differs') : undefined}
      />
      {problem === null ? null : <ProblemNote problem={problem} />}
      <Button type="submit" look="filled" size="large" wide kbd="Enter" disabled={!ready}>
        {t('lock.recover')}
      </Button>
    </form>
  )
}
