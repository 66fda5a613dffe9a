/** Moving the selection by keys; a key that repeats faster than the screen moves once a frame, by the sum. */
import { useRef } from 'react'
import { selectInQueue } from '../../state/queue-place.ts'
import type { Binding } from '../../ui/keys/registry.ts'
import { t } from '../../ui/t.ts'
import { clampRow } from './windowing.ts'
import type { Windowed } from './use-windowed.ts'

export function useMovement(selected: number, total: number, list: Windowed): readonly Binding[] {
  const waiting = useRef<{ by: number; from: number } | null>(null)
  const to = (row: number): void => {
    const next = clampRow(row, total)
    selectInQueue(next)
    list.reveal(next)
  }
  const by = (rows: number): void => {
    if (waiting.current !== null) {
      waiting.current.by += rows
      return
    }
    waiting.current = { by: rows, from: selected }
    requestAnimationFrame(() => {
      const move = waiting.current
      waiting.current = null
      if (move !== null) to(move.from + move.by)
    })
  }
  const silent = true
  const label = t('page.move')
  return [
    { keys: 'j', label: t('queue.down'), run: () => by(1), hint: true, hintAs: { keys: 'j k', label }, silent },
    { keys: 'k', label: t('queue.up'), run: () => by(-1), silent },
    { keys: 'ArrowDown', label, run: () => by(1), silent },
    { keys: 'ArrowUp', label, run: () => by(-1), silent },
    { keys: 'PageDown', label, run: () => by(list.pageSize()), silent },
    { keys: 'PageUp', label, run: () => by(-list.pageSize()), silent },
    { keys: 'Home', label, run: () => to(0), silent },
    { keys: 'End', label, run: () => to(total - 1), silent },
  ]
}
