/** From a pasted report to a case, by keys alone. */
import { expect, test, type Browser } from '@playwright/test'
import { expectClean, openPage, paste, startPreview } from './pages-b-preview.ts'

let browser: Browser
test.beforeAll(async () => {
  browser = await startPreview()
})
test.afterAll(() => browser.close())

test('a pasted report becomes a case with one more key press when all guesses are right', async () => {
  const page = await openPage(browser, 'page=queue')
  await paste(page, '-----BEGIN PGP MESSAGE-----')
  await expect(page.getByText('Good, by CERT-Harrow')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Credential phishing, three accounts')
  await expect(page.locator('.case-head')).toContainText(/2026-MK-\d{4}/)
})

test('rung and urgency are corrected within six key presses from paste to case', async () => {
  const page = await openPage(browser, 'page=queue')
  await paste(page, 'report') // 1
  await expect(page.locator('.intake-start')).toBeFocused()
  await page.keyboard.press('Tab') // 2: title
  await page.keyboard.press('Tab') // 3: rung
  await page.keyboard.press('2') // 4
  await expect(page.locator('.rung-chosen')).toContainText('P1')
  await expect(page.getByText('Changed by you. Proposed was: 9.')).toBeVisible()
  await page.keyboard.press('Control+Enter') // 5
  await expect(page.locator('.case-head')).toContainText('Rung 2 of 12')
})

test('Tab goes through title, rung, urgent, marking, class, constituent, owner', async () => {
  const page = await openPage(browser, 'page=intake&exchange=x-1')
  await expect(page.locator('.intake-start')).toBeFocused()
  const names = ['Title', 'Rung', 'Urgent', 'TLP', 'Class', 'Constituent', 'Owner']
  for (const name of names) {
    await page.keyboard.press('Tab')
    await expect(page.locator('.proposal', { has: page.locator(':focus') })).toContainText(name)
  }
})

test('a time without a zone is marked in the source, at the event and in the question', async () => {
  const page = await openPage(browser, 'page=intake&exchange=x-1')
  await expect(page.locator('mark.needs')).toHaveText('22 Nov 17:20')
  await expect(page.locator('tr.needs')).toContainText('Zone missing')
  await expect(page.locator('.needs-box')).toContainText('Event 3 has no time zone.')
})

test('a report is attached to a case that looks alike', async () => {
  const page = await openPage(browser, 'page=intake&exchange=x-1')
  await page.keyboard.press('l')
  await expect(page.getByRole('dialog')).toContainText('Attach to one case')
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('.case-head')).toContainText('2026-MK-0009')
})

test('a report is set aside only with a reason', async () => {
  const page = await openPage(browser, 'page=intake&exchange=x-2')
  await page.keyboard.press('Shift+S')
  await expect(page.getByRole('button', { name: 'Set aside' }).last()).toBeDisabled()
  await page.keyboard.insertText('Advertising')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Intake tray')
  await expect(page.locator('.tray-lists')).toContainText('abuse@isp.example')
})

test('a message that did not open shows its sentence, and what to do about it', async () => {
  const page = await openPage(browser, 'page=intake&exchange=x-3')
  await expect(page.getByRole('alert')).toContainText('Nothing of it is shown.')
  await expect(page.getByRole('button', { name: /Unlock and open/ })).toBeVisible()
  await expectClean(page)
})

test('j and Enter open a report of the tray', async () => {
  const page = await openPage(browser, 'page=tray')
  await expect(page.locator('[data-row]').first()).toBeVisible()
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await expect(page.locator('.page-head')).toContainText('Abuse report 88121')
})

for (const theme of ['dark', 'light']) {
  test(`intake and tray have no fault that axe finds (${theme})`, async () => {
    await expectClean(await openPage(browser, 'page=intake&exchange=x-1', theme))
    await expectClean(await openPage(browser, 'page=tray', theme))
  })
}
