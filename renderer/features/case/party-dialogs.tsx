/** Who is party to a case: added from a card or by name, with a role; taken off with a reason. */
import { useState } from 'react'
import { partyRoles, type PartyRole } from '../../../shared/domain/case/vocabulary.ts'
import { cardLists } from '../../state/cards.ts'
import { AskDialog } from '../../ui/ask-dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { t } from '../../ui/t.ts'
import { act } from './act.ts'
import type { LayerProps } from './case-desk.ts'
import { ReasonDialog } from './reason-dialog.tsx'

/** `party` null: a new one. */
export function PartyDialog({ view: { state }, onClose, party }: LayerProps & { readonly party: string | null }) {
  const before = state.parties.find(({ id }) => id === party)
  const cards = (cardLists.use('').value ?? []).filter(({ own }) => !own)
  const [name, setName] = useState(before?.name ?? '')
  const [card, setCard] = useState(before?.card ?? '')
  const [role, setRole] = useState<PartyRole>(before?.role ?? (state.kind === 'vulnerability' ? 'vendor' : 'affected'))
  const choose = (id: string): void => {
    setCard(id)
    const chosen = cards.find((one) => one.id === id)
    if (chosen !== undefined) setName(chosen.name)
  }
  const go = async (): Promise<void> => {
    const command = { do: 'party', party, name: name.trim(), card: card === '' ? null : card, role } as const
    if ((await act(state.number, command)) !== null) onClose()
  }
  const ofCard = cards.map(({ id, name: label }) => ({ value: id, label }))
  return (
    <AskDialog
      title={before === undefined ? t('casework.party-add') : t('casework.party-edit', { name: before.name })}
      sentence={t('casework.party-why')}
      go={before === undefined ? t('casework.party-add') : t('casepage.set-go')}
      ready={name.trim() !== ''}
      onGo={go}
      onClose={onClose}
    >
      <TextField label={t('casework.party-name')} value={name} onChange={setName} autoFocus />
      <Select
        label={t('casework.party-card')}
        value={card}
        choices={[{ value: '', label: t('casework.party-no-card') }, ...ofCard]}
        onChange={choose}
      />
      <Select
        label={t('casework.party-role')}
        value={role}
        choices={partyRoles.map((value) => ({ value, label: t(`party-role.${value}`) }))}
        onChange={setRole}
      />
    </AskDialog>
  )
}

export function DropPartyDialog({ view: { state }, onClose, party }: LayerProps & { readonly party: string }) {
  const name = state.parties.find(({ id }) => id === party)?.name ?? ''
  return (
    <ReasonDialog
      title={t('casework.party-drop-title', { name })}
      sentence={t('casework.party-drop-why')}
      go={t('casework.party-drop')}
      look="danger"
      onGo={async (reason) => (await act(state.number, { do: 'party-drop', party, reason })) !== null}
      onClose={onClose}
    />
  )
}
