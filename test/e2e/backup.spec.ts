/** A backup made on the desk is read back, and restored on another machine it is the same vault. */
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { call, newVault } from './bridge-calls.ts'
import { launchDesk, type LaunchedDesk } from './launch-desk.ts'

const passphrase = 'six slow barges under the bridge'
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
  test.setTimeout(120_000)
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
