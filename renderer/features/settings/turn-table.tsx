/** The turns of duty, from yesterday on: the one that is on says so, what is past stands back. */
import type { Turn } from '../../../shared/domain/clock/settings.ts'
import type { DutyView } from '../../../shared/ipc/case-views.ts'
import { Tag } from '../../ui/tag.tsx'
import { t } from '../../ui/t.ts'
import { Time } from '../../ui/time.tsx'
import { nameOf } from './people.ts'
import { RowTable } from './row-table.tsx'

interface Props {
  readonly view: DutyView
  /** UTC ISO. */
  readonly now: string
  readonly onOpen: (turn: Turn) => void
}

export function TurnTable({ view, now, onOpen }: Props) {
  return (
    <RowTable
      label={t('duty.turns')}
      columns={[t('duty.col.who'), t('duty.col.from'), t('duty.col.to'), t('duty.col.length'), t('duty.col.state')]}
      rows={view.turns.map((turn) => ({
        id: turnId(turn),
        name: nameOf(view, turn.code),
        quiet: turn.to <= now,
        onOpen: () => onOpen(turn),
        cells: [
          <Time key="from" at={turn.from} form="weekday" />,
          <Time key="to" at={turn.to} form="weekday" />,
          <span key="length" className="mono">
            {lengthText(turn)}
          </span>,
          <State key="state" turn={turn} now={now} />,
        ],
      }))}
    />
  )
}

export const turnId = ({ code, from, to }: Turn): string => `${code} ${from} ${to}`

function State({ turn: { from, to }, now }: { readonly turn: Turn; readonly now: string }) {
  if (to <= now) return t('duty.state.past')
  return from <= now ? <Tag>{t('duty.state.now')}</Tag> : null
}

/** "12:00" */
function lengthText({ from, to }: Turn): string {
  const minutes = Math.round((Date.parse(to) - Date.parse(from)) / 60_000)
  return `${String(Math.floor(minutes / 60))}:${String(minutes % 60).padStart(2, '0')}`
}
