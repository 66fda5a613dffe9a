/** One row of the queue; a row that has not arrived shows its number and a grey bar. */
import { Check } from 'lucide-react'
import { memo, type MouseEvent } from 'react'
import type { QueueRow as Row } from '../../../shared/ipc/views.ts'
import { BandBadge } from '../../ui/band-badge.tsx'
import { PhasePips } from '../../ui/pips.tsx'
import { Person } from '../../ui/tag.tsx'
import { TlpBadge } from '../../ui/tlp-badge.tsx'
import { t } from '../../ui/t.ts'
import { DueCell } from './due-cell.tsx'
import { RowMarks } from './row-marks.tsx'

/** Pixels; the same as --row. */
export const rowHeight = 30

/** How a row was clicked: chosen, marked, or everything up to it marked. */
export type Click = 'choose' | 'mark' | 'range'

interface Props {
  readonly at: number
  readonly row: Row | undefined
  readonly selected: boolean
  readonly marked: boolean
  /** Place of its rung in the team's order, and of the rung that it was placed on. */
  readonly rungAt: number | null
  readonly placedAt: number | null
  readonly now: number
  readonly onClick: (at: number, click: Click) => void
  readonly onOpen: (at: number) => void
}

export const rowId = (at: number): string => `queue-row-${String(at)}`

const clickOf = ({ ctrlKey, metaKey, shiftKey, target }: MouseEvent): Click => {
  if (shiftKey) return 'range'
  return ctrlKey || metaKey || (target instanceof Element && target.closest('.queue-check') !== null)
    ? 'mark'
    : 'choose'
}

export const QueueRow = memo(function QueueRow(props: Props) {
  const { at, row, selected, onClick, onOpen } = props
  return (
    <div
      id={rowId(at)}
      role="row"
      aria-rowindex={at + 2}
      aria-selected={selected}
      className={props.marked ? 'queue-row queue-row-marked' : 'queue-row'}
      style={{ transform: `translateY(${String(at * rowHeight)}px)` }}
      onClick={(event) => onClick(at, clickOf(event))}
      onDoubleClick={() => onOpen(at)}
    >
      {row === undefined ? <Unknown at={at} /> : <Cells {...props} row={row} />}
    </div>
  )
})

function Unknown({ at }: { readonly at: number }) {
  return (
    <>
      <span role="gridcell" />
      <span role="gridcell" className="mono dim">
        {at + 1}
      </span>
      <span role="gridcell" className="queue-grey" aria-label={t('ui.loading')} />
    </>
  )
}

function Cells({ row, marked, rungAt, placedAt, now }: Props & { readonly row: Row }) {
  return (
    <>
      <span role="gridcell" className="queue-check">
        {marked ? <Check role="img" aria-label={t('queue.mark.marked')} strokeWidth={3} /> : null}
      </span>
      <span role="gridcell">
        <BandBadge band={row.band} rung={rungAt} />
      </span>
      <span role="gridcell">
        <DueCell row={row} now={now} />
      </span>
      <span role="gridcell" className="mono">
        {row.number}
      </span>
      <span role="gridcell" className="queue-title">
        <RowMarks row={row} placedAt={placedAt} />
        <span className="cut strong">{row.title}</span>
      </span>
      <span role="gridcell" className="cut dim queue-constituent">
        {row.constituent ?? '–'}
      </span>
      <span role="gridcell">
        <TlpBadge tlp={row.tlp} />
      </span>
      <span role="gridcell">
        <PhasePips phase={row.phase} phases={row.phases} />
      </span>
      <span role="gridcell" className="queue-owner">
        {row.owner === null ? <span className="soon cut">{t('queue.unassigned')}</span> : <Person code={row.owner} />}
      </span>
    </>
  )
}
