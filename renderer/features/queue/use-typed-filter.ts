/** What stands in the filter line of the top bar; it comes back as it was when one returns to the queue. */
import { useEffect, useState } from 'react'
import { queuePlace, typeFilter, useQueuePlace } from '../../state/queue-place.ts'
import { setSearch, usePageSearch } from '../../state/search.ts'
import { t } from '../../ui/t.ts'

/** `onHelp`: a single "?" was typed. */
export function useTypedFilter(onHelp: () => void): string {
  const inLine = usePageSearch(t('queue.search'))
  const { typed } = useQueuePlace()
  const [ready, setReady] = useState(false)
  useEffect(() => {
    setSearch(queuePlace().typed)
    setReady(true)
  }, [])
  useEffect(() => {
    if (!ready) return
    if (inLine.trim().endsWith('?')) {
      setSearch(inLine.trim().slice(0, -1))
      onHelp()
    } else typeFilter(inLine)
    // `onHelp` is a new closure at each drawing; only what is typed counts.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [inLine, ready])
  return typed.trim()
}
