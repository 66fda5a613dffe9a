/** What a party is asked or told, by which channel and until when; and what it answered. */
import { useState } from 'react'
import { askChannels, type AskChannel } from '../../../shared/domain/case/vocabulary.ts'
import { AskDialog } from '../../ui/ask-dialog.tsx'
import { Choices } from '../../ui/checkbox.tsx'
import { TextArea } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { t } from '../../ui/t.ts'
import { act } from './act.ts'
import type { LayerProps } from './case-desk.ts'
import { useWhen, WhenField } from '../../ui/when-field.tsx'

interface AskProps extends LayerProps {
  readonly party: string | null
  /** What is proposed to ask. */
  readonly what?: string
}

export function AskPartyDialog({ view: { state }, onClose, party, what = '' }: AskProps) {
  const [to, setTo] = useState(party ?? state.parties[0]?.id ?? '')
  const [text, setText] = useState(what)
  const [channel, setChannel] = useState<AskChannel>('email')
  const due = useWhen()
  const go = async (): Promise<void> => {
    const command = { do: 'ask', party: to, what: text.trim(), channel, due: due.at } as const
    if ((await act(state.number, command)) !== null) onClose()
  }
  return (
    <AskDialog
      title={t('casework.ask-title', { name: state.parties.find(({ id }) => id === to)?.name ?? '' })}
      sentence={t('casework.ask-why')}
      go={t('casework.ask-go')}
      ready={text.trim() !== '' && to !== '' && !due.bad}
      onGo={go}
      onClose={onClose}
    >
      {party === null ? (
        <Select
          label={t('casework.party')}
          value={to}
          choices={state.parties.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={setTo}
        />
      ) : null}
      <TextArea label={t('casework.ask-what')} rows={3} value={text} onChange={setText} autoFocus />
      <Choices
        label={t('casework.ask-channel')}
        look="segments"
        value={channel}
        choices={askChannels.map((value) => ({ value, label: t(`ask-channel.${value}`) }))}
        onChange={setChannel}
      />
      <WhenField label={t('casework.ask-due')} when={due} />
    </AskDialog>
  )
}

export function AnswerDialog({ view: { state }, onClose, party }: LayerProps & { readonly party: string }) {
  const asked = state.parties.find(({ id }) => id === party)
  const [note, setNote] = useState('')
  const go = async (): Promise<void> => {
    if ((await act(state.number, { do: 'answered', party, note: note.trim() })) !== null) onClose()
  }
  const last = asked?.asked.at(-1)
  return (
    <AskDialog
      title={t('casework.answer-title', { name: asked?.name ?? '' })}
      {...(last === undefined ? {} : { sentence: t('casework.answer-asked', { what: last.what }) })}
      go={t('casework.answer-go')}
      ready={note.trim() !== ''}
      onGo={go}
      onClose={onClose}
    >
      <TextArea label={t('casework.answer-note')} rows={4} value={note} onChange={setNote} autoFocus />
    </AskDialog>
  )
}
