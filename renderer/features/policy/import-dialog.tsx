/** Takes the list of a card's own section 4.1 as the draft: the items become rungs, in their order. */
import { useState } from 'react'
import type { Policy } from '../../../shared/domain/order/policy.ts'
import { cardLists } from '../../state/cards.ts'
import { policyFromCard } from '../../state/policy.ts'
import { told } from '../../state/toasts.ts'
import { AskDialog } from '../../ui/ask-dialog.tsx'
import { Select } from '../../ui/select.tsx'
import { t } from '../../ui/t.ts'

interface Props {
  readonly onTake: (policy: Policy) => void
  readonly onClose: () => void
}

export function ImportDialog({ onTake, onClose }: Props) {
  const cards = cardLists.use('').value ?? []
  const [chosen, setChosen] = useState<string | null>(null)
  const card = chosen ?? (cards.find(({ own }) => own) ?? cards[0])?.id ?? null
  const go = async (): Promise<void> => {
    const policy = card === null ? null : told(await policyFromCard(card))
    if (policy === null) return
    onClose()
    onTake(policy)
  }
  return (
    <AskDialog
      title={t('policy.import-title')}
      sentence={t('policy.import-sentence')}
      go={t('policy.import-go')}
      ready={card !== null}
      onGo={go}
      onClose={onClose}
    >
      {card === null ? (
        <p className="dim">{t('policy.weights-none')}</p>
      ) : (
        <Select
          label={t('policy.import-card')}
          value={card}
          choices={cards.map(({ id, name, fullName }) => ({
            value: id,
            label: fullName === null ? name : `${name}, ${fullName}`,
          }))}
          onChange={setChosen}
        />
      )}
    </AskDialog>
  )
}
