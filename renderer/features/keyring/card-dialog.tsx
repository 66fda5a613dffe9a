/** Says whose key it is: a card chosen by its name, or nobody's that we know. */
import { useState } from 'react'
import type { KeyRow } from '../../../shared/ipc/views.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { cardLists } from '../../state/cards.ts'
import { linkKey } from '../../state/keyring.ts'
import { showDone } from '../../state/toasts.ts'
import { AskDialog } from '../../ui/ask-dialog.tsx'
import { Choices } from '../../ui/checkbox.tsx'
import { TextField } from '../../ui/field.tsx'
import { ProblemNote } from '../../ui/note.tsx'
import { t } from '../../ui/t.ts'
import { addressOf } from './key-groups.ts'

/** As many as fit without scrolling; more letters make fewer. */
const shown = 6
const nobody = ''

export function CardDialog({ row, onClose }: { readonly row: KeyRow; readonly onClose: () => void }) {
  const [search, setSearch] = useState(row.card?.name ?? addressOf(row)?.split('@')[1]?.split('.')[0] ?? '')
  const [chosen, setChosen] = useState<string | null>(row.card?.id ?? null)
  const [problem, setProblem] = useState<Saying | null>(null)
  const found = cardLists.use(search.trim()).value ?? []
  const link = async (): Promise<void> => {
    const answer = await linkKey(row.fingerprint, chosen === nobody ? null : chosen)
    if (!answer.ok) return setProblem(answer.problem)
    showDone(saying('keycard.done'))
    onClose()
  }
  return (
    <AskDialog
      title={t('keycard.title')}
      sentence={t('keycard.why')}
      go={t('keycard.go')}
      ready={chosen !== null && chosen !== (row.card?.id ?? nobody)}
      onGo={link}
      onClose={onClose}
    >
      <TextField label={t('keycard.search')} type="search" value={search} onChange={setSearch} autoFocus />
      <Choices
        label={t('key.card')}
        hideLabel
        value={chosen}
        choices={[
          ...found.slice(0, shown).map(({ id, name, incidentAddress }) => ({
            value: id,
            label: name,
            detail: incidentAddress ?? t('keycard.no-address'),
          })),
          { value: nobody, label: t('keycard.nobody') },
        ]}
        onChange={setChosen}
      />
      {found.length > shown ? <p className="dim">{t('keycard.more', { n: found.length - shown })}</p> : null}
      {problem === null ? null : <ProblemNote problem={problem} />}
    </AskDialog>
  )
}
