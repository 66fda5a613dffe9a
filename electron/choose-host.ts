/** Decides on what the desk runs here, and says so in one sentence. */
import type { ElectronBinary } from './electron-binary.ts'

export type Choice =
  | { readonly kind: 'electron' | 'chromium'; readonly path: string; readonly sentence: string }
  | { readonly kind: 'neither'; readonly sentence: string }

const demo = 'run `npm run demo -- --headless`'

/** What no host can do without; null if nothing is missing. Asked first, since fetching Electron takes its time. */
export function missing(
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
  root: boolean,
): string | null {
  if (platform !== 'linux') return null
  if (!env['DISPLAY'] && !env['WAYLAND_DISPLAY'])
    return `There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set): start Signet in a desktop session, or ${demo}.`
  if (root) return `Chromium's sandbox does not work for root: start Signet as an ordinary user, or ${demo}.`
  return null
}

/** `browser` is the executable of an installed Chromium, Chrome or Edge. */
export function chooseHost(electron: ElectronBinary, browser: string | null): Choice {
  if (electron.path !== null) {
    return { kind: 'electron', path: electron.path, sentence: `Signet starts in Electron: ${electron.reason}.` }
  }
  if (browser !== null) {
    const sentence = `Signet starts on the Chromium host with ${browser}, for trial vaults only: Electron is not here, ${electron.reason}.`
    return { kind: 'chromium', path: browser, sentence }
  }
  return {
    kind: 'neither',
    sentence: `Neither Electron (${electron.reason}) nor Chromium, Chrome or Edge is here: install one of these browsers, name it in the variable CHROMIUM, or ${demo}.`,
  }
}
