/** Shows the renderer over the fake door in a browser page without any server: requests are answered from the folder of test/e2e/build-preview.ts. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'

const origin = 'https://preview.example'

/** `query` is the scene of install-fake.ts, for example `phase=locked&theme=light` or `page=keyring`. */
export async function openPreview(page: Page, query: string): Promise<void> {
  const folder = process.env['SIGNET_PREVIEW']
  if (folder === undefined) throw new Error('the preview was not built')
  await page.route(`${origin}/**`, (route) => {
    const { pathname } = new URL(route.request().url())
    const path = join(folder, pathname === '/' ? 'index.html' : pathname)
    return existsSync(path) ? route.fulfill({ path }) : route.fulfill({ status: 404 })
  })
  await page.goto(`${origin}/?${query}`)
}

/** What the content security policy refused; must be empty. */
export const violationsOf = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    'violations' in window && Array.isArray(window.violations) ? window.violations.map(String) : ['not counted'],
  )
