/** Step 3: the team key, for exchanges with others; the desk key was made with the vault. */
import { useState } from 'react'
import type { KeyRow } from '../../../shared/ipc/views.ts'
import type { Saying } from '../../../shared/words/say.ts'
import { pick } from '../../state/desk.ts'
import { generateKey, importKeys, keyring } from '../../state/keyring.ts'
import { me } from '../../state/me.ts'
import { told } from '../../state/toasts.ts'
import { Button } from '../../ui/button.tsx'
import { Choices } from '../../ui/checkbox.tsx'
import { TextField } from '../../ui/field.tsx'
import { FingerprintGroups } from '../../ui/fingerprint.tsx'
import { Note, ProblemNote } from '../../ui/note.tsx'
import { PassphraseField } from '../../ui/passphrase-field.tsx'
import { t } from '../../ui/t.ts'
import { StepBox } from './steps.tsx'

type Way = 'make' | 'import'

export function KeysStep({ onNext }: { readonly onNext: () => void }) {
  const analyst = me.use().value
  const [way, setWay] = useState<Way>('make')
  const [key, setKey] = useState<KeyRow | null>(null)
  return (
    <StepBox
      title={t('setup.keys')}
      sentence={t('setup.keys-why')}
      side={
        <>
          <h3>{t('setup.desk-key')}</h3>
          <p className="dim">{t('setup.desk-key-why')}</p>
          {analyst === null ? null : <FingerprintGroups value={analyst.deskKey} />}
        </>
      }
      foot={
        <>
          {key === null ? <span className="dim grow">{t('setup.keys-later')}</span> : <span className="grow" />}
          <Button look={key === null ? 'outline' : 'filled'} onPress={onNext}>
            {key === null ? t('setup.later') : t('setup.next-cards')}
          </Button>
        </>
      }
    >
      {key === null ? (
        <>
          <Choices
            label={t('setup.team-key')}
            value={way}
            choices={[
              { value: 'make', label: t('setup.key-make') },
              { value: 'import', label: t('setup.key-import') },
            ]}
            onChange={setWay}
            look="segments"
          />
          {way === 'make' ? <MakeKey onMade={setKey} /> : <ImportKey onMade={setKey} />}
        </>
      ) : (
        <Note>
          <p className="strong">{t('setup.key-there')}</p>
          <p className="dim">{key.userIds.join(', ')}</p>
          <FingerprintGroups value={key.fingerprint} />
        </Note>
      )}
    </StepBox>
  )
}

function MakeKey({ onMade }: { readonly onMade: (key: KeyRow) => void }) {
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Saying | null>(null)
  const ready = name.trim() !== '' && /^[^\s@]+@[^\s@]+$/.test(email) && !busy
  const make = async (): Promise<void> => {
    setBusy(true)
    const answer = await generateKey({ name, email, role: 'team' })
    setBusy(false)
    if (answer.ok) onMade(answer.value)
    else setProblem(answer.problem)
  }
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        if (ready) void make()
      }}
    >
      <TextField label={t('setup.team-name')} value={name} onChange={setName} autoFocus />
      <TextField label={t('setup.team-address')} type="email" value={email} onChange={setEmail} />
      {problem === null ? null : <ProblemNote problem={problem} />}
      <div>
        <Button type="submit" look="filled" kbd="Enter" disabled={!ready}>
          {t('setup.key-make-go')}
        </Button>
      </div>
    </form>
  )
}

function ImportKey({ onMade }: { readonly onMade: (key: KeyRow) => void }) {
  const [passphrase, setPassphrase] = useState('')
  const [problem, setProblem] = useState<Saying | null>(null)
  const choose = async (): Promise<void> => {
    const file = told(await pick('open', t('setup.key-import')))?.[0]
    if (file === undefined) return
    const answer = await importKeys({ file, role: 'team', ...(passphrase === '' ? {} : { passphrase }) })
    if (!answer.ok) return setProblem(answer.problem)
    const [taken] = answer.value.keys
    if (taken?.outcome === 'refused') return setProblem(taken.said[0] ?? null)
    await keyring.refresh()
    const key = keyring.get().value?.find(({ fingerprint }) => fingerprint === taken?.fingerprint)
    if (key !== undefined) onMade(key)
  }
  return (
    <div className="stack">
      <PassphraseField
        label={t('setup.key-passphrase')}
        hint={t('setup.key-passphrase-hint')}
        value={passphrase}
        onChange={setPassphrase}
      />
      {problem === null ? null : <ProblemNote problem={problem} />}
      <div>
        <Button look="filled" onPress={() => void choose()}>
          {t('setup.key-choose')}
        </Button>
      </div>
    </div>
  )
}
