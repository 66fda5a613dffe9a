/** What is being typed on a page that keeps it: written 0.8 s after the last change, at once when asked, and when one leaves. */
import { useEffect, useRef, useState } from 'react'
import { useUnsaved } from './unsaved.ts'

const waitMs = 800

export interface SavedForm<F> {
  readonly form: F
  readonly edit: (change: Partial<F>) => void
  /** Takes what core itself has written (a template, a split): nothing to save. */
  readonly take: (form: F) => void
  /** Writes what is not written yet; true when all of it is on disk. */
  readonly save: () => Promise<boolean>
  /** For something that is being dropped or has left: nothing of it is written any more. */
  readonly forget: () => void
  readonly state: 'saved' | 'unsaved' | 'saving'
}

/** `write` answers whether it is on disk; it tells the person itself where not. */
export function useSavedForm<F>(first: F, write: (form: F) => Promise<boolean>): SavedForm<F> {
  const [form, setForm] = useState(first)
  const [state, setState] = useState<SavedForm<F>['state']>('saved')
  const newest = useRef({ form, dirty: false })
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  /** An undo from a toast may come after the page was left. */
  const gone = useRef(false)

  const show = (next: F, dirty: boolean): void => {
    newest.current = { form: next, dirty }
    setForm(next)
    setState(dirty ? 'unsaved' : 'saved')
    clearTimeout(timer.current)
  }
  const save = async (): Promise<boolean> => {
    clearTimeout(timer.current)
    if (!newest.current.dirty) return true
    newest.current.dirty = false
    setState('saving')
    const saved = await write(newest.current.form)
    if (!saved) newest.current.dirty = true
    setState(newest.current.dirty ? 'unsaved' : 'saved')
    return saved
  }
  useUnsaved(save)
  const edit = (change: Partial<F>): void => {
    if (gone.current) return
    show({ ...newest.current.form, ...change }, true)
    timer.current = setTimeout(() => void save(), waitMs)
  }
  const take = (next: F): void => show(next, false)
  const forget = (): void => {
    clearTimeout(timer.current)
    newest.current.dirty = false
    gone.current = true
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
  return { form, edit, take, save, forget, state }
}
