/** The grid of the queue: sticky head, and of 100,000 rows only those that are on the screen. */
import type { RefObject } from 'react'
import type { QueueState } from '../../state/queue.ts'
import { useNow } from '../../ui/now.ts'
import { t } from '../../ui/t.ts'
import { QueueRow, rowId } from './queue-row.tsx'
import type { Windowed } from './use-windowed.ts'
import { rowHeight } from './windowing.ts'

const columns = [
  'queue.column.band',
  'queue.column.due',
  'queue.column.number',
  'queue.column.title',
  'queue.column.constituent',
  'queue.column.tlp',
  'queue.column.phase',
  'queue.column.owner',
] as const

interface Props {
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly queue: QueueState
  readonly list: Windowed
  readonly selected: number
  readonly onSelect: (at: number) => void
  readonly onOpen: (at: number) => void
}

export function QueueList({ queue, scroller, list, selected, onSelect, onOpen }: Props) {
  const total = queue.total ?? 0
  return (
    <div
      ref={scroller}
      className="queue-grid"
      role="grid"
      data-list
      aria-label={t('ui.page.queue')}
      aria-rowcount={total + 1}
      aria-activedescendant={total === 0 ? undefined : rowId(selected)}
      tabIndex={0}
      onScroll={list.onScroll}
    >
      <div className="queue-head" role="row" aria-rowindex={1}>
        {columns.map((column) => (
          <span key={column} role="columnheader">
            {t(column)}
          </span>
        ))}
      </div>
      <div className="queue-rows" role="rowgroup" style={{ height: `${String(total * rowHeight)}px` }}>
        <Rows queue={queue} list={list} selected={selected} onSelect={onSelect} onOpen={onOpen} />
      </div>
    </div>
  )
}

/** Slots are used again as rows scroll by: a key is the row's place in the ring, not the row. */
function Rows({ queue, list, selected, onSelect, onOpen }: Omit<Props, 'scroller'>) {
  const now = useNow()
  const { first, count } = list.visible
  return Array.from({ length: count }, (_, slot) => {
    const at = first + ((slot - (first % count) + count) % count)
    return (
      <QueueRow
        key={slot}
        at={at}
        row={queue.rows.get(at)}
        selected={at === selected}
        now={now}
        onSelect={onSelect}
        onOpen={onOpen}
      />
    )
  })
}
