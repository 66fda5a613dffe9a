/** dialog: answered by the test's queue, otherwise by asking for a path in the window. */
import { existsSync } from 'node:fs'
import { isAbsolute } from 'node:path'
import { controlled, onOrder } from './control.ts'
import { BrowserWindow } from './browser-window.ts'

interface DialogOptions {
  readonly title?: string
  readonly defaultPath?: string
}

const answers: (readonly string[])[] = []
onOrder('dialog', ({ paths }) => void answers.push(paths))

async function askPath(parent: unknown, options: DialogOptions): Promise<readonly string[]> {
  if (controlled) return answers.shift() ?? []
  const window = parent instanceof BrowserWindow ? parent : BrowserWindow.getAllWindows()[0]
  const path = await window?.webContents.ask(`${options.title ?? 'File'}: full path`, options.defaultPath ?? '')
  return path !== undefined && path !== null && isAbsolute(path) ? [path] : []
}

/** Electron allows the window to be left out. */
const split = (first: unknown, second?: DialogOptions): [unknown, DialogOptions] =>
  second === undefined ? [undefined, first as DialogOptions] : [first, second]

export const dialog = {
  showOpenDialog: async (first: unknown, second?: DialogOptions) => {
    const filePaths = (await askPath(...split(first, second))).filter((path) => existsSync(path))
    return { canceled: filePaths.length === 0, filePaths }
  },
  showSaveDialog: async (first: unknown, second?: DialogOptions) => {
    const [filePath = ''] = await askPath(...split(first, second))
    return { canceled: filePath === '', filePath }
  },
  showMessageBox: () => Promise.resolve({ response: 0, checkboxChecked: false }),
  showErrorBox: (title: string, content: string): void => {
    process.stderr.write(`${title}\n${content}\n`)
  },
}
