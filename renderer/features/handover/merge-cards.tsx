/** The sides of one question as equals: value, reason, what was there just before it, what it leads to. */
import { CircleCheck } from 'lucide-react'
import { isTlp } from '../../../shared/domain/marking/tlp.ts'
import type { MergeQuestion, MergeSide } from '../../../shared/ipc/handover-views.ts'
import { Button } from '../../ui/button.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { useNow } from '../../ui/now.ts'
import { Facts } from '../../ui/pane.tsx'
import { formatCount, formatTime, timeLeft } from '../../ui/time-format.ts'
import { t } from '../../ui/t.ts'
import { TlpBadge } from '../../ui/tlp-badge.tsx'
import { justBefore, nearTime, placesOf, saidAt, valueWords, type Known } from './merge-words.ts'

interface Props {
  readonly question: MergeQuestion
  readonly chosen: number | null
  readonly known: Known
  readonly onChoose: (side: number) => void
}

export function MergeCards({ question, chosen, known, onChoose }: Props) {
  return (
    <div className="merge-cards">
      {placesOf(question).map(({ side, at }, place) => (
        <Card
          key={at}
          question={question}
          side={side}
          place={place}
          chosen={chosen === at}
          known={known}
          onChoose={() => onChoose(at)}
        />
      ))}
    </div>
  )
}

interface CardProps {
  readonly question: MergeQuestion
  readonly side: MergeSide
  /** On the screen, from 0; its key is one more. */
  readonly place: number
  readonly chosen: boolean
  readonly known: Known
  readonly onChoose: () => void
}

function Card({ question, side, place, chosen, known, onChoose }: CardProps) {
  const now = useNow()
  const { here, by, tier, reason } = side
  const { head, detail } = valueWords(question.conflict, side.value, known)
  const name = here ? t('merge.here') : t('merge.there', { by })
  return (
    <section className={chosen ? 'merge-card merge-card-chosen' : 'merge-card'} aria-label={name}>
      <header>
        <span className="strong">{name}</span>
        <span className="dim" title={formatTime(side.at, 'weekday')}>
          {t('merge.by', { code: by, tier, at: nearTime(side.at, now) })}
        </span>
      </header>
      <div className="merge-value">
        <h3>
          {isTlp(side.value) && question.conflict.field === 'tlp' ? <TlpBadge tlp={side.value} /> : head}
          {detail === null ? null : <span className="merge-detail">{detail}</span>}
        </h3>
        {reason === null || reason === '' ? (
          <p className="dim">{t('merge.no-reason')}</p>
        ) : (
          <p className="quote">{reason}</p>
        )}
      </div>
      <Consequence question={question} side={side} />
      <footer>
        {chosen ? (
          <>
            <span className="with-icon strong grow" role="status">
              <CircleCheck aria-hidden /> {t('merge.chosen')}
            </span>
            <Kbd keys={String(place + 1)} />
          </>
        ) : (
          <Button kbd={String(place + 1)} onPress={onChoose}>
            {here ? t('merge.keep-here') : t('merge.keep-there', { by })}
          </Button>
        )}
      </footer>
    </section>
  )
}

function Consequence({ question, side }: Pick<CardProps, 'question' | 'side'>) {
  const now = useNow()
  const rests = justBefore(question, side)
  const { due, position } = side
  return (
    <Facts
      facts={[
        [
          t('merge.rests'),
          rests === null ? (
            <span key="rests" className="dim">
              {t('merge.rests-none')}
            </span>
          ) : (
            saidAt(rests, now)
          ),
        ],
        [t('merge.due'), <Due key="due" due={due} now={now} />],
        [
          t('merge.place'),
          position === null ? (
            <span key="place" className="dim">
              {t('merge.place-none')}
            </span>
          ) : (
            t('merge.place-of', { at: formatCount(position.at), of: formatCount(position.of) })
          ),
        ],
      ]}
    />
  )
}

function Due({ due, now }: { readonly due: string | null; readonly now: number }) {
  if (due === null) return <span className="dim">{t('merge.due-none')}</span>
  const past = Date.parse(due) < now
  const words = { at: nearTime(due, now), time: timeLeft(due, now).replace(/^-/, '') }
  return <span className={past ? 'late' : ''}>{t(past ? 'merge.due-late' : 'merge.due-left', words)}</span>
}
