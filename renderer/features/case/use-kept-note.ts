/** What is being typed as a note, kept sealed by core at most 0.8 s behind the keys: it survives leaving the page, a lock and a crash. */
import { useEffect, useRef, useState } from 'react'
import { keepNote, keptNote } from '../../state/case-work.ts'
import { told } from '../../state/toasts.ts'
import { useUnsaved } from '../../ui/unsaved.ts'

const waitMs = 500

export interface KeptNote {
  readonly text: string
  readonly type: (text: string) => void
  /** It has become a note: nothing is kept any more. */
  readonly clear: () => void
  /** `kept`: what is on the screen is on disk; null where nothing is typed. */
  readonly kept: boolean | null
}

export function useKeptNote(number: string): KeptNote {
  const [text, setText] = useState('')
  const [onDisk, setOnDisk] = useState('')
  const newest = useRef('')
  const last = useRef('')
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)

  const write = async (): Promise<void> => {
    timer.current = undefined
    const now = newest.current
    if (now === last.current) return
    last.current = now
    const answer = await keepNote(number, now)
    told(answer)
    if (answer.ok) setOnDisk(now)
    else last.current = ''
  }
  useUnsaved(write)
  const type = (next: string): void => {
    newest.current = next
    setText(next)
    // From the first key on, not from the last: whoever types without a pause is kept as well.
    timer.current ??= setTimeout(() => void write(), waitMs)
  }
  const leave = useRef(write)
  useEffect(() => {
    leave.current = write
  })
  useEffect(() => {
    let here = true
    void keptNote(number).then((answer) => {
      if (!here || !answer.ok || newest.current !== '' || answer.value.text === '') return
      newest.current = answer.value.text
      last.current = answer.value.text
      setText(answer.value.text)
      setOnDisk(answer.value.text)
    })
    return () => {
      here = false
      clearTimeout(timer.current)
      void leave.current()
    }
  }, [number])
  const clear = (): void => {
    clearTimeout(timer.current)
    newest.current = ''
    setText('')
    void write()
  }
  return { text, type, clear, kept: text === '' ? null : onDisk === text }
}
