/** A field for an instant that is typed as UTC, and what was read out of it. */
import { useState } from 'react'
import { TextField } from './field.tsx'
import { t } from './t.ts'
import { typed, utcOf } from './utc-of.ts'

export interface When {
  readonly text: string
  readonly change: (text: string) => void
  /** UTC ISO; null where nothing is typed, or nothing that can be read. */
  readonly at: string | null
  readonly bad: boolean
}

export function useWhen(first: string | null = null): When {
  const [text, change] = useState(typed(first))
  const at = utcOf(text)
  return { text, change, at, bad: text.trim() !== '' && at === null }
}

interface Props {
  readonly label: string
  readonly when: When
  readonly autoFocus?: boolean
}

export function WhenField({ label, when, autoFocus = false }: Props) {
  return (
    <TextField
      label={label}
      mono
      placeholder="2026-11-23 18:00"
      value={when.text}
      onChange={when.change}
      error={when.bad ? t('casepage.task-due-bad') : null}
      autoFocus={autoFocus}
    />
  )
}
