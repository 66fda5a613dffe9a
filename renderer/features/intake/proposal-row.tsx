/** One proposed value: what it is, and below it the reason, or that a person has changed it and what was proposed. */
import type { ReactNode } from 'react'
import type { Proposed } from '../../../shared/ipc/views.ts'
import { sentence, t } from '../../ui/t.ts'

type Value = string | number | boolean | null

interface Props {
  readonly of: Proposed<Value>
  readonly now: Value
  /** The proposed value in words, where it is not itself one. */
  readonly was?: string
  readonly children: ReactNode
}

export function ProposalRow({ of, now, was, children }: Props) {
  const changed = of.value !== now
  const proposed = was ?? (of.value === null ? '' : String(of.value))
  const value = proposed === '' ? t('page.none') : proposed
  return (
    <div className={changed ? 'proposal changed' : 'proposal'}>
      {children}
      <p className="proposal-reason">{changed ? t('intake.changed', { value }) : sentence(of.because)}</p>
    </div>
  )
}
