/** A backup into a new, empty folder; what was restored is then unlocked like any vault. */
import { useState } from 'react'
import type { Saying } from '../../../shared/words/say.ts'
import { pick } from '../../state/desk.ts'
import { endSetup, startSetup } from '../../state/setup.ts'
import { told } from '../../state/toasts.ts'
import { choosePlace, restoreBackup } from '../../state/vault.ts'
import { ActionButton, Button } from '../../ui/button.tsx'
import { ProblemNote } from '../../ui/note.tsx'
import { PassphraseField } from '../../ui/passphrase-field.tsx'
import { t } from '../../ui/t.ts'
import { PlaceChoice, type VaultPlace } from './place-choice.tsx'
import { StepBox } from './steps.tsx'

/** The folder first: a permission for a file is given to the process of the chosen vault. */
async function restore(place: VaultPlace, passphrase: string): Promise<Saying | null> {
  startSetup()
  const chosen = await choosePlace(place?.grant ?? null)
  if (!chosen.ok) return chosen.problem
  const from = told(await pick('open', t('setup.restore-file')))?.[0]
  if (from === undefined) return null
  const answer = await restoreBackup(from, passphrase)
  if (!answer.ok) return answer.problem
  endSetup()
  return null
}

export function RestoreBackup({ onBack }: { readonly onBack: () => void }) {
  const [place, setPlace] = useState<VaultPlace>(null)
  const [passphrase, setPassphrase] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Saying | null>(null)
  const go = async (): Promise<void> => {
    setBusy(true)
    setProblem(await restore(place, passphrase))
    setBusy(false)
  }
  return (
    <StepBox
      title={t('setup.restore')}
      sentence={t('setup.restore-why')}
      foot={
        <>
          <ActionButton keys="Alt+ArrowLeft" label={t('ui.back')} look="quiet" onAct={onBack} />
          <span className="grow" />
          <Button look="filled" disabled={passphrase === '' || busy} onPress={() => void go()}>
            {busy ? t('setup.restoring') : t('setup.restore-go')}
          </Button>
        </>
      }
    >
      <PlaceChoice place={place} onChange={setPlace} />
      <PassphraseField label={t('setup.restore-passphrase')} value={passphrase} onChange={setPassphrase} autoFocus />
      {problem === null ? null : <ProblemNote problem={problem} />}
    </StepBox>
  )
}
