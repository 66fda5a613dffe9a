/** What each side did in the case since the copies parted: here at the left, elsewhere at the right. */
import type { MergeQuestion } from '../../../shared/ipc/handover-views.ts'
import { useNow } from '../../ui/now.ts'
import { Section } from '../../ui/pane.tsx'
import { Person } from '../../ui/tag.tsx'
import { formatTime } from '../../ui/time-format.ts'
import { sentence, t } from '../../ui/t.ts'
import { nearTime } from './merge-words.ts'

interface Props {
  readonly question: MergeQuestion
  readonly partedAt: string | null
}

export function MergeSince({ question: { since }, partedAt }: Props) {
  const now = useNow()
  const title = partedAt === null ? t('merge.since') : t('merge.since-at', { at: nearTime(partedAt, now) })
  return (
    <Section title={title}>
      <div className="merge-since">
        <Column title={t('merge.here')} done={since.filter(({ here }) => here)} />
        <Column title={t('merge.elsewhere')} done={since.filter(({ here }) => !here)} />
      </div>
    </Section>
  )
}

function Column({ title, done }: { readonly title: string; readonly done: MergeQuestion['since'] }) {
  const now = useNow()
  return (
    <ol aria-label={title}>
      {done.length === 0 ? <li className="dim">{t('merge.since-none')}</li> : null}
      {done.map(({ at, by, said }, place) => (
        <li key={`${at} ${String(place)}`}>
          <time className="mono dim" dateTime={at} title={formatTime(at, 'weekday')}>
            {nearTime(at, now)}
          </time>
          <Person code={by} />
          <span className="grow">{sentence(said)}</span>
        </li>
      ))}
    </ol>
  )
}
