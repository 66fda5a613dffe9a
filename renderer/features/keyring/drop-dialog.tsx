/** Takes another's key out of the keyring; what it signed stays with the messages. */
import { useState } from 'react'
import type { KeyRow } from '../../../shared/ipc/views.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { dropKey } from '../../state/keyring.ts'
import { showDone } from '../../state/toasts.ts'
import { AskDialog } from '../../ui/ask-dialog.tsx'
import { Fingerprint } from '../../ui/fingerprint.tsx'
import { Note, ProblemNote } from '../../ui/note.tsx'
import { t } from '../../ui/t.ts'
import { ownerOf } from './key-groups.ts'
import { isTyped, LastFour } from './last-four.tsx'

export function DropDialog({ row, onClose }: { readonly row: KeyRow; readonly onClose: () => void }) {
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState<Saying | null>(null)
  const drop = async (): Promise<void> => {
    const answer = await dropKey(row.fingerprint, typed.trim().toUpperCase())
    if (!answer.ok) return setProblem(answer.problem)
    showDone(saying('drop.done', { owner: ownerOf(row) }))
    onClose()
  }
  return (
    <AskDialog
      title={t('drop.title', { owner: ownerOf(row) })}
      sentence={t('drop.why')}
      go={t('drop.go')}
      look="danger"
      ready={isTyped(typed, row.fingerprint)}
      onGo={drop}
      onClose={onClose}
    >
      <p>
        <Fingerprint value={row.fingerprint} />
      </p>
      {row.usedIn === 0 ? null : <Note tone="condition">{t('drop.used', { n: row.usedIn })}</Note>}
      <LastFour typed={typed} onChange={setTyped} autoFocus />
      {problem === null ? null : <ProblemNote problem={problem} />}
    </AskDialog>
  )
}
