/** Files that are dropped or pasted while a message is written go with it, and not into the tray of what came in. */
import { useEffect, useRef, useState } from 'react'
import { registry } from '../../ui/keys/use-keys.ts'

export interface TakenFile {
  readonly name: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

const bytesOf = async (file: File): Promise<TakenFile> => ({
  name: file.name,
  bytes: new Uint8Array(await file.arrayBuffer()),
})

/** True while files are held over the page. */
export function useTakenFiles(take: (files: readonly TakenFile[]) => void): boolean {
  const [over, setOver] = useState(false)
  const newest = useRef(take)
  useEffect(() => {
    newest.current = take
  })
  useEffect(() => {
    const taken = (files: readonly File[]): void => void Promise.all(files.map(bytesOf)).then(newest.current)
    return listen(taken, setOver)
  }, [])
  return over
}

/** On the way down, so that the window's own listeners, which take messages in, do not see them. */
function listen(taken: (files: readonly File[]) => void, setOver: (over: boolean) => void): () => void {
  const stop = new AbortController()
  const options = { signal: stop.signal, capture: true }
  const ours = (event: Event): void => {
    event.preventDefault()
    event.stopPropagation()
  }
  const onOver = (event: DragEvent): void => {
    if (event.dataTransfer?.types.includes('Files') !== true || registry.layered()) return
    ours(event)
    setOver(true)
  }
  const onLeave = (event: DragEvent): void => {
    if (event.relatedTarget === null) setOver(false)
  }
  const onDrop = (event: DragEvent): void => {
    setOver(false)
    const files = [...(event.dataTransfer?.files ?? [])]
    if (files.length === 0 || registry.layered()) return
    ours(event)
    taken(files)
  }
  const onPaste = (event: ClipboardEvent): void => {
    const files = [...(event.clipboardData?.files ?? [])]
    if (files.length === 0 || registry.layered()) return
    ours(event)
    taken(files)
  }
  window.addEventListener('dragover', onOver, options)
  window.addEventListener('dragleave', onLeave, options)
  window.addEventListener('drop', onDrop, options)
  window.addEventListener('paste', onPaste, options)
  return () => stop.abort()
}
