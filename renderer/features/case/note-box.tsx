/** Where a note is written: what is typed is kept as it grows, and "saved" is said only when it is on disk. */
import { useId, useRef, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { useKeys } from '../../ui/keys/use-keys.ts'
import { t } from '../../ui/t.ts'
import { act } from './act.ts'
import { useCaseDesk } from './case-desk.ts'
import { onDiskTime } from './on-disk.ts'
import { nextBlank, templateText, type NoteTemplate } from './note-blanks.ts'
import { TemplatesDialog } from './note-templates.tsx'
import { useKeptNote, type KeptNote } from './use-kept-note.ts'

type Saved = { readonly state: 'saving' } | { readonly state: 'saved'; readonly at: string } | null

export function NoteBox() {
  const { view, closed } = useCaseDesk()
  const { number } = view.state
  const note = useKeptNote(number)
  const [saved, setSaved] = useState<Saved>(null)
  const [choosing, setChoosing] = useState(false)
  const box = useRef<HTMLTextAreaElement>(null)
  const label = useId()
  const { text } = note
  const type = (next: string): void => {
    note.type(next)
    setSaved(null)
  }
  const save = async (): Promise<void> => {
    if (text.trim() === '' || saved?.state === 'saving') return
    setSaved({ state: 'saving' })
    const after = await act(number, { do: 'note', text })
    if (after === null) return setSaved(null)
    note.clear()
    setSaved({ state: 'saved', at: after.savedAt })
  }
  const toBlank = (from: number): void =>
    // After React has written the text into the box.
    void setTimeout(() => {
      const blank = nextBlank(box.current?.value ?? '', from)
      box.current?.focus()
      if (blank !== null) box.current?.setSelectionRange(...blank)
    }, 0)
  const insert = (name: NoteTemplate): void => {
    setChoosing(false)
    const start = text.trim() === '' ? '' : `${text.trimEnd()}\n\n`
    type(start + templateText(name))
    // The focus goes back to where it was when the dialog is gone; the box takes it after that.
    setTimeout(() => toBlank(start.length), 60)
  }
  useKeys('here', [
    { keys: 'i', label: t('casepage.note'), run: () => box.current?.focus(), hint: true, disabled: closed },
    { keys: 'I', label: t('casework.note-templates'), run: () => setChoosing(true), disabled: closed },
    { keys: 'Alt+B', label: t('casework.note-blank'), run: () => toBlank(box.current?.selectionEnd ?? 0) },
    { keys: 'Ctrl+Enter', label: t('casepage.note-save'), run: () => void save(), disabled: text.trim() === '' },
  ])
  return (
    <div className="note-box">
      <label id={label} htmlFor={`${label}-text`} className="visually-hidden">
        {t('casepage.note')}
      </label>
      <textarea
        id={`${label}-text`}
        ref={box}
        className="input"
        rows={text === '' ? 1 : Math.min(8, text.split('\n').length + 1)}
        placeholder={t('casepage.note-hint')}
        value={text}
        disabled={closed}
        onChange={({ target }) => type(target.value)}
      />
      <div className="row note-line">
        <span className="dim grow" role="status">
          {savedWords(saved, note)}
        </span>
        {nextBlank(text, 0) === null ? null : (
          <Button look="quiet" kbd="Alt+B" onPress={() => toBlank(box.current?.selectionEnd ?? 0)}>
            {t('casework.note-blank')}
          </Button>
        )}
        {closed ? null : (
          <Button look="quiet" kbd="I" onPress={() => setChoosing(true)}>
            {t('casework.note-templates')}
          </Button>
        )}
        {text === '' ? null : (
          <Button kbd="Ctrl+Enter" disabled={saved?.state === 'saving'} onPress={() => void save()}>
            {t('casepage.note-save')}
          </Button>
        )}
      </div>
      {choosing ? <TemplatesDialog onChoose={insert} onClose={() => setChoosing(false)} /> : null}
    </div>
  )
}

function savedWords(saved: Saved, { kept }: KeptNote): string {
  if (saved?.state === 'saving') return t('casepage.note-saving')
  if (saved?.state === 'saved') return t('casepage.note-saved', { at: onDiskTime(saved.at) })
  if (kept === null) return ''
  return kept ? t('casework.note-kept') : t('casepage.note-kept')
}
