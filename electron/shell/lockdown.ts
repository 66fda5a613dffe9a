/** Takes away what Electron gives by default and Signet never needs: network, permissions, navigation, new windows. */
import { app, Menu, protocol, type Session, type WebContents } from 'electron'
import { mayNavigate, mayRequest, mayUse, originOf, switches } from './lockdown-rules.ts'
import { scheme } from './places.ts'

/** Must run before `ready`. */
export function lockDownApp(): void {
  app.enableSandbox()
  for (const [name, value] of switches) app.commandLine.appendSwitch(name, value)
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
  app.on('web-contents-created', (_event, contents) => lockDownContents(contents))
}

export function lockDownSession(session: Session, serve: (request: Request) => Promise<Response>): void {
  session.protocol.handle(scheme, serve)
  session.webRequest.onBeforeRequest(({ url }, callback) => {
    const isAllowed = mayRequest(url)
    callback({ cancel: !isAllowed })
    // Policy and code let nothing come this far: in development whoever changed that is told at once.
    if (!isAllowed && !app.isPackaged) throw new Error(`a window asked for something of ${originOf(url)}`)
  })
  session.setPermissionRequestHandler((_contents, permission, callback) => callback(mayUse(permission)))
  session.setPermissionCheckHandler((_contents, permission) => mayUse(permission))
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, callback) => callback(null))
  session.setSpellCheckerEnabled(false)
  session.on('will-download', (event) => event.preventDefault())
}

function lockDownContents(contents: WebContents): void {
  contents.on('will-frame-navigate', (details) => {
    if (!mayNavigate(details)) details.preventDefault()
  })
  contents.on('will-navigate', (details) => details.preventDefault())
  contents.on('will-redirect', (details) => details.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
}

/** No reload, no developer tools. macOS needs the menu for its editing keys and for quitting. */
export function setMenu(): void {
  Menu.setApplicationMenu(
    process.platform === 'darwin'
      ? Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }])
      : null,
  )
}
