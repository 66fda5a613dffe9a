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
