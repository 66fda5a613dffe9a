/** Where the built parts lie beside this bundle (dist/shell/main.js), and the one origin that a window may show. */
import { fileURLToPath } from 'node:url'

export const scheme = 'app'
export const deskOrigin = `${scheme}://main`
export const deskPage = `${deskOrigin}/index.html`

const inDist = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url))

export const places = {
  preload: inDist('shell/preload.cjs'),
  vaultProcess: inDist('vault-process.js'),
  renderer: inDist('renderer'),
  rendererFiles: inDist('renderer-files.json'),
} as const
