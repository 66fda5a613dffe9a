/** Builds the renderer over the fake door once a run, and shows it in a browser page without any server: requests are answered from disk. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { build } from 'vite'

const origin = 'https://preview.example'
let built: Promise<string> | null = null

async function buildOnce(): Promise<string> {
  const outDir = mkdtempSync(join(tmpdir(), 'signet-preview-'))
  const configFile = fileURLToPath(new URL('vite.config.ts', import.meta.url))
  await build({ configFile, logLevel: 'error', build: { outDir } })
  return outDir
}

/** `query` is the scene of install-fake.ts, for example `phase=locked&theme=light` or `page=keyring`. */
export async function openPreview(page: Page, query: string): Promise<void> {
  built ??= buildOnce()
  const folder = await built
  await page.route(`${origin}/**`, (route) => {
    const { pathname } = new URL(route.request().url())
    return route.fulfill({ path: join(folder, pathname === '/' ? 'index.html' : pathname) })
  })
  await page.goto(`${origin}/?${query}`)
}

/** What the content security policy refused; must be empty. */
export const violationsOf = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    'violations' in window && Array.isArray(window.violations) ? window.violations.map(String) : ['not counted'],
  )
