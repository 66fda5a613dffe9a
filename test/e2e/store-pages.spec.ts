/** The store in the settings, by keys: checked and stopped, backed up and stopped, planned, looked into, exported; and what is damaged. */
import { expect, test, type Browser, type Page } from '@playwright/test'
import { expectClean, openPage, startPreview } from './pages-b-preview.ts'

let browser: Browser
test.beforeAll(async () => {
  browser = await startPreview()
})
test.afterAll(() => browser.close())

const shots = process.env['SIGNET_SHOTS']
const passphrase = 'correct horse battery staple'

async function openStore(scene = 'whole', theme = 'dark'): Promise<Page> {
  const page = await openPage(browser, `page=settings&section=store&store=${scene}`, theme)
  await expect(page.getByRole('heading', { name: 'Place and size' })).toBeVisible()
  await expect(page.getByText('Last verified')).toBeVisible()
  return page
}

test('the check shows how far it is, part by part, and is stopped and gone on with', async () => {
  const page = await openStore()
  await expect(page.getByText('The last full check ended')).toBeVisible()
  await page.keyboard.press('c')
  await expect(page.getByRole('progressbar', { name: 'Checking' })).toBeVisible()
  await expect(page.getByText('Checking: 62 %')).toBeVisible()
  const row = page.getByRole('row', { name: /Evidence and messages/ })
  await expect(row).toContainText('1,201 of 1,938')
  await expect(row).toContainText('no difference so far')
  await expect(page.getByRole('row', { name: /Journal entries/ })).toContainText('not yet')
  await page.keyboard.press('Alt+c')
  await expect(page.getByText('The check was stopped')).toBeVisible()
  await expect(page.getByRole('button', { name: /Go on with the check/ })).toBeVisible()
})

test('a backup shows how far it is and is stopped; the last that counts and those that did not are listed', async () => {
  const page = await openStore()
  await expect(page.getByText('/media/mk/backup-a/signet-20261122T1800Z.sgb')).toBeVisible()
  await expect(page.getByText(/medium was taken out/)).toBeVisible()
  await expect(page.getByText('7 daily, 4 weekly, 6 monthly')).toBeVisible()
  await page.keyboard.press('b')
  await expect(page.getByRole('progressbar', { name: 'Backing up' })).toBeVisible()
  await expect(page.getByText('Backing up: 34 %')).toBeVisible()
  await page.keyboard.press('Alt+b')
  await expect(page.getByRole('progressbar', { name: 'Backing up' })).toBeHidden()
  await expect(page.getByRole('button', { name: /Back up now/ })).toBeVisible()
})

test('the plan is changed by keys', async () => {
  const page = await openStore('new')
  await expect(page.getByText('If this disk fails, everything is lost.')).toBeVisible()
  await page.keyboard.press('p')
  const dialog = page.getByRole('dialog')
  await dialog.getByText('weekly, Mondays', { exact: true }).click()
  await dialog.getByLabel('At', { exact: true }).fill('25:00')
  await expect(dialog.getByRole('button', { name: /Keep this plan/ })).toBeDisabled()
  await dialog.getByLabel('At', { exact: true }).fill('07:30')
  await page.keyboard.press('Alt+f')
  await expect(dialog.getByText('chosen-file.asc')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  await expect(page.getByText('on Mondays at 07:30, into chosen-folder')).toBeVisible()
})

test('a backup that is due is told on every page, and one press leads to it', async () => {
  const page = await openPage(browser, 'page=queue&store=due')
  await page.getByRole('button', { name: 'A backup is due by the plan.' }).click()
  await expect(page.getByRole('heading', { name: 'Place and size' })).toBeVisible()
  await expectClean(page)
})

test('a backup is checked with its passphrase, and a wrong one can be typed again', async () => {
  const page = await openStore()
  await page.keyboard.press('r')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(/Passphrase of/).fill('not this one')
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('alert')).toContainText('does not open the backup')
  await dialog.getByLabel(/Passphrase of/).fill(passphrase)
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(page.getByText(/is whole and opens/)).toBeVisible()
})

test('a backup is looked into, and every page says that it is one', async () => {
  const page = await openStore('damaged')
  await page.keyboard.press('o')
  await page
    .getByRole('dialog')
    .getByLabel(/Passphrase of/)
    .fill(passphrase)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('complementary', { name: 'Open to be read only' })).toContainText(
    'every change is refused',
  )
  await expect(page.getByRole('heading', { level: 1, name: 'Queue' })).toBeVisible()
  await page.keyboard.press('g')
  await page.keyboard.press(',')
  await expect(page.getByRole('complementary', { name: 'Open to be read only' })).toBeVisible()
  if (shots !== undefined) await page.screenshot({ path: `${shots}/store-reading.png` })
  await expectClean(page)
})

test('a backup is looked into from the lock page, and the first run tells what a restore found', async () => {
  const page = await openPage(browser, 'phase=locked')
  await page.keyboard.press('Alt+b')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(/Passphrase of/).fill(passphrase)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('complementary', { name: 'Open to be read only' })).toBeVisible()
  const first = await openPage(browser, 'phase=none')
  await first.getByRole('button', { name: /Restore a backup/ }).click()
  await first.getByLabel(/Passphrase at the time/).fill(passphrase)
  await first.getByRole('button', { name: /Choose the backup and restore it/ }).click()
  await expect(first.getByRole('heading', { name: 'The backup is restored' })).toBeVisible()
  await expect(first.getByText('412 cases, 48,127 journal entries and 1938 files')).toBeVisible()
  await expect(first.getByText('Every sealed file opens and matches its hash')).toBeVisible()
  await expectClean(first)
  if (shots !== undefined) await first.screenshot({ path: `${shots}/restored.png` })
  await first.keyboard.press('Enter')
  await expect(first.getByRole('heading', { name: 'The backup is restored' })).toBeHidden()
})

test('everything is exported with a reason and the personal code, and what was left out is told', async () => {
  const page = await openStore()
  await page.keyboard.press('x')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('button', { name: /Choose where/ })).toBeDisabled()
  await dialog.getByLabel('Reason').fill('the team moves to another tool')
  await dialog.getByLabel('Your personal code').fill('XY')
  await page.keyboard.press('Control+Enter')
  await expect(dialog.getByRole('alert')).toContainText('MK')
  if (shots !== undefined) await page.screenshot({ path: `${shots}/store-export.png` })
  await dialog.getByLabel('Your personal code').fill('mk')
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  await expect(page.getByText('412 cases, 877 messages, 1937 files in all')).toBeVisible()
  await expect(page.getByText(/001-access\.log is missing or damaged/)).toBeVisible()
})

for (const theme of ['dark', 'light'])
  test(`the store has no fault that axe finds, whole and damaged (${theme})`, async () => {
    const page = await openStore('whole', theme)
    await page.keyboard.press('c')
    await page.keyboard.press('b')
    await expect(page.getByText('Backing up: 34 %')).toBeVisible()
    await expectClean(page)
    if (shots !== undefined) await page.screenshot({ path: `${shots}/store-working-${theme}.png` })
    const damaged = await openStore('damaged', theme)
    await expect(damaged.getByRole('heading', { name: '3 cases cannot be read' })).toBeVisible()
    await expect(damaged.getByText('2026-MK-0007 2026-MK-0012 2026-MK-0031')).toBeVisible()
    await damaged.keyboard.press('l')
    await expect(damaged.getByText('31 journal entries stand on a page')).toBeVisible()
    await expectClean(damaged)
    if (shots !== undefined) await damaged.screenshot({ path: `${shots}/store-damaged-${theme}.png` })
    const dialog = await openStore('new', theme)
    await dialog.keyboard.press('p')
    await expect(dialog.getByRole('dialog')).toBeVisible()
    await expectClean(dialog)
    if (shots !== undefined) await dialog.screenshot({ path: `${shots}/store-plan-${theme}.png` })
  })
