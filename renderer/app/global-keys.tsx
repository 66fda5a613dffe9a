/** The keys that work on every page. */
import { back, go } from '../state/route.ts'
import { undoLast } from '../state/toasts.ts'
import type { Binding } from '../ui/keys/registry.ts'
import { useKeys } from '../ui/keys/use-keys.ts'
import { t } from '../ui/t.ts'
import { lockNow } from './lock-now.ts'
import { nextRegion } from './regions.ts'
import { places } from './places.ts'
import { searchId } from './top-bar.tsx'

interface Props {
  readonly onPalette: () => void
  readonly onKeys: () => void
}

export function GlobalKeys({ onPalette, onKeys }: Props) {
  useKeys('global', [
    ...places.map(({ keys, label, route }): Binding => ({ keys, label: t(label), run: () => go(route) })),
    { keys: 'Ctrl+K', label: t('ui.do.palette'), run: onPalette, silent: true },
    { keys: '/', label: t('ui.do.search'), run: () => search(onPalette), silent: true },
    { keys: '?', label: t('ui.do.keys'), run: onKeys },
    { keys: 'Alt+ArrowLeft', label: t('ui.do.back'), run: back },
    { keys: 'Ctrl+Z', label: t('ui.undo'), run: undoLast },
    { keys: 'Ctrl+L', label: t('ui.lock'), run: () => void lockNow(), always: true },
    { keys: 'F6', label: t('ui.do.region'), run: nextRegion },
  ])
  return null
}

function search(otherwise: () => void): void {
  const box = document.getElementById(searchId)
  if (box instanceof HTMLInputElement) box.select()
  else otherwise()
}
