/** One row of the queue; a row that has not arrived shows its number and a grey bar. */
import { memo } from 'react'
import type { QueueRow as Row } from '../../../shared/ipc/views.ts'
import { BandBadge } from '../../ui/band-badge.tsx'
import { PhasePips } from '../../ui/pips.tsx'
import { Person } from '../../ui/tag.tsx'
import { TlpBadge } from '../../ui/tlp-badge.tsx'
import { t } from '../../ui/t.ts'
import { DueCell } from './due-cell.tsx'
import { rowHeight } from './windowing.ts'

interface Props {
  readonly at: number
  readonly row: Row | undefined
  readonly selected: boolean
  readonly now: number
  readonly onSelect: (at: number) => void
  readonly onOpen: (at: number) => void
}

export const rowId = (at: number): string => `queue-row-${String(at)}`

export const QueueRow = memo(function QueueRow({ at, row, selected, now, onSelect, onOpen }: Props) {
  return (
    <div
      id={rowId(at)}
      role="row"
      aria-rowindex={at + 2}
      aria-selected={selected}
      className="queue-row"
      style={{ transform: `translateY(${String(at * rowHeight)}px)` }}
      onClick={() => onSelect(at)}
      onDoubleClick={() => onOpen(at)}
    >
      {row === undefined ? <Unknown at={at} /> : <Cells row={row} now={now} />}
    </div>
  )
})

function Unknown({ at }: { readonly at: number }) {
  return (
    <>
      <span role="gridcell" className="mono dim">
        {at + 1}
      </span>
      <span role="gridcell" className="queue-grey" />
    </>
  )
}

function Cells({ row, now }: { readonly row: Row; readonly now: number }) {
  return (
    <>
      <span role="gridcell">
        <BandBadge band={row.band} rung={row.rung} />
      </span>
      <span role="gridcell">
        <DueCell due={row.due} kind={row.dueKind} now={now} />
      </span>
      <span role="gridcell" className="mono">
        {row.number}
      </span>
      <span role="gridcell" className="cut strong">
        {row.title}
      </span>
      <span role="gridcell" className="cut dim">
        {row.constituent ?? '–'}
      </span>
      <span role="gridcell">
        <TlpBadge tlp={row.tlp} />
      </span>
      <span role="gridcell">
        <PhasePips phase={row.phase} />
      </span>
      <span role="gridcell">
        {row.owner === null ? <span className="soon">{t('queue.unassigned')}</span> : <Person code={row.owner} />}
      </span>
    </>
  )
}
