/** Backup, verification, restoring: what comes back is what was there, and what would not come back is told before it is needed. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { ok } from '../../../shared/kit/result.ts'
import { backupVault, restoreBackup, verifyBackup } from '../../../electron/core/backup/backup.ts'
import { blobPath, readWholeBlob } from '../../../electron/core/store/blobs.ts'
import { sha256 } from '../../../electron/core/store/canonical.ts'
import { databasePath, recordsOf, type Store } from '../../../electron/core/store/store.ts'
import { changePassphrase } from '../../../electron/core/vault/change-keys.ts'
import type { CreatedVault } from '../../../electron/core/vault/vault.ts'
import {
  codeOf,
  expectOk,
  fixedPorts,
  journalled,
  keepBlob,
  newVault,
  note,
  opening,
  passphrase,
  reopened,
  tempFolder,
} from '../vault-fixture.ts'

/** Threads are started and files are flushed: on a busy machine that takes many times as long. */
vi.setConfig({ testTimeout: 180_000 })

interface Made {
  readonly vault: CreatedVault
  readonly dir: string
  readonly out: string
  readonly file: string
  readonly ports: ReturnType<typeof fixedPorts>
}

async function filled(): Promise<Made> {
  const out = tempFolder()
  const dir = join(out, 'vault')
  const ports = fixedPorts()
  const vault = await newVault(dir, ports)
  const { store } = vault
  journalled(store, ports, [opening, ...Array.from({ length: 30 }, (_, i) => note(`canary note ${i}`))])
  const words = recordsOf(store, 'word', z.object({ text: z.string() }))
  expectOk(store.commit((tx) => ok(words.put(tx, 'a', { text: 'canary record' }))))
  for (const length of [0, 10, 1_500_000]) keepBlob(store, ports, Buffer.alloc(length, 'canary'))
  return { vault, dir, out, ports, file: join(out, 'backup.signet') }
}

/** Every row of every table, and every sealed file, as one hash. */
function everything(store: Store): string {
  const tables = store.db
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name", {
      pluck: true,
    })
    .all<string>()
  const rows = tables
    .filter((name) => name !== 'case_text')
    .map((name) => [name, store.db.prepare(`SELECT * FROM ${name}`).all()])
  const blobs = store.db.prepare('SELECT id FROM blobs ORDER BY id', { pluck: true }).all<string>()
  return sha256(
    JSON.stringify(
      [rows, blobs.map((id) => [id, sha256(readWholeBlob(store, id) ?? 'missing')])],
      (_, value: unknown) => (value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value),
    ),
  )
}

describe('a backup', () => {
  test('verifies, restores into a new folder, and every row and file is equal', async () => {
    const { vault, out, ports, file } = await filled()
    const done = expectOk(await backupVault(vault, file, ports))
    expect(done).toEqual({
      file,
      bytes: statSync(file).size,
      sha256: sha256(readFileSync(file)),
      entries: 31,
      at: '2026-11-22T08:00:00.000Z',
    })
    const verified = expectOk(await verifyBackup(file, passphrase, tempFolder()))
    expect(verified).toEqual({ ...done, cases: 0, blobs: 3, checked: verified.checked })
    expect(verified.checked).toContain('checked-blobs')
    const before = everything(vault.store)
    vault.store.close()
    const dir = join(out, 'new', 'vault')
    expect(expectOk(await restoreBackup(file, dir, passphrase))).toEqual(verified)
    const restored = await reopened(dir)
    expect(restored.store.findings).toEqual([])
    expect(restored.store.copy).toBe(vault.store.copy)
    expect(restored.store.head()).toEqual(vault.store.head())
    expect(everything(restored.store)).toBe(before)
    journalled(restored.store, ports, [note('work goes on')])
    expect(readdirSync(out).toSorted()).toEqual(['backup.signet', 'new', 'vault'])
    expect(readdirSync(join(out, 'new'))).toEqual(['vault'])
  })

  test('shows nothing of its content, is for the owner alone, and leaves nothing beside it', async () => {
    const { vault, dir, out, ports, file } = await filled()
    expectOk(await backupVault(vault, file, ports))
    expect(readFileSync(file).includes('canary')).toBe(false)
    expect(statSync(file).mode & 0o077).toBe(0)
    expect(readdirSync(out).toSorted()).toEqual(['backup.signet', 'vault'])
    expect(readdirSync(dir)).not.toContain('backup.tmp')
    vault.store.close()
  })

  test('of an empty vault works too, and so does one after more was written', async () => {
    const dir = tempFolder()
    const ports = fixedPorts()
    const vault = await newVault(dir, ports)
    const file = join(tempFolder(), 'b')
    expect(expectOk(await backupVault(vault, file, ports)).entries).toBe(0)
    journalled(vault.store, ports, [opening])
    expect(expectOk(await backupVault(vault, file, ports)).entries).toBe(1)
    expect(expectOk(await verifyBackup(file, passphrase, tempFolder())).entries).toBe(1)
    vault.store.close()
  })

  test('opens with the passphrase of its day or the printed recovery key, with nothing else', async () => {
    const { vault, dir, out, ports, file } = await filled()
    expectOk(await changePassphrase(dir, { current: passphrase, next: 'changed while open' }, ports))
    expectOk(await backupVault(vault, file, ports))
    vault.store.close()
    for (const wrong of [passphrase, '', 'Changed while open']) {
      expect(codeOf(await verifyBackup(file, wrong, tempFolder()))).toBe('backup-passphrase')
      expect(codeOf(await restoreBackup(file, join(out, 'r'), wrong))).toBe('backup-passphrase')
    }
    expect(existsSync(join(out, 'r'))).toBe(false)
    expectOk(await verifyBackup(file, 'changed while open', tempFolder()))
    expectOk(await verifyBackup(file, vault.recoveryKey, tempFolder()))
  })

  test('replaces an older backup, and no other file', async () => {
    const { vault, out, ports, file } = await filled()
    expectOk(await backupVault(vault, file, ports))
    expectOk(await backupVault(vault, file, ports))
    const mine = join(out, 'thesis.txt')
    writeFileSync(mine, 'mine')
    expect(codeOf(await backupVault(vault, mine, ports))).toBe('file-exists')
    expect(codeOf(await backupVault(vault, databasePath(vault.store.dir), ports))).toBe('file-exists')
    expect(readFileSync(mine, 'utf8')).toBe('mine')
    vault.store.close()
  })

  test('of a damaged vault does not count, and the backup of yesterday stays', async () => {
    const { vault, ports, file } = await filled()
    expectOk(await backupVault(vault, file, ports))
    const yesterday = readFileSync(file)
    const { id } = keepBlob(vault.store, ports, Buffer.from('evidence'))
    const path = blobPath(vault.store.dir, id)
    const whole = readFileSync(path)
    writeFileSync(path, Buffer.concat([whole, Buffer.from('x')]))
    expect(codeOf(await backupVault(vault, file, ports))).toBe('backup-source-damaged')
    rmSync(path)
    expect(codeOf(await backupVault(vault, file, ports))).toBe('backup-source-damaged')
    writeFileSync(path, whole)
    vault.store.db.exec('DELETE FROM log WHERE seq = 5')
    expect(codeOf(await backupVault(vault, file, ports))).toBe('backup-source-damaged')
    expect(readFileSync(file).equals(yesterday)).toBe(true)
    expect(existsSync(`${file}.new`)).toBe(false)
    vault.store.close()
  })

  test('to a place that is not there is a reason', async () => {
    const { vault, out, ports } = await filled()
    expect(codeOf(await backupVault(vault, join(out, 'nowhere', 'b'), ports))).toBe('backup-medium-missing')
    vault.store.close()
  })
})

describe('restoring', () => {
  test('refuses a folder with something in it, and a file that is no backup', async () => {
    const { vault, dir, out, ports, file } = await filled()
    expectOk(await backupVault(vault, file, ports))
    vault.store.close()
    expect(codeOf(await restoreBackup(file, dir, passphrase))).toBe('vault-exists')
    const text = join(out, 'x.txt')
    writeFileSync(text, 'hello')
    expect(codeOf(await restoreBackup(text, join(out, 'r'), passphrase))).toBe('backup-none')
    expect(codeOf(await restoreBackup(join(out, 'gone'), join(out, 'r'), passphrase))).toBe('file-missing')
    expect(existsSync(join(out, 'r'))).toBe(false)
  })

  test('fills a folder that is there and empty', async () => {
    const { vault, out, ports, file } = await filled()
    expectOk(await backupVault(vault, file, ports))
    vault.store.close()
    const dir = join(out, 'r')
    mkdirSync(dir)
    expectOk(await restoreBackup(file, dir, passphrase))
    const restored = await reopened(dir)
    expect(restored.store.findings).toEqual([])
  })

  test('refuses a backup of a newer Signet', async () => {
    const { vault, out, ports, file } = await filled()
    expectOk(await backupVault(vault, file, ports))
    vault.store.close()
    const bytes = readFileSync(file)
    bytes.write('9', 14)
    writeFileSync(file, bytes)
    expect(codeOf(await restoreBackup(file, join(out, 'r'), passphrase))).toBe('vault-newer')
  })
})
