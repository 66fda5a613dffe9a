/** What we did: the lines of the journal, newest first, each with time, code and tier. */
import type { JournalLine } from '../../../shared/ipc/views.ts'
import { formatTime } from '../../ui/time-format.ts'
import { journalText } from './journal-text.ts'

interface Props {
  readonly lines: readonly JournalLine[]
  /** Dates beside the times, and the zone of the desk that wrote it. */
  readonly full?: boolean
}

export function JournalList({ lines, full = false }: Props) {
  return (
    <ol className={full ? 'journal full' : 'journal'} reversed>
      {lines.toReversed().map(({ hash, at, zone, code, tier, said }) => (
        <li key={hash}>
          <time className="mono" dateTime={at} title={`${at} (${zone})`}>
            {full ? formatTime(at, 'day-time') : formatTime(at, 'time')}
          </time>
          <span className="mono dim">
            {code}·{tier}
          </span>
          <p>{journalText(said)}</p>
        </li>
      ))}
    </ol>
  )
}
