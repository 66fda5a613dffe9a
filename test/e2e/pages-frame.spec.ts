/** Frame, palette, queue, keyring, settings, lock and first run over the fake door: keys, focus, accessibility, policy. */
import { expect, test, type Page } from '@playwright/test'
import { findInstalledBrowser, unpackPackagedBrowser } from '../host/find-browser.ts'
import { passphraseOfSample, recoveryOfSample } from '../renderer/fake/fake-client.ts'
import { openPreview, violationsOf } from '../renderer/preview/open-preview.ts'
import { axeFaults } from './axe.ts'
import { quietBrowser } from './quiet-browser.ts'

const executablePath = findInstalledBrowser() ?? (await unpackPackagedBrowser())
test.skip(executablePath === null, 'no browser on this machine')
test.use({
  viewport: { width: 1440, height: 900 },
  launchOptions: { args: [...quietBrowser], ...(executablePath === null ? {} : { executablePath }) },
})

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

async function expectClean(page: Page): Promise<void> {
  expect(await axeFaults(page, rules)).toEqual([])
  expect(await violationsOf(page)).toEqual([])
}

const scenes = [
  '',
  'cases=0',
  'page=keyring',
  'page=settings&section=you',
  'page=settings&section=store',
  'phase=locked',
  'phase=none',
]
for (const theme of ['dark', 'light']) {
  for (const scene of scenes) {
    test(`"${scene}" is accessible in the ${theme} look and breaks no policy`, async ({ page }) => {
      await openPreview(page, `theme=${theme}&${scene}`)
      await expect(page.getByRole('main')).toBeVisible()
      await page.waitForTimeout(400)
      await expectClean(page)
    })
  }
}

test.describe('the queue', () => {
  test('is worked by keys alone: move, classify in two keys, undo', async ({ page }) => {
    await openPreview(page, '')
    const selected = page.locator('.queue-row[aria-selected=true]')
    await expect(selected).toContainText('P1')
    const number = (await selected.locator('.mono').nth(1).innerText()).trim()
    await page.keyboard.press('4')
    await expect(page.getByRole('dialog')).toContainText('Which rung of P4?')
    await page.keyboard.press('2')
    await expect(page.getByRole('status')).toContainText(`${number} stands on rung 11 now.`)
    await page.keyboard.press('Control+z')
    await expect(selected).toContainText(number)
  })
  test('finds the same row again after a look into the case', async ({ page }) => {
    await openPreview(page, '')
    const selected = page.locator('.queue-row[aria-selected=true]')
    await expect(selected).toBeVisible()
    for (const key of ['j', 'j', 'j']) await page.keyboard.press(key)
    await expect(page.locator('.queue-row').nth(3)).toHaveAttribute('aria-selected', 'true')
    const row = await selected.innerText()
    await page.keyboard.press('Enter')
    await expect(page.locator('.queue-grid')).toHaveCount(0)
    await page.keyboard.press('Alt+ArrowLeft')
    await expect(selected).toHaveText(row, { useInnerText: true })
  })
  test('never shows a gap while it is scrolled, and draws only what is on the screen', async ({ page }) => {
    await openPreview(page, 'cases=2000')
    await expect(page.locator('.queue-row').first()).toBeVisible({ timeout: 20_000 })
    const gaps = await page.locator('.queue-grid').evaluate(async (grid) => {
      const rect = grid.getBoundingClientRect()
      let missing = 0
      for (let step = 0; step < 60; step += 1) {
        grid.scrollTop += step % 3 === 0 ? 9_000 : 140
        await new Promise((resolve) => requestAnimationFrame(resolve))
        const probes = [40, 200, 400, rect.height - 20].map((y) => document.elementFromPoint(rect.x + 300, rect.y + y))
        missing += probes.filter((element) => element?.closest('.queue-row') === null).length
      }
      return missing
    })
    expect(gaps).toBe(0)
    expect(await page.locator('.queue-row').count()).toBeLessThan(60)
  })
  test('says which of three kinds of empty it is', async ({ page }) => {
    await openPreview(page, '')
    await expect(page.locator('.queue-row').first()).toBeVisible()
    await page.keyboard.press('/')
    await page.keyboard.type('nothing-has-this')
    await expect(page.getByText('The filter hides all 412 open cases.')).toBeVisible()
    await page.getByRole('button', { name: 'Show all open cases' }).click()
    await expect(page.locator('.queue-row').first()).toBeVisible()
    await openPreview(page, 'cases=0')
    await expect(page.getByText('The queue is clear.')).toBeVisible()
  })
})

test.describe('the palette', () => {
  test('runs an action of the page and shows its direct key; typing there is not taken for shortcuts', async ({
    page,
  }) => {
    await openPreview(page, '')
    await expect(page.locator('.queue-row').first()).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Queue', exact: true })).toBeVisible()
    await page.keyboard.press('Control+k')
    await expect(page.getByRole('combobox')).toBeFocused()
    await page.keyboard.type('new case')
    await expect(page.getByRole('option', { name: 'New case n' })).toHaveAttribute('aria-selected', 'true')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog', { name: 'New case' })).toBeVisible()
  })
  test('finds cards by their words', async ({ page }) => {
    await openPreview(page, '')
    await expect(page.getByRole('heading', { name: 'Queue', exact: true })).toBeVisible()
    await page.keyboard.press('Control+k')
    await expect(page.getByRole('combobox')).toBeFocused()
    await page.keyboard.type('harrow')
    await expect(page.getByRole('option').first()).toContainText('CERT-Harrow')
    await expectClean(page)
  })
})

test('what is pasted anywhere outside a text field is taken in', async ({ page }) => {
  await openPreview(page, '')
  await expect(page.locator('.queue-row').first()).toBeVisible()
  await page.evaluate(() => {
    const data = new DataTransfer()
    data.setData('text/plain', 'scanning from 192.0.2.41')
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }))
  })
  await expect(page.locator('.queue-grid')).toHaveCount(0)
  await expect(page.getByRole('main')).toContainText('192.0.2.41')
})

test('a key is verified only when all ten groups agreed and it is said who read them', async ({ page }) => {
  await openPreview(page, 'page=keyring')
  await page.getByRole('row', { name: /CERT-Orchard.*22B0/ }).click()
  await page.keyboard.press('v')
  const verified = page.getByRole('button', { name: 'Verified Enter' })
  for (let group = 0; group < 10; group += 1) {
    await expect(verified).toBeDisabled()
    await page.keyboard.press('Space')
  }
  await expect(verified).toBeDisabled()
  await page.getByLabel('Who read it?').fill('KS, duty analyst')
  await expect(verified).toBeEnabled()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status')).toContainText('The key of CERT-Orchard is verified.')
})

test('the lock page opens with the passphrase, says what is wrong, and counts the wait down', async ({ page }) => {
  await openPreview(page, 'phase=locked')
  await expect(page.getByLabel('Passphrase', { exact: true })).toBeFocused()
  for (let guess = 0; guess < 5; guess += 1) {
    await page.keyboard.type('a guess')
    await page.keyboard.press('Enter')
    await expect(page.getByLabel('Passphrase', { exact: true })).toHaveValue('')
  }
  await expect(page.getByRole('button', { name: /Wait \d s/ })).toBeDisabled()
  await expect(page.getByRole('button', { name: 'Unlock Enter' })).toBeEnabled({ timeout: 8_000 })
  await page.keyboard.type(passphraseOfSample)
  await page.keyboard.press('Enter')
  await expect(page.locator('.queue-row').first()).toBeVisible()
})

test('the first run goes on only when the recovery sheet is proved', async ({ page }) => {
  await openPreview(page, 'phase=none')
  await expect(page.getByRole('button', { name: 'Make a new vault' })).toBeVisible()
  await page.keyboard.press('n')
  await page.getByLabel('Personal code').fill('mk')
  await page.getByLabel('Full name').fill('Mara Kestrel')
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: 'Passphrase', exact: true }).fill('password1')
  await page.getByRole('textbox', { name: 'The same again' }).fill('password1')
  await expect(page.getByRole('button', { name: 'Make the vault Enter' })).toBeDisabled()
  await page.getByRole('textbox', { name: 'Passphrase', exact: true }).fill('harbour violin cement april lantern')
  await page.getByRole('textbox', { name: 'The same again' }).fill('harbour violin cement april lantern')
  await page.keyboard.press('Enter')
  const next = page.getByRole('button', { name: 'Next: your keys Enter' })
  await expect(next).toBeDisabled()
  await expect(page.locator('.sheet').first()).not.toContainText(recoveryOfSample.slice(0, 5))
  const groups = recoveryOfSample.split('-')
  for (const field of await page.getByRole('textbox', { name: /^Group \d$/ }).all()) {
    const label = await field.evaluate((input) =>
      input instanceof HTMLInputElement ? (input.labels?.[0]?.textContent ?? '') : '',
    )
    await field.fill((groups[Number(label.replaceAll(/\D/g, '')) - 1] ?? '').toLowerCase())
  }
  await expect(next).toBeEnabled()
})
