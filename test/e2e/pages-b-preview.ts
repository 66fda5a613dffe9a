/** Opens pages of the renderer over the fake door, which build-preview.ts builds once a run, served to the browser without a server or a port. */
import { chromium, expect, type Browser, type BrowserContext, type Page } from '@playwright/test'
import { findInstalledBrowser, unpackPackagedBrowser } from '../host/find-browser.ts'
import { openPreview } from '../renderer/preview/open-preview.ts'
import { axeFaults } from './axe.ts'
import { quietBrowser } from './quiet-browser.ts'

export async function startPreview(): Promise<Browser> {
  const executablePath = findInstalledBrowser() ?? (await unpackPackagedBrowser())
  if (executablePath === null) throw new Error('no browser was found; set CHROMIUM')
  return chromium.launch({ executablePath, args: [...quietBrowser] })
}

/** One a browser: its cache of compiled scripts halves the time to open a page. The fake keeps nothing outside its page. */
const contexts = new WeakMap<Browser, BrowserContext>()

/** `query` names the page and its parameters: `page=case&number=2026-MK-0004`. */
export async function openPage(browser: Browser, query: string, theme = 'dark'): Promise<Page> {
  const context = contexts.get(browser) ?? (await browser.newContext({ viewport: { width: 1440, height: 900 } }))
  contexts.set(browser, context)
  const page = await context.newPage()
  await openPreview(page, `${query}&cases=60&theme=${theme}`)
  await expect(page.locator('h1')).toBeVisible()
  await listening(page)
  return page
}

/** A page hears keys only once its effects have run, which is after it is drawn: no person types that fast, a spec on a busy machine does. */
const listening = (page: Page): Promise<void> =>
  page.evaluate(() => new Promise<void>((resolve) => setTimeout(() => setTimeout(resolve, 100), 50)))

/** No fault that axe finds, nothing that the policy stopped. */
export async function expectClean(page: Page): Promise<void> {
  // The fake answers at once, but stores and fonts may still be on their way.
  await page.waitForTimeout(200)
  expect(await axeFaults(page)).toEqual([])
  expect(await page.evaluate(() => JSON.stringify(Reflect.get(window, 'violations')))).toBe('[]')
}

/** Pastes as a person does: a paste event with the text on what has the focus. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((pasted) => {
    const data = new DataTransfer()
    data.setData('text/plain', pasted)
    const target = document.activeElement ?? document.body
    target.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }, text)
}
