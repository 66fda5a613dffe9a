/** A library opens a channel of its own for renderers, past the sender check (electron-store does). */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const here = (path: string): string => new URL(path, import.meta.url).href

const program = `
import { ipcMain } from 'electron'
import Store from 'electron-store'
new Store({ name: 'other' })
const before = ipcMain.eventNames()
const { openPreferences } = await import('${here('../../electron/shell/preferences.ts')}')
const preferences = openPreferences()
preferences.change({ theme: 'dark' })
console.log(JSON.stringify({ before, after: ipcMain.eventNames(), theme: openPreferences().read().theme }))
process.exit(0)
`

it('no channel stays open after the preferences were opened', () => {
  const folder = mkdtempSync(join(tmpdir(), 'signet-channels-'))
  const { stdout } = spawnSync(
    process.execPath,
    ['--import', here('../host/register.ts'), '--input-type=module', '-e', program, '--', `--user-data-dir=${folder}`],
    { encoding: 'utf8', cwd: new URL('../..', import.meta.url).pathname },
  )
  rmSync(folder, { recursive: true })
  expect(JSON.parse(stdout)).toEqual({ before: ['electron-store-get-data'], after: [], theme: 'dark' })
})
