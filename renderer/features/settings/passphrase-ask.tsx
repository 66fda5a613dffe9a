/** A change of the keys that wants the passphrase of today; a refusal is said where it was typed. */
import { useState } from 'react'
import type { Saying } from '../../../shared/words/say.ts'
import type { Answer } from '../../bridge/client.ts'
import { AskDialog } from '../../ui/ask-dialog.tsx'
import { ProblemNote } from '../../ui/note.tsx'
import { PassphraseField } from '../../ui/passphrase-field.tsx'
import { t } from '../../ui/t.ts'

interface Props {
  readonly title: string
  readonly sentence: string
  readonly go: string
  readonly onGo: (passphrase: string) => Promise<Answer<unknown>>
  readonly onClose: () => void
}

export function PassphraseAsk({ onGo, ...ask }: Props) {
  const [passphrase, setPassphrase] = useState('')
  const [problem, setProblem] = useState<Saying | null>(null)
  const run = async (): Promise<void> => {
    const answer = await onGo(passphrase)
    setProblem(answer.ok ? null : answer.problem)
  }
  return (
    <AskDialog {...ask} ready={passphrase !== ''} onGo={run}>
      <PassphraseField label={t('lock-keys.current')} value={passphrase} onChange={setPassphrase} autoFocus />
      {problem === null ? null : <ProblemNote problem={problem} />}
    </AskDialog>
  )
}
