/** The last four digits of a fingerprint, typed by hand before something that cannot be taken back. */
import { TextField } from '../../ui/field.tsx'
import { t } from '../../ui/t.ts'

export const isTyped = (typed: string, fingerprint: string): boolean =>
  typed.trim().toUpperCase() === fingerprint.slice(-4)

interface Props {
  readonly typed: string
  readonly onChange: (typed: string) => void
  readonly autoFocus?: boolean
}

export const LastFour = ({ typed, onChange, autoFocus = false }: Props) => (
  <TextField
    label={t('key.last-four')}
    hint={t('key.last-four-why')}
    value={typed}
    onChange={onChange}
    mono
    autoFocus={autoFocus}
  />
)
