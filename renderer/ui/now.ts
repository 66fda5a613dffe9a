/** The present moment for things that count down: one timer for the whole window, every 15 seconds. */
import { useSyncExternalStore } from 'react'

const every = 15_000
const listeners = new Set<() => void>()
let now = Date.now()
let timer: ReturnType<typeof setInterval> | null = null

function tick(): void {
  now = Date.now()
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  now = Date.now()
  timer ??= setInterval(tick, every)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0 || timer === null) return
    clearInterval(timer)
    timer = null
  }
}

/** Milliseconds since 1970, changing every 15 seconds. */
export const useNow = (): number => useSyncExternalStore(subscribe, () => now)
