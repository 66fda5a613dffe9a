/** The desk's one window: sandboxed, isolated, in a session of its own that keeps nothing on disk. */
import { app, BrowserWindow, type Session } from 'electron'
import { deskPage, places } from './places.ts'
import type { WindowSize } from './preferences.ts'

export interface WindowWishes {
  readonly session: Session
  readonly size: WindowSize
  /** Keeps the window out of screenshots where the system can (Windows and macOS, and there not against every tool). */
  readonly contentProtection: boolean
}

export function openWindow({ session, size, contentProtection }: WindowWishes): BrowserWindow {
  const window = new BrowserWindow({
    width: size.width,
    height: size.height,
    minWidth: 800,
    minHeight: 500,
    show: false,
    title: 'Signet',
    backgroundColor: '#0f1216',
    webPreferences: {
      session,
      preload: places.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      webviewTag: false,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  })
  if (size.maximized) window.maximize()
  if (contentProtection) window.setContentProtection(true)
  window.once('ready-to-show', () => window.show())
  /** A window that lock destroys while it loads is no failure. */
  window.loadURL(deskPage).catch(() => undefined)
  return window
}

export function sizeOf(window: BrowserWindow): WindowSize {
  const { width, height } = window.getNormalBounds()
  return { width, height, maximized: window.isMaximized() }
}

export function raise(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
