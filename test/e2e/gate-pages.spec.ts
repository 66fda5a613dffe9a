/** The gate on the screen: what it stops at, how one key hides it, what is shown then, and the quiet way past it. */
import { expect, test, type Browser, type Page } from '@playwright/test'
import { expectClean, openPage, startPreview } from './pages-b-preview.ts'

let browser: Browser
test.beforeAll(async () => {
  browser = await startPreview()
})
test.afterAll(() => browser.close())

const gate = (page: Page) => page.locator('.compose-gate')
const foot = (page: Page) => page.locator('.compose-foot')
const shown = async (page: Page, name: string): Promise<void> => {
  const dir = process.env['SIGNET_SHOTS']
  if (dir !== undefined) await page.screenshot({ path: `${dir}/${name}.png` })
}

for (const theme of ['dark', 'light'])
  test(`a message with names for a vendor is stopped, redacted and passed (${theme})`, async () => {
    const page = await openPage(browser, 'page=composer&draft=x-gate', theme)
    const stop = page.locator('.gate-reason.stop').first()
    await expect(stop).toContainText('may not have private user information without permission')
    await expect(stop).toContainText('Rule: 4.2 L225')
    await expect(page.locator('.marked-under mark').first()).toBeVisible()
    await expect(foot(page)).toContainText('Waits: ')
    await expectClean(page)
    await shown(page, `gate-stopped-${theme}`)
    await page.keyboard.press('Alt+1')
    await expect(page.locator('.preview-hidden').first()).toBeVisible()
    for (const name of ['Ana Ortega', 'a.ortega']) await expect(page.locator('.preview-inside')).not.toContainText(name)
    await expect(page.locator('.gate-reason.stop')).toHaveCount(0)
    await expectClean(page)
    await shown(page, `gate-redacted-${theme}`)
  })

for (const theme of ['dark', 'light'])
  test(`one picks what is hidden by kind and by item, and sees the result (${theme})`, async () => {
    const page = await openPage(browser, 'page=composer&draft=x-gate', theme)
    await page.keyboard.press('Alt+x')
    const sheet = page.getByRole('dialog', { name: 'Hide what tells who it is about' })
    await sheet.getByText(/^All persons/).click()
    await expect(sheet.locator('.gate-result')).toContainText('person-1')
    await sheet.getByLabel('Something else').fill('VPN appliance')
    await sheet.getByRole('button', { name: 'Hide it' }).click()
    await expect(sheet.locator('.gate-result')).toContainText('through the item-1')
    await expectClean(page)
    await shown(page, `gate-redact-${theme}`)
    await page.keyboard.press('Control+Enter')
    await expect(sheet).toHaveCount(0)
  })

for (const theme of ['dark', 'light'])
  test(`an override asks for a reason and the code (${theme})`, async () => {
    const page = await openPage(browser, 'page=composer&draft=x-gate', theme)
    await expect(gate(page)).toContainText('Override needs a reason and your code.')
    await page.keyboard.press('Alt+w')
    const dialog = page.getByRole('dialog', { name: 'Let it out against the rules' })
    const go = dialog.getByRole('button', { name: /Encrypt and save/ })
    await expect(go).toBeDisabled()
    await dialog.getByLabel('Why it has to go all the same').fill('their line is cut')
    await dialog.getByLabel('Your personal code').fill('XX')
    await expectClean(page)
    await shown(page, `gate-override-${theme}`)
    await go.click()
    await expect(page.getByText('An override carries the personal code')).toBeVisible()
  })

test('the classes are proposed with why, and taken with one key', async () => {
  const page = await openPage(browser, 'page=composer&draft=x-7')
  await expect(page.locator('.compose-proposed')).toContainText('Intruder, proposed: names what the attacker uses')
  await page.keyboard.press('Alt+h')
  await expect(page.getByRole('checkbox', { name: 'Intruder' })).toBeChecked()
})
