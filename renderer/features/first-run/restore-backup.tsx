/** A backup into a new, empty folder; what was restored is then unlocked like any vault. */
import { Check } from 'lucide-react'
import { useState } from 'react'
import type { RestoreReport } from '../../../shared/ipc/vault-views.ts'
import type { Grant } from '../../../shared/ipc/views.ts'
import type { Answer } from '../../bridge/client.ts'
import { pick } from '../../state/desk.ts'
import { endSetup, startSetup } from '../../state/setup.ts'
import { lookInside } from '../../state/store.ts'
import { told } from '../../state/toasts.ts'
import { choosePlace, restoreBackup } from '../../state/vault.ts'
import { ActionButton, Button } from '../../ui/button.tsx'
import { ProblemNote } from '../../ui/note.tsx'
import { PassphraseField } from '../../ui/passphrase-field.tsx'
import { sentence, t } from '../../ui/t.ts'
import { formatCount, formatTime } from '../../ui/time-format.ts'
import { PlaceChoice, type VaultPlace } from './place-choice.tsx'
import { StepBox } from './steps.tsx'

/** The folder first: a permission for a file is given to the process of the chosen vault. */
async function chooseBackup(place: VaultPlace): Promise<Answer<Grant> | null> {
  startSetup()
  const chosen = await choosePlace(place?.grant ?? null)
  if (!chosen.ok) return chosen
  const from = told(await pick('open', t('setup.restore-file')))?.[0]
  return from === undefined ? null : { ok: true, value: from }
}

export function RestoreBackup({ onBack }: { readonly onBack: () => void }) {
  const [place, setPlace] = useState<VaultPlace>(null)
  const [passphrase, setPassphrase] = useState('')
  const [busy, setBusy] = useState(false)
  const [file, setFile] = useState<Grant | null>(null)
  const [answer, setAnswer] = useState<Answer<RestoreReport> | null>(null)
  const whileBusy = async (work: () => Promise<Answer<RestoreReport> | null>): Promise<void> => {
    setBusy(true)
    setAnswer(await work())
    setBusy(false)
  }
  const restore = async (): Promise<Answer<RestoreReport> | null> => {
    const from = await chooseBackup(place)
    if (from?.ok !== true) return from
    setFile(from.value)
    return restoreBackup(from.value, passphrase)
  }
  const look = async (from: Grant): Promise<Answer<RestoreReport> | null> => {
    const looked = await lookInside(from, passphrase)
    if (!looked.ok) return looked
    endSetup()
    return null
  }
  if (answer?.ok === true) return <Restored report={answer.value} />
  const problem = answer?.problem ?? null
  return (
    <StepBox
      title={t('setup.restore')}
      sentence={t('setup.restore-why')}
      foot={
        <>
          <ActionButton keys="Alt+ArrowLeft" label={t('ui.back')} look="quiet" onAct={onBack} />
          <span className="grow" />
          <Button look="filled" disabled={passphrase === '' || busy} onPress={() => void whileBusy(restore)}>
            {busy ? t('setup.restoring') : t('setup.restore-go')}
          </Button>
        </>
      }
    >
      <PlaceChoice place={place} onChange={setPlace} />
      <PassphraseField label={t('setup.restore-passphrase')} value={passphrase} onChange={setPassphrase} autoFocus />
      {problem === null ? null : (
        <ProblemNote
          problem={problem}
          action={
            file !== null && problem.code === 'backup-damaged' ? (
              <ActionButton
                keys="Alt+B"
                label={t('store.look-left')}
                disabled={busy}
                onAct={() => void whileBusy(() => look(file))}
              />
            ) : null
          }
        />
      )}
    </StepBox>
  )
}

/** What was found, told before the restored vault is opened. */
function Restored({ report }: { readonly report: RestoreReport }) {
  const { cases, entries, blobs, at, checked } = report
  const what = { cases, entries: formatCount(entries), blobs, at: formatTime(at, 'iso') }
  return (
    <StepBox
      title={t('setup.restored')}
      sentence={t('setup.restored-what', what)}
      foot={
        <>
          <span className="grow" />
          <ActionButton keys="Enter" label={t('setup.restored-go')} look="filled" onAct={endSetup} />
        </>
      }
    >
      <ul className="stack">
        {checked.map((one) => (
          <li key={one} className="row">
            <Check size={15} aria-hidden />
            {sentence({ code: one, params: {} })}
          </li>
        ))}
      </ul>
    </StepBox>
  )
}
