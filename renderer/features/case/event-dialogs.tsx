/** What happened and when, put on the timeline: with the time as it was told, and never a zone that nobody said. */
import { useState } from 'react'
import type { TimelineEvent } from '../../../shared/domain/case/case.ts'
import { AskDialog } from '../../ui/ask-dialog.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { TextArea, TextField } from '../../ui/field.tsx'
import { t } from '../../ui/t.ts'
import { formatTime } from '../../ui/time-format.ts'
import { act } from './act.ts'
import type { LayerProps } from './case-desk.ts'
import { ReasonDialog } from './reason-dialog.tsx'
import { instantIn } from '../../ui/utc-of.ts'

/** `before`: the event that this one takes the place of, now that its zone was told. */
export function EventDialog({ view: { state }, onClose, before }: LayerProps & { readonly before?: TimelineEvent }) {
  const [when, setWhen] = useState(before?.atText ?? '')
  const [known, setKnown] = useState(true)
  const [zone, setZone] = useState(before === undefined ? 'UTC' : '')
  const [what, setWhat] = useState(before?.what ?? '')
  const [source, setSource] = useState(before?.source ?? '')
  const at = known && zone.trim() !== '' ? instantIn(when, zone) : null
  const bad = known && when.trim() !== '' && zone.trim() !== '' && at === null
  const go = async (): Promise<void> => {
    const atText = known && zone !== 'UTC' ? `${when.trim()} ${zone.trim()}` : when.trim()
    const event = { do: 'event', at, atText, zoneKnown: known, what: what.trim(), source: source.trim() } as const
    if ((await act(state.number, event)) === null) return
    if (before !== undefined) {
      const reason = t('casework.event-zone-told', { zone })
      if ((await act(state.number, { do: 'event-drop', event: before.id, reason })) === null) return
    }
    onClose()
  }
  return (
    <AskDialog
      title={before === undefined ? t('casework.event-add') : t('casework.event-zone')}
      sentence={t('casework.event-why')}
      go={t('casework.event-go')}
      ready={what.trim() !== '' && when.trim() !== '' && (!known || at !== null)}
      onGo={go}
      onClose={onClose}
    >
      <TextField
        label={t('casework.event-when')}
        mono
        placeholder="2026-11-21 19:47:02"
        value={when}
        onChange={setWhen}
        error={bad ? t('casework.event-bad') : null}
        hint={at === null ? undefined : t('casework.event-utc', { at: formatTime(at, 'weekday') })}
        autoFocus
      />
      <Checkbox checked={!known} onChange={(off) => setKnown(!off)} detail={t('casework.event-no-zone-why')}>
        {t('casework.event-no-zone')}
      </Checkbox>
      {known ? (
        <TextField label={t('casework.event-zone-is')} mono placeholder="+01:00" value={zone} onChange={setZone} />
      ) : null}
      <TextArea label={t('casework.event-what')} rows={2} value={what} onChange={setWhat} />
      <TextField label={t('casepage.source')} value={source} onChange={setSource} />
    </AskDialog>
  )
}

export function DropEventDialog({ view: { state }, onClose, event }: LayerProps & { readonly event: TimelineEvent }) {
  return (
    <ReasonDialog
      title={t('casework.event-drop-title')}
      sentence={event.what}
      go={t('casework.event-drop')}
      look="danger"
      onGo={async (reason) => (await act(state.number, { do: 'event-drop', event: event.id, reason })) !== null}
      onClose={onClose}
    />
  )
}
