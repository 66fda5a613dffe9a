/** The statistics page over the fake door: numbers, charts and tables, keys, and no fault that axe finds in either look. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Browser, type Page } from '@playwright/test'
import { expectClean, openPage, startPreview } from './pages-b-preview.ts'

let browser: Browser

test.beforeAll(async () => {
  test.setTimeout(240_000)
  browser = await startPreview()
})
test.afterAll(async () => browser.close())

const shots = process.env['SIGNET_SHOTS']
async function shot(page: Page, name: string): Promise<void> {
  if (shots === undefined) return
  mkdirSync(shots, { recursive: true })
  await page.screenshot({ path: join(shots, `${name}.png`) })
}

async function statistics(theme = 'dark'): Promise<Page> {
  const page = await openPage(browser, 'page=queue', theme)
  await page.keyboard.press('g')
  await page.keyboard.press('s')
  await expect(page.locator('h1')).toHaveText('Statistics')
  await expect(page.locator('.figures')).toBeVisible()
  return page
}

for (const theme of ['dark', 'light']) {
  test(`charts and tables have no fault that axe finds (${theme})`, async () => {
    test.setTimeout(180_000)
    const page = await statistics(theme)
    await expectClean(page)
    await shot(page, `statistics-${theme}`)
    await page.locator('.stats-scroll').evaluate((place) => place.scrollTo(0, 10_000))
    await shot(page, `statistics-${theme}-below`)
    await page.keyboard.press('Shift+T')
    await expect(page.locator('table')).toHaveCount(10 - 1)
    await expectClean(page)
    await shot(page, `statistics-${theme}-tables`)
    await page.keyboard.press('s')
    await expect(page.getByRole('dialog')).toBeVisible()
    await expectClean(page)
    await shot(page, `statistics-${theme}-statement`)
  })
}

test('every number has its before, every share its n', async () => {
  const page = await statistics()
  const cells = page.locator('.figure')
  await expect(cells).toHaveCount(6)
  for (const cell of await cells.all()) await expect(cell).toContainText(/before/)
  await expect(cells.nth(3)).toContainText(/n = \d+/)
})

test('the period is changed by keys, and an empty one says so', async () => {
  const page = await statistics()
  const sentence = page.locator('.page-head-sentence')
  const before = await sentence.textContent()
  await page.keyboard.press('[')
  await expect(sentence).not.toHaveText(before ?? '')
  for (let at = 0; at < 6; at += 1) await page.keyboard.press('[')
  await expect(page.getByText('No case was opened or closed in this period')).toBeVisible()
  await expect(page.locator('.figure').nth(3)).toContainText('n < 5')
  for (let at = 0; at < 7; at += 1) await page.keyboard.press(']')
  await expect(sentence).toHaveText(before ?? '')
})

test('Enter on a bar opens the queue with the filter that lists these cases', async () => {
  const page = await statistics()
  await page.getByRole('button', { name: /^fraud: .*Show them in the queue/ }).focus()
  await page.keyboard.press('Enter')
  await expect(page.locator('h1')).toContainText('Queue')
  await expect(page.locator('input[value^="class:fraud opened:>="], input').first()).toHaveValue(
    /class:fraud opened:>=/,
  )
})

test('T turns all, and one panel is turned alone; y copies the panel in which one is', async () => {
  const page = await statistics()
  const panel = page.locator('[data-part=class]')
  await panel.getByRole('button', { name: 'Table' }).press('Enter')
  await expect(panel.locator('table')).toBeVisible()
  await page.keyboard.press('y')
  await expect(page.getByText('The table is on the clipboard as CSV')).toBeVisible()
  await page.keyboard.press('Shift+T')
  await expect(page.locator('[data-part=heat] table')).toBeVisible()
  await page.keyboard.press('Shift+T')
  await expect(page.locator('table')).toHaveCount(0)
})

test('a statement waits for the name of who approves it', async () => {
  const page = await statistics()
  await page.keyboard.press('s')
  const go = page.getByRole('button', { name: 'Choose a place and write it' })
  await expect(go).toBeDisabled()
  await page.keyboard.insertText('The head of the team')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('The figures are in statement.md.')).toBeVisible()
})
