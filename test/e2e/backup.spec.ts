/** A backup made on the desk is read back, and restored on another machine it is the same vault. */
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { expect, test } from '@playwright/test'
import { call, newVault, unlock } from './bridge-calls.ts'
import { launchDesk, type LaunchedDesk } from './launch-desk.ts'

const passphrase = 'six slow barges under the bridge'
/** Two desks are started, and twice a key is derived: on a busy machine that takes minutes. */
const patience = 360_000
let place: string
test.beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'signet-backup-'))
})
test.afterEach(() => rmSync(place, { recursive: true, force: true, maxRetries: 5 }))

async function pick(
  desk: LaunchedDesk,
  mode: 'open' | 'save' | 'folder',
  path: string,
): Promise<{ grant: string; name: string }> {
  await desk.answerDialog([path])
  const [granted] = await call(desk.page(), 'desk.pick', { mode, purpose: 'backup' })
  if (granted === undefined) throw new Error('nothing was picked')
  return { grant: granted.grant, name: granted.name }
}

test('backup, verify, restore', async () => {
  test.setTimeout(patience)
  const file = join(place, 'backup.signet')
  const first = await launchDesk()
  try {
    await newVault(first, passphrase)
    const { state } = await call(first.page(), 'case.create', { title: 'In the backup' })
    expect(state.number).toMatch(/-0001$/)
    const { grant } = await pick(first, 'save', file)
    await call(first.page(), 'vault.backup', { to: { grant } })
    expect((await call(first.page(), 'me.show', {})).lastBackup).not.toBeNull()
    await call(first.page(), 'vault.verify', { from: await pick(first, 'open', file), passphrase })
    const damaged = join(place, 'damaged.signet')
    copyFileSync(file, damaged)
    truncateSync(damaged, 30_000)
    const verify = call(first.page(), 'vault.verify', { from: await pick(first, 'open', damaged), passphrase })
    await expect(verify).rejects.toThrow(/backup-/)
  } finally {
    await first.close()
  }
  const second = await launchDesk()
  try {
    mkdirSync(join(place, 'restored'))
    const folder = await pick(second, 'folder', join(place, 'restored'))
    await call(second.page(), 'desk.choose', { place: 'grant', grant: folder.grant })
    await call(second.page(), 'vault.restore', { from: await pick(second, 'open', file), passphrase })
    await call(second.page(), 'vault.unlock', { passphrase })
    const { cases } = await call(second.page(), 'case.list', {})
    expect(cases.map(({ title }) => title)).toEqual(['In the backup'])
  } finally {
    await second.close()
  }
})

test('the Store page backs up by its plan, looks into the copy, and a lock brings the vault back', async () => {
  test.setTimeout(patience)
  const desk = await launchDesk()
  try {
    await newVault(desk, passphrase)
    await call(desk.page(), 'case.create', { title: 'In the copy' })
    await desk.page().getByText('In the copy').first().waitFor()
    const page = desk.page()
    await page.keyboard.press('g')
    await page.keyboard.press(',')
    await page.getByRole('navigation', { name: 'Settings' }).getByRole('button', { name: 'Store' }).click()
    await expect(page.getByText('If this disk fails, everything is lost.')).toBeVisible()
    await page.getByRole('button', { name: /^Plan/ }).click()
    const plan = page.getByRole('dialog')
    await plan.getByText('daily', { exact: true }).click()
    await desk.answerDialog([place])
    await plan.getByRole('button', { name: /Choose a folder/ }).click()
    await expect(plan.getByText(basename(place))).toBeVisible()
    await plan.getByRole('button', { name: /Keep this plan/ }).click()
    await expect(plan).toBeHidden()
    await page.getByRole('button', { name: /Back up now/ }).click()
    await expect(page.getByText(/every hash agrees/)).toBeVisible({ timeout: 120_000 })
    const [name = ''] = readdirSync(place)
    expect(name).toMatch(/^signet-\d{8}T\d{4}Z\.sgb$/)
    await call(page, 'case.create', { title: 'After the copy' })
    await desk.answerDialog([join(place, name)])
    await page.getByRole('button', { name: /Open a backup, read-only/ }).click()
    await page
      .getByRole('dialog')
      .getByLabel(/Passphrase of/)
      .fill(passphrase)
    await page.getByRole('button', { name: /Open the copy/ }).click()
    await expect(page.getByRole('complementary', { name: 'Open to be read only' })).toBeVisible({ timeout: 120_000 })
    await expect(page.getByText('In the copy').first()).toBeVisible()
    await expect(page.getByText('After the copy')).toBeHidden()
    await expect(call(page, 'case.create', { title: 'not here' })).rejects.toThrow(/vault-read-only/)
    const locked = desk.nextPage()
    await page.keyboard.press('Control+l')
    await locked
    await unlock(desk, passphrase)
    const { cases } = await call(desk.page(), 'case.list', {})
    expect(cases.map(({ title }) => title).toSorted()).toEqual(['After the copy', 'In the copy'])
  } finally {
    await desk.close()
  }
})
