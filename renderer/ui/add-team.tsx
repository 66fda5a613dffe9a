/** A box in which one types a team, an address or a country, and takes the card that is meant. */
import { useState } from 'react'
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import { Kbd } from './kbd.tsx'

export interface TeamChoice {
  readonly id: string
  readonly name: string
  readonly fullName: string | null
  readonly country: string | null
  readonly incidentAddress: string | null
}

interface Props {
  /** Of the input, so that a key can bring the focus there. */
  readonly id: string
  readonly label: string
  readonly hint: string
  readonly none: string
  readonly keys: string
  readonly cards: readonly TeamChoice[]
  readonly onAdd: (id: string) => void
}

const most = 50

export function AddTeam({ id, label, hint, none, keys, cards, onAdd }: Props) {
  const [text, setText] = useState('')
  const add = (key: string | number | null): void => {
    if (key === null) return
    setText('')
    onAdd(String(key))
  }
  return (
    <ComboBox
      className="add-team"
      inputValue={text}
      onInputChange={setText}
      selectedKey={null}
      onSelectionChange={add}
      items={matching(cards, text)}
      menuTrigger="focus"
      allowsEmptyCollection
    >
      <Label>{label}</Label>
      <span className="add-team-box">
        <Input id={id} className="input" placeholder={hint} />
        <Kbd keys={keys} />
      </span>
      <Popover className="popover" isNonModal>
        <ListBox<TeamChoice> className="listbox" renderEmptyState={() => <p className="dim pad">{none}</p>}>
          {({ id: card, name, incidentAddress }) => (
            <ListBoxItem id={card} textValue={name} className="option">
              <strong>{name}</strong> <span className="dim">{incidentAddress}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}

/** Every word typed must stand somewhere in the card's names, address or country. */
function matching(cards: readonly TeamChoice[], text: string): readonly TeamChoice[] {
  const words = text.toLowerCase().split(/\s+/)
  return cards
    .filter(({ name, fullName, incidentAddress, country }) => {
      const all = [name, fullName, incidentAddress, country].join(' ').toLowerCase()
      return words.every((word) => all.includes(word))
    })
    .slice(0, most)
}
