/** Gives a range or a name to a team by hand: the next look-up knows it. */
import { useState } from 'react'
import { saying } from '../../../shared/words/say.ts'
import { cardLists } from '../../state/cards.ts'
import { addRange, lookUp } from '../../state/directory.ts'
import { showDone, told } from '../../state/toasts.ts'
import { AskDialog } from '../../ui/ask-dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { t } from '../../ui/t.ts'

const most = 200

export function RangeDialog({ first, onClose }: { readonly first: string; readonly onClose: () => void }) {
  const [range, setRange] = useState(first)
  const [search, setSearch] = useState('')
  const [card, setCard] = useState('')
  const [reason, setReason] = useState('')
  const rows = (cardLists.use(search).value ?? []).slice(0, most)
  const chosen = rows.some(({ id }) => id === card) ? card : (rows[0]?.id ?? '')
  const save = async (): Promise<void> => {
    if (told(await addRange(chosen, range.trim(), reason)) === null) return void 0
    await lookUp()
    showDone(saying('directory.range-done', { range: range.trim() }))
    onClose()
  }
  return (
    <AskDialog
      title={t('directory.range')}
      sentence={t('directory.range-why')}
      onClose={onClose}
      go={t('directory.range-save')}
      ready={chosen !== '' && range.trim() !== ''}
      onGo={save}
    >
      <TextField label={t('directory.range-value')} mono value={range} onChange={setRange} autoFocus />
      <TextField label={t('directory.range-search')} type="search" value={search} onChange={setSearch} />
      <Select
        label={t('directory.range-card')}
        value={chosen}
        choices={rows.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={setCard}
      />
      <TextField label={t('directory.range-reason')} value={reason} onChange={setReason} />
    </AskDialog>
  )
}
