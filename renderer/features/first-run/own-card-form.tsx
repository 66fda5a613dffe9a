/** Our own card by hand, for a team that has not written its RFC 2350 document yet. */
import { useState } from 'react'
import type { CardView } from '../../../shared/ipc/card-views.ts'
import type { Saying } from '../../../shared/words/say.ts'
import { writeOwnCard } from '../../state/cards.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { ProblemNote } from '../../ui/note.tsx'
import { t } from '../../ui/t.ts'
import { isZone } from './wish.ts'

const blank = {
  name: '',
  address: '',
  phone: '',
  zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  hours: 'Mo-Fr 09:00-17:00',
}
const fields = ['name', 'address', 'phone', 'zone', 'hours'] as const

export function OwnCardForm({ onDone }: { readonly onDone: (card: CardView) => void }) {
  const [card, setCard] = useState(blank)
  const [problem, setProblem] = useState<Saying | null>(null)
  const ready = card.name.trim() !== '' && isZone(card.zone)
  const save = async (): Promise<void> => {
    const answer = await writeOwnCard(card)
    if (answer.ok) onDone(answer.value)
    else setProblem(answer.problem)
  }
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        if (ready) void save()
      }}
    >
      <div className="setup-grid">
        {fields.map((field) => (
          <TextField
            key={field}
            label={t(`setup.card.${field}`)}
            value={card[field]}
            onChange={(value) => setCard({ ...card, [field]: value })}
          />
        ))}
      </div>
      <p className="field-hint">{t('setup.hours-hint')}</p>
      {problem === null ? null : <ProblemNote problem={problem} />}
      <div>
        <Button type="submit" look="filled" disabled={!ready}>
          {t('setup.card-save')}
        </Button>
      </div>
    </form>
  )
}
