/** Asks for the passphrase of an own key in the place where it is needed; the work goes on when it is open. */
import { useState } from 'react'
import type { Saying } from '../../shared/words/say.ts'
import { AskDialog } from './ask-dialog.tsx'
import { Choices } from './checkbox.tsx'
import { Fingerprint } from './fingerprint.tsx'
import { PassphraseField } from './passphrase-field.tsx'
import { sentence, t } from './t.ts'

export type KeepUnlocked = 'session' | 'vault'

interface Props {
  readonly fingerprint: string
  readonly why: string
  /** The words of the button. */
  readonly go: string
  /** Answers why it was refused; null where the key is open. */
  readonly onUnlock: (passphrase: string, keep: KeepUnlocked) => Promise<Saying | null>
  readonly onClose: () => void
}

export function UnlockKeyDialog({ fingerprint, why, go, onUnlock, onClose }: Props) {
  const [passphrase, setPassphrase] = useState('')
  const [keep, setKeep] = useState<KeepUnlocked>('session')
  const [refused, setRefused] = useState<Saying | null>(null)
  const unlock = async (): Promise<void> => {
    const problem = await onUnlock(passphrase, keep)
    setRefused(problem)
    if (problem !== null) setPassphrase('')
  }
  return (
    <AskDialog
      title={t('unlock-key.title')}
      sentence={why}
      go={go}
      ready={passphrase !== ''}
      onGo={unlock}
      onClose={onClose}
    >
      <p className="row">
        <Fingerprint value={fingerprint} />
      </p>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (passphrase !== '') void unlock()
        }}
      >
        <PassphraseField
          label={t('unlock-key.passphrase')}
          value={passphrase}
          onChange={(text) => {
            setPassphrase(text)
            // A field that is still marked wrong keeps its form from being sent.
            setRefused(null)
          }}
          error={refused === null ? null : sentence(refused)}
          autoFocus
        />
      </form>
      <Choices
        label={t('unlock-key.keep')}
        value={keep}
        choices={[
          { value: 'session', label: t('unlock-key.session') },
          { value: 'vault', label: t('unlock-key.vault') },
        ]}
        onChange={setKeep}
      />
    </AskDialog>
  )
}
