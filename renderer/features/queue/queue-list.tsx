/** The grid of the queue: sticky head, and of 100,000 rows only those that are on the screen. */
import type { RefObject } from 'react'
import type { Policy } from '../../../shared/domain/order/policy.ts'
import type { QueueState } from '../../state/queue.ts'
import { orderQueue, type QueueOrder } from '../../state/queue-place.ts'
import { placeOfRung } from '../../state/policy.ts'
import type { ListWindow } from '../../ui/list-window.ts'
import { useNow } from '../../ui/now.ts'
import { t } from '../../ui/t.ts'
import { QueueRow, rowHeight, rowId, type Click } from './queue-row.tsx'

const columns = ['number', 'title', 'constituent', 'tlp', 'phase', 'owner'] as const

interface Props {
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly queue: QueueState
  readonly policy: Policy | null
  readonly list: ListWindow
  readonly selected: number
  readonly marks: ReadonlySet<string>
  readonly onClick: (at: number, click: Click) => void
  readonly onOpen: (at: number) => void
}

export function QueueList(props: Props) {
  const { queue, scroller, list, selected } = props
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
        <span role="columnheader">
          <span className="visually-hidden">{t('queue.column.mark')}</span>
        </span>
        <OrderHead order="policy" now={queue.order} label={t('queue.column.band')} />
        <OrderHead order="due" now={queue.order} label={t('queue.column.due')} />
        {columns.map((column) => (
          <span key={column} role="columnheader" className={`queue-${column}`}>
            {t(`queue.column.${column}`)}
          </span>
        ))}
      </div>
      <div className="queue-rows" role="rowgroup" style={{ height: `${String(total * rowHeight)}px` }}>
        <Rows {...props} />
      </div>
    </div>
  )
}

/** The two orders of the queue; both run from the most to the least pressing. */
function OrderHead({
  order,
  now,
  label,
}: {
  readonly order: QueueOrder
  readonly now: QueueOrder
  readonly label: string
}) {
  const chosen = order === now
  return (
    <span role="columnheader" aria-sort={chosen ? 'ascending' : 'none'}>
      <button
        type="button"
        tabIndex={-1}
        className={chosen ? 'queue-order queue-order-now' : 'queue-order'}
        onClick={() => orderQueue(order)}
      >
        {label}
      </button>
    </span>
  )
}

/** Slots are used again as rows scroll by: a key is the row's place in the ring, not the row. */
function Rows({ queue, policy, list, selected, marks, onClick, onOpen }: Omit<Props, 'scroller'>) {
  const now = useNow()
  const { first, count } = list
  return Array.from({ length: count }, (_, slot) => {
    const at = first + ((slot - (first % count) + count) % count)
    const row = queue.rows.get(at)
    return (
      <QueueRow
        key={slot}
        at={at}
        row={row}
        selected={at === selected}
        marked={row !== undefined && marks.has(row.number)}
        rungAt={placeOfRung(policy, row?.rung ?? null)}
        placedAt={placeOfRung(policy, row?.place ?? null)}
        now={now}
        onClick={onClick}
        onOpen={onOpen}
      />
    )
  })
}
