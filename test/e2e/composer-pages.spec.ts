/** Writing a message: whom it can reach, what stops it, what each recipient sees, how it leaves; and announcements to many. */
import { expect, test, type Browser, type Page } from '@playwright/test'
import { passphraseOfKey } from '../renderer/fake/fake-keys.ts'
import { expectClean, openPage, startPreview } from './pages-b-preview.ts'

let browser: Browser
test.beforeAll(async () => {
  browser = await startPreview()
})
test.afterAll(() => browser.close())

const foot = (page: Page) => page.locator('.compose-foot')
const text = (page: Page) => page.getByLabel('Text', { exact: true })

test('a first notification is written from a case, released and marked as sent', async () => {
  const page = await openPage(browser, 'page=case&number=2026-MK-0004')
  await page.keyboard.press('c')
  await expect(foot(page)).toContainText('Waits for a recipient.')
  await expect(page.getByRole('button', { name: /Encrypt and save/ })).toBeDisabled()
  await page.keyboard.press('Alt+r')
  await page.keyboard.type('harrow')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.locator('.recipient')).toContainText('7F3A 91C2 4D06 E85B A913 7C2F 60E4 D8B1 539A B04E')
  await page.getByLabel('Template', { exact: true }).selectOption('notification')
  await expect(page.locator('.compose-write')).toContainText('5 of 6 fields filled')
  await expect(page.locator('.preview-inside')).toContainText('203[.]0[.]113[.]77')
  await expect(page.locator('.preview-outside')).not.toContainText('Access keys')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: 'Signed, encrypted and written' })).toBeVisible()
  await expect(page.locator('.released')).toContainText('CERT-Harrow, message 12 to them')
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('.released-steps')).toContainText('Sent ')
  await expect(page.getByRole('button', { name: /Mark as sent/ })).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(page.locator('.case-head')).toContainText('2026-MK-0004')
})

test('each key is told in words: what it can do today and when the case is due, and who has checked it', async () => {
  const page = await openPage(browser, 'page=composer&draft=x-blocked')
  const [harrow, delta, ridgeline] = await page.locator('.recipient').all()
  await expect(harrow!).toContainText('key verified')
  await expect(harrow!).toContainText(/Encrypts today and on \w{3} \d/)
  await expect(harrow!).toContainText(/Verified .* by call-back \(MK\)/)
  await expect(harrow!).toContainText('message 12 to them')
  await expect(delta!).toContainText('repaired and proved')
  await expect(delta!).not.toContainText('key verified')
  await expect(delta!).toContainText(/not on .*, when the case is due/)
  await expect(ridgeline!).toContainText('no key')
})

test('one recipient without a key stops it, and splitting lets the others have theirs', async () => {
  const page = await openPage(browser, 'page=composer&draft=x-blocked')
  const stop = page.locator('.gate-reason.stop')
  await expect(stop).toContainText('There is no key for Ridgeline Networks.')
  await expect(stop.getByRole('button', { name: /In clear: not with TLP:AMBER/ })).toBeDisabled()
  await expect(foot(page)).toContainText('Waits: There is no key for Ridgeline Networks.')
  await page.keyboard.press('Alt+s')
  await expect(page.locator('.recipient')).toHaveCount(2)
  await expect(page.getByRole('button', { name: /Encrypt and save/ })).toBeEnabled()
  await page.getByRole('button', { name: 'to Ridgeline Networks' }).click()
  await expect(page.locator('.recipient')).toContainText('Ridgeline Networks')
})

test('after a split the next draft is one key away', async () => {
  const page = await openPage(browser, 'page=composer&draft=x-ready')
  await page.keyboard.press('Alt+s')
  await expect(page.locator('.recipient')).toHaveCount(1)
  await page.keyboard.press('Control+Enter')
  await page.getByRole('heading', { name: 'Signed, encrypted and written' }).waitFor()
  await page.keyboard.press('n')
  await expect(page.locator('.recipient')).toContainText('CSIRT-Westmere')
})

test('signed in clear is offered only where the marking allows it', async () => {
  const page = await openPage(browser, 'page=composer&draft=x-clear')
  await page.getByRole('button', { name: /Send signed in clear/ }).click()
  await expect(page.getByRole('button', { name: /Sign and save/ })).toBeEnabled()
  await expect(page.locator('.compose-preview')).toContainText('Signed, not encrypted: all on the way can read this')
  await page.locator('#compose-marking .segment', { hasText: /^AMBER.{0,1}TLP:AMBER$/ }).click()
  await expect(page.locator('.gate-reason.stop')).toContainText('TLP:AMBER never goes by mail in clear.')
  await page.keyboard.press('Alt+1')
  await expect(page.getByRole('button', { name: /Encrypt and save/ })).toBeVisible()
  await expect(page.locator('.gate-reason.stop')).toContainText('There is no key')
})

test('the way to a missing key leads to the keyring, and back to the draft as it was', async () => {
  const page = await openPage(browser, 'page=composer&draft=x-blocked')
  await text(page).fill('words that must not be lost')
  await page.keyboard.press('Alt+1')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(text(page)).toHaveValue('words that must not be lost')
})

test('conditions must be accepted before a message may leave', async () => {
  const page = await openPage(browser, 'page=composer&draft=x-7')
  await expect(foot(page)).toContainText('Waits for your tick at the condition.')
  await expect(page.getByRole('button', { name: /Record a call-back/ })).toBeVisible()
  await page.keyboard.press('Alt+y')
  await expect(page.getByRole('button', { name: /Encrypt and save/ })).toBeEnabled()
})

test('a locked own key is unlocked in place, and the message leaves', async () => {
  const page = await openPage(browser, 'page=composer&draft=x-locked')
  await page.keyboard.press('Control+Enter')
  const dialog = page.getByRole('dialog', { name: 'Your key is locked' })
  await expect(dialog.getByLabel('Passphrase of the key')).toBeFocused()
  await expectClean(page)
  await page.keyboard.type('a wrong one')
  await page.keyboard.press('Enter')
  await expect(dialog).toContainText('That passphrase does not unlock the key')
  await dialog.getByLabel('Passphrase of the key').fill(passphraseOfKey)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: 'Signed, encrypted and written' })).toBeVisible()
})

test('a draft is on disk within a second or two of the last key', async () => {
  const page = await openPage(browser, 'page=composer&draft=x-7')
  await text(page).fill('new words')
  await expect(page.locator('.page-head')).toContainText('not saved yet')
  await expect(page.locator('.page-head')).toContainText('draft on disk')
  await expect(page.locator('.preview-inside')).toContainText('new words')
})

test('a replaced text can be taken back, and another language fills an untouched one again', async () => {
  const page = await openPage(browser, 'page=composer&draft=x-7')
  const before = await text(page).inputValue()
  await page.getByLabel('Template', { exact: true }).selectOption('request')
  await expect(text(page)).not.toHaveValue(before)
  await page.getByLabel('Language', { exact: true }).selectOption('es')
  await expect(text(page)).toHaveValue(/^Hola:/)
  await page.getByRole('button', { name: /Undo/ }).click()
  await expect(text(page)).toHaveValue(before)
})

test('observables go into the text, defanged, or beside it as a file', async () => {
  const page = await openPage(browser, 'page=composer&draft=x-7')
  await expect(page.locator('#compose-observables')).toContainText('of the case, defanged')
  await page.keyboard.press('Alt+o')
  await page.keyboard.press('ArrowRight')
  await expect(page.locator('.preview-inside')).toContainText('Observables:')
  await page.keyboard.press('ArrowRight')
  await expect(page.locator('.attach-bar')).toContainText('2026-MK-0004-observables.csv')
  await expect(page.locator('.preview-files')).toContainText('2026-MK-0004-observables.csv')
})

test('files are attached by dialog, by paste and by drop, and taken off again', async () => {
  const page = await openPage(browser, 'page=composer&draft=x-7')
  const bar = page.locator('.attach-bar')
  await page.keyboard.press('Alt+a')
  await expect(bar).toContainText('chosen-file.asc')
  for (const kind of ['paste', 'drop']) {
    await page.evaluate((what) => {
      const data = new DataTransfer()
      data.items.add(new File(['made up'], `${what}.log`, { type: 'text/plain' }))
      const about = { bubbles: true, cancelable: true }
      const event =
        what === 'paste'
          ? new ClipboardEvent('paste', { ...about, clipboardData: data })
          : new DragEvent('drop', { ...about, dataTransfer: data })
      document.querySelector('textarea')?.dispatchEvent(event)
    }, kind)
    await expect(bar).toContainText(`${kind}.log`)
  }
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('New message')
  await page.getByRole('button', { name: 'Remove paste.log' }).click()
  await expect(bar).not.toContainText('paste.log')
})

test('the preview steps from recipient to recipient by keys', async () => {
  const page = await openPage(browser, 'page=composer&draft=x-blocked')
  await expect(page.getByRole('tab', { name: 'CERT-Harrow' })).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('[')
  await expect(page.getByRole('tab', { name: 'Ridgeline Networks' })).toHaveAttribute('aria-selected', 'true')
  await expect(page.locator('.compose-preview')).toContainText('Ridgeline Networks could not open it')
  await page.keyboard.press(']')
  await expect(page.getByRole('tab', { name: 'CERT-Harrow' })).toHaveAttribute('aria-selected', 'true')
})

test('Escape leaves the text first, then the page, and what was typed is kept', async () => {
  const page = await openPage(browser, 'page=case&number=2026-MK-0004')
  await page.keyboard.press('c')
  await text(page).fill('half a sentence')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('New message')
  await page.keyboard.press('Escape')
  await expect(page.locator('.case-head')).toBeVisible()
})

test('the clipboard is counted down after a copy', async () => {
  const page = await openPage(browser, 'page=composer&draft=x-ready')
  await page.keyboard.press('Alt+c')
  await expect(page.getByRole('heading', { name: 'Signed, encrypted and copied' })).toBeVisible()
  await expect(page.getByText(/The clipboard is cleared in 1\d s\./)).toBeVisible()
})

test('an announcement is written, goes to each by its own channel, and is released into a folder', async () => {
  const page = await openPage(browser, 'page=bulletins')
  await page.keyboard.press('n')
  await expect(page.getByLabel('Title')).toBeFocused()
  await page.keyboard.type('Patch the gateways today')
  await expect(page.locator('.bulletin-foot')).toContainText('Waits for a text.')
  await text(page).fill('Update to 9.4.2.')
  await expect(page.locator('.bulletin-foot')).toContainText('Waits for a recipient.')
  await page.keyboard.press('Alt+a')
  await expect(page.locator('.delivery')).toHaveCount(4)
  await expect(page.locator('.channel-counts')).toContainText('1 encrypted mail')
  await page.getByRole('button', { name: 'Take CERT-Orchard off' }).click()
  await expect(page.locator('.delivery')).toHaveCount(3)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('2026-MK-A004 Patch the gateways today')
  await expect(page.locator('.delivery').first()).toContainText('written, not sent')
})

test('a released one says who has it; calls are read out, failures carry a note', async () => {
  const page = await openPage(browser, 'page=bulletin&id=b-2')
  await expect(page.locator('.bulletin-verdict')).toContainText('1 of 4 acknowledged')
  await page.keyboard.press('a')
  await expect(page.locator('.bulletin-verdict')).toContainText('2 of 4 acknowledged')
  await page.keyboard.press('j')
  await expect(page.locator('.bulletin-aloud')).toContainText('Read this out to CSIRT-Westmere')
  await expect(page.locator('.bulletin-aloud')).toContainText('+')
  await page.keyboard.press('x')
  await page.keyboard.type('Nobody picks up.')
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('.delivery', { hasText: 'CSIRT-Westmere' })).toContainText('Nobody picks up.')
  await expect(page.locator('.delivery', { hasText: 'CSIRT-Westmere' })).toContainText('failed')
})

test('the archive is searched and filtered', async () => {
  const page = await openPage(browser, 'page=bulletins')
  await expect(page.locator('[data-row]')).toHaveCount(4)
  await page.getByText('Waiting for answers').click()
  await expect(page.locator('[data-row]')).toHaveCount(1)
  await page.getByRole('button', { name: /^All 4/ }).click()
  await page.keyboard.press('f')
  await page.keyboard.type('invoices')
  await expect(page.locator('[data-row]')).toHaveCount(1)
  await page.keyboard.type(' nothing')
  await expect(page.getByText('No announcement has these words.')).toBeVisible()
})

for (const theme of ['dark', 'light']) {
  test(`composer and announcements have no fault that axe finds (${theme})`, async () => {
    test.setTimeout(300_000)
    const pages = [
      'page=composer&draft=x-7',
      'page=composer&draft=x-blocked',
      'page=composer&draft=x-clear',
      'page=bulletins',
      'page=bulletin&id=b-1',
      'page=bulletin&id=b-2',
      'page=bulletin&id=b-4',
    ]
    for (const query of pages) await expectClean(await openPage(browser, query, theme))
    const released = await openPage(browser, 'page=composer&draft=x-ready', theme)
    await released.keyboard.press('Control+Enter')
    await released.getByRole('button', { name: /Mark as sent/ }).waitFor()
    await expectClean(released)
  })
}
