/** Where a note is written: what is typed survives everything but a lock, and "saved" is said only when it is on disk. */
import { useId, useRef, useState } from 'react'
import type { CaseView } from '../../../shared/ipc/views.ts'
import { Button } from '../../ui/button.tsx'
import { useKeys } from '../../ui/keys/use-keys.ts'
import { t } from '../../ui/t.ts'
import { act } from './act.ts'
import { onDiskTime } from './journal-text.ts'

/** What is being typed, by case: kept while one looks at another page. Lock ends the process and this with it. */
const typed = new Map<string, string>()

type Saved =
  { readonly state: 'typing' } | { readonly state: 'saving' } | { readonly state: 'saved'; readonly at: string }

export function NoteBox({ view }: { readonly view: CaseView }) {
  const { number, phase } = view.state
  const [text, setText] = useState(typed.get(number) ?? '')
  const [saved, setSaved] = useState<Saved>({ state: 'typing' })
  const box = useRef<HTMLTextAreaElement>(null)
  const label = useId()
  const closed = phase === 'closed'
  const type = (next: string): void => {
    typed.set(number, next)
    setText(next)
    setSaved({ state: 'typing' })
  }
  const save = async (): Promise<void> => {
    if (text.trim() === '' || saved.state === 'saving') return
    setSaved({ state: 'saving' })
    const after = await act(number, { do: 'note', text })
    if (after === null) return setSaved({ state: 'typing' })
    typed.delete(number)
    setText('')
    setSaved({ state: 'saved', at: after.savedAt })
  }
  useKeys('here', [
    { keys: 'i', label: t('casepage.note'), run: () => box.current?.focus(), hint: true, disabled: closed },
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
          {savedWords(saved, text)}
        </span>
        {text === '' ? null : (
          <Button kbd="Ctrl+Enter" disabled={saved.state === 'saving'} onPress={() => void save()}>
            {t('casepage.note-save')}
          </Button>
        )}
      </div>
    </div>
  )
}

function savedWords(saved: Saved, text: string): string {
  if (saved.state === 'saving') return t('casepage.note-saving')
  if (saved.state === 'saved') return t('casepage.note-saved', { at: onDiskTime(saved.at) })
  return text === '' ? '' : t('casepage.note-kept')
}
