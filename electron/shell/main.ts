/** Where Electron starts: locks the application down, makes the desk and introduces page and vault process. */
import { app, clipboard, ipcMain, safeStorage, session } from 'electron'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createBell } from './bell.ts'
import { answerDeskCalls } from './calls.ts'
import { openClipboard } from './clipboard.ts'
import { Desk } from './desk.ts'
import { askKeyring } from './device-secret.ts'
import { pick } from './dialogs.ts'
import { introduce } from './introduce.ts'
import { lockDownApp, lockDownSession, setMenu } from './lockdown.ts'
import { notifyOfDues } from './notify.ts'
import { places } from './places.ts'
import { openPreferences } from './preferences.ts'
import { servePage } from './serve-page.ts'
import { startVault } from './vault-link.ts'
import { watchForAbsence } from './watch.ts'
import { openWindow, raise, sizeOf } from './window.ts'

/** As in electron-builder.yml: Windows shows notifications only of an application that says who it is. */
const appId = 'org.example.signet'

function start(): void {
  app.setAppUserModelId(appId)
  const preferences = openPreferences()
  /** In memory only: no cache, no cookie, nothing of a page reaches the disk. */
  const deskSession = session.fromPartition('desk', { cache: false })
  const files = new Set(JSON.parse(readFileSync(places.rendererFiles, 'utf8')) as readonly string[])
  lockDownSession(deskSession, servePage(places.renderer, files))
  setMenu()

  const bell = createBell((count) => notifyOfDues(preferences.read().language, count, () => raise(desk.window)))
  const desk = new Desk({
    host: process.versions['electron'] === undefined ? 'chromium' : 'electron',
    defaultPlace: join(app.getPath('userData'), 'vault'),
    preferences,
    bell,
    clipboard: openClipboard(clipboard),
    now: () => new Date(),
    openWindow: (crashed) => {
      const { window: size, contentProtection } = preferences.read()
      const window = openWindow({ session: deskSession, size, contentProtection })
      window.on('close', () => preferences.change({ window: sizeOf(window) }))
      window.webContents.on('render-process-gone', () => crashed(window))
      return window
    },
    destroyWindow: (window) => window.destroy(),
    tell: (window, frame) => {
      if (!window.isDestroyed()) window.webContents.send('feed', frame)
    },
    quit: () => app.quit(),
    startVault,
    introduce: (window, vault) => introduce(window.webContents, vault),
    device: (ask) => askKeyring(safeStorage, process.platform, ask),
    pick,
  })
  answerDeskCalls(ipcMain, desk.handlers)
  watchForAbsence(
    () => preferences.read().idleMinutes * 60_000,
    (because) => desk.lock(because),
    (now) => bell.tick(now),
  )
  app.on('second-instance', () => raise(desk.window))
  app.on('window-all-closed', () => app.quit())

  let ended = false
  app.on('will-quit', (event) => {
    if (ended) return
    event.preventDefault()
    void desk.end().finally(() => {
      ended = true
      app.quit()
    })
  })
}

if (app.requestSingleInstanceLock()) {
  lockDownApp()
  void app.whenReady().then(start)
} else {
  app.quit()
}
