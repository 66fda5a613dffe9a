/** The table of keys, grouped by what must be done; full fingerprints only, and of thousands only the rows on the screen. */
import { useEffect, useRef, type RefObject } from 'react'
import type { KeyRow } from '../../../shared/ipc/views.ts'
import { Fingerprint } from '../../ui/fingerprint.tsx'
import type { ListWindow } from '../../ui/list-window.ts'
import { useNow } from '../../ui/now.ts'
import { t } from '../../ui/t.ts'
import { BadgeWords } from './key-badges.tsx'
import { KeyEnd } from './key-end.tsx'
import { groupOf, ownerOf, type KeyLine } from './key-groups.ts'
import { KeyStateLabel } from './key-state.tsx'

export const keySizes = { row: 30, head: 30 }

const columns = [
  'key.column.state',
  'key.column.owner',
  'key.column.fingerprint',
  'key.column.until',
  'key.column.used',
] as const

interface Props {
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly view: ListWindow
  readonly lines: readonly KeyLine[]
  readonly selected: string | null
  readonly onSelect: (fingerprint: string) => void
}

const rowId = (fingerprint: string): string => `key-${fingerprint}`

export function KeyList({ scroller, view, lines, selected, onSelect }: Props) {
  const now = useNow()
  return (
    <div
      ref={scroller}
      className="key-grid pick-list"
      role="grid"
      data-list
      tabIndex={0}
      aria-label={t('ui.page.keyring')}
      aria-rowcount={lines.length + 1}
      aria-activedescendant={selected === null ? undefined : rowId(selected)}
      onScroll={view.onScroll}
    >
      <div className="key-row key-head" role="row" aria-rowindex={1}>
        {columns.map((column) => (
          <span key={column} role="columnheader">
            {t(column)}
          </span>
        ))}
      </div>
      <div className="key-lines" role="rowgroup" style={{ height: `${String(lines.length * keySizes.row)}px` }}>
        {lines.slice(view.first, view.first + view.count).map((line, place) => {
          const at = view.first + place
          return line.kind === 'group' ? (
            <GroupLine key={line.group} line={line} at={at} />
          ) : (
            <KeyLineView
              key={line.row.fingerprint}
              row={line.row}
              at={at}
              now={now}
              selected={line.row.fingerprint === selected}
              onSelect={onSelect}
            />
          )
        })}
      </div>
    </div>
  )
}

/** Scrolls to the line that the page was opened for, once it is there; -1: not yet. */
export function useRevealOnce(at: number, reveal: (at: number) => void): void {
  const done = useRef(false)
  useEffect(() => {
    if (done.current || at < 0) return
    done.current = true
    reveal(at)
  })
}

const place = (at: number) => ({ transform: `translateY(${String(at * keySizes.row)}px)` })

function GroupLine({ line, at }: { readonly line: KeyLine & { readonly kind: 'group' }; readonly at: number }) {
  const { group, count } = line
  return (
    <div className="key-group" role="row" aria-rowindex={at + 2} style={place(at)}>
      <span role="gridcell" aria-colspan={columns.length}>
        <span className="strong">{t(`key.group.${group}`)}</span> <span className="dim">{count}</span>{' '}
        <span className="dim key-why">{t(`key.group.${group}-why`)}</span>
      </span>
    </div>
  )
}

interface LineProps {
  readonly row: KeyRow
  readonly at: number
  readonly now: number
  readonly selected: boolean
  readonly onSelect: (fingerprint: string) => void
}

function KeyLineView({ row, at, now, selected, onSelect }: LineProps) {
  const { fingerprint, badges, usedIn } = row
  return (
    <div
      id={rowId(fingerprint)}
      className={groupOf(row) === 'unusable' ? 'key-row pick-row key-dead' : 'key-row pick-row'}
      role="row"
      aria-rowindex={at + 2}
      aria-selected={selected}
      style={place(at)}
      onClick={() => onSelect(fingerprint)}
    >
      <span role="gridcell">
        <KeyStateLabel of={row} />
      </span>
      <span role="gridcell" className="key-owner">
        <span className="cut strong">{ownerOf(row)}</span>
        <BadgeWords badges={badges} />
      </span>
      <span role="gridcell" className="cut">
        <Fingerprint value={fingerprint} />
      </span>
      <span role="gridcell">
        <KeyEnd of={row} now={now} />
      </span>
      <span role="gridcell" className="mono dim">
        {usedIn}
      </span>
    </div>
  )
}
