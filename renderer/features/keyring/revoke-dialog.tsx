/** Ends a key of our own for good: says what that means, asks why, and wants the last four digits typed. */
import { useState } from 'react'
import type { Input } from '../../../shared/ipc/contract.ts'
import type { KeyRow } from '../../../shared/ipc/views.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { revokeKey } from '../../state/keyring.ts'
import { showDone } from '../../state/toasts.ts'
import { AskDialog } from '../../ui/ask-dialog.tsx'
import { Choices } from '../../ui/checkbox.tsx'
import { Fingerprint } from '../../ui/fingerprint.tsx'
import { Note, ProblemNote } from '../../ui/note.tsx'
import { t } from '../../ui/t.ts'
import { ownerOf } from './key-groups.ts'
import { isTyped, LastFour } from './last-four.tsx'

type Reason = Input<'key.revoke'>['reason']
const reasons: readonly Reason[] = ['superseded', 'retired', 'compromised', 'no-reason']

export function RevokeDialog({ row, onClose }: { readonly row: KeyRow; readonly onClose: () => void }) {
  const [reason, setReason] = useState<Reason>('superseded')
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState<Saying | null>(null)
  const revoke = async (): Promise<void> => {
    const answer = await revokeKey({ fingerprint: row.fingerprint, reason })
    if (!answer.ok) return setProblem(answer.problem)
    showDone(saying('revoke.done', { owner: ownerOf(row) }))
    onClose()
  }
  return (
    <AskDialog
      title={t('revoke.title', { owner: ownerOf(row) })}
      go={t('revoke.go')}
      look="danger"
      ready={isTyped(typed, row.fingerprint)}
      onGo={revoke}
      onClose={onClose}
    >
      <Note tone="stop">
        <ul className="revoke-means">
          <li>{t('revoke.means-others')}</li>
          <li>{t('revoke.means-old')}</li>
          <li>{t('revoke.means-never')}</li>
          <li>{t('revoke.means-send')}</li>
        </ul>
      </Note>
      <p>
        <Fingerprint value={row.fingerprint} />
      </p>
      <Choices
        label={t('revoke.reason')}
        value={reason}
        choices={reasons.map((value) => ({
          value,
          label: t(`revoke.reason.${value}`),
          detail: t(`revoke.reason.${value}-why`),
        }))}
        onChange={setReason}
      />
      <LastFour typed={typed} onChange={setTyped} />
      {problem === null ? null : <ProblemNote problem={problem} />}
    </AskDialog>
  )
}
