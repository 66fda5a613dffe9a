/** The smaller questions about a key of our own: a later end, its passphrase, which messages it signs. */
import { useState } from 'react'
import { signingRoles, type SigningRole } from '../../../shared/ipc/key-views.ts'
import type { KeyRow } from '../../../shared/ipc/views.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { extendKey, keyring, openKeys, setKeyPassphrase, setSignsFor } from '../../state/keyring.ts'
import { showDone } from '../../state/toasts.ts'
import { AskDialog } from '../../ui/ask-dialog.tsx'
import { Checkbox, Choices } from '../../ui/checkbox.tsx'
import { isWellTyped, NewPassphrase, nothingTyped } from '../../ui/new-passphrase.tsx'
import { Note, ProblemNote } from '../../ui/note.tsx'
import { PassphraseField } from '../../ui/passphrase-field.tsx'
import { t } from '../../ui/t.ts'
import { DaysChoice } from './days-choice.tsx'
import { ownerOf } from './key-groups.ts'

export interface OwnDialogProps {
  readonly row: KeyRow
  readonly onClose: () => void
}

export function ExtendDialog({ row, onClose }: OwnDialogProps) {
  const [days, setDays] = useState<number | null>(730)
  const [problem, setProblem] = useState<Saying | null>(null)
  const extend = async (): Promise<void> => {
    const answer = await extendKey({ fingerprint: row.fingerprint, days })
    if (!answer.ok) return setProblem(answer.problem)
    showDone(saying('extend.done'))
    onClose()
  }
  return (
    <AskDialog
      title={t('extend.title', { owner: ownerOf(row) })}
      sentence={t('extend.why')}
      go={t('extend.go')}
      ready
      onGo={extend}
      onClose={onClose}
    >
      <DaysChoice label={t('extend.from-now')} days={days} onChange={setDays} />
      {problem === null ? null : <ProblemNote problem={problem} />}
    </AskDialog>
  )
}

type Lock = 'own' | 'vault'

export function PassphraseDialog({ row, onClose }: OwnDialogProps) {
  const state = openKeys.use(row.fingerprint).value?.own?.passphrase ?? 'none'
  const [current, setCurrent] = useState('')
  const [lock, setLock] = useState<Lock>('own')
  const [typed, setTyped] = useState(nothingTyped)
  const [keep, setKeep] = useState(false)
  const [problem, setProblem] = useState<Saying | null>(null)
  const isLocked = state !== 'none'
  const change = async (): Promise<void> => {
    const answer = await setKeyPassphrase({
      fingerprint: row.fingerprint,
      current: isLocked ? current : null,
      next: lock === 'own' ? typed.first : null,
      keep: lock === 'own' && keep,
    })
    if (!answer.ok) return setProblem(answer.problem)
    showDone(saying('keypass.done'))
    onClose()
  }
  const ready = (!isLocked || current !== '') && (lock === 'vault' || isWellTyped(typed, 1))
  return (
    <AskDialog
      title={t('keypass.title', { owner: ownerOf(row) })}
      sentence={t('keypass.why')}
      go={t('keypass.go')}
      ready={ready}
      onGo={change}
      onClose={onClose}
    >
      {isLocked ? (
        <PassphraseField label={t('keypass.current')} value={current} onChange={setCurrent} autoFocus />
      ) : null}
      <Choices
        label={t('keypass.lock')}
        value={lock}
        choices={[
          { value: 'own', label: t('keypass.own'), detail: t('keypass.own-why') },
          { value: 'vault', label: t('keypass.vault'), detail: t('keypass.vault-why') },
        ]}
        onChange={setLock}
      />
      {lock === 'own' ? (
        <>
          <NewPassphrase label={t('keypass.next')} typed={typed} least={1} onChange={setTyped} />
          <Checkbox checked={keep} onChange={setKeep} detail={t('unlockkey.vault-why')}>
            {t('unlockkey.vault')}
          </Checkbox>
        </>
      ) : null}
      {problem === null ? null : <ProblemNote problem={problem} />}
    </AskDialog>
  )
}

/** A role belongs to one key at a time: what it takes from another is said before. */
export function SignsForDialog({ row, onClose }: OwnDialogProps) {
  const others = (keyring.use().value ?? []).filter(({ fingerprint }) => fingerprint !== row.fingerprint)
  const [roles, setRoles] = useState<readonly SigningRole[]>(row.signsFor)
  const [problem, setProblem] = useState<Saying | null>(null)
  const holder = (role: SigningRole): string | undefined => {
    const key = others.find(({ signsFor }) => signsFor.includes(role))
    return key === undefined ? undefined : t('signsfor.now', { owner: ownerOf(key) })
  }
  const save = async (): Promise<void> => {
    const answer = await setSignsFor({ fingerprint: row.fingerprint, roles: [...roles] })
    if (!answer.ok) return setProblem(answer.problem)
    await openKeys.refresh(row.fingerprint)
    showDone(saying('signsfor.done'))
    onClose()
  }
  return (
    <AskDialog
      title={t('signsfor.title', { owner: ownerOf(row) })}
      sentence={t('signsfor.why')}
      go={t('signsfor.go')}
      ready
      onGo={save}
      onClose={onClose}
    >
      {signingRoles.map((role) => (
        <Checkbox
          key={role}
          checked={roles.includes(role)}
          onChange={(on) => setRoles(on ? [...roles, role] : roles.filter((one) => one !== role))}
          detail={holder(role) ?? t(`signs.${role}-why`)}
        >
          {t(`signs.${role}`)}
        </Checkbox>
      ))}
      {row.canSign ? null : <Note tone="condition">{t('signsfor.cannot')}</Note>}
      {problem === null ? null : <ProblemNote problem={problem} />}
    </AskDialog>
  )
}
