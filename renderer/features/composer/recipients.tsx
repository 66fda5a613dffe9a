/** To whom it goes: each with the full fingerprint, what its key can do today, and who has checked it; and a box to add more. */
import { ShieldAlert, ShieldCheck, ShieldQuestion, X } from 'lucide-react'
import { useState } from 'react'
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import type { CardRow } from '../../../shared/ipc/card-views.ts'
import type { Recipient } from '../../../shared/ipc/views.ts'
import { cardLists } from '../../state/cards.ts'
import { Button } from '../../ui/button.tsx'
import { Fingerprint } from '../../ui/fingerprint.tsx'
import { formatTime } from '../../ui/time-format.ts'
import { t } from '../../ui/t.ts'

interface Props {
  readonly recipients: readonly Recipient[]
  readonly to: readonly string[]
  readonly onChange: (to: readonly string[]) => void
}

export function Recipients({ recipients, to, onChange }: Props) {
  const cards = cardLists.use('').value ?? []
  return (
    <section aria-label={t('compose.to')}>
      {to.length === 0 ? <p className="compose-nobody">{t('compose.nobody')}</p> : null}
      <ul>
        {recipients
          .filter(({ card }) => to.includes(card))
          .map((recipient) => (
            <RecipientRow
              key={recipient.card}
              recipient={recipient}
              onRemove={() => onChange(to.filter((card) => card !== recipient.card))}
            />
          ))}
      </ul>
      <AddTeam cards={cards.filter(({ id, own }) => !own && !to.includes(id))} onAdd={(id) => onChange([...to, id])} />
    </section>
  )
}

function RecipientRow({ recipient, onRemove }: { readonly recipient: Recipient; readonly onRemove: () => void }) {
  const { name, address, fingerprint, keyState, trust, expires } = recipient
  const usable = keyState === 'usable' || keyState === 'repaired'
  const verified = usable && trust === 'verified'
  const Icon = verified ? ShieldCheck : usable ? ShieldQuestion : ShieldAlert
  const tone = verified ? 'good' : usable ? 'soon' : 'late'
  return (
    <li className="recipient">
      <Icon aria-hidden className={tone} />
      <div className="grow">
        <p className="row">
          <strong>{name}</strong>
          <span className="dim cut grow">{address ?? t('compose.no-address')}</span>
          <strong className={verified ? '' : tone}>{stateWords(recipient)}</strong>
        </p>
        <p className="dim">
          {fingerprint === null
            ? t('compose.no-key-why')
            : expires === null
              ? t('compose.no-expiry')
              : t('compose.expires', { at: formatTime(expires, 'day') })}
        </p>
        {fingerprint === null ? null : <Fingerprint value={fingerprint} />}
      </div>
      <Button look="quiet" size="icon" label={t('compose.remove', { name })} onPress={onRemove}>
        <X aria-hidden />
      </Button>
    </li>
  )
}

const stateWords = ({ keyState, trust }: Recipient): string =>
  keyState === 'none' || trust === null
    ? t(`keystate.${keyState}`)
    : `${t(`keystate.${keyState}`)}, ${t(`trust.${trust}`)}`

function AddTeam({ cards, onAdd }: { readonly cards: readonly CardRow[]; readonly onAdd: (id: string) => void }) {
  const [text, setText] = useState('')
  const add = (key: string | number | null): void => {
    if (key === null) return
    setText('')
    onAdd(String(key))
  }
  return (
    <ComboBox
      className="compose-line"
      inputValue={text}
      onInputChange={setText}
      selectedKey={null}
      onSelectionChange={add}
      items={matching(cards, text)}
      menuTrigger="focus"
      allowsEmptyCollection
    >
      <Label>{t('compose.add')}</Label>
      <Input id="compose-add" className="input" placeholder={t('compose.add-hint')} />
      <Popover className="popover" isNonModal>
        <ListBox<CardRow> className="listbox" renderEmptyState={() => <p className="dim">{t('compose.add-none')}</p>}>
          {({ id, name, incidentAddress }) => (
            <ListBoxItem id={id} textValue={name} className="option">
              <strong>{name}</strong> <span className="dim">{incidentAddress}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}

function matching(cards: readonly CardRow[], text: string): readonly CardRow[] {
  const words = text.toLowerCase().split(/\s+/)
  return cards
    .filter(({ name, fullName, incidentAddress, country }) => {
      const all = [name, fullName, incidentAddress, country].join(' ').toLowerCase()
      return words.every((word) => all.includes(word))
    })
    .slice(0, 50)
}
