/** Makes a card by hand: a name and what the party is to us; the rest is written on the card. */
import { useState } from 'react'
import { cardRoles, type CardRole } from '../../../shared/domain/card/fields.ts'
import { saying } from '../../../shared/words/say.ts'
import { createCard } from '../../state/cards.ts'
import { go } from '../../state/route.ts'
import { showDone, told } from '../../state/toasts.ts'
import { AskDialog } from '../../ui/ask-dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { t } from '../../ui/t.ts'

export function CreateDialog({ onClose }: { readonly onClose: () => void }) {
  const [name, setName] = useState('')
  const [role, setRole] = useState<CardRole>('csirt')
  const save = async (): Promise<void> => {
    const card = told(await createCard({ name: name.trim(), role }))
    if (card === null) return
    showDone(saying('contacts.created', { name: name.trim() }))
    onClose()
    go({ page: 'card', params: { id: card.id } })
  }
  return (
    <AskDialog
      title={t('contacts.create')}
      sentence={t('contacts.create-why')}
      onClose={onClose}
      go={t('contacts.create-go')}
      ready={name.trim() !== ''}
      onGo={save}
    >
      <TextField label={t('contacts.create-name')} value={name} onChange={setName} autoFocus />
      <Select
        label={t('contacts.create-role')}
        value={role}
        choices={cardRoles.map((value) => ({ value, label: t(`role.${value}`) }))}
        onChange={setRole}
      />
    </AskDialog>
  )
}
