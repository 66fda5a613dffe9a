/** j and k among the rows of a list: each row is a button marked `data-row`, so Enter and Tab work by themselves. */
import { useKeys } from './use-keys.ts'
import { t } from '../t.ts'

function move(by: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')]
  const at = rows.findIndex((row) => row === document.activeElement)
  rows[at === -1 ? 0 : Math.min(rows.length - 1, Math.max(0, at + by))]?.focus()
}

export function useRowKeys({ hint = false }: { readonly hint?: boolean } = {}): void {
  useKeys('here', [
    { keys: 'j', label: t('page.next-row'), run: () => move(1), hint },
    { keys: 'k', label: t('page.previous-row'), run: () => move(-1), hint },
  ])
}

/** The same keys and the arrows for a list that keeps the chosen row itself. */
export function useStepKeys(step: (by: 1 | -1) => void): void {
  useKeys('here', [
    {
      keys: 'j',
      label: t('queue.down'),
      run: () => step(1),
      hint: true,
      hintAs: { keys: 'j k', label: t('page.move') },
      silent: true,
    },
    { keys: 'k', label: t('queue.up'), run: () => step(-1), silent: true },
    { keys: 'ArrowDown', label: t('queue.down'), run: () => step(1), silent: true },
    { keys: 'ArrowUp', label: t('queue.up'), run: () => step(-1), silent: true },
  ])
}
