/** A colleague by code: chosen out of the team's roster, typed where the roster is not known. */
import { TextField } from './field.tsx'
import { Select } from './select.tsx'
import { t } from './t.ts'

interface Props {
  readonly label: string
  readonly roster: readonly { readonly code: string; readonly name: string; readonly tier: string | null }[]
  /** Empty: nobody. */
  readonly value: string
  readonly onChange: (code: string) => void
  /** Left out of the list. */
  readonly except?: string | undefined
}

export function RosterField({ label, roster, value, onChange, except }: Props) {
  const people = roster.filter(({ code }) => code !== except)
  if (people.length === 0)
    return <TextField label={label} mono value={value} onChange={(code) => onChange(code.trim().toUpperCase())} />
  const listed = people.map(({ code, name, tier }) => ({
    value: code,
    label: tier === null ? `${code}, ${name}` : `${code}, ${name}, ${tier}`,
  }))
  const unknown = value !== '' && people.every(({ code }) => code !== value) ? [{ value, label: value }] : []
  const choices = [{ value: '', label: t('casepage.nobody') }, ...unknown, ...listed]
  return <Select label={label} value={value} choices={choices} onChange={onChange} />
}
