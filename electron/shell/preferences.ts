/** What the shell remembers between starts: the look, the window and where the vault is. Never a secret. */
import { ipcMain, nativeTheme } from 'electron'
import Store from 'electron-store'
import { z } from 'zod'

const schema = z.object({
  theme: z.enum(['system', 'light', 'dark']).catch('system'),
  language: z.enum(['en']).catch('en'),
  showCountsWhenLocked: z.boolean().catch(true),
  /** The desk locks after this much time without a key or a movement. */
  idleMinutes: z.int().min(1).max(30).catch(5),
  contentProtection: z.boolean().catch(false),
  vault: z
    .object({ dir: z.string().min(1), trial: z.boolean() })
    .nullable()
    .catch(null),
  window: z
    .object({ width: z.int().min(800).max(20_000), height: z.int().min(500).max(20_000), maximized: z.boolean() })
    .catch({ width: 1_440, height: 900, maximized: false }),
})

export type Remembered = z.infer<typeof schema>
export type WindowSize = Remembered['window']

export interface PreferenceStore {
  readonly read: () => Remembered
  readonly change: (changes: Partial<Remembered>) => void
}

/** A damaged or hand-edited file gives the defaults, value by value. Writes replace the file whole. */
export function openPreferences(): PreferenceStore {
  const store = new Store({ name: 'preferences', clearInvalidConfig: true, configFileMode: 0o600 })
  /** electron-store opens a channel of its own for renderers, without a sender check; nobody here needs it. */
  ipcMain.removeAllListeners('electron-store-get-data')
  let remembered = schema.parse(store.store)
  nativeTheme.themeSource = remembered.theme
  return {
    read: () => remembered,
    change: (changes) => {
      remembered = schema.parse({ ...remembered, ...changes })
      store.store = remembered
      nativeTheme.themeSource = remembered.theme
    },
  }
}
