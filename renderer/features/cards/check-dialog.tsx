/** Records how we checked who they are: the way, who answered, which number or address of the card, and until when it holds. */
import { useState } from 'react'
import { checkMethods, isIndependent, type CheckMethod } from '../../../shared/domain/card/bona-fide.ts'
import { saying } from '../../../shared/words/say.ts'
import type { CardView } from '../../../shared/ipc/card-views.ts'
import { addCheck } from '../../state/cards.ts'
import { showDone, told } from '../../state/toasts.ts'
import { AskDialog } from '../../ui/ask-dialog.tsx'
import { spoken } from '../../ui/card-words.ts'
import { Choices } from '../../ui/checkbox.tsx'
import { TextArea, TextField } from '../../ui/field.tsx'
import { useNow } from '../../ui/now.ts'
import { Select } from '../../ui/select.tsx'
import { t } from '../../ui/t.ts'
import { Toggle } from './toggle.tsx'

const presets = [30, 90, 365] as const
const dayMs = 86_400_000
const dateForm = /^\d{4}-\d{2}-\d{2}$/

/** YYYY-MM-DD, so many days from `now` (milliseconds). */
const inDays = (days: number, now: number): string => new Date(now + days * dayMs).toISOString().slice(0, 10)

interface Props {
  readonly card: CardView
  readonly onClose: () => void
}

export function CheckDialog({ card, onClose }: Props) {
  const now = useNow()
  const [method, setMethod] = useState<CheckMethod>('call-back')
  const [who, setWho] = useState('')
  const [chosen, setChosen] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const [lapses, setLapses] = useState(inDays(365, now))
  const ways = waysOf(card, method)
  const channel = chosen !== null && ways.some(({ value }) => value === chosen) ? chosen : (ways[0]?.value ?? '')
  const bad = lapses.trim() !== '' && !dateForm.test(lapses.trim())
  const save = async (): Promise<void> => {
    const wish = {
      card: card.id,
      method,
      who: who.trim(),
      channel: channel === '' ? null : channel,
      note: note.trim(),
      lapses: lapses.trim() === '' ? null : lapses.trim(),
    }
    if (told(await addCheck(wish)) === null) return
    showDone(saying('ledger.saved'))
    onClose()
  }
  return (
    <AskDialog
      title={t('ledger.record')}
      sentence={t('ledger.dialog-why')}
      onClose={onClose}
      wide
      go={t('ledger.save')}
      ready={who.trim() !== '' && !bad}
      onGo={save}
      aside={isIndependent(method) ? t('ledger.is-independent') : t('ledger.is-same')}
    >
      <div className="check-form">
        <Choices
          label={t('ledger.method')}
          value={method}
          choices={checkMethods.map((value) => ({ value, label: t(`method.${value}`) }))}
          onChange={setMethod}
        />
        <div className="stack">
          <TextField label={t('ledger.who')} value={who} onChange={setWho} autoFocus />
          <Select
            label={t('ledger.channel')}
            value={channel}
            choices={[...ways, { value: '', label: t('ledger.channel-none') }]}
            onChange={setChosen}
          />
          <p className="field-hint">{t('ledger.channel-hint')}</p>
          <TextField
            label={t('ledger.lapses')}
            mono
            value={lapses}
            onChange={setLapses}
            error={bad ? t('ledger.lapses-bad') : null}
          />
          <div className="row">
            {presets.map((days) => (
              <Toggle
                key={days}
                label={t('ledger.lapses-in', { n: days })}
                on={lapses === inDays(days, now)}
                onPress={() => setLapses(inDays(days, now))}
              />
            ))}
          </div>
        </div>
      </div>
      <TextArea label={t('ledger.note')} rows={2} value={note} onChange={setNote} />
    </AskDialog>
  )
}

/** What stands on the card, the likely ones for the way first: never what came with a message. */
function waysOf({ reading: { phones, emails } }: CardView, method: CheckMethod) {
  const numbers = phones.map((phone) => ({
    value: phone.e164 ?? phone.text,
    label: `${spoken(phone)} (${t(`purpose.${phone.purpose}`)})`,
  }))
  const addresses = emails.map(({ address, purposes: [purpose] }) => ({
    value: address,
    label: `${address} (${t(`purpose.${purpose ?? 'other'}`)})`,
  }))
  const all = method === 'mail-back' ? addresses : method === 'call-back' ? numbers : []
  return all.filter(({ value }, at) => all.findIndex((one) => one.value === value) === at)
}
