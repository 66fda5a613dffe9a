/** The horizon: what stops being true in the next 90 days, first of all what an open case still needs. */
import { useState } from 'react'
import type { HorizonItem } from '../../../shared/domain/horizon/horizon.ts'
import { horizon } from '../../state/horizon.ts'
import { Empty } from '../../ui/empty.tsx'
import { useStepKeys } from '../../ui/keys/rows.ts'
import { ProblemNote } from '../../ui/note.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { t } from '../../ui/t.ts'
import { HorizonList, revealItem } from './horizon-list.tsx'
import { HorizonPane } from './horizon-pane.tsx'
import { Lanes } from './lanes.tsx'
import './horizon.css'

export function HorizonPage() {
  const { value, problem } = horizon.use()
  const [chosen, setChosen] = useState<string | null>(null)
  const items = value?.items ?? []
  const item = items.find((one) => keyOf(one) === chosen) ?? items[0]
  const move = (by: 1 | -1): void => {
    const next = items[Math.max(0, Math.min(items.length - 1, (item === undefined ? -1 : items.indexOf(item)) + by))]
    if (next === undefined) return
    setChosen(keyOf(next))
    revealItem(next)
  }
  useStepKeys(move)
  return (
    <div className="page">
      <PageHead
        title={t('horizon.title')}
        sentence={t('horizon.sentence', { n: items.length, cases: value?.dues.length ?? 0 })}
      />
      {problem === null ? null : <ProblemNote problem={problem} />}
      <div className="page-body">
        <div className="page-main">
          {value === null ? null : <Lanes horizon={value} chosen={item ?? null} />}
          {value !== null && items.length === 0 ? (
            <Empty kind="none" title={t('horizon.none')}>
              {t('horizon.none-why')}
            </Empty>
          ) : (
            <HorizonList items={items} chosen={item ?? null} onChoose={(one) => setChosen(keyOf(one))} />
          )}
        </div>
        {item === undefined ? null : <HorizonPane key={keyOf(item)} item={item} />}
      </div>
    </div>
  )
}

export const keyOf = ({ kind, id }: Pick<HorizonItem, 'kind' | 'id'>): string => `${kind}-${id}`
