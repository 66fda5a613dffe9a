/** Makes a key of our own: name, address, for whom, until when, and a passphrase of its own if it shall have one. */
import { useState } from 'react'
import type { KeyRow } from '../../../shared/ipc/views.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { generateKey } from '../../state/keyring.ts'
import { me } from '../../state/me.ts'
import { showDone } from '../../state/toasts.ts'
import { AskDialog } from '../../ui/ask-dialog.tsx'
import { Checkbox, Choices } from '../../ui/checkbox.tsx'
import { TextField } from '../../ui/field.tsx'
import { isWellTyped, NewPassphrase, nothingTyped } from '../../ui/new-passphrase.tsx'
import { ProblemNote } from '../../ui/note.tsx'
import { t } from '../../ui/t.ts'
import { DaysChoice } from './days-choice.tsx'

interface Props {
  readonly onClose: () => void
  readonly onDone: (fingerprint: string) => void
}

const roles = ['team', 'desk'] as const

export function GenerateDialog({ onClose, onDone }: Props) {
  const own = me.get().value?.ownCard ?? null
  const [name, setName] = useState(own?.name ?? '')
  const [email, setEmail] = useState(own?.address ?? '')
  const [role, setRole] = useState<Exclude<KeyRow['role'], 'other'>>('team')
  const [days, setDays] = useState<number | null>(730)
  const [locked, setLocked] = useState(false)
  const [typed, setTyped] = useState(nothingTyped)
  const [problem, setProblem] = useState<Saying | null>(null)
  const isNamed = name.trim() !== '' && !/[<>]/.test(name) && /^[^\s@]+@[^\s@]+$/.test(email)
  const make = async (): Promise<void> => {
    const passphrase = locked ? typed.first : null
    const answer = await generateKey({ name: name.trim(), email: email.trim(), role, days, passphrase })
    if (!answer.ok) return setProblem(answer.problem)
    showDone(saying('generate.done'))
    onDone(answer.value.fingerprint)
  }
  return (
    <AskDialog
      title={t('generate.title')}
      sentence={t('generate.why')}
      go={t('generate.go')}
      ready={isNamed && (!locked || isWellTyped(typed, 1))}
      onGo={make}
      onClose={onClose}
      wide
    >
      <div className="two-columns">
        <TextField label={t('generate.name')} value={name} onChange={setName} autoFocus />
        <TextField label={t('generate.address')} type="email" value={email} onChange={setEmail} />
      </div>
      <Choices
        label={t('generate.role')}
        value={role}
        choices={roles.map((value) => ({
          value,
          label: t(`generate.role.${value}`),
          detail: t(`generate.role.${value}-why`),
        }))}
        onChange={setRole}
      />
      <DaysChoice label={t('generate.days')} days={days} onChange={setDays} />
      <Checkbox checked={locked} onChange={setLocked} detail={t('generate.passphrase-why')}>
        {t('generate.passphrase')}
      </Checkbox>
      {locked ? (
        <div className="two-columns">
          <NewPassphrase label={t('keypass.next')} typed={typed} least={1} onChange={setTyped} />
        </div>
      ) : null}
      {problem === null ? null : <ProblemNote problem={problem} />}
    </AskDialog>
  )
}
