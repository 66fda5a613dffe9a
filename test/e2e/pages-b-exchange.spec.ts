/** Writing to a team, and the pages of contacts and exchanges. */
import { expect, test, type Browser } from '@playwright/test'
import { expectClean, openPage, startPreview } from './pages-b-preview.ts'

let browser: Browser
test.beforeAll(async () => {
  browser = await startPreview()
})
test.afterAll(() => browser.close())

test('a first notification is written from a case and released', async () => {
  const page = await openPage(browser, 'page=case&number=2026-MK-0004')
  await page.keyboard.press('c')
  await expect(page.locator('.compose-foot')).toContainText('Waits for a recipient.')
  await expect(page.getByRole('button', { name: /Encrypt and save/ })).toBeDisabled()
  await page.keyboard.press('Alt+r')
  await page.keyboard.type('harrow')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.locator('.recipient')).toContainText('7F3A 91C2 4D06 E85B A913 7C2F 60E4 D8B1 539A B04E')
  await page.getByLabel('Template').selectOption('notification')
  await expect(page.locator('.preview-inside')).toContainText('203[.]0[.]113[.]77')
  await expect(page.locator('.preview-outside')).not.toContainText('Access keys')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: 'Signed, encrypted and written' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.locator('.case-head')).toContainText('2026-MK-0004')
})

test('conditions must be accepted before a message may leave', async () => {
  const page = await openPage(browser, 'page=composer&draft=x-7')
  await expect(page.locator('.compose-foot')).toContainText('Waits for your tick at the conditions.')
  await page.getByText('I accept these conditions').click()
  await expect(page.getByRole('button', { name: /Encrypt and save/ })).toBeEnabled()
})

test('a draft is on disk within a second or two of the last key', async () => {
  const page = await openPage(browser, 'page=composer&draft=x-7')
  await page.getByLabel('Text').fill('new words')
  await expect(page.locator('.page-head')).toContainText('not saved yet')
  await expect(page.locator('.page-head')).toContainText('draft on disk')
})

test('a replaced text can be taken back', async () => {
  const page = await openPage(browser, 'page=composer&draft=x-7')
  const before = await page.getByLabel('Text').inputValue()
  await page.getByLabel('Template').selectOption('request')
  await expect(page.getByLabel('Text')).not.toHaveValue(before)
  await page.getByRole('button', { name: /Undo/ }).click()
  await expect(page.getByLabel('Text')).toHaveValue(before)
})

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

test('an exchange shows what was protected and what stood outside', async () => {
  const page = await openPage(browser, 'page=exchanges')
  await page.getByRole('button', { name: /logs of the sinkhole/ }).click()
  await expect(page.locator('.message-text.signed')).toContainText('Dear colleagues')
  await expect(page.locator('.message-text.unsigned')).toContainText('list server')
})

for (const theme of ['dark', 'light']) {
  test(`composer, contacts, card, exchanges have no fault that axe finds (${theme})`, async () => {
    test.setTimeout(300_000)
    const pages = [
      'page=composer&draft=x-7',
      'page=contacts',
      'page=card&id=card-harrow',
      'page=card&id=card-delta',
      'page=exchanges',
      'page=exchange&id=x-4',
      'page=exchange&id=x-5',
    ]
    for (const query of pages) await expectClean(await openPage(browser, query, theme))
  })
}
