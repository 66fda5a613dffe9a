/** Questions about evidence: taken in and sealed, moved or given back. */
import { useState } from 'react'
import { pick } from '../../state/desk.ts'
import { addEvidence, noteHandling } from '../../state/case-work.ts'
import { told } from '../../state/toasts.ts'
import { AskDialog } from '../../ui/ask-dialog.tsx'
import { Choices } from '../../ui/checkbox.tsx'
import { TextField } from '../../ui/field.tsx'
import { t } from '../../ui/t.ts'
import type { LayerProps } from './case-desk.ts'
import { useWhen, WhenField } from '../../ui/when-field.tsx'

export function EvidenceDialog({ view: { state }, onClose }: LayerProps) {
  const { number } = state
  const [source, setSource] = useState('')
  const [place, setPlace] = useState('')
  const taken = useWhen()
  const go = async (): Promise<void> => {
    const files = told(await pick('open', 'evidence')) ?? []
    for (const file of files) {
      const wish = { number, file, source: source.trim(), place: place.trim(), takenAt: taken.at }
      if (told(await addEvidence(wish)) === null) return
    }
    if (files.length > 0) onClose()
  }
  return (
    <AskDialog
      title={t('casepage.files-title')}
      sentence={t('casework.evidence-why')}
      go={t('casepage.files-choose')}
      ready={source.trim() !== '' && !taken.bad}
      onGo={go}
      onClose={onClose}
    >
      <TextField label={t('casepage.files-source')} value={source} onChange={setSource} autoFocus />
      <TextField label={t('casework.evidence-place')} value={place} onChange={setPlace} />
      <WhenField label={t('casework.evidence-taken')} when={taken} />
    </AskDialog>
  )
}

interface BlobProps extends LayerProps {
  readonly blob: string
}

const handlings = ['moved', 'returned', 'shown'] as const

export function HandlingDialog({ view: { state }, onClose, blob }: BlobProps) {
  const [what, setWhat] = useState<(typeof handlings)[number]>('moved')
  const [place, setPlace] = useState('')
  const [note, setNote] = useState('')
  const name = state.evidence.find((one) => one.blob === blob)?.name ?? ''
  const go = async (): Promise<void> => {
    const wish = { number: state.number, blob, what, place: place.trim(), note: note.trim() }
    if (told(await noteHandling(wish)) !== null) onClose()
  }
  return (
    <AskDialog
      title={t('casework.handling-title', { name })}
      sentence={t('casework.handling-why')}
      go={t('casework.handling-go')}
      ready={place.trim() !== '' && note.trim() !== ''}
      onGo={go}
      onClose={onClose}
    >
      <Choices
        label={t('casework.handling-what')}
        look="segments"
        value={what}
        choices={handlings.map((value) => ({ value, label: t(`handling.${value}`) }))}
        onChange={setWhat}
      />
      <TextField label={t('casework.handling-place')} value={place} onChange={setPlace} autoFocus />
      <TextField label={t('casework.handling-note')} value={note} onChange={setNote} />
    </AskDialog>
  )
}
