/** The grid of contacts: sticky head, and of 5,000 cards only those that are on the screen. */
import { Circle, CircleDot, CircleHelp } from 'lucide-react'
import type { RefObject } from 'react'
import type { CardRow } from '../../../shared/ipc/card-views.ts'
import type { CardListState } from '../../state/card-list.ts'
import type { ListWindow } from '../../ui/list-window.ts'
import { useNow } from '../../ui/now.ts'
import { Tag } from '../../ui/tag.tsx'
import { t } from '../../ui/t.ts'
import { shortAge } from './age.ts'
import { KeyWords } from './key-words.tsx'

export const contactSizes = { row: 32, head: 30 }

const columns = [
  'contacts.team',
  'contacts.place',
  'contacts.now',
  'contacts.address',
  'contacts.key',
  'contacts.findings',
  'contacts.source',
  'contacts.age',
] as const

interface Props {
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly list: CardListState
  readonly view: ListWindow
  readonly onOpen: (at: number) => void
}

const rowId = (at: number): string => `contact-${String(at)}`

export function ContactList({ scroller, list, view, onOpen }: Props) {
  const now = useNow()
  const { found, rows, selected } = list
  const total = found ?? 0
  const { first, count } = view
  return (
    <div
      ref={scroller}
      className="contact-grid"
      role="grid"
      data-list
      aria-label={t('contacts.title')}
      aria-rowcount={total + 1}
      aria-activedescendant={selected < 0 ? undefined : rowId(selected)}
      tabIndex={0}
      onScroll={view.onScroll}
    >
      <div className="contact-row contact-heads" role="row" aria-rowindex={1}>
        {columns.map((column) => (
          <span key={column} role="columnheader">
            {t(column)}
          </span>
        ))}
      </div>
      <div className="contact-rows" role="rowgroup" style={{ height: `${String(total * contactSizes.row)}px` }}>
        {Array.from({ length: count }, (_, slot) => {
          // Slots are used again as rows scroll by: a key is the row's place in the ring, not the row.
          const at = first + ((slot - (first % count) + count) % count)
          return (
            <div
              key={slot}
              id={rowId(at)}
              data-row
              role="row"
              aria-rowindex={at + 2}
              aria-selected={at === selected}
              className="contact-row"
              style={{ transform: `translateY(${String(at * contactSizes.row)}px)` }}
              onClick={() => onOpen(at)}
            >
              <Cells row={rows.get(at)} now={now} />
            </div>
          )
        })}
      </div>
    </div>
  )
}

function Cells({ row, now }: { readonly row: CardRow | undefined; readonly now: number }) {
  if (row === undefined) return <span role="gridcell" className="contact-grey" />
  const { name, fullName, country, incidentAddress, own, findings, source, readAt } = row
  return (
    <>
      <span role="gridcell" className="cut">
        <strong>{name}</strong> {own ? <Tag>{t('contacts.own-short')}</Tag> : null}
      </span>
      <span role="gridcell" className="cut dim">
        {[fullName === name ? null : fullName, country].filter((part) => part !== null).join(', ')}
      </span>
      <Open row={row} />
      <span role="gridcell" className="cut">
        {incidentAddress ?? <Tag tone="unknown">{t('contacts.no-address')}</Tag>}
      </span>
      <span role="gridcell" className="cut">
        <KeyWords keys={row.keys} />
      </span>
      <span role="gridcell" className="contact-number">
        {findings === 0 ? <span className="visually-hidden">{t('contacts.findings-none')}</span> : findings}
      </span>
      <span role="gridcell" className="cut dim">
        {t(`source.${source}`)}
      </span>
      <span role="gridcell" className="contact-number dim">
        {shortAge(readAt, now)}
      </span>
    </>
  )
}

const icons = { yes: CircleDot, no: Circle, unknown: CircleHelp }

function Open({ row: { open, availability } }: { readonly row: CardRow }) {
  const Icon = icons[open]
  return (
    <span role="gridcell" className={`contact-open ${open === 'yes' ? 'good' : 'dim'}`}>
      <Icon aria-hidden /> {t(`reach.${open}`)}
      {open !== 'unknown' && availability === '24x7' ? <span className="dim">{t('availability.24x7')}</span> : null}
    </span>
  )
}
