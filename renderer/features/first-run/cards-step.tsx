/** Step 4: our own team's card, whose hours the clocks follow, and the cards of the teams we work with. */
import { ContactRound } from 'lucide-react'
import { useState } from 'react'
import type { CardView } from '../../../shared/ipc/card-views.ts'
import { importCard } from '../../state/cards.ts'
import { pick } from '../../state/desk.ts'
import { told } from '../../state/toasts.ts'
import { Button } from '../../ui/button.tsx'
import { Choices } from '../../ui/checkbox.tsx'
import { t } from '../../ui/t.ts'
import { OwnCardForm } from './own-card-form.tsx'
import { StepBox } from './steps.tsx'

type Way = 'document' | 'hand'

async function importChosen(own: boolean): Promise<readonly CardView[]> {
  const files = told(await pick('open', t('setup.card-choose'))) ?? []
  const cards: CardView[] = []
  for (const file of own ? files.slice(0, 1) : files) {
    const card = told(await importCard(file, own))
    if (card !== null) cards.push(card)
  }
  return cards
}

export function CardsStep({ onFinish }: { readonly onFinish: () => void }) {
  const [way, setWay] = useState<Way>('document')
  const [own, setOwn] = useState<CardView | null>(null)
  const [partners, setPartners] = useState<readonly CardView[]>([])
  return (
    <StepBox
      title={t('setup.cards')}
      sentence={t('setup.cards-why')}
      side={
        <>
          <h3>{t('setup.partners')}</h3>
          <p className="dim">{t('setup.partners-why')}</p>
          <CardList cards={partners} />
          <div>
            <Button onPress={() => void importChosen(false).then((more) => setPartners([...partners, ...more]))}>
              {t('setup.card-choose-many')}
            </Button>
          </div>
        </>
      }
      foot={
        <>
          <span className="dim grow">{own === null ? t('setup.cards-later') : ''}</span>
          <Button look={own === null ? 'outline' : 'filled'} onPress={onFinish}>
            {t('setup.finish')}
          </Button>
        </>
      }
    >
      {own === null ? (
        <>
          <Choices
            label={t('setup.own-card')}
            value={way}
            choices={[
              { value: 'document', label: t('setup.card-document') },
              { value: 'hand', label: t('setup.card-hand') },
            ]}
            onChange={setWay}
            look="segments"
          />
          {way === 'hand' ? (
            <OwnCardForm onDone={setOwn} />
          ) : (
            <div>
              <Button look="filled" onPress={() => void importChosen(true).then(([card]) => setOwn(card ?? null))}>
                {t('setup.card-choose')}
              </Button>
            </div>
          )}
        </>
      ) : (
        <CardList cards={[own]} />
      )}
    </StepBox>
  )
}

function CardList({ cards }: { readonly cards: readonly CardView[] }) {
  return (
    <ul className="setup-cards">
      {cards.map(({ id, reading }) => (
        <li key={id} className="row box">
          <ContactRound size={16} aria-hidden />
          <span className="grow">
            <span className="strong">{reading.names.short ?? reading.names.full ?? id}</span>
            <br />
            <span className="dim">
              {reading.emails.find(({ doNotUseFor }) => !doNotUseFor.includes('incidents'))?.address ??
                t('setup.no-address')}
            </span>
          </span>
          <span className="dim">{t('setup.findings', { n: reading.findings.length })}</span>
        </li>
      ))}
    </ul>
  )
}
