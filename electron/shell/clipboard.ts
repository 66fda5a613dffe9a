/** Copies released text through main and takes it back: after 20 s, on lock and on quit, if it is still ours. */
import type { Clipboard } from 'electron'

export const clearAfterMs = 20_000

export interface DeskClipboard {
  readonly write: (text: string) => Promise<void>
  readonly wipe: () => Promise<void>
}

export function openClipboard(system: Pick<Clipboard, 'writeText' | 'readText' | 'clear'>): DeskClipboard {
  let ours: string | null = null
  let timer: NodeJS.Timeout | undefined

  const wipe = async (): Promise<void> => {
    clearTimeout(timer)
    const text = ours
    ours = null
    if (text !== null && (await system.readText()) === text) system.clear()
  }

  const write = async (text: string): Promise<void> => {
    clearTimeout(timer)
    ours = text
    await system.writeText(text)
    timer = setTimeout(() => void wipe(), clearAfterMs)
  }
  return { write, wipe }
}
