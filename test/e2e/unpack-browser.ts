/** Before the first spec: where no browser is installed, the packaged one is unpacked once, not by each desk for itself. */
import { findInstalledBrowser, unpackPackagedBrowser } from '../host/find-browser.ts'

// Playwright calls the default export of this file.
// oxlint-disable-next-line import/no-default-export
export default async function unpackBrowser(): Promise<void> {
  const path = findInstalledBrowser() ?? (await unpackPackagedBrowser())
  console.log(
    path === null ? 'No browser for the Chromium host was found.' : 'A browser for the Chromium host is there.',
  )
}
