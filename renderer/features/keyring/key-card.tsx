/** Whose key it is, as far as we know: its card, what the card's documents print, and keys here that could be mistaken for it. */
import { Check, CircleHelp, TriangleAlert } from 'lucide-react'
import type { CardMatch, KeyView } from '../../../shared/ipc/key-views.ts'
import { go } from '../../state/route.ts'
import { ActionButton, Button } from '../../ui/button.tsx'
import { Fingerprint } from '../../ui/fingerprint.tsx'
import { Note } from '../../ui/note.tsx'
import { Section } from '../../ui/pane.tsx'
import { t } from '../../ui/t.ts'
import type { AskProps } from './key-ask.ts'

export function KeyCard({ view, onAsk }: AskProps & { readonly view: KeyView }) {
  const { card, cardMatch, clashes, role } = view
  return (
    <Section
      title={t('key.card')}
      aside={
        role === 'other' ? (
          <ActionButton
            keys="l"
            label={card === null ? t('key.link') : t('key.relink')}
            look="link"
            onAct={() => onAsk('card')}
          />
        ) : undefined
      }
    >
      {card === null ? (
        <p className="dim">{t('key.no-card')}</p>
      ) : (
        <p>
          <Button look="link" onPress={() => go({ page: 'card', params: { id: card.id } })}>
            {card.name}
          </Button>
        </p>
      )}
      {cardMatch === null ? null : <CardMatchWords match={cardMatch} />}
      {clashes.length === 0 ? null : (
        <Note tone="stop">
          <p>{t('key.clash', { n: clashes.length })}</p>
          <ul>
            {clashes.map((fingerprint) => (
              <li key={fingerprint}>
                <Button look="link" onPress={() => go({ page: 'keyring', params: { fingerprint } })}>
                  <Fingerprint value={fingerprint} />
                </Button>
              </li>
            ))}
          </ul>
        </Note>
      )}
    </Section>
  )
}

const matches = {
  announced: { icon: Check, look: 'with-icon' },
  differs: { icon: TriangleAlert, look: 'with-icon late' },
  'none-announced': { icon: CircleHelp, look: 'with-icon dim' },
} as const

export function CardMatchWords({ match }: { readonly match: CardMatch }) {
  const { icon: Icon, look } = matches[match]
  return (
    <p className={look}>
      <Icon aria-hidden /> {t(`key.match.${match}`)}
    </p>
  )
}
