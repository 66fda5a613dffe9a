/** Up to 2,000 constituents with how each gets it, and afterwards what became of it; only the rows on the screen are drawn. */
import { X } from 'lucide-react'
import { useRef, type ReactNode } from 'react'
import type { Delivery } from '../../../shared/ipc/exchange-views.ts'
import { Button } from '../../ui/button.tsx'
import { useKeys } from '../../ui/keys/use-keys.ts'
import { useListWindow } from '../../ui/list-window.ts'
import { t } from '../../ui/t.ts'
import { ChannelIcon } from './channel-icon.tsx'

interface Props {
  readonly label: string
  readonly deliveries: readonly Delivery[]
  readonly selected: number
  readonly onSelect: (at: number) => void
  /** At the right of the first line. */
  readonly right: (delivery: Delivery) => ReactNode
  /** The second line. */
  readonly below: (delivery: Delivery) => ReactNode
  /** Takes one off again; left out where that is no longer possible. */
  readonly onRemove?: (card: string) => void
}

const sizes = { row: 48, head: 0 }
const rowId = (at: number): string => `delivery-${String(at)}`

export function DeliveryList({ label, deliveries, selected, onSelect, right, below, onRemove }: Props) {
  const scroller = useRef<HTMLDivElement>(null)
  const view = useListWindow(scroller, deliveries.length, sizes)
  const to = (at: number): void => {
    const next = Math.max(0, Math.min(at, deliveries.length - 1))
    onSelect(next)
    view.reveal(next)
  }
  const silent = true
  const move = t('bulletin.move')
  useKeys('here', [
    {
      keys: 'j',
      label: t('page.next-row'),
      run: () => to(selected + 1),
      hint: true,
      hintAs: { keys: 'j k', label: move },
      silent,
    },
    { keys: 'k', label: t('page.previous-row'), run: () => to(selected - 1), silent },
    { keys: 'ArrowDown', label: move, run: () => to(selected + 1), silent },
    { keys: 'ArrowUp', label: move, run: () => to(selected - 1), silent },
    { keys: 'PageDown', label: move, run: () => to(selected + view.page()), silent },
    { keys: 'PageUp', label: move, run: () => to(selected - view.page()), silent },
  ])
  return (
    <div
      ref={scroller}
      className="delivery-list"
      role="grid"
      aria-label={label}
      aria-rowcount={deliveries.length}
      aria-activedescendant={deliveries.length === 0 ? undefined : rowId(selected)}
      tabIndex={0}
      onScroll={view.onScroll}
    >
      <div role="rowgroup" style={{ height: `${String(deliveries.length * sizes.row)}px` }}>
        {deliveries.slice(view.first, view.first + view.count).map((delivery, slot) => {
          const at = view.first + slot
          return (
            <div
              key={delivery.card}
              id={rowId(at)}
              role="row"
              aria-rowindex={at + 1}
              aria-selected={at === selected}
              className="delivery"
              style={{ transform: `translateY(${String(at * sizes.row)}px)` }}
              onClick={() => onSelect(at)}
            >
              <div role="gridcell" className="delivery-cell">
                <ChannelIcon channel={delivery.channel} />
                <div className="grow">
                  <p className="row">
                    <strong className="cut grow">{delivery.name}</strong>
                    {right(delivery)}
                  </p>
                  <p className="row dim">{below(delivery)}</p>
                </div>
              </div>
              {onRemove === undefined ? null : <Remove delivery={delivery} onRemove={onRemove} />}
            </div>
          )
        })}
      </div>
    </div>
  )
}

interface RemoveProps {
  readonly delivery: Delivery
  readonly onRemove: (card: string) => void
}

const Remove = ({ delivery: { card, name }, onRemove }: RemoveProps) => (
  <div role="gridcell">
    <Button look="quiet" size="icon" label={t('bulletin.remove', { name })} onPress={() => onRemove(card)}>
      <X aria-hidden />
    </Button>
  </div>
)
