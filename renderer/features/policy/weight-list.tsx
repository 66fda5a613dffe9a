/** How much each constituent weighs: picked from the cards, 1 to 5; everyone else has one weight together. */
import { X } from 'lucide-react'
import type { Policy } from '../../../shared/domain/order/policy.ts'
import { cardLists } from '../../state/cards.ts'
import { AddTeam } from '../../ui/add-team.tsx'
import { Button } from '../../ui/button.tsx'
import { useKeys } from '../../ui/keys/use-keys.ts'
import { Select } from '../../ui/select.tsx'
import { t } from '../../ui/t.ts'
import { weigh } from './edit-policy.ts'
import { numberChoices } from './policy-lists.ts'

interface Props {
  readonly policy: Policy
  readonly onChange: (change: Pick<Policy, 'constituents'> | Pick<Policy, 'weightOfOthers'>) => void
}

const addId = 'policy-add-constituent'
const weights = numberChoices(1, 5)

export function WeightList({ policy, onChange }: Props) {
  const cards = cardLists.use('').value ?? []
  useKeys('here', [
    { keys: 'w', label: t('policy.weights-add'), run: () => document.getElementById(addId)?.focus(), hint: true },
  ])
  // A case names its constituent by name, so the weight does too.
  const add = (id: string): void => {
    const name = cards.find((card) => card.id === id)?.name
    if (name !== undefined) onChange({ constituents: weigh(policy, name, Math.min(5, policy.weightOfOthers + 1)) })
  }
  return (
    <>
      <ul className="policy-weights">
        {policy.constituents.map(({ constituent, weight }) => (
          <li key={constituent}>
            <span className="grow">{constituent}</span>
            <Select
              label={t('policy.weights-of', { name: constituent })}
              hideLabel
              value={String(weight)}
              choices={weights}
              onChange={(value) => onChange({ constituents: weigh(policy, constituent, Number(value)) })}
            />
            <Button
              look="quiet"
              size="icon"
              label={t('policy.weights-remove', { name: constituent })}
              onPress={() =>
                onChange({ constituents: policy.constituents.filter((one) => one.constituent !== constituent) })
              }
            >
              <X aria-hidden />
            </Button>
          </li>
        ))}
        <li>
          <span className="grow dim">{t('policy.weights-others')}</span>
          <Select
            label={t('policy.weights-others')}
            hideLabel
            value={String(policy.weightOfOthers)}
            choices={weights}
            onChange={(value) => onChange({ weightOfOthers: Number(value) })}
          />
          <span className="policy-no-button" />
        </li>
      </ul>
      <AddTeam
        id={addId}
        label={t('policy.weights-add')}
        hint={t('policy.weights-hint')}
        none={t('policy.weights-none')}
        keys="w"
        cards={cards.filter(({ name }) => !policy.constituents.some(({ constituent }) => constituent === name))}
        onAdd={add}
      />
    </>
  )
}
