/** PINs agreed with clients: who knows the PIN may be who they say they are. Kept as a hash; only checked, never shown. */
import { useState } from 'react'
import { saying } from '../../../shared/words/say.ts'
import type { CardView, ClientPin } from '../../../shared/ipc/card-views.ts'
import { dropPin } from '../../state/cards.ts'
import { showDone, told } from '../../state/toasts.ts'
import { ActionButton, Button } from '../../ui/button.tsx'
import { formatTime } from '../../ui/time-format.ts'
import { t } from '../../ui/t.ts'
import { Block } from './block.tsx'
import { PinCheckDialog } from './pin-check-dialog.tsx'
import { PinSetDialog } from './pin-set-dialog.tsx'

export function PinsBlock({ card }: { readonly card: CardView }) {
  const [adding, setAdding] = useState(false)
  const [checking, setChecking] = useState<string | null>(null)
  const { pins } = card
  const checked = pins.find(({ id }) => id === checking)
  const drop = async ({ id, holder }: ClientPin): Promise<void> => {
    if (told(await dropPin({ card: card.id, pin: id })) !== null) showDone(saying('pin.dropped', { holder }))
  }
  return (
    <Block
      title={t('pin.title')}
      aside={<ActionButton keys="P" look="link" label={t('pin.add')} onAct={() => setAdding(true)} />}
    >
      {pins.length === 0 ? <p className="dim">{t('pin.none')}</p> : null}
      {pins.map((pin) => (
        <div key={pin.id} className="pin-row">
          <div className="grow">
            <strong>{pin.holder}</strong>
            <p className="dim">
              {t('pin.set-by', { at: formatTime(pin.setAt, 'day'), code: pin.code })},{' '}
              {t('pin.tries', { n: pin.triesLeft })}
            </p>
          </div>
          <Button label={t('pin.check-of', { holder: pin.holder })} onPress={() => setChecking(pin.id)}>
            {t('pin.check')}
          </Button>
          <Button look="quiet" label={t('pin.drop-of', { holder: pin.holder })} onPress={() => void drop(pin)}>
            {t('pin.drop')}
          </Button>
        </div>
      ))}
      {adding ? <PinSetDialog card={card.id} onClose={() => setAdding(false)} /> : null}
      {checked === undefined ? null : <PinCheckDialog card={card.id} pin={checked} onClose={() => setChecking(null)} />}
    </Block>
  )
}
