/** `node --import test/host/register.ts dist/shell/main.js` runs the shell's own bundle with the stand-in for Electron. */
import { registerHooks } from 'node:module'

const standIn = new URL('electron.ts', import.meta.url).href
const whole = 'signet-host:electron'

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' || specifier === 'electron/main'
      ? { url: whole, format: 'module', shortCircuit: true }
      : next(specifier, context),
  /** Electron gives named exports and a default one: electron-store uses the latter. */
  load: (url, context, next) =>
    url === whole
      ? {
          format: 'module',
          shortCircuit: true,
          source: `export * from '${standIn}'\nimport * as electron from '${standIn}'\nexport default electron\n`,
        }
      : next(url, context),
})
