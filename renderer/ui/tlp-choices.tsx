/** The five markings side by side, the strictest first, each with its whole label to be heard and read on hover. */
import { tlpLabel, tlps, type Tlp } from '../../shared/domain/marking/tlp.ts'
import { Choices } from './checkbox.tsx'

const choices = tlps.toReversed().map((value) => ({ value, label: value, detail: tlpLabel(value) }))

interface Props {
  readonly label: string
  readonly value: Tlp
  readonly onChange: (tlp: Tlp) => void
  /** Where the line around it shows the label already. */
  readonly hideLabel?: boolean
}

export const TlpChoices = ({ label, value, onChange, hideLabel = false }: Props) => (
  <Choices label={label} hideLabel={hideLabel} look="segments" value={value} choices={choices} onChange={onChange} />
)
