/** What we did: the lines of the journal, newest first, each with time, code and tier; the local time of its desk in the tooltip. */
import type { JournalLine } from '../../../shared/ipc/views.ts'
import { formatLocal, formatTime } from '../../ui/time-format.ts'
import { sentence } from '../../ui/t.ts'

interface Props {
  readonly lines: readonly JournalLine[]
  /** Dates beside the times. */
  readonly full?: boolean
}

export function JournalList({ lines, full = false }: Props) {
  return (
    <ol className={full ? 'journal full' : 'journal'} reversed>
      {lines.toReversed().map(({ hash, at, zone, code, tier, said }) => (
        <li key={hash}>
          <time className="mono" dateTime={at} title={formatLocal(at, zone)}>
            {full ? formatTime(at, 'day-time') : formatTime(at, 'time')}
          </time>
          <span className="mono dim">
            {code}·{tier}
          </span>
          <p>{sentence(said)}</p>
        </li>
      ))}
    </ol>
  )
}
