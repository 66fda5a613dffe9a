/** Another passphrase; then what it does not reach, and the new data key that does. */
import { useState } from 'react'
import type { VaultKeys } from '../../../shared/ipc/vault-views.ts'
import type { Saying } from '../../../shared/words/say.ts'
import { changePassphrase, newDataKey, vaultKeys } from '../../state/vault-keys.ts'
import { AskDialog } from '../../ui/ask-dialog.tsx'
import { ProblemNote } from '../../ui/note.tsx'
import { PassphraseField } from '../../ui/passphrase-field.tsx'
import { StrengthMeter } from '../../ui/strength-meter.tsx'
import { estimate } from '../../ui/strength.ts'
import { t } from '../../ui/t.ts'
import { OlderBackups } from './older-backups.tsx'

interface Props {
  readonly onClose: () => void
}

export function PassphraseDialog({ onClose }: Props) {
  const [typed, setTyped] = useState({ current: '', next: '', again: '' })
  const [problem, setProblem] = useState<Saying | null>(null)
  const [changed, setChanged] = useState(false)
  const { current, next, again } = typed
  const set = (change: Partial<typeof typed>): void => setTyped({ ...typed, ...change })
  const change = async (): Promise<void> => {
    const answer = await changePassphrase(current, next)
    setProblem(answer.ok ? null : answer.problem)
    setChanged(answer.ok)
  }
  if (changed) return <Changed passphrase={next} onClose={onClose} />
  return (
    <AskDialog
      title={t('lock-keys.change')}
      sentence={t('lock-keys.change-why')}
      go={t('lock-keys.change')}
      ready={current !== '' && next !== '' && next === again}
      onGo={change}
      onClose={onClose}
    >
      <PassphraseField
        label={t('lock-keys.current')}
        value={current}
        onChange={(text) => set({ current: text })}
        autoFocus
      />
      <PassphraseField label={t('lock-keys.next')} value={next} onChange={(text) => set({ next: text })} />
      <StrengthMeter estimate={estimate(next)} />
      <PassphraseField
        label={t('lock-keys.again')}
        value={again}
        onChange={(text) => set({ again: text })}
        aside={again !== '' && !next.startsWith(again) ? t('lock.differs') : undefined}
      />
      {problem === null ? null : <ProblemNote problem={problem} />}
    </AskDialog>
  )
}

function Changed({ passphrase, onClose }: Props & { readonly passphrase: string }) {
  const [problem, setProblem] = useState<Saying | null>(null)
  const older: VaultKeys['older'] = vaultKeys.use().value?.older ?? []
  const seal = async (): Promise<void> => {
    const answer = await newDataKey(passphrase)
    if (answer.ok) return onClose()
    setProblem(answer.problem)
  }
  return (
    <AskDialog
      title={t('lock-keys.changed')}
      sentence={t('lock-keys.changed-why')}
      cancel={t('lock-keys.not-now')}
      go={t('lock-keys.new-key-go')}
      ready
      onGo={seal}
      onClose={onClose}
    >
      <OlderBackups older={older} />
      <p>{t('lock-keys.new-key-why')}</p>
      {problem === null ? null : <ProblemNote problem={problem} />}
    </AskDialog>
  )
}
