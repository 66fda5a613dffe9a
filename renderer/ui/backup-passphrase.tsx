/** Asks for the passphrase of a backup that was chosen: to check it, or to look into it. */
import { useState } from 'react'
import type { Saying } from '../../shared/words/say.ts'
import { AskDialog } from './ask-dialog.tsx'
import { ProblemNote } from './note.tsx'
import { PassphraseField } from './passphrase-field.tsx'
import { t } from './t.ts'

interface Props {
  readonly title: string
  readonly sentence: string
  readonly go: string
  readonly name: string
  /** Why it was refused; null: it was not, and the dialog may go. */
  readonly onGo: (passphrase: string) => Promise<Saying | null>
  readonly onClose: () => void
}

export function BackupPassphrase({ title, sentence, go, name, onGo, onClose }: Props) {
  const [passphrase, setPassphrase] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Saying | null>(null)
  const run = async (): Promise<void> => {
    if (passphrase === '' || busy) return
    setBusy(true)
    setProblem(null)
    const refused = await onGo(passphrase)
    setBusy(false)
    if (refused === null) onClose()
    else setProblem(refused)
  }
  return (
    <AskDialog
      title={title}
      sentence={sentence}
      go={go}
      ready={passphrase !== '' && !busy}
      onGo={run}
      onClose={onClose}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void run()
        }}
      >
        <PassphraseField
          label={t('store.verify-passphrase', { name })}
          hint={t('store.verify-hint')}
          value={passphrase}
          onChange={setPassphrase}
          autoFocus
        />
      </form>
      {busy ? (
        <p className="dim" role="status">
          {t('store.opening')}
        </p>
      ) : null}
      {problem === null ? null : <ProblemNote problem={problem} />}
    </AskDialog>
  )
}
