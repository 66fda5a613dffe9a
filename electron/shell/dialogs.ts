/** File dialogs give one-use grants: the page learns a name and a token, the path goes to the vault process alone. */
import { dialog, type BrowserWindow } from 'electron'
import { randomUUID } from 'node:crypto'
import { basename } from 'node:path'
import type { Parsed } from '../../shared/ipc/contract.ts'
import type { Grant } from '../../shared/ipc/views.ts'

type Pick = Parsed<'desk.pick'>

export interface Picked extends Grant {
  readonly path: string
}

/** A name from the page is a proposal for the dialog; as a path it means nothing. */
export function proposedName(name: string): string {
  // oxlint-disable-next-line no-control-regex
  return basename(name.replaceAll(/[\\/:*?"<>|\u0000-\u001F]/g, '-')).slice(0, 200)
}

async function choose(window: BrowserWindow, { mode, purpose, suggestedName }: Pick): Promise<readonly string[]> {
  if (mode === 'save') {
    const proposal = suggestedName === undefined ? {} : { defaultPath: proposedName(suggestedName) }
    const { canceled, filePath } = await dialog.showSaveDialog(window, { title: purpose, ...proposal })
    return canceled ? [] : [filePath]
  }
  const properties =
    mode === 'open' ? (['openFile', 'multiSelections'] as const) : (['openDirectory', 'createDirectory'] as const)
  const { canceled, filePaths } = await dialog.showOpenDialog(window, { title: purpose, properties: [...properties] })
  return canceled ? [] : filePaths
}

export async function pick(window: BrowserWindow, wish: Pick): Promise<readonly Picked[]> {
  const paths = await choose(window, wish)
  return paths.map((path) => ({ grant: randomUUID(), name: basename(path), path }))
}
