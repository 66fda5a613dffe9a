/** Buttons: `Button` only shows its key, `ActionButton` also binds it in the scope where it stands. */
import type { ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { Kbd } from './kbd.tsx'
import { useKeys } from './keys/use-keys.ts'

export interface ButtonProps {
  readonly children: ReactNode
  readonly onPress?: (() => void) | undefined
  readonly look?: 'outline' | 'filled' | 'quiet' | 'danger' | 'link'
  readonly size?: 'normal' | 'large' | 'icon'
  readonly wide?: boolean
  /** The key to show; it is bound elsewhere (useKeys). */
  readonly kbd?: string | undefined
  readonly disabled?: boolean
  readonly type?: 'button' | 'submit'
  /** Only for buttons without text. */
  readonly label?: string
  readonly autoFocus?: boolean
}

export function Button(props: ButtonProps) {
  const { look = 'outline', size = 'normal', wide = false } = props
  const looks = ['button', `button-${look}`, size === 'normal' ? '' : `button-${size}`, wide ? 'button-wide' : '']
  return (
    <AriaButton
      className={looks.filter(Boolean).join(' ')}
      isDisabled={props.disabled ?? false}
      type={props.type ?? 'button'}
      autoFocus={props.autoFocus ?? false}
      {...(props.onPress === undefined ? {} : { onPress: props.onPress })}
      {...(props.label === undefined ? {} : { 'aria-label': props.label })}
    >
      {props.children}
      {props.kbd === undefined ? null : <Kbd keys={props.kbd} />}
    </AriaButton>
  )
}

export interface ActionButtonProps extends Omit<ButtonProps, 'kbd' | 'children' | 'onPress' | 'label'> {
  /** For example `n`, `g q`, `Ctrl+Enter`. */
  readonly keys: string
  readonly label: string
  readonly icon?: ReactNode
  readonly onAct: () => void
  /** Also shown in the bottom bar. */
  readonly hint?: boolean
  /** Also while a text field has the focus. */
  readonly inText?: boolean
}

export function ActionButton({
  keys,
  label,
  icon,
  onAct,
  hint = false,
  inText = false,
  disabled = false,
  ...rest
}: ActionButtonProps) {
  useKeys('here', [{ keys, label, run: onAct, hint, inText, disabled }])
  return (
    <Button {...rest} disabled={disabled} onPress={onAct} kbd={keys}>
      {icon}
      {label}
    </Button>
  )
}
