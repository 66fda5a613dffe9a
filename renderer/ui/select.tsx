/** A choice of one out of a list that is too long for radio buttons. */
import { ChevronDown } from 'lucide-react'
import { Button, Label, ListBox, ListBoxItem, Popover, Select as AriaSelect, SelectValue } from 'react-aria-components'
import { ScopeContext, useLayer } from './keys/use-keys.ts'
import type { Choice } from './choice.ts'

export interface SelectProps<T extends string> {
  readonly label: string
  readonly value: T
  readonly choices: readonly Choice<T>[]
  readonly onChange: (value: T) => void
  readonly hideLabel?: boolean
  readonly disabled?: boolean
}

export function Select<T extends string>({
  label,
  value,
  choices,
  onChange,
  hideLabel = false,
  disabled = false,
}: SelectProps<T>) {
  const choose = (key: string | number | null): void => {
    const chosen = choices.find((choice) => choice.value === key)
    if (chosen !== undefined) onChange(chosen.value)
  }
  return (
    <AriaSelect className="field" value={value} onChange={choose} isDisabled={disabled}>
      <Label className={hideLabel ? 'visually-hidden' : 'field-label'}>{label}</Label>
      <Button className="input select-button">
        <SelectValue className="cut" />
        <ChevronDown aria-hidden />
      </Button>
      <Popover className="popover">
        <Options choices={choices} />
      </Popover>
    </AriaSelect>
  )
}

function Options<T extends string>({ choices }: { readonly choices: readonly Choice<T>[] }) {
  const layer = useLayer()
  return (
    <ScopeContext value={layer}>
      <ListBox className="listbox">
        {choices.map(({ value, label }) => (
          <ListBoxItem key={value} id={value} textValue={label} className="option">
            {label}
          </ListBoxItem>
        ))}
      </ListBox>
    </ScopeContext>
  )
}
