/** Points the desk at a vault that is on this machine already; unlocking it is the lock page's business. */
import { useState } from 'react'
import type { Saying } from '../../../shared/words/say.ts'
import { saying } from '../../../shared/words/say.ts'
import { endSetup, startSetup } from '../../state/setup.ts'
import { choosePlace, vaultStatus } from '../../state/vault.ts'
import { ActionButton, Button } from '../../ui/button.tsx'
import { ProblemNote } from '../../ui/note.tsx'
import { t } from '../../ui/t.ts'
import { pickFolder, type VaultPlace } from './place-choice.tsx'
import { StepBox } from './steps.tsx'

/** null where it is there and the lock page can take over. */
async function point(place: VaultPlace): Promise<Saying | null> {
  startSetup()
  const chosen = await choosePlace(place?.grant ?? null)
  if (!chosen.ok) return chosen.problem
  const status = await vaultStatus()
  if (!status.ok) return status.problem
  return status.value.exists ? null : saying('vault-not-found', { dir: chosen.value.vault?.name ?? '' })
}

export function OpenExisting({ onBack }: { readonly onBack: () => void }) {
  const [problem, setProblem] = useState<Saying | null>(null)
  const open = async (place: VaultPlace): Promise<void> => {
    const found = await point(place)
    setProblem(found)
    if (found === null) endSetup()
  }
  const openFolder = async (): Promise<void> => {
    const place = await pickFolder()
    if (place !== null) await open(place)
  }
  return (
    <StepBox
      title={t('setup.open')}
      sentence={t('setup.open-why')}
      foot={<ActionButton keys="Alt+ArrowLeft" label={t('ui.back')} look="quiet" onAct={onBack} />}
    >
      <div className="row">
        <Button look="filled" onPress={() => void openFolder()} autoFocus>
          {t('setup.open-folder')}
        </Button>
        <Button onPress={() => void open(null)}>{t('setup.open-usual')}</Button>
      </div>
      {problem === null ? null : <ProblemNote problem={problem} />}
    </StepBox>
  )
}
