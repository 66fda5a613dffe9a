/** Writes a key of our own to a file or onto paper, locked by a passphrase that is asked for twice; afterwards says what to do with it. */
import { useState } from 'react'
import type { Input, Output } from '../../../shared/ipc/contract.ts'
import type { KeyRow } from '../../../shared/ipc/views.ts'
import type { Saying } from '../../../shared/words/say.ts'
import { pick } from '../../state/desk.ts'
import { backUpKey, openKeys } from '../../state/keyring.ts'
import { told } from '../../state/toasts.ts'
import { AskDialog } from '../../ui/ask-dialog.tsx'
import { ActionButton } from '../../ui/button.tsx'
import { Choices } from '../../ui/checkbox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { isWellTyped, NewPassphrase, nothingTyped } from '../../ui/new-passphrase.tsx'
import { ProblemNote } from '../../ui/note.tsx'
import { Facts } from '../../ui/pane.tsx'
import { t } from '../../ui/t.ts'
import { ownerOf } from './key-groups.ts'

type Form = Input<'key.backup'>['form']
const forms: readonly Form[] = ['file', 'paper']
/** As the contract asks. */
const least = 8

export function BackupDialog({ row, onClose }: { readonly row: KeyRow; readonly onClose: () => void }) {
  const [form, setForm] = useState<Form>('file')
  const [typed, setTyped] = useState(nothingTyped)
  const [problem, setProblem] = useState<Saying | null>(null)
  const [done, setDone] = useState<Output<'key.backup'> | null>(null)
  const write = async (): Promise<void> => {
    const name = `key-${row.fingerprint}.${form === 'paper' ? 'html' : 'asc'}`
    const to = told(await pick('save', t('keybackup.title', { owner: ownerOf(row) }), name))?.[0]
    if (to === undefined) return
    const answer = await backUpKey({ fingerprint: row.fingerprint, form, passphrase: typed.first, to })
    if (!answer.ok) return setProblem(answer.problem)
    await openKeys.refresh(row.fingerprint)
    setDone(answer.value)
  }
  if (done !== null) return <Done form={form} done={done} onClose={onClose} />
  return (
    <AskDialog
      title={t('keybackup.title', { owner: ownerOf(row) })}
      sentence={t('keybackup.why')}
      go={t('keybackup.go')}
      ready={isWellTyped(typed, least)}
      onGo={write}
      onClose={onClose}
    >
      <Choices
        label={t('keybackup.form')}
        value={form}
        choices={forms.map((value) => ({
          value,
          label: t(`keybackup.${value}`),
          detail: t(`keybackup.${value}-why`),
        }))}
        onChange={setForm}
      />
      <NewPassphrase
        label={t('keybackup.passphrase')}
        hint={t('keybackup.passphrase-why')}
        typed={typed}
        least={least}
        onChange={setTyped}
        autoFocus
      />
      {problem === null ? null : <ProblemNote problem={problem} />}
    </AskDialog>
  )
}

interface DoneProps {
  readonly form: Form
  readonly done: Output<'key.backup'>
  readonly onClose: () => void
}

function Done({ form, done, onClose }: DoneProps) {
  return (
    <Dialog
      title={t('keybackup.done')}
      sentence={t(`keybackup.done-${form}`)}
      onClose={onClose}
      foot={<ActionButton keys="Enter" look="filled" label={t('ui.close')} onAct={onClose} />}
    >
      <Facts
        facts={[
          [t('keybackup.file'), done.file],
          [
            t('casepage.sha256'),
            <span key="hash" className="mono whole-hash">
              {done.sha256}
            </span>,
          ],
        ]}
      />
    </Dialog>
  )
}
