/** One labelled line or block of text, with hint, aside and error in fixed places. */
import type { ReactNode } from 'react'
import {
  FieldError,
  Input,
  Label,
  Text,
  TextArea as AriaTextArea,
  TextField as AriaTextField,
} from 'react-aria-components'

export interface TextFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly hint?: ReactNode
  /** Small words at the right end of the label's line. */
  readonly aside?: ReactNode
  readonly error?: string | null
  readonly type?: 'text' | 'password' | 'email' | 'search'
  readonly placeholder?: string
  readonly mono?: boolean
  readonly large?: boolean
  readonly autoFocus?: boolean
  readonly disabled?: boolean
  readonly required?: boolean
  /** Buttons or words inside the box, at its end. */
  readonly end?: ReactNode
  /** Told at each key press. */
  readonly onCapsLock?: (on: boolean) => void
}

function Top({ label, aside }: Pick<TextFieldProps, 'label' | 'aside'>) {
  return (
    <span className="field-top">
      <Label className="field-label">{label}</Label>
      {aside === undefined ? null : <span className="field-aside">{aside}</span>}
    </span>
  )
}

function Bottom({ hint, error }: Pick<TextFieldProps, 'hint' | 'error'>) {
  return (
    <>
      {hint === undefined ? null : (
        <Text slot="description" className="field-hint">
          {hint}
        </Text>
      )}
      <FieldError className="field-error">{error ?? ''}</FieldError>
    </>
  )
}

const frame = (props: TextFieldProps) => ({
  className: props.large === true ? 'field input-large' : 'field',
  value: props.value,
  onChange: props.onChange,
  isInvalid: (props.error ?? null) !== null,
  isDisabled: props.disabled ?? false,
  isRequired: props.required ?? false,
  autoFocus: props.autoFocus ?? false,
  onKeyUp: (event: { readonly getModifierState: (key: 'CapsLock') => boolean }) =>
    props.onCapsLock?.(event.getModifierState('CapsLock')),
})

const look = (props: TextFieldProps): string => (props.mono === true ? 'input input-mono' : 'input')

export function TextField(props: TextFieldProps) {
  return (
    <AriaTextField {...frame(props)} type={props.type ?? 'text'} autoComplete="off">
      <Top label={props.label} aside={props.aside} />
      <span className="input-box">
        <Input className={look(props)} placeholder={props.placeholder ?? ''} spellCheck="false" />
        {props.end === undefined ? null : <span className="input-end">{props.end}</span>}
      </span>
      <Bottom hint={props.hint} error={props.error ?? null} />
    </AriaTextField>
  )
}

export function TextArea({ rows = 6, ...props }: TextFieldProps & { readonly rows?: number }) {
  return (
    <AriaTextField {...frame(props)}>
      <Top label={props.label} aside={props.aside} />
      <AriaTextArea className={look(props)} rows={rows} placeholder={props.placeholder ?? ''} />
      <Bottom hint={props.hint} error={props.error ?? null} />
    </AriaTextField>
  )
}

/** A label over anything that is not a plain text field. */
export function Field({
  label,
  aside,
  hint,
  children,
}: {
  readonly label: string
  readonly aside?: ReactNode
  readonly hint?: ReactNode
  readonly children: ReactNode
}) {
  return (
    <div className="field" role="group" aria-label={label}>
      <span className="field-top">
        <span className="field-label">{label}</span>
        {aside === undefined ? null : <span className="field-aside">{aside}</span>}
      </span>
      {children}
      {hint === undefined ? null : <span className="field-hint">{hint}</span>}
    </div>
  )
}
