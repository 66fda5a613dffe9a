/** A new passphrase, typed twice: nobody can be asked for it later. */
import { PassphraseField } from './passphrase-field.tsx'
import { t } from './t.ts'

export interface Typed {
  readonly first: string
  readonly again: string
}

export const nothingTyped: Typed = { first: '', again: '' }

/** `least` is the shortest that is taken, in characters. */
export const isWellTyped = ({ first, again }: Typed, least: number): boolean => first.length >= least && first === again

interface Props {
  readonly label: string
  readonly hint?: string
  readonly typed: Typed
  readonly least: number
  readonly onChange: (typed: Typed) => void
  readonly autoFocus?: boolean
}

export function NewPassphrase({ label, hint, typed, least, onChange, autoFocus = false }: Props) {
  const { first, again } = typed
  const isShort = first !== '' && first.length < least
  return (
    <>
      <PassphraseField
        label={label}
        {...(hint === undefined ? {} : { hint })}
        value={first}
        onChange={(text) => onChange({ ...typed, first: text })}
        error={isShort ? t('passphrase.short', { least }) : null}
        autoFocus={autoFocus}
      />
      <PassphraseField
        label={t('passphrase.again')}
        value={again}
        onChange={(text) => onChange({ ...typed, again: text })}
        error={again !== '' && !first.startsWith(again) ? t('passphrase.differs') : null}
      />
    </>
  )
}
