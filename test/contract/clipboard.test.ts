/** What the shell put on the clipboard is taken back at once when the desk locks or ends, whatever the system does meanwhile. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { clearAfterMs, openClipboard } from '../../electron/shell/clipboard.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function slowSystem(change: Partial<Parameters<typeof openClipboard>[0]> = {}) {
  let text = ''
  const system = {
    writeText: async (given: string) => {
      await new Promise((resolve) => setTimeout(resolve, 50))
      text = given
    },
    readText: async () => text,
    clear: () => void (text = ''),
    ...change,
  }
  return { clipboard: openClipboard(system), shows: () => text }
}

it('a copy that was still on its way when the desk locked does not stay', async () => {
  const { clipboard, shows } = slowSystem()
  const written = clipboard.write('secret')
  const wiped = clipboard.wipe()
  await vi.advanceTimersByTimeAsync(60)
  await Promise.all([written, wiped])
  expect(shows()).toBe('')
})

it('two copies at once leave the second, and that for its own 20 s', async () => {
  const { clipboard, shows } = slowSystem()
  void clipboard.write('first')
  void clipboard.write('second')
  await vi.advanceTimersByTimeAsync(100 + clearAfterMs - 1)
  expect(shows()).toBe('second')
  await vi.advanceTimersByTimeAsync(1)
  expect(shows()).toBe('')
})

it('is ours though the system gives the lines back with other ends', async () => {
  const clear = vi.fn<() => void>()
  const { clipboard } = slowSystem({ writeText: async () => undefined, readText: async () => 'a\r\nb', clear })
  await clipboard.write('a\nb')
  await clipboard.wipe()
  expect(clear).toHaveBeenCalledOnce()
})

it('is emptied where it cannot be read, and only if there was something of ours', async () => {
  const clear = vi.fn<() => void>()
  const refuses = (): Promise<string> => Promise.reject(new Error('busy'))
  const { clipboard } = slowSystem({ writeText: async () => undefined, readText: refuses, clear })
  await clipboard.wipe()
  expect(clear).not.toHaveBeenCalled()
  await clipboard.write('a')
  await clipboard.wipe()
  expect(clear).toHaveBeenCalledOnce()
})

it('a copy that failed keeps nobody from the next', async () => {
  let fails = true
  const { clipboard, shows } = slowSystem()
  const broken = openClipboard({
    writeText: (text) => (fails ? Promise.reject(new Error('busy')) : clipboard.write(text)),
    readText: async () => shows(),
    clear: () => undefined,
  })
  await expect(broken.write('a')).rejects.toThrow('busy')
  fails = false
  const written = broken.write('b')
  await vi.advanceTimersByTimeAsync(60)
  await written
  expect(shows()).toBe('b')
})
