/** What settles between two cases in the same place: an ordered list, moved by buttons or Alt and arrows, each switched on or off. */
import { ChevronDown, ChevronUp } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import type { Policy, TieBreaker } from '../../../shared/domain/order/policy.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { t } from '../../ui/t.ts'
import { moved, toggleTie } from './edit-policy.ts'
import { tieBreakers } from './policy-lists.ts'

interface Props {
  readonly policy: Policy
  readonly onChange: (ties: Policy['tieBreakers']) => void
}

export function TieList({ policy, onChange }: Props) {
  const on = policy.tieBreakers
  const off = tieBreakers.filter((tie) => !on.includes(tie))
  const move = (tie: TieBreaker, by: 1 | -1): void => onChange(moved(on, on.indexOf(tie), on.indexOf(tie) + by))
  const onKey = (tie: TieBreaker, event: KeyboardEvent): void => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    move(tie, event.key === 'ArrowUp' ? -1 : 1)
  }
  return (
    <ol className="policy-ties">
      {[...on, ...off].map((tie) => {
        const at = on.indexOf(tie)
        const name = t(`policy.tie.${tie}`)
        return (
          <li key={tie} onKeyDown={(event) => onKey(tie, event)}>
            <span className="mono dim policy-at">{at < 0 ? '–' : at + 1}</span>
            <Checkbox checked={at >= 0} onChange={() => onChange(toggleTie(policy, tie))}>
              {name}
            </Checkbox>
            <span className="grow" />
            <Button
              look="quiet"
              size="icon"
              label={t('policy.tie-up', { tie: name })}
              disabled={at <= 0}
              onPress={() => move(tie, -1)}
            >
              <ChevronUp aria-hidden />
            </Button>
            <Button
              look="quiet"
              size="icon"
              label={t('policy.tie-down', { tie: name })}
              disabled={at < 0 || at === on.length - 1}
              onPress={() => move(tie, 1)}
            >
              <ChevronDown aria-hidden />
            </Button>
          </li>
        )
      })}
    </ol>
  )
}
