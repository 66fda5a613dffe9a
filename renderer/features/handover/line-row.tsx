/** The cells of one line: how long there is, which case, what is needed of whom, who has it, whether it was read. */
import { Check, Circle, Clock, TriangleAlert } from 'lucide-react'
import type { HandoverView, NeedLine, WaitLine } from '../../../shared/ipc/handover-views.ts'
import { Person } from '../../ui/tag.tsx'
import { formatTime, timeLeft } from '../../ui/time-format.ts'
import { Time } from '../../ui/time.tsx'
import { t } from '../../ui/t.ts'
import { lasting } from './lasting.ts'
import { isTicked, titleOf, waitsFor, wordsOf, type HandoverLine, type TickedLine } from './lines.ts'

const soonMs = 3_600_000
const dayMs = 24 * soonMs

interface Props {
  readonly line: HandoverLine
  readonly now: number
  readonly ticks: boolean
  readonly state: HandoverView['state']
  readonly onTick: (line: TickedLine, read: boolean) => void
}

export function LineRow(props: Props) {
  const { line, now } = props
  if (line.list === 'own')
    return (
      <>
        <span role="gridcell" className="line-text cut strong" title={line.line.text}>
          {line.line.text}
        </span>
        <Read {...props} line={line} />
      </>
    )
  return (
    <>
      <First line={line} now={now} />
      <span role="gridcell" className="mono">
        {line.line.number}
      </span>
      <span role="gridcell" className="cut strong" title={line.line.title}>
        {line.line.title}
      </span>
      <What line={line} now={now} />
      <span role="gridcell" className="line-owner">
        <Who line={line} />
      </span>
      {isTicked(line) ? <Read {...props} line={line} /> : null}
    </>
  )
}

type CaseLine = Exclude<HandoverLine, { readonly list: 'own' }>

function First({ line, now }: { readonly line: CaseLine; readonly now: number }) {
  if (line.list === 'needs') return <Left line={line.line} now={now} />
  return (
    <span role="gridcell" className="dim cut">
      {line.list === 'waiting' ? (
        <span title={formatTime(line.line.since, 'weekday')}>{ago(line.line.since, now)}</span>
      ) : (
        <Time at={line.line.at} form="time" />
      )}
    </span>
  )
}

const ago = (since: string, now: number): string => t('handover.ago', { time: lasting(since, now) })

function Left({ line: { due }, now }: { readonly line: NeedLine; readonly now: number }) {
  const left = Date.parse(due) - now
  const Icon = left < 0 ? TriangleAlert : Clock
  return (
    <span
      role="gridcell"
      className={`line-left-cell ${left < 0 ? 'late' : left < soonMs ? 'soon' : ''}`}
      title={formatTime(due, 'weekday')}
    >
      <Icon aria-hidden />
      <span className="mono">{timeLeft(due, now)}</span>
      {left < 0 ? <span className="visually-hidden">{t('handover.late')}</span> : null}
    </span>
  )
}

function What({ line, now }: { readonly line: CaseLine; readonly now: number }) {
  if (line.list === 'waiting') return <Waits line={line.line} now={now} />
  const words = wordsOf(line)
  return (
    <span role="gridcell" className="cut" title={words}>
      {words}
    </span>
  )
}

function Waits({ line: { whom, what, chase }, now }: { readonly line: WaitLine; readonly now: number }) {
  const words = waitsFor({ whom, what })
  return (
    <span role="gridcell" className="line-waits">
      <span className="cut grow" title={words}>
        {words}
      </span>
      {chase === null ? null : <Chase at={chase} now={now} />}
    </span>
  )
}

function Chase({ at, now }: { readonly at: string; readonly now: number }) {
  const left = Date.parse(at) - now
  const shown = Math.abs(left) < dayMs ? formatTime(at, 'time') : formatTime(at, 'day').replace(/ \d+$/, '')
  return left < 0 ? (
    <span className="soon with-icon line-chase" title={formatTime(at, 'weekday')}>
      <TriangleAlert aria-hidden />
      {t('handover.chase-late', { at: shown })}
    </span>
  ) : (
    <span className="dim line-chase" title={formatTime(at, 'weekday')}>
      {t('handover.chase', { at: shown })}
    </span>
  )
}

function Who({ line }: { readonly line: CaseLine }) {
  const code = line.list === 'changed' ? line.line.by : line.line.owner
  return code === null ? <span className="soon">{t('handover.no-owner')}</span> : <Person code={code} />
}

/** Ticked by the taker alone; for the giver it is what the receipt said. */
function Read({ line, ticks, state, onTick }: Props & { readonly line: TickedLine }) {
  const { read } = line.line
  if (ticks)
    return (
      <span role="gridcell" className="line-read">
        <input
          type="checkbox"
          tabIndex={-1}
          // The keys stay with the list: Space goes on from here.
          onMouseDown={(event) => event.preventDefault()}
          aria-label={t('handover.line-read', { what: titleOf(line) })}
          checked={read}
          onChange={({ currentTarget }) => onTick(line, currentTarget.checked)}
        />
      </span>
    )
  if (state !== 'taken') return null
  return (
    <span role="gridcell" className="line-read dim">
      {read ? (
        <Check role="img" aria-label={t('handover.was-read')} />
      ) : (
        <Circle role="img" aria-label={t('handover.not-read')} />
      )}
    </span>
  )
}
