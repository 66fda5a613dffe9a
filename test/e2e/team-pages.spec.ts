/** What a team decides about disclosure, steps and retention, in the settings, by keys. */
import { expect, test, type Browser } from '@playwright/test'
import { expectClean, openPage, startPreview } from './pages-b-preview.ts'

let browser: Browser
test.beforeAll(async () => {
  browser = await startPreview()
})
test.afterAll(() => browser.close())

const shots = process.env['SIGNET_SHOTS']

test('a cell of the disclosure policy is changed by keys and put in force with a reason, as a version', async () => {
  const page = await openPage(browser, 'page=settings&section=disclosure')
  const first = page.locator('[data-cell="private-user csirt"]')
  await expect(first).toHaveAttribute('aria-pressed', 'true')
  await first.focus()
  await page.keyboard.press('ArrowRight')
  await expect(page.locator('[data-cell="private-user vendor"]')).toBeFocused()
  await expect(page.locator('#matrix-cell')).toContainText('Private user information → Vendors')
  await page.getByRole('radiogroup', { name: 'Rule' }).getByText('condition', { exact: true }).click()
  await expect(page.locator('#matrix-cell')).toContainText('was: permission')
  await page.keyboard.press('Control+Enter')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('button', { name: /Put one change in force/ })).toBeDisabled()
  await dialog.getByLabel('Reason').fill('agreed with the vendors')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(/Version \d+ of the disclosure policy is in force/)).toBeVisible()
  await expect(page.getByRole('table', { name: 'Versions' })).toContainText('agreed with the vendors')
})

for (const theme of ['dark', 'light'])
  test(`disclosure, steps and retention have no fault that axe finds (${theme})`, async () => {
    const page = await openPage(browser, 'page=settings&section=disclosure', theme)
    await expect(page.locator('.matrix-cell').first()).toBeVisible()
    await expectClean(page)
    if (shots !== undefined) await page.screenshot({ path: `${shots}/matrix-${theme}.png` })
    await expectClean(await openPage(browser, 'page=settings&section=store', theme))
    const you = await openPage(browser, 'page=settings&section=you', theme)
    await expect(you.getByText('Analysis is a step of its own')).toBeVisible()
    await expectClean(you)
  })
