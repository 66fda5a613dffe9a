/** Names a key press the way bindings are written: `j`, `N` (with Shift), `?`, `Enter`, `Ctrl+K`, `Alt+1`, `Ctrl+Shift+Enter`. */
export interface Pressed {
  readonly key: string
  readonly ctrlKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
  readonly metaKey: boolean
}

const modifiers: readonly string[] = ['Control', 'Shift', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'Dead', 'Process']

/** Null for a modifier alone. `event.key` is used, so that a binding follows the layout of the keyboard. */
export function strokeOf({ key, ctrlKey, altKey, shiftKey, metaKey }: Pressed): string | null {
  if (modifiers.includes(key)) return null
  const command = ctrlKey || metaKey
  const plain = key === ' ' ? 'Space' : key
  const name = plain.length === 1 && (command || altKey) ? plain.toUpperCase() : plain
  const shift = shiftKey && (plain.length > 1 || command || altKey)
  return `${command ? 'Ctrl+' : ''}${altKey ? 'Alt+' : ''}${shift ? 'Shift+' : ''}${name}`
}

export const hasModifier = (stroke: string): boolean => stroke.startsWith('Ctrl+') || stroke.startsWith('Alt+')
