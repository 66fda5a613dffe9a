/** "Wake me": until when nothing has to be done, and for whom we wait; and the first answer given outside of Signet. */
import { useState } from 'react'
import { AskDialog } from '../../ui/ask-dialog.tsx'
import { Choices } from '../../ui/checkbox.tsx'
import { TextField } from '../../ui/field.tsx'
import { Button } from '../../ui/button.tsx'
import { t } from '../../ui/t.ts'
import { askChannels, type AskChannel } from '../../../shared/domain/case/vocabulary.ts'
import { act } from './act.ts'
import type { LayerProps } from './case-desk.ts'
import { useWhen, WhenField } from '../../ui/when-field.tsx'

export function WakeDialog({ view: { state }, onClose }: LayerProps) {
  const at = useWhen(state.wake?.at ?? null)
  const [waitingFor, setWaitingFor] = useState(state.wake?.waitingFor ?? '')
  const set = async (wake: string | null): Promise<void> => {
    const who = waitingFor.trim() === '' ? {} : { waitingFor: waitingFor.trim() }
    if ((await act(state.number, { do: 'wake', at: wake, ...who })) !== null) onClose()
  }
  return (
    <AskDialog
      title={t('casework.wake')}
      sentence={t('casework.wake-why')}
      go={t('casework.wake-go')}
      ready={at.at !== null}
      onGo={() => set(at.at)}
      onClose={onClose}
    >
      <WhenField label={t('casework.wake-at')} when={at} autoFocus />
      <TextField label={t('casework.wake-for')} value={waitingFor} onChange={setWaitingFor} />
      {state.wake === null ? null : <Button onPress={() => void set(null)}>{t('casework.wake-drop')}</Button>}
    </AskDialog>
  )
}

export function RespondDialog({ view: { state }, onClose }: LayerProps) {
  const [channel, setChannel] = useState<AskChannel>('phone')
  const [note, setNote] = useState('')
  const go = async (): Promise<void> => {
    if ((await act(state.number, { do: 'respond', channel, note: note.trim() })) !== null) onClose()
  }
  return (
    <AskDialog
      title={t('casework.respond')}
      sentence={t('casework.respond-why')}
      go={t('casework.respond-go')}
      ready={note.trim() !== ''}
      onGo={go}
      onClose={onClose}
    >
      <Choices
        label={t('casework.ask-channel')}
        look="segments"
        value={channel}
        choices={askChannels.map((value) => ({ value, label: t(`ask-channel.${value}`) }))}
        onChange={setChannel}
      />
      <TextField label={t('casework.respond-note')} value={note} onChange={setNote} autoFocus />
    </AskDialog>
  )
}
