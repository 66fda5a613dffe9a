/** One line of a form that is written on a page: its name at the left, what is set in the middle, the key that leads there at the right. */
import type { ReactNode } from 'react'
import { Kbd } from './kbd.tsx'
import { useKeys } from './keys/use-keys.ts'
import './form-line.css'

interface Props {
  readonly label: string
  /** Brings the focus to what is chosen in the line. */
  readonly keys?: string
  readonly hint?: boolean
  /** Of the line, so that its key finds it. */
  readonly id: string
  /** Its segments are markings. */
  readonly tlp?: boolean
  readonly children: ReactNode
}

/** The chosen one of several, else the first control. */
function focusIn(id: string): void {
  const line = document.getElementById(id)
  const target = line?.querySelector<HTMLElement>('input[type=radio]:checked') ?? line?.querySelector('input, select')
  if (target instanceof HTMLElement) target.focus()
}

export function FormLine({ label, keys, hint = false, id, tlp = false, children }: Props) {
  useKeys('here', keys === undefined ? [] : [{ keys, label, hint, run: () => focusIn(id) }])
  return (
    <div className={tlp ? 'form-line form-line-tlp' : 'form-line'} id={id}>
      <span className="form-line-label" aria-hidden>
        {label}
      </span>
      <div className="form-line-value">{children}</div>
      {keys === undefined ? null : <Kbd keys={keys} />}
    </div>
  )
}
