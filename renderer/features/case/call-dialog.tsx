/** The telephone in one place: the number to dial, what to say, who comes next, and a line for what was said. */
import { Phone } from 'lucide-react'
import { useState } from 'react'
import { openCards } from '../../state/cards.ts'
import { ActionButton, Button } from '../../ui/button.tsx'
import { spoken } from '../../ui/card-words.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { TextArea } from '../../ui/field.tsx'
import { Note } from '../../ui/note.tsx'
import { t } from '../../ui/t.ts'
import { act } from './act.ts'
import type { LayerProps } from './case-desk.ts'

interface Props extends LayerProps {
  readonly party: string
}

export function CallDialog({ view: { state }, onClose, party: id }: Props) {
  const party = state.parties.find((one) => one.id === id)
  const card = openCards.use(party?.card ?? null).value
  const [said, setSaid] = useState('')
  const phones = (card?.reading.phones ?? []).filter(({ doNotUseFor }) => !doNotUseFor.includes('incidents'))
  const [first, ...others] = phones
  const script = first?.script ?? null
  const last = party?.asked.at(-1)
  const waits = last !== undefined && last.answer === null
  const answered = async (): Promise<void> => {
    const note = said.trim()
    if (!waits) {
      const asked = { do: 'ask', party: id, what: note, channel: 'phone', due: null } as const
      if ((await act(state.number, asked)) === null) return
    }
    if ((await act(state.number, { do: 'answered', party: id, note })) !== null) onClose()
  }
  const silent = async (): Promise<void> => {
    const text = t('casework.call-silent', { name: party?.name ?? '', note: said.trim() })
    if ((await act(state.number, { do: 'note', text })) !== null) onClose()
  }
  return (
    <Dialog
      title={t('casework.call-title', { name: party?.name ?? '' })}
      sentence={last === undefined ? t('casework.call-nothing') : t('casework.answer-asked', { what: last.what })}
      onClose={onClose}
      foot={
        <>
          <Button kbd="Esc" onPress={onClose}>
            {t('page.cancel')}
          </Button>
          <ActionButton keys="Alt+N" label={t('casework.call-no-answer')} onAct={() => void silent()} />
          <ActionButton
            keys="Ctrl+Enter"
            look="filled"
            label={t('casework.answer-go')}
            disabled={said.trim() === ''}
            onAct={() => void answered()}
          />
        </>
      }
    >
      {first === undefined ? (
        <Note tone="condition">{t('casework.call-none')}</Note>
      ) : (
        <p className="call-number">
          <Phone aria-hidden /> <span className="mono">{spoken(first)}</span>
          <small className="dim">{t(`purpose.${first.purpose}`)}</small>
        </p>
      )}
      {script === null ? null : <p>{t('cardpage.say', { script })}</p>}
      {others.slice(0, 3).map((phone) => (
        <p key={phone.text} className="dim">
          {t('casework.call-next')} <span className="mono">{spoken(phone)}</span>
        </p>
      ))}
      <TextArea label={t('casework.call-said')} rows={4} value={said} onChange={setSaid} autoFocus />
    </Dialog>
  )
}
