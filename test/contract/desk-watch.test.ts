/** When a desk locks by itself, when it rings, and how long something copied stays. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createBell } from '../../electron/shell/bell.ts'
import { clearAfterMs, openClipboard } from '../../electron/shell/clipboard.ts'
import { reasonToLock, type Glance } from '../../electron/shell/idle.ts'

const limit = 5 * 60_000
const at = (changes: Partial<Glance> = {}): Glance => ({
  wall: 1_000_000,
  steady: 1_000,
  idleSeconds: 0,
  screenLocked: false,
  ...changes,
})
const after = (wall: number, steady = wall, changes: Partial<Glance> = {}): Glance =>
  at({ wall: 1_000_000 + wall, steady: 1_000 + steady, ...changes })

describe('locking by itself', () => {
  it.each([
    ['somebody is there', after(5_000), null],
    ['nobody was there for almost five minutes', after(5_000, 5_000, { idleSeconds: 299 }), null],
    ['nobody was there for five minutes', after(5_000, 5_000, { idleSeconds: 300 }), 'idle'],
    ['the screen is locked', after(5_000, 5_000, { screenLocked: true }), 'screen-lock'],
    ['the machine slept, and the steady clock with it', after(8 * 3_600_000, 5_000), 'suspend'],
    ['the machine slept, and the steady clock ran on', after(limit + 1), 'suspend'],
    ['the clock was set back', after(-3_600_000, 5_000), 'suspend'],
    ['the clock was corrected by some seconds', after(25_000, 5_000), null],
  ])('%s', (_, now, expected) => expect(reasonToLock(at(), now, limit)).toBe(expected))
})

describe('the bell', () => {
  const minute = (count: number): Date => new Date(Date.UTC(2026, 10, 22, 19, count))

  it('rings once for all that fell due since it last looked', () => {
    const ring = vi.fn<(count: number) => void>()
    const bell = createBell(ring)
    bell.set([1, 2, 30].map((count) => minute(count).toISOString()))
    bell.tick(minute(0))
    expect(ring).not.toHaveBeenCalled()
    bell.tick(minute(5))
    bell.tick(minute(6))
    expect(ring.mock.calls).toEqual([[2]])
  })

  it('rings after a sleep for what fell due in it', () => {
    const ring = vi.fn<(count: number) => void>()
    const bell = createBell(ring)
    bell.tick(minute(0))
    bell.set([minute(10).toISOString()])
    bell.tick(minute(600))
    expect(ring).toHaveBeenCalledOnce()
  })

  it('does not ring again for what is long due, nor when the clock goes back', () => {
    const ring = vi.fn<(count: number) => void>()
    const bell = createBell(ring)
    bell.tick(minute(30))
    bell.set([minute(10).toISOString()])
    bell.tick(minute(20))
    bell.tick(minute(40))
    expect(ring).not.toHaveBeenCalled()
  })
})

describe('the clipboard', () => {
  let system = ''
  const clipboard = openClipboard({
    writeText: async (text) => void (system = text),
    readText: async () => system,
    clear: () => void (system = ''),
  })
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('is cleared after 20 s', async () => {
    await clipboard.write('ours')
    await vi.advanceTimersByTimeAsync(clearAfterMs - 1)
    expect(system).toBe('ours')
    await vi.advanceTimersByTimeAsync(1)
    expect(system).toBe('')
  })

  it('is left alone when something else was copied meanwhile', async () => {
    await clipboard.write('ours')
    system = 'theirs'
    await clipboard.wipe()
    expect(system).toBe('theirs')
  })

  it('gives a second copy its own 20 s', async () => {
    await clipboard.write('first')
    await vi.advanceTimersByTimeAsync(15_000)
    await clipboard.write('second')
    await vi.advanceTimersByTimeAsync(15_000)
    expect(system).toBe('second')
  })
})
