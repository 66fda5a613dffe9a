/** Puts the chosen look on the document; `system` follows the system while it is on. */
import type { Preferences } from '../../shared/ipc/views.ts'

/** Returns what stops following. */
export function showTheme(theme: Preferences['theme']): () => void {
  const system = window.matchMedia('(prefers-color-scheme: light)')
  const show = (): void => {
    document.documentElement.dataset['theme'] = theme === 'system' ? (system.matches ? 'light' : 'dark') : theme
  }
  show()
  system.addEventListener('change', show)
  return () => system.removeEventListener('change', show)
}
