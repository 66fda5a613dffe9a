/** The draft as it is being typed: saved 0.8 s after the last change, at once on Ctrl S, and when one leaves the page. */
import { useEffect, useRef, useState } from 'react'
import type { Draft, DraftView } from '../../../shared/ipc/views.ts'
import { saveDraft } from '../../state/drafts.ts'
import { told } from '../../state/toasts.ts'

export type DraftForm = Pick<Draft, 'to' | 'subject' | 'text' | 'tlp' | 'attachOwnKey'>

const waitMs = 800

export interface Typing {
  readonly form: DraftForm
  readonly edit: (change: Partial<DraftForm>) => void
  /** Writes what is not written yet; true when all of it is on disk. */
  readonly save: () => Promise<boolean>
  /** For a draft that is being dropped: nothing of it is written any more. */
  readonly forget: () => void
  readonly state: 'saved' | 'unsaved' | 'saving'
}

const formOf = ({ draft: { to, subject, text, tlp, attachOwnKey } }: DraftView): DraftForm => ({
  to,
  subject,
  text,
  tlp,
  attachOwnKey,
})

export function useDraftForm(view: DraftView): Typing {
  const [form, setForm] = useState(formOf(view))
  const [state, setState] = useState<Typing['state']>('saved')
  const newest = useRef({ form, dirty: false })
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  /** An undo from a toast may come after the page was left. */
  const gone = useRef(false)
  const { id } = view.draft

  const save = async (): Promise<boolean> => {
    if (timer.current !== null) clearTimeout(timer.current)
    if (!newest.current.dirty) return true
    newest.current.dirty = false
    setState('saving')
    const saved = told(await saveDraft({ id, ...newest.current.form, to: [...newest.current.form.to] }))
    if (saved === null) newest.current.dirty = true
    setState(newest.current.dirty ? 'unsaved' : 'saved')
    return saved !== null
  }
  const forget = (): void => {
    if (timer.current !== null) clearTimeout(timer.current)
    newest.current.dirty = false
    gone.current = true
  }
  const edit = (change: Partial<DraftForm>): void => {
    if (gone.current) return
    newest.current = { form: { ...newest.current.form, ...change }, dirty: true }
    setForm(newest.current.form)
    setState('unsaved')
    if (timer.current !== null) clearTimeout(timer.current)
    timer.current = setTimeout(() => void save(), waitMs)
  }
  const leave = useRef(save)
  useEffect(() => {
    leave.current = save
  })
  useEffect(() => {
    gone.current = false
    return () => {
      gone.current = true
      void leave.current()
    }
  }, [])
  return { form, edit, save, forget, state }
}
