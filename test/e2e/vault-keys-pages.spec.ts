/** The keys of the vault in the settings, by keys alone: passphrase, recovery sheet, device secret, a new data key. */
import { expect, test, type Browser, type Page } from '@playwright/test'
import { passphraseOfSample, recoveryOfSample } from '../renderer/fake/fake-client.ts'
import { cutTexts, lengthen, shot } from './long-words.ts'
import { expectClean, openPage, startPreview } from './pages-b-preview.ts'

let browser: Browser
test.beforeAll(async () => {
  browser = await startPreview()
})
test.afterAll(() => browser.close())

const next = 'harbour violin cement april lantern'
const dialog = (page: Page) => page.getByRole('dialog')
const done = (page: Page, words: string | RegExp) => expect(page.locator('.toasts')).toContainText(words)
const block = (page: Page, title: string) =>
  page.locator('.settings-block', { has: page.getByRole('heading', { name: title, exact: true }) })

/** `trial=no` is the scene of a system with a keyring. */
async function openKeys(theme = 'dark', scene = 'trial=no'): Promise<Page> {
  const page = await openPage(browser, `${scene}&page=settings&section=lock`, theme)
  await expect(page.getByRole('heading', { name: 'Data key' })).toBeVisible()
  return page
}

/** Opens a dialog by its key, types the passphrase of today, goes on. */
async function ask(page: Page, key: string, typed = passphraseOfSample): Promise<void> {
  await page.keyboard.press(key)
  const field = dialog(page).getByRole('textbox', { name: 'Passphrase of today' })
  await expect(field).toBeFocused()
  await field.fill(typed)
  await page.keyboard.press('Control+Enter')
}

/** Types the groups that are asked for, as they stand on the sheet. */
async function typeGroups(page: Page, wrong = false): Promise<void> {
  const fields = dialog(page).getByRole('textbox', { name: /^Group \d$/ })
  await expect(fields).toHaveCount(3)
  for (const label of await dialog(page)
    .locator('label', { hasText: /^Group \d$/ })
    .allInnerTexts()) {
    const group = recoveryOfSample.split('-')[Number(label.slice(-1)) - 1] ?? ''
    await dialog(page)
      .getByLabel(label)
      .fill(wrong ? '00000' : group.toLowerCase())
  }
}

async function change(page: Page): Promise<void> {
  await page.keyboard.press('p')
  await dialog(page).getByRole('textbox', { name: 'Passphrase of today' }).fill(passphraseOfSample)
  await dialog(page).getByRole('textbox', { name: 'New passphrase' }).fill(next)
  await dialog(page).getByRole('textbox', { name: 'The same again' }).fill(next)
}

for (const theme of ['dark', 'light']) {
  test(`the keys and each of their dialogs have no fault that axe finds (${theme})`, async () => {
    const page = await openKeys(theme)
    await shot(page, `vault-keys-${theme}`)
    await expectClean(page)
    await change(page)
    await shot(page, `vault-keys-${theme}-passphrase`)
    await expectClean(page)
    await page.keyboard.press('Control+Enter')
    await expect(dialog(page)).toContainText('The passphrase is changed')
    await shot(page, `vault-keys-${theme}-changed`)
    await expectClean(page)
    await page.keyboard.press('Escape')
    await expect(dialog(page)).toHaveCount(0)
    await expect(block(page, 'Data key')).toContainText('younger than the data key')
    await shot(page, `vault-keys-${theme}-offer`)
    await expectClean(page)
    await ask(page, 's', next)
    await expect(dialog(page)).toContainText('Print the new sheet')
    await shot(page, `vault-keys-${theme}-sheet`)
    await expectClean(page)
    await page.keyboard.press('Escape')
    await ask(page, 'r', next)
    await expect(block(page, 'Data key')).toContainText('Nothing can be saved until')
    await shot(page, `vault-keys-${theme}-sealing`)
    await expectClean(page)
    await page.close()
  })
}

test('words half as long again are not cut', async () => {
  const page = await openKeys('light', 'trial=yes')
  await lengthen(page)
  expect(await cutTexts(page)).toEqual([])
  await page.close()
})

test('a passphrase is changed by keys; the older backups are named, and a new data key is offered at once', async () => {
  const page = await openKeys()
  await expect(block(page, 'Passphrase')).not.toContainText('older backup')
  await change(page)
  await expect(dialog(page).getByRole('status')).toContainText('words')
  await page.keyboard.press('Control+Enter')
  await expect(dialog(page)).toContainText('3 older backups open with the passphrase or data key of then.')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Nothing can be saved until')).toBeVisible()
  await expect(page.getByText('because everything was sealed under a new data key')).toBeVisible({ timeout: 20_000 })
  await page.close()
})

test('a wrong passphrase changes nothing and says how many tries are left', async () => {
  const page = await openKeys()
  for (const key of ['s', 'r']) {
    await ask(page, key, 'not this one')
    await expect(dialog(page).getByRole('alert')).toContainText('4 tries are left')
    await page.keyboard.press('Escape')
    await expect(dialog(page)).toHaveCount(0)
  }
  await page.close()
})

test('a new sheet is masked, shown on demand, printed alone, and proved by three of its groups', async () => {
  const page = await openKeys()
  await ask(page, 's')
  const sheet = dialog(page).locator('.sheet')
  await expect(sheet).not.toContainText(recoveryOfSample.slice(0, 5))
  await page.keyboard.press('Alt+s')
  await expect(sheet).toContainText(recoveryOfSample.slice(0, 5))
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('.print-only .sheet')).toBeVisible()
  await expect(page.locator('.print-only')).toContainText(recoveryOfSample.slice(0, 5))
  await expect(sheet).toBeHidden()
  await expect(page.getByRole('heading', { name: 'Data key' })).toBeHidden()
  await shot(page, 'vault-keys-print')
  await page.emulateMedia({ media: 'screen' })
  await typeGroups(page, true)
  await expect(sheet).not.toContainText(recoveryOfSample.slice(0, 5))
  await expect(dialog(page).getByRole('alert')).toContainText('These groups are not those')
  await typeGroups(page)
  await expect(dialog(page)).toHaveCount(0)
  await done(page, 'The recovery sheet is proved.')
  await expect(page.locator('.print-only')).toHaveCount(0)
  await expect(block(page, 'Recovery sheet')).not.toContainText('not yet')
  await page.close()
})

test('a new sheet that was not proved waits beside the one before, until its groups are typed', async () => {
  const page = await openKeys()
  const sheets = block(page, 'Recovery sheet')
  await ask(page, 's')
  await expect(dialog(page)).toContainText('the sheet before it opens as well until you prove this one')
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toHaveCount(0)
  await expect(sheets).toContainText('Newer sheet, not proved')
  await expect(sheets).toContainText('Both sheets open the vault')
  await expectClean(page)
  await shot(page, 'vault-keys-two-sheets')
  await page.keyboard.press('v')
  await typeGroups(page)
  await done(page, 'The recovery sheet is proved.')
  await expect(sheets).not.toContainText('Newer sheet')
  await page.close()
})

test('the device secret waits for the proof, then is switched on and off', async () => {
  const page = await openKeys()
  const device = block(page, 'Device secret')
  await expect(device).toContainText('Prove the recovery sheet first')
  await expect(device.getByRole('button', { name: /^Switch it on/ })).toBeDisabled()
  await page.keyboard.press('d')
  await expect(dialog(page)).toHaveCount(0)
  await page.keyboard.press('v')
  await typeGroups(page)
  await done(page, 'The recovery sheet is proved.')
  await ask(page, 'd')
  await done(page, 'The device secret is on.')
  await expect(device).toContainText('only; elsewhere')
  await ask(page, 'd')
  await done(page, 'The device secret is off.')
  await page.close()
})

test('where the system has no keyring, it says so and offers nothing', async () => {
  const page = await openKeys('dark', 'trial=yes')
  const device = block(page, 'Device secret')
  await expect(device).toContainText('This system has no keyring')
  await expect(device.getByRole('button', { name: /^Switch it on/ })).toBeDisabled()
  await page.close()
})

test('a new data key shows how far it is, and stopped it leaves the vault as it was', async () => {
  const page = await openKeys()
  await ask(page, 'r')
  const data = block(page, 'Data key')
  await expect(data.getByRole('progressbar')).toBeVisible()
  await expect(data.getByRole('button', { name: /^Stop/ })).toBeVisible()
  await page.keyboard.press('x')
  await expect(data).toContainText('the vault is as it was')
  await ask(page, 'r')
  await expect(page.getByText('The same passphrase opens it')).toBeVisible({ timeout: 20_000 })
  await page.close()
})
