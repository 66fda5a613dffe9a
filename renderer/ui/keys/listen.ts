/** Turns key presses of the window into runs of bindings; the only listener for shortcuts. */
import type { Registry } from './registry.ts'
import { hasModifier, strokeOf } from './stroke.ts'

const chordMs = 1500

export const isTextField = (element: Element | null): boolean =>
  element instanceof HTMLTextAreaElement ||
  (element instanceof HTMLElement && element.isContentEditable) ||
  (element instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'submit', 'range'].includes(element.type))

/** Enter and Space belong to what has the focus, arrows to the composite widgets, letters to a list of choices. */
function belongsToFocus(element: Element | null, stroke: string): boolean {
  if (element === null) return false
  // A list of choices is searched by typing.
  if (element instanceof HTMLSelectElement && /^(?:.|Space|Enter|Arrow\w+)$/u.test(stroke)) return true
  if (stroke === 'Enter' || stroke === 'Space')
    return (
      element.closest(
        'button, a, summary, [role=option], [role=menuitem], [role=checkbox], [role=tab], input[type=checkbox], input[type=radio]',
      ) !== null
    )
  return (
    stroke.startsWith('Arrow') &&
    element.closest('[role=radiogroup], [role=tablist], [role=listbox], [role=menu], input[type=radio]') !== null
  )
}

const worksInText = (stroke: string): boolean =>
  (hasModifier(stroke) && !/^Ctrl\+(?:Shift\+)?[ACVXYZ]$/.test(stroke)) || /^F\d/.test(stroke)

export function listenForKeys(registry: Registry, target: Window): () => void {
  let pending = ''
  let pendingAt = 0

  const onKey = (event: KeyboardEvent): void => {
    // The palette re-dispatches keys on the item in it (React Aria): only what a person pressed counts.
    if (!event.isTrusted || event.defaultPrevented || event.isComposing) return
    const stroke = strokeOf(event)
    // With a modifier it is heard on its way down: a button that has the focus would take Ctrl+Enter as a press of itself.
    if (stroke === null || hasModifier(stroke) !== (event.eventPhase === Event.CAPTURING_PHASE)) return
    const focused = target.document.activeElement
    const inText = isTextField(focused)
    // Chromium would undo the last edit of a text field that has not even the focus.
    if (stroke === 'Ctrl+Z' && !inText) event.preventDefault()
    if (belongsToFocus(focused, stroke)) return
    const chord = pending !== '' && event.timeStamp - pendingAt < chordMs && !inText ? `${pending} ${stroke}` : stroke
    const found = registry.find(chord)
    pending = ''
    if (found.kind === 'prefix' && !inText) {
      pending = chord
      pendingAt = event.timeStamp
    }
    // One layer back: out of the field, so that single keys work again.
    if (stroke === 'Escape' && inText && !registry.layered() && focused instanceof HTMLElement) focused.blur()
    if (found.kind !== 'run') return
    if (inText && found.binding.inText !== true && !worksInText(stroke)) return
    event.preventDefault()
    if (hasModifier(stroke)) event.stopPropagation()
    found.binding.run()
  }
  target.addEventListener('keydown', onKey, true)
  target.addEventListener('keydown', onKey)
  return () => {
    target.removeEventListener('keydown', onKey, true)
    target.removeEventListener('keydown', onKey)
  }
}
