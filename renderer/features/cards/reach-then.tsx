/** The two answers beside the first: who if they are silent, and what they promise. */
import { Clock } from 'lucide-react'
import type { Reach } from '../../../shared/domain/reach/reach.ts'
import type { CardView } from '../../../shared/ipc/card-views.ts'
import { promiseWords } from '../../ui/card-words.ts'
import { sentence, t } from '../../ui/t.ts'
import { LineLink } from './line-link.tsx'
import { fieldOfWay, wayWords } from './reach-words.ts'
import { wayIcons } from './way-icons.ts'

export function Then({ card, reach: { fallbacks } }: { readonly card: CardView; readonly reach: Reach }) {
  return (
    <section aria-label={t('cardpage.then')}>
      <p className="dim">{t('cardpage.then')}</p>
      {fallbacks.length === 0 ? <p className="dim">{t('cardpage.then-none')}</p> : null}
      <ol className="reach-list">
        {fallbacks.map((way) => {
          const Icon = wayIcons[way.kind]
          return (
            <li key={`${way.kind}${way.value}${String(way.line)}`}>
              <Icon aria-hidden />
              <div>
                <span className="strong">{wayWords(way, card)}</span>
                <p className="dim">{sentence(way.because)}</p>
              </div>
              <LineLink line={way.line} field={fieldOfWay[way.kind]} />
            </li>
          )
        })}
      </ol>
    </section>
  )
}

export function Promises({ card: { reading } }: { readonly card: CardView }) {
  const all = reading.responsePromises
  return (
    <section aria-label={t('cardpage.promise')}>
      <p className="dim">{t('cardpage.promise')}</p>
      {all.length === 0 ? <p className="dim">{t('cardpage.promise-none')}</p> : null}
      <ul className="reach-list">
        {all.map((promise) => (
          <li key={`${promise.duration}${promise.audience ?? ''}${String(promise.line)}`}>
            <Clock aria-hidden />
            <div>
              <span className="strong">{promiseWords(promise)}</span>{' '}
              <span className="dim">
                {promise.audience === null ? t('cardpage.promise-all') : t(`cardaudience.${promise.audience}`)}
              </span>
              <p className="dim reach-quote">{promise.text === '' ? '' : `“${promise.text}”`}</p>
            </div>
            <LineLink line={promise.line} field="responsePromises" />
          </li>
        ))}
      </ul>
    </section>
  )
}
