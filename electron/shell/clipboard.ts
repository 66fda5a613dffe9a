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
  let last: Promise<void> = Promise.resolve()

  /** One after the other: a lock right after a copy must not look before the text has arrived, and then leave it there. */
  const inTurn = (work: () => Promise<void>): Promise<void> => (last = last.catch(() => undefined).then(work))

  const wipe = (): Promise<void> => {
    clearTimeout(timer)
    return inTurn(async () => {
      const text = ours
      ours = null
      if (text !== null && (await isThere(system, text))) system.clear()
    })
  }

  const write = (text: string): Promise<void> => {
    clearTimeout(timer)
    return inTurn(async () => {
      ours = text
      await system.writeText(text)
      clearTimeout(timer)
      timer = setTimeout(() => void wipe(), clearAfterMs)
    })
  }
  return { write, wipe }
}

/** Some systems give lines back with other ends. A clipboard that cannot be read is taken for ours: better empty than open. */
async function isThere(system: Pick<Clipboard, 'readText'>, text: string): Promise<boolean> {
  try {
    return sameLines(await system.readText()) === sameLines(text)
  } catch {
    return true
  }
}

const sameLines = (text: string): string => text.replaceAll('\r\n', '\n')
