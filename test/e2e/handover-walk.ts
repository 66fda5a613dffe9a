/** What the specs of handing over and merging do again and again over the fake door: open, drop, give, take, look at every size. */
import { expect, type Browser, type Page } from '@playwright/test'
import { cutTexts, shot } from './long-words.ts'
import { expectClean, openPage } from './pages-b-preview.ts'

export const top = (page: Page) => page.locator('header.top-bar')
export const lines = (page: Page) => page.getByRole('grid', { name: 'Lines of the handover' })
export const chosen = (page: Page) => lines(page).locator('[aria-selected=true]')
export const pane = (page: Page) => page.getByRole('complementary', { name: 'Receipt, notes and capsules' })
export const dialog = (page: Page) => page.getByRole('dialog')
export const done = (page: Page, words: string | RegExp) => expect(page.locator('.toasts')).toContainText(words)
export const cards = (page: Page) => page.locator('.merge-card')
export const reason = (page: Page) => page.getByLabel('Why, in a line')

/** Drops a file as a person does; what it is, the fake reads from its name. */
export async function drop(page: Page, name: string): Promise<void> {
  await page.evaluate((called) => {
    const data = new DataTransfer()
    data.items.add(new File(['sealed'], called))
    window.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))
  }, name)
}

export async function giver(browser: Browser, theme = 'dark', query = ''): Promise<Page> {
  const page = await openPage(browser, `page=handover${query}`, theme)
  await expect(page.getByRole('heading', { name: 'Duty is with MK' })).toBeVisible()
  return page
}

/** To JV, with what the dialog proposes. */
export async function given(browser: Browser, theme = 'dark'): Promise<Page> {
  const page = await giver(browser, theme)
  await giveAway(page)
  await page.keyboard.press('Enter')
  await expect(dialog(page)).toHaveCount(0)
  return page
}

export async function giveAway(page: Page): Promise<void> {
  await page.keyboard.press('Control+Enter')
  await expect(dialog(page).getByLabel('To whom')).toHaveValue('JV')
  await page.keyboard.press('Control+Enter')
  await expect(dialog(page)).toContainText('Given to JV')
}

/** As if another desk had given us its shift. */
export async function taker(browser: Browser, theme = 'dark'): Promise<Page> {
  const page = await giver(browser, theme)
  await drop(page, 'shift-20261122-2000.signet')
  await takeIn(page)
  await expect(page.getByRole('heading', { name: 'Duty stays with JV until MK takes it' })).toBeVisible()
  return page
}

export async function takeIn(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Nothing to decide' })).toBeVisible()
  await mergeListens(page)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('button', { name: 'To the handover' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(lines(page)).toBeVisible()
}

export async function readAll(page: Page): Promise<void> {
  const left = lines(page).getByRole('checkbox', { checked: false })
  for (let at = await left.count(); at > 0; at -= 1) {
    await page.keyboard.press('Space')
    await expect(left).toHaveCount(at - 1)
  }
}

export async function merge(browser: Browser, name: string, theme = 'dark'): Promise<Page> {
  const page = await giver(browser, theme)
  await drop(page, name)
  await expect(page.getByRole('heading', { level: 2 })).toBeVisible()
  await mergeListens(page)
  return page
}

/** The bar names keys once they count. */
const mergeListens = (page: Page): Promise<void> =>
  expect(page.locator('.bottom-bar')).toContainText('Stop, change nothing')

/** Looked at in every size that the desk promises; the filled button is the one next step. */
export async function expectSound(page: Page, name: string): Promise<void> {
  await shot(page, name)
  await expectClean(page)
  const layer = (await dialog(page).count()) > 0 ? dialog(page) : page
  expect(await layer.locator('.button-filled').count(), name).toBeLessThanOrEqual(1)
  for (const [width, height] of [
    [1280, 800],
    [1920, 1080],
    [960, 540],
    [720, 450],
  ] as const) {
    await page.setViewportSize({ width, height })
    await shot(page, `${name}-${String(width)}`)
    expect(await cutTexts(page), `${name} at ${String(width)}`).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
  }
  await page.setViewportSize({ width: 1440, height: 900 })
}

/** Its clock goes on from so many minutes later; what counts down notices within 15 seconds. */
export const passTime = (page: Page, minutes: number): Promise<void> =>
  page.evaluate((ms) => {
    const before = Date.now
    Date.now = () => before.call(Date) + ms
  }, minutes * 60_000)
