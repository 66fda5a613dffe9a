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

test('rung, marking, class and owner are corrected within twelve key presses from paste to case', async () => {
  const page = await openPage(browser, 'page=queue')
  await paste(page, 'report') // 1
  await expect(page.locator('.intake-start')).toBeFocused()
  await page.keyboard.press('Tab') // 2: rung
  await page.keyboard.press('2') // 3
  await expect(page.locator('.rung-chosen')).toContainText('P1')
  await expect(page.getByText('Changed by you. Proposed was: 9.')).toBeVisible()
  await page.keyboard.press('Tab') // 4: marking
  await page.keyboard.press('r') // 5
  await expect(page.locator('.proposal').nth(1)).toContainText('Proposed was: AMBER')
  await page.keyboard.press('Tab') // 6: class
  await page.keyboard.type('intrusions/sys')
  await page.keyboard.press('Tab') // 7: owner
  await page.keyboard.type('jv')
  await page.keyboard.press('Control+Enter') // 8
  await expect(page.locator('.case-head')).toContainText('TLP:RED')
  await expect(page.locator('.case-head')).toContainText('JV')
})

test('Tab goes through what is decided for every report first: rung, marking, class, owner', async () => {
  const page = await openPage(browser, 'page=intake&exchange=x-1')
  await expect(page.locator('.intake-start')).toBeFocused()
  for (const name of ['Rung', 'TLP', 'Class', 'Owner', 'Title', 'Urgent', 'Constituent', 'Affected constituents']) {
    await page.keyboard.press('Tab')
    await expect(page.locator('.proposal', { has: page.locator(':focus') })).toContainText(name)
  }
})

test('a time without a zone is marked and asked for, and what is answered is kept with who said so', async () => {
  const page = await openPage(browser, 'page=intake&exchange=x-1')
  await expect(page.locator('mark.needs')).toHaveText('22 Nov 2026 17:20')
  await expect(page.locator('tr.needs')).toContainText('Zone missing')
  await expect(page.locator('.needs-box')).toContainText('Event 3 has no time zone.')
  await page.keyboard.press('z')
  await expect(page.locator('#zone-question button').first()).toBeFocused()
  await page.getByLabel('Another zone').fill('nowhere')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/nowhere was not read as a time zone/)).toBeVisible()
  await page.getByLabel('Another zone').fill('+01:00')
  await page.keyboard.press('Enter')
  await expect(page.locator('tr.needs')).toHaveCount(0)
  await expect(page.getByText('MK gave +01:00 for the times that came without a zone.')).toBeVisible()
})

test('a report that concerns two constituents becomes one case for each', async () => {
  const page = await openPage(browser, 'page=intake&exchange=x-1')
  await expect(page.getByText('Aldermoor Hospital').first()).toBeVisible()
  await page.keyboard.press('k')
  await expect(page.getByText(/2 cases were made of this report/)).toBeVisible()
})

test('a report by telephone is kept with a wrong PIN, and says that nobody knows who called', async () => {
  const page = await openPage(browser, 'page=tray')
  await page.keyboard.press('p')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Report by telephone')
  await expectClean(page)
  await page.keyboard.type('Ana Ruiz')
  await page.keyboard.press('Alt+c')
  await page.keyboard.type('delta')
  await page.getByRole('option').first().click()
  await page.getByLabel('PIN that they say').fill('0000')
  await page.getByLabel('In one line').fill('Logins from abroad')
  await page.getByLabel('Date and time').fill('2026-11-22 06:30')
  await page.getByLabel('Time zone').fill('+01:00')
  await page.getByLabel('Source address').fill('192.0.2.99')
  if (process.env['SIGNET_SHOTS'] !== undefined)
    await page.screenshot({ path: `${process.env['SIGNET_SHOTS']}/phone-report.png` })
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('PIN wrong: nobody knows who called')).toBeVisible()
  await expect(page.locator('.intake-source')).toContainText('Source IP: 192.0.2.99')
  await expectClean(page)
  if (process.env['SIGNET_SHOTS'] !== undefined)
    await page.screenshot({ path: `${process.env['SIGNET_SHOTS']}/phone-intake.png` })
})

test('reports that are marked are set aside together, with one reason', async () => {
  const page = await openPage(browser, 'page=tray')
  await expect(page.locator('[data-row]').first()).toBeVisible()
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await expect(page.locator('.tray-marked')).toContainText('2 reports are marked.')
  await expectClean(page)
  await page.keyboard.press('Shift+S')
  await page.keyboard.insertText('Advertising')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('2 of 2 reports went where you sent them.')).toBeVisible()
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
