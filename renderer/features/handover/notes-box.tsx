/** Notes of the giver: saved by themselves while nothing is given, from then on as they were given. */
import { useState } from 'react'
import type { HandoverView } from '../../../shared/ipc/handover-views.ts'
import { writeHandover } from '../../state/handover.ts'
import { told } from '../../state/toasts.ts'
import { TextArea } from '../../ui/field.tsx'
import { useKeys } from '../../ui/keys/use-keys.ts'
import { Section } from '../../ui/pane.tsx'
import { formatTime } from '../../ui/time-format.ts'
import { t } from '../../ui/t.ts'
import { useSavedForm } from '../../ui/use-saved-form.ts'

const boxId = 'handover-notes'

export function NotesBox({ view }: { readonly view: HandoverView }) {
  if (view.state === 'open') return <Written notes={view.notes} />
  return (
    <Section title={t('handover.notes')}>
      {view.notes === '' ? (
        <p className="dim">{t('handover.notes-none')}</p>
      ) : (
        <p className="box handover-notes">{view.notes}</p>
      )}
    </Section>
  )
}

function Written({ notes }: { readonly notes: string }) {
  const [savedAt, setSavedAt] = useState<string | null>(null)
  const { form, edit, state } = useSavedForm({ notes }, async (now) => {
    const saved = told(await writeHandover(now)) !== null
    if (saved) setSavedAt(new Date().toISOString())
    return saved
  })
  useKeys('here', [{ keys: '4', label: t('handover.to-list', { list: t('handover.notes') }), run: toNotes }])
  return (
    <div id={boxId}>
      <TextArea
        label={`4 ${t('handover.notes')}`}
        rows={4}
        value={form.notes}
        onChange={(value) => edit({ notes: value })}
        hint={<span role="status">{saidOf(state, savedAt)}</span>}
      />
    </div>
  )
}

function saidOf(state: 'saved' | 'unsaved' | 'saving', savedAt: string | null): string {
  if (state !== 'saved') return t('handover.notes-saving')
  return savedAt === null ? t('handover.notes-saves') : t('handover.notes-saved', { at: formatTime(savedAt, 'time') })
}

function toNotes(): void {
  const box = document.querySelector(`#${boxId} textarea`)
  if (box instanceof HTMLElement) box.focus()
}
