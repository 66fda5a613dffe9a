/** Tie-breakers, weights of constituents, the four factors, and the grid of severity and urgency. */
import type { ReactNode } from 'react'
import { Select } from '../../ui/select.tsx'
import { t } from '../../ui/t.ts'
import { BandGrid } from './band-grid.tsx'
import { factorNames, numberChoices } from './policy-lists.ts'
import { TieList } from './tie-list.tsx'
import type { Draft } from './use-draft.ts'
import { WeightList } from './weight-list.tsx'

const points = numberChoices(0, 10)

export function ScalesTab({ draft: { policy, edit } }: { readonly draft: Draft }) {
  return (
    <div className="policy-scales">
      <Scale title={t('policy.ties')} why={t('policy.ties-why')}>
        <TieList policy={policy} onChange={(tieBreakers) => edit({ ...policy, tieBreakers })} />
      </Scale>
      <Scale title={t('policy.weights')} why={t('policy.weights-why')}>
        <WeightList policy={policy} onChange={(change) => edit({ ...policy, ...change })} />
      </Scale>
      <Scale
        title={t('policy.factors')}
        why={t('policy.factors-why')}
        off={policy.preset === 'factors' ? null : t('policy.factors-off')}
      >
        <div className="policy-factors">
          {factorNames.map((factor) => (
            <Select
              key={factor}
              label={t(`policy.factor.${factor}`)}
              value={String(policy.factors[factor])}
              choices={points}
              onChange={(value) => edit({ ...policy, factors: { ...policy.factors, [factor]: Number(value) } })}
            />
          ))}
        </div>
      </Scale>
      <Scale
        title={t('policy.grid')}
        why={t('policy.grid-why')}
        off={policy.preset === 'grid' ? null : t('policy.grid-off')}
      >
        <BandGrid grid={policy.grid} onChange={(grid) => edit({ ...policy, grid })} />
      </Scale>
    </div>
  )
}

interface ScaleProps {
  readonly title: string
  readonly why: string
  /** Why it counts for nothing now. */
  readonly off?: string | null
  readonly children: ReactNode
}

function Scale({ title, why, off = null, children }: ScaleProps) {
  return (
    <section className="policy-scale" aria-label={title}>
      <h2>{title}</h2>
      <p className="dim">
        {why}
        {off === null ? null : <strong className="policy-off"> {off}</strong>}
      </p>
      {children}
    </section>
  )
}
