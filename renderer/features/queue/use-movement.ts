/** Moving the selection by keys; a key that repeats faster than the screen moves once a frame, by the sum. */
import { useRef } from 'react'
import { queuePlace } from '../../state/queue-place.ts'
import type { Binding } from '../../ui/keys/registry.ts'
import { t } from '../../ui/t.ts'

export interface Movement {
  readonly selected: number
  readonly total: number
  /** Rows of a screen. */
  readonly page: () => number
  readonly onMove: (to: number) => void
  /** Marks everything between the two. */
  readonly onMark: (from: number, to: number) => void
}

export const clampRow = (row: number, total: number): number => Math.max(0, Math.min(row, total - 1))

export function useMovement({ selected, total, page, onMove, onMark }: Movement): readonly Binding[] {
  const waiting = useRef<{ by: number; from: number; marks: boolean } | null>(null)
  const to = (row: number): void => onMove(clampRow(row, total))
  const by = (rows: number, marks = false): void => {
    if (waiting.current !== null) {
      waiting.current.by += rows
      waiting.current.marks ||= marks
      return
    }
    waiting.current = { by: rows, from: selected, marks }
    requestAnimationFrame(() => {
      const move = waiting.current
      waiting.current = null
      if (move === null) return
      // An answer may have moved the selection with its case since the key was pressed.
      const from = queuePlace().selected
      const next = clampRow(from + move.by, total)
      if (move.marks) onMark(from, next)
      to(next)
    })
  }
  const silent = true
  const label = t('page.move')
  return [
    { keys: 'j', label: t('queue.down'), run: () => by(1), hint: true, hintAs: { keys: 'j k', label }, silent },
    { keys: 'k', label: t('queue.up'), run: () => by(-1), silent },
    { keys: 'ArrowDown', label, run: () => by(1), silent },
    { keys: 'ArrowUp', label, run: () => by(-1), silent },
    { keys: 'PageDown', label, run: () => by(page()), silent },
    { keys: 'PageUp', label, run: () => by(-page()), silent },
    { keys: 'Home', label, run: () => to(0), silent },
    { keys: 'End', label, run: () => to(total - 1), silent },
    { keys: 'J', label: t('queue.mark-down'), run: () => by(1, true) },
    { keys: 'K', label: t('queue.mark-up'), run: () => by(-1, true) },
    { keys: 'Shift+ArrowDown', label: t('queue.mark-down'), run: () => by(1, true), silent },
    { keys: 'Shift+ArrowUp', label: t('queue.mark-up'), run: () => by(-1, true), silent },
  ]
}
