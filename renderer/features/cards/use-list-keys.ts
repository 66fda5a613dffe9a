/** Moving in the list of contacts by keys; before the first move no row is chosen. */
import { useKeys } from '../../ui/keys/use-keys.ts'
import type { ListWindow } from '../../ui/list-window.ts'
import { t } from '../../ui/t.ts'

interface Place {
  readonly selected: number
  readonly total: number
  readonly view: Pick<ListWindow, 'reveal' | 'page'>
  readonly select: (at: number) => void
  readonly open: (at: number) => void
}

export function useListKeys({ selected, total, view, select, open }: Place): void {
  const to = (at: number): void => {
    const next = Math.max(0, Math.min(at, total - 1))
    select(next)
    view.reveal(next)
  }
  const by = (rows: number) => (): void => to(selected + rows)
  const silent = true
  const label = t('page.move')
  useKeys('here', [
    { keys: 'j', label: t('page.next-row'), run: by(1), hint: true, hintAs: { keys: 'j k', label }, silent },
    { keys: 'k', label: t('page.previous-row'), run: by(-1), silent },
    { keys: 'ArrowDown', label, run: by(1), silent },
    { keys: 'ArrowUp', label, run: by(-1), silent },
    { keys: 'PageDown', label, run: () => by(view.page())(), silent },
    { keys: 'PageUp', label, run: () => by(-view.page())(), silent },
    { keys: 'Home', label, run: () => to(0), silent },
    { keys: 'End', label, run: () => to(total - 1), silent },
    { keys: 'Enter', label: t('contacts.open'), run: () => open(selected), hint: true },
  ])
}
