/** Step 2: the passphrase and its paper twin. "Nobody can reset it" stands here before, not after. */
import { useState } from 'react'
import type { Saying } from '../../../shared/words/say.ts'
import { choosePlace, createVault, vaultStatus } from '../../state/vault.ts'
import { saying } from '../../../shared/words/say.ts'
import { ActionButton, Button } from '../../ui/button.tsx'
import { Note, ProblemNote } from '../../ui/note.tsx'
import { PassphraseField } from '../../ui/passphrase-field.tsx'
import { t } from '../../ui/t.ts'
import { PlaceChoice, type VaultPlace } from './place-choice.tsx'
import { RecoverySide } from './recovery-side.tsx'
import { StepBox } from './steps.tsx'
import { estimate, type Estimate } from '../../ui/strength.ts'
import { StrengthMeter } from '../../ui/strength-meter.tsx'
import type { Wish } from './wish.ts'

interface Props {
  readonly wish: Wish
  readonly onBack: () => void
  readonly onNext: () => void
}

export function PassphraseStep({ wish, onBack, onNext }: Props) {
  const [passphrase, setPassphrase] = useState('')
  const [again, setAgain] = useState('')
  const [place, setPlace] = useState<VaultPlace>(null)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Saying | null>(null)
  const [recoveryKey, setRecoveryKey] = useState<string | null>(null)
  const [proved, setProved] = useState(false)
  const strength = estimate(passphrase)
  const ready = isEnough(strength) && passphrase === again && !busy
  const make = async (): Promise<void> => {
    setBusy(true)
    const answer = await makeVault(wish, passphrase, place)
    setBusy(false)
    if (!answer.ok) return setProblem(answer.problem)
    setPassphrase('')
    setAgain('')
    setProblem(null)
    setRecoveryKey(answer.value.recoveryKey)
  }
  const submit = (): void => {
    if (recoveryKey !== null) return proved ? onNext() : undefined
    if (ready) void make()
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <StepBox
        title={recoveryKey === null ? t('setup.passphrase') : t('setup.made')}
        sentence={recoveryKey === null ? t('setup.passphrase-why') : t('setup.made-why')}
        side={<RecoverySide recoveryKey={recoveryKey} code={wish.code} onProved={() => setProved(true)} />}
        foot={
          recoveryKey === null ? (
            <>
              <ActionButton keys="Alt+ArrowLeft" label={t('ui.back')} look="quiet" onAct={onBack} />
              <span className="grow" />
              <Button type="submit" look="filled" kbd="Enter" disabled={!ready}>
                {busy ? t('setup.making') : t('setup.make')}
              </Button>
            </>
          ) : (
            <>
              <span className="dim grow">{proved ? t('setup.proved') : t('setup.prove-first')}</span>
              <Button type="submit" look="filled" kbd="Enter" disabled={!proved}>
                {t('setup.next-keys')}
              </Button>
            </>
          )
        }
      >
        {recoveryKey === null ? (
          <>
            <PassphraseField label={t('lock.passphrase')} value={passphrase} onChange={setPassphrase} autoFocus />
            <StrengthMeter estimate={strength} />
            <PassphraseField
              label={t('lock.again')}
              value={again}
              onChange={setAgain}
              aside={agreement(passphrase, again)}
            />
            <PlaceChoice place={place} onChange={setPlace} />
          </>
        ) : (
          <PaperSteps />
        )}
        <Note tone="condition">
          <strong>{t('setup.nobody')}</strong> {t('setup.nobody-why')}
        </Note>
        {problem === null ? null : <ProblemNote problem={problem} />}
      </StepBox>
    </form>
  )
}

function PaperSteps() {
  return (
    <ol className="setup-todo">
      <li>{t('setup.made.print')}</li>
      <li>{t('setup.made.away')}</li>
      <li>{t('setup.made.type')}</li>
    </ol>
  )
}

const isEnough = ({ strength }: Estimate): boolean => strength !== 'none' && strength !== 'weak'

function agreement(passphrase: string, again: string): string | undefined {
  if (again === '') return undefined
  if (passphrase === again) return t('setup.agrees')
  return passphrase.startsWith(again) ? t('setup.agrees-so-far') : t('lock.differs')
}

async function makeVault(wish: Wish, passphrase: string, place: VaultPlace) {
  const chosen = await choosePlace(place?.grant ?? null)
  if (!chosen.ok) return chosen
  const status = await vaultStatus()
  if (!status.ok) return status
  if (status.value.exists)
    return { ok: false, problem: saying('vault-exists', { dir: chosen.value.vault?.name ?? '' }) } as const
  const { code, name, tier, zone, trial } = wish
  return createVault({ passphrase, analyst: { code, name, tier }, zone, trial })
}
