/** A field for a whole number of a range; empty where that means something. */
import { TextField } from '../../ui/field.tsx'
import { t } from '../../ui/t.ts'
import { wholeNumber } from './number-text.ts'

interface Props {
  readonly label: string
  readonly value: string
  readonly from: number
  readonly to: number
  readonly onChange: (value: string) => void
  readonly hint?: string
  readonly required?: boolean
  readonly autoFocus?: boolean
}

export function NumberField({ label, value, from, to, onChange, hint, required = false, autoFocus = false }: Props) {
  const read = wholeNumber(value, from, to)
  const wrong = !read.ok || (required && read.value === null)
  return (
    <TextField
      label={label}
      mono
      value={value}
      onChange={onChange}
      error={wrong ? t('clocks.whole-number', { from, to }) : null}
      autoFocus={autoFocus}
      {...(hint === undefined ? {} : { hint })}
    />
  )
}
