/** Yes or no (`Checkbox`), and one of a few (`Choices`, as a list or as a row of segments). */
import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { Checkbox as AriaCheckbox, Label, Radio, RadioGroup } from 'react-aria-components'
import type { Choice } from './choice.ts'

export interface CheckboxProps {
  readonly children: ReactNode
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  readonly detail?: ReactNode
  readonly disabled?: boolean
}

export function Checkbox({ children, checked, onChange, detail, disabled = false }: CheckboxProps) {
  return (
    <AriaCheckbox className="check" isSelected={checked} onChange={onChange} isDisabled={disabled}>
      <span className="check-box">
        <Check aria-hidden strokeWidth={3} />
      </span>
      <span className="check-text">
        {children}
        {detail === undefined ? null : <small>{detail}</small>}
      </span>
    </AriaCheckbox>
  )
}

export interface ChoicesProps<T extends string> {
  readonly label: string
  readonly value: T | null
  readonly choices: readonly Choice<T>[]
  readonly onChange: (value: T) => void
  readonly look?: 'list' | 'segments'
  readonly hideLabel?: boolean
  readonly disabled?: boolean
}

export function Choices<T extends string>({
  label,
  value,
  choices,
  onChange,
  look = 'list',
  hideLabel = false,
  disabled = false,
}: ChoicesProps<T>) {
  const choose = (chosen: string): void => {
    const choice = choices.find((candidate) => candidate.value === chosen)
    if (choice !== undefined) onChange(choice.value)
  }
  return (
    <RadioGroup
      className="field"
      value={value}
      onChange={choose}
      isDisabled={disabled}
      orientation={look === 'list' ? 'vertical' : 'horizontal'}
    >
      <Label className={hideLabel ? 'visually-hidden' : 'field-label'}>{label}</Label>
      <div className={look === 'list' ? 'choices' : 'choices choices-row'}>
        {choices.map((choice) => (
          <Radio
            key={choice.value}
            value={choice.value}
            isDisabled={choice.disabled ?? false}
            className={look === 'list' ? 'check radio' : 'segment'}
          >
            {look === 'list' ? <span className="check-box" /> : null}
            <span className="check-text">
              {choice.label}
              {choice.detail === undefined ? null : <small>{choice.detail}</small>}
            </span>
          </Radio>
        ))}
      </div>
    </RadioGroup>
  )
}
