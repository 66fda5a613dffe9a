/** Writing to a team, and the pages of contacts. */
import { expect, test, type Browser } from '@playwright/test'
import { expectClean, openPage, startPreview } from './pages-b-preview.ts'

let browser: Browser
test.beforeAll(async () => {
  browser = await startPreview()
})
test.afterAll(() => browser.close())

test('the directory opens a card by keys, and a value shows the line that it came from', async () => {
  const page = await openPage(browser, 'page=contacts')
  await expect(page.locator('[data-row]').first()).toBeVisible()
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('CERT-Harrow')
  await page.getByRole('button', { name: 'L41' }).first().click()
  await expect(page.locator('.document .here')).toContainText('Incident reports: cert@harrow.example')
  await expectClean(page)
})

test('an address that is not for incidents is listed with its warning, never hidden', async () => {
  const page = await openPage(browser, 'page=card&id=card-harrow')
  const line = page.locator('.card-line', { hasText: 'press@harrow.example' })
  await expect(line).toContainText('Do not use for incidents')
})

test('contacts are searched and imported', async () => {
  const page = await openPage(browser, 'page=contacts')
  await page.keyboard.press('f')
  await page.keyboard.type('orchard')
  await expect(page.locator('[data-row]')).toHaveCount(1)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /Import/ }).click()
  await page.getByRole('dialog').getByRole('textbox').fill('CERT-Harrow RFC 2350')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Read into a card')
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('.reach-band')).toBeVisible()
})

for (const theme of ['dark', 'light']) {
  test(`composer, contacts, card have no fault that axe finds (${theme})`, async () => {
    test.setTimeout(300_000)
    const pages = ['page=contacts', 'page=card&id=card-harrow', 'page=card&id=card-delta']
    for (const query of pages) await expectClean(await openPage(browser, query, theme))
  })
}
