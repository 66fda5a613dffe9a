/** A choice that is on or off inside a form: a plain button, because React Aria's takes Ctrl Enter for itself, which saves. */
interface Props {
  readonly label: string
  readonly on: boolean
  readonly onPress: () => void
}

export const Toggle = ({ label, on, onPress }: Props) => (
  <button type="button" className="chip" aria-pressed={on} {...(on ? { 'data-selected': true } : {})} onClick={onPress}>
    {label}
  </button>
)
