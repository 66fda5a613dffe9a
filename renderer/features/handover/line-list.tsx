/** The three lists on one grid of columns, of hundreds of lines only those on the screen; the list has the focus, its line is the active one. */
import type { RefObject } from 'react'
import type { HandoverView } from '../../../shared/ipc/handover-views.ts'
import type { ListWindow } from '../../ui/list-window.ts'
import { useNow } from '../../ui/now.ts'
import { t } from '../../ui/t.ts'
import { LineRow } from './line-row.tsx'
import type { HandoverLine, HandoverRow, ListName, TickedLine } from './lines.ts'

export const lineSizes = { row: 30, head: 0 }

const columns = {
  needs: ['left', 'case', 'title', 'needed', 'owner', 'read'],
  waiting: ['asked', 'case', 'title', 'whom', 'owner', 'read'],
  changed: ['when', 'case', 'title', 'changed', 'by'],
} as const

/** How the lists are numbered, and jumped to. */
export const listKeys: Readonly<Partial<Record<ListName, string>>> = { needs: '1', waiting: '2', changed: '3' }

interface Props {
  readonly view: HandoverView
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly list: ListWindow
  readonly rows: readonly HandoverRow[]
  readonly selected: string | null
  /** This desk takes over: its person ticks. */
  readonly ticks: boolean
  readonly onChoose: (key: string) => void
  readonly onOpen: (line: HandoverLine) => void
  readonly onTick: (line: TickedLine, read: boolean) => void
}

/** Before it is read there is nothing to mark, and the words have the room. */
const marksRead = ({ ticks, view }: Pick<Props, 'ticks' | 'view'>): boolean => ticks || view.state === 'taken'

export const lineId = (key: string): string => `line-${key}`

export function LineList(props: Props) {
  const { view, scroller, list, rows, selected } = props
  return (
    <div
      ref={scroller}
      className={marksRead(props) ? 'line-list pick-list' : 'line-list line-list-unread pick-list'}
      role="grid"
      data-list
      tabIndex={0}
      aria-label={t('handover.list')}
      aria-rowcount={rows.length}
      aria-activedescendant={selected === null ? undefined : lineId(selected)}
      onScroll={list.onScroll}
    >
      <div className="line-rows" role="rowgroup" style={{ height: `${String(rows.length * lineSizes.row)}px` }}>
        {rows.slice(list.first, list.first + list.count).map((row, place) => (
          <Row key={keyOf(row)} {...props} view={view} row={row} at={list.first + place} />
        ))}
      </div>
    </div>
  )
}

function keyOf(row: HandoverRow): string {
  if (row.kind === 'line') return row.line.key
  return row.kind === 'said' ? `${row.by} ${row.key}` : `${row.kind} ${row.list}`
}

function Row({ row, at, view, selected, ticks, onChoose, onOpen, onTick }: Props & RowPlace) {
  const now = useNow()
  const style = { transform: `translateY(${String(at * lineSizes.row)}px)` }
  const place = { role: 'row', 'aria-rowindex': at + 1, style } as const
  switch (row.kind) {
    case 'head':
      return (
        <div className="line-head" {...place}>
          <Head row={row} view={view} />
        </div>
      )
    case 'columns':
      return (
        <div className="line-row line-columns" {...place}>
          {columns[row.list]
            .filter((column) => column !== 'read' || marksRead({ ticks, view }))
            .map((column) => (
              <span key={column} role="columnheader" className={`line-${column}`}>
                {t(`handover.column.${column}`)}
              </span>
            ))}
        </div>
      )
    case 'none':
      return (
        <div className="line-none" {...place}>
          <span role="gridcell" className="dim">
            {t(`handover.${row.list}-none`)}
          </span>
        </div>
      )
    case 'said':
      return (
        <div className="line-row line-said" {...place} onClick={() => onChoose(row.key)}>
          <span role="gridcell" className="cut" title={row.text}>
            <span className="person">{row.by === 'giver' ? view.shift.by : view.shift.to}</span> {row.text}
          </span>
        </div>
      )
    case 'line': {
      const { line } = row
      return (
        <div
          id={lineId(line.key)}
          className={line.list === 'own' ? 'line-row line-own pick-row' : 'line-row pick-row'}
          aria-selected={line.key === selected}
          {...place}
          onClick={() => onChoose(line.key)}
          onDoubleClick={() => onOpen(line)}
        >
          <LineRow line={line} now={now} ticks={ticks} state={view.state} onTick={onTick} />
        </div>
      )
    }
  }
}

interface RowPlace {
  readonly row: HandoverRow
  readonly at: number
}

function Head({ row, view }: { readonly row: HandoverRow & { readonly kind: 'head' }; readonly view: HandoverView }) {
  const { list, count, read } = row
  return (
    <span role="gridcell" className="line-head-cell">
      <span className="strong">
        {listKeys[list] ?? ''} {t(`handover.${list}`)}
      </span>
      <span className="dim mono">{count}</span>
      <span className="grow" />
      <span className="dim">{aside(list, count, read, view)}</span>
    </span>
  )
}

/** The giver hears what was read with the receipt, not before. */
function aside(list: ListName, count: number, read: number, { state, side, shift }: HandoverView): string {
  if (list === 'changed') return t('handover.from-journal')
  if (state === 'open') return list === 'own' ? '' : t('handover.from-record')
  if (count === 0 || shift.to === null || (state === 'given' && side === 'giver')) return ''
  return t('handover.read-by', { read, of: count, code: shift.to })
}
