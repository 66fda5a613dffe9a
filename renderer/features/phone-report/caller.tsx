/** Who calls, and how one knows: their card, the PIN agreed with them, the number on the card for a call-back. */
import { Phone } from 'lucide-react'
import { nameOf } from '../../../shared/domain/card/contact-name.ts'
import type { CardView } from '../../../shared/ipc/card-views.ts'
import { cardLists, openCards } from '../../state/cards.ts'
import { AddTeam } from '../../ui/add-team.tsx'
import { Button } from '../../ui/button.tsx'
import { Choices } from '../../ui/checkbox.tsx'
import { TextField } from '../../ui/field.tsx'
import { useKeys } from '../../ui/keys/use-keys.ts'
import { Note } from '../../ui/note.tsx'
import { Select } from '../../ui/select.tsx'
import { t } from '../../ui/t.ts'

export interface CallerForm {
  readonly channel: 'phone' | 'log'
  readonly from: string
  readonly card: string | null
  readonly number: string
  readonly pin: string | null
  readonly said: string
}

export const noCaller: CallerForm = { channel: 'phone', from: '', card: null, number: '', pin: null, said: '' }

interface Props {
  readonly form: CallerForm
  readonly onChange: (change: Partial<CallerForm>) => void
}

const box = 'call-card'

export function Caller({ form, onChange }: Props) {
  const cards = cardLists.use('').value ?? []
  const card = openCards.use(form.card).value
  useKeys('here', [{ keys: 'Alt+C', label: t('call.card'), run: () => document.getElementById(box)?.focus() }])
  const isPhone = form.channel === 'phone'
  return (
    <section className="box stack" aria-labelledby="call-who">
      <h2 id="call-who">{isPhone ? t('call.who') : t('call.where')}</h2>
      <Choices
        label={t('call.channel')}
        hideLabel
        look="segments"
        value={form.channel}
        choices={[
          { value: 'phone', label: t('call.phone') },
          { value: 'log', label: t('call.log') },
        ]}
        onChange={(channel) => onChange({ channel })}
      />
      <TextField
        label={isPhone ? t('call.name') : t('call.system')}
        value={form.from}
        onChange={(from) => onChange({ from })}
        autoFocus
      />
      {card === null ? (
        <AddTeam
          id={box}
          label={t('call.card')}
          hint={t('call.card-hint')}
          none={t('call.card-none')}
          keys="Alt+C"
          cards={cards}
          onAdd={(id) => onChange({ card: id, pin: null, said: '' })}
        />
      ) : (
        <p className="row">
          <strong className="grow">{nameOf(card.reading)}</strong>
          <Button onPress={() => onChange({ card: null, pin: null, said: '' })}>{t('call.other-card')}</Button>
        </p>
      )}
      {isPhone ? (
        <TextField
          label={t('call.number')}
          hint={t('call.number-why')}
          mono
          value={form.number}
          onChange={(number) => onChange({ number })}
        />
      ) : null}
      {isPhone && card !== null ? <Checked card={card} form={form} onChange={onChange} /> : null}
    </section>
  )
}

/** The PIN is checked when the report is kept: a wrong one loses nothing. */
function Checked({ card, form, onChange }: Props & { readonly card: CardView }) {
  const pins = card.pins.map(({ id, holder }) => ({ value: id, label: holder }))
  const [first] = pins
  const numbers = card.reading.phones.map(({ e164, text }) => e164 ?? text)
  return (
    <>
      {first === undefined ? (
        <Note>{t('call.no-pin')}</Note>
      ) : (
        <>
          <Select
            label={t('call.pin-of')}
            value={form.pin ?? first.value}
            choices={pins}
            onChange={(pin) => onChange({ pin })}
          />
          <TextField
            label={t('call.pin')}
            type="password"
            hint={t('call.pin-why')}
            value={form.said}
            onChange={(said) => onChange({ said, pin: form.pin ?? first.value })}
          />
        </>
      )}
      <div className="field">
        <span className="field-label">{t('call.call-back')}</span>
        {numbers.length === 0 ? (
          <span className="dim">{t('call.call-back-none')}</span>
        ) : (
          numbers.map((number) => (
            <span key={number} className="row mono">
              <Phone aria-hidden /> {number}
            </span>
          ))
        )}
        <span className="field-hint">{t('call.call-back-why')}</span>
      </div>
    </>
  )
}
