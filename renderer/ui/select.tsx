/** A choice of one out of a list that is too long for radio buttons: the browser's own, searched by typing while it has the focus. */
import { useId } from 'react'
import type { Choice } from './choice.ts'

export interface SelectProps<T extends string> {
  readonly label: string
  readonly value: T
  readonly choices: readonly Choice<T>[]
  readonly onChange: (value: T) => void
  readonly hideLabel?: boolean
  readonly disabled?: boolean
}

export function Select<T extends string>({ label, value, choices, onChange, hideLabel, disabled }: SelectProps<T>) {
  const id = useId()
  const choose = (key: string): void => {
    const chosen = choices.find((choice) => choice.value === key)
    if (chosen !== undefined) onChange(chosen.value)
  }
  return (
    <div className="field">
      <label htmlFor={id} className={hideLabel === true ? 'visually-hidden' : 'field-label'}>
        {label}
      </label>
      <select
        id={id}
        className="input"
        value={value}
        disabled={disabled}
        onChange={({ target }) => choose(target.value)}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  )
}
