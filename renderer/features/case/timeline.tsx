/** Events in the order in which they happened; one without a zone is flagged, and its zone is asked for. */
import { TriangleAlert } from 'lucide-react'
import type { TimelineEvent } from '../../../shared/domain/case/case.ts'
import { Button } from '../../ui/button.tsx'
import { t } from '../../ui/t.ts'
import { formatTime } from '../../ui/time-format.ts'
import { useCaseDesk } from './case-desk.ts'
import { DropEventDialog, EventDialog } from './event-dialogs.tsx'
import { askParty } from './party-acts.tsx'

interface TimelineProps {
  readonly events: readonly TimelineEvent[]
  readonly acts?: boolean
}

export function Timeline({ events, acts = false }: TimelineProps) {
  if (events.length === 0) return <p className="box-note">{t('casework.timeline-none')}</p>
  return (
    <ol className="timeline">
      {events.map((event) => (
        <li key={event.id}>
          <Instant at={event.at} />
          <div className="grow">
            <p>{event.what}</p>
            <small className="dim">
              {t('casepage.written', { text: event.atText })}
              {event.source === '' ? '' : `, ${event.source}`}
            </small>
          </div>
          {acts ? <EventActs event={event} /> : null}
        </li>
      ))}
    </ol>
  )
}

export const Instant = ({ at }: { readonly at: string | null }) =>
  at === null ? (
    <span className="warn-text">
      <TriangleAlert aria-hidden /> {t('casepage.no-zone')}
    </span>
  ) : (
    <time className="mono" dateTime={at}>
      {formatTime(at, 'day-time').replace('Z', '')}
      {at.slice(16, 19)}Z
    </time>
  )

function EventActs({ event }: { readonly event: TimelineEvent }) {
  const { view, open, closed } = useCaseDesk()
  if (closed) return null
  const { parties } = view.state
  const asked = t('casework.zone-question', { text: event.atText })
  const teller = parties.find(({ name }) => name === event.source)?.id ?? null
  return (
    <span className="row">
      {event.at === null ? (
        <>
          <Button disabled={parties.length === 0} onPress={() => open(askParty(teller, asked))}>
            {t('casework.zone-ask')}
          </Button>
          <Button onPress={() => open((props) => <EventDialog {...props} before={event} />)}>
            {t('casework.zone-told')}
          </Button>
        </>
      ) : null}
      <Button look="quiet" onPress={() => open((props) => <DropEventDialog {...props} event={event} />)}>
        {t('casework.event-drop')}
      </Button>
    </span>
  )
}
