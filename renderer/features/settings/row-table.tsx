/** A small table whose rows open with Enter: the first cell of each is a button, arrow keys go from one to the next. */
import type { ReactNode } from 'react'
import { useKeys } from '../../ui/keys/use-keys.ts'
import { t } from '../../ui/t.ts'

export interface RowOf {
  readonly id: string
  /** What the first cell says. */
  readonly name: ReactNode
  readonly cells: readonly ReactNode[]
  /** Left out: the row is only read. */
  readonly onOpen?: (() => void) | undefined
  readonly quiet?: boolean
}

interface Props {
  readonly label: string
  readonly columns: readonly string[]
  readonly rows: readonly RowOf[]
}

export function RowTable({ label, columns, rows }: Props) {
  return (
    <table className="settings-table" aria-label={label}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, name, cells, onOpen, quiet = false }) => (
          <tr key={id} className={quiet ? 'dim' : ''}>
            <th scope="row">
              {onOpen === undefined ? (
                <span className="row-button">{name}</span>
              ) : (
                <button type="button" data-row-button className="row-button" onClick={onOpen}>
                  {name}
                </button>
              )}
            </th>
            {cells.map((cell, at) => (
              <td key={columns[at + 1] ?? at}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Once a section: over all tables on it. */
export function useRowKeys(): void {
  useKeys('here', [
    {
      keys: 'ArrowDown',
      label: t('page.next-row'),
      run: () => step(1),
      hint: true,
      hintAs: { keys: '↓ ↑', label: t('clocks.law-row') },
      silent: true,
    },
    { keys: 'ArrowUp', label: t('page.previous-row'), run: () => step(-1), silent: true },
  ])
}

function step(by: number): void {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-row-button]')]
  const at = rows.findIndex((row) => row === document.activeElement)
  rows[at === -1 ? 0 : Math.max(0, Math.min(at + by, rows.length - 1))]?.focus()
}
