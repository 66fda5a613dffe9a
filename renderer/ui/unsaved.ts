/** What is typed and not yet written: whoever locks the desk has it written first. */
import { useEffect, useRef } from 'react'

const writers = new Set<() => Promise<unknown>>()

/** A vault that does not answer keeps nobody from locking. */
const patienceMs = 500

/** `write` writes what is not written yet, and does nothing where all is. */
export function useUnsaved(write: () => Promise<unknown>): void {
  const latest = useRef(write)
  useEffect(() => {
    latest.current = write
  })
  useEffect(() => {
    const writer = (): Promise<unknown> => latest.current()
    writers.add(writer)
    return () => void writers.delete(writer)
  }, [])
}

export async function writeUnsaved(): Promise<void> {
  const patience = new Promise((resolve) => setTimeout(resolve, patienceMs))
  await Promise.race([Promise.allSettled([...writers].map((write) => write())), patience])
}
