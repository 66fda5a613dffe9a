/** The five markings side by side, the strictest first; while they have the focus, a letter chooses: r, s (strict), a, g, c. */
import { tlpLabel, tlps, type Tlp } from '../../shared/domain/marking/tlp.ts'
import { Choices } from './checkbox.tsx'

const choices = tlps.toReversed().map((value) => ({ value, label: value, detail: tlpLabel(value) }))

const letters: Readonly<Record<string, Tlp>> = { r: 'RED', s: 'AMBER+STRICT', a: 'AMBER', g: 'GREEN', c: 'CLEAR' }

interface Props {
  readonly label: string
  readonly value: Tlp
  readonly onChange: (tlp: Tlp) => void
  /** Where the line around it shows the label already. */
  readonly hideLabel?: boolean
}

export const TlpChoices = ({ label, value, onChange, hideLabel = false }: Props) => (
  <div className="contents" onKeyDownCapture={(event) => byLetter(event, onChange)}>
    <Choices label={label} hideLabel={hideLabel} look="segments" value={value} choices={choices} onChange={onChange} />
  </div>
)

/** Taken before the page sees it: elsewhere the same letters are other keys. */
function byLetter(event: React.KeyboardEvent, onChange: Props['onChange']): void {
  const tlp = event.ctrlKey || event.altKey || event.metaKey ? undefined : letters[event.key]
  if (tlp === undefined) return
  event.preventDefault()
  event.stopPropagation()
  event.nativeEvent.stopImmediatePropagation()
  onChange(tlp)
}
