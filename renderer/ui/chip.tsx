/** Filters as chips: one of them is on. */
import { ToggleButton } from 'react-aria-components'

export interface ChipItem<T extends string> {
  readonly id: T
  readonly label: string
  readonly count?: number
}

export function Chip({
  label,
  count,
  selected,
  onPress,
}: {
  readonly label: string
  readonly count?: number | undefined
  readonly selected: boolean
  readonly onPress: () => void
}) {
  return (
    <ToggleButton className="chip" isSelected={selected} onChange={onPress}>
      {label}
      {count === undefined ? null : <span>{count}</span>}
    </ToggleButton>
  )
}

export function Chips<T extends string>({
  label,
  chips,
  selected,
  onSelect,
}: {
  readonly label: string
  readonly chips: readonly ChipItem<T>[]
  readonly selected: T
  readonly onSelect: (id: T) => void
}) {
  return (
    <div className="chips" role="group" aria-label={label}>
      {chips.map((chip) => (
        <Chip
          key={chip.id}
          label={chip.label}
          count={chip.count}
          selected={chip.id === selected}
          onPress={() => onSelect(chip.id)}
        />
      ))}
    </div>
  )
}
