/** What the keys of a card are good for, in a word or two: the best one speaks. */
import type { CardRow } from '../../../shared/ipc/card-views.ts'
import { Tag } from '../../ui/tag.tsx'
import { t } from '../../ui/t.ts'

/** The best first. */
const states = ['usable', 'repaired', 'identity-only', 'unreadable', 'not-included', 'expired', 'revoked'] as const

const rank = (state: string): number => states.findIndex((one) => one === state)

export function KeyWords({ keys }: Pick<CardRow, 'keys'>) {
  const [best] = keys.toSorted((a, b) => rank(a.state) - rank(b.state))
  const state = states.find((one) => one === best?.state)
  if (best === undefined || state === undefined) return <Tag tone="unknown">{t('keystate.none')}</Tag>
  const works = state === 'usable' || state === 'repaired'
  if (!works) return <Tag tone={state === 'not-included' ? 'unknown' : 'late'}>{t(`keystate.${state}`)}</Tag>
  if (state === 'usable' && best.trust === 'verified') return <span>{t('trust.verified')}</span>
  const trust = best.trust === null ? '' : `, ${t(`trust.${best.trust}`)}`
  return <Tag tone={best.trust === 'rejected' ? 'late' : 'soon'}>{`${t(`keystate.${state}`)}${trust}`}</Tag>
}
