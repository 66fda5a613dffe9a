/** Backup, verification, restoring: what comes back is what was there, and what would not come back is told before it is needed. */
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { ok } from '../../../shared/kit/result.ts'
import { backupVault, restoreBackup, verifyBackup } from '../../../electron/core/backup/backup.ts'
import { blobPath, readWholeBlob } from '../../../electron/core/store/blobs.ts'
import { sha256 } from '../../../electron/core/store/canonical.ts'
import { databasePath, recordsOf, type Store } from '../../../electron/core/store/store.ts'
import { changePassphrase, type CreatedVault } from '../../../electron/core/vault/vault.ts'
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
    const done = expectOk(backupVault(vault, file, ports))
    expect(done).toEqual({
      file,
      bytes: statSync(file).size,
      sha256: sha256(readFileSync(file)),
      entries: 31,
      at: '2026-11-22T08:00:00.000Z',
    })
    expect(await verifyBackup(file, passphrase, tempFolder())).toEqual({ ok: true, value: done })
    const before = everything(vault.store)
    vault.store.close()
    const dir = join(out, 'new', 'vault')
    expect(await restoreBackup(file, dir, passphrase)).toEqual({ ok: true, value: done })
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
    expectOk(backupVault(vault, file, ports))
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
    expect(expectOk(backupVault(vault, file, ports)).entries).toBe(0)
    journalled(vault.store, ports, [opening])
    expect(expectOk(backupVault(vault, file, ports)).entries).toBe(1)
    expect(expectOk(await verifyBackup(file, passphrase, tempFolder())).entries).toBe(1)
    vault.store.close()
  })

  test('opens with the passphrase of its day or the printed recovery key, with nothing else', async () => {
    const { vault, dir, out, ports, file } = await filled()
    expectOk(await changePassphrase(dir, { current: passphrase, next: 'changed while open' }, ports))
    expectOk(backupVault(vault, file, ports))
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
    expectOk(backupVault(vault, file, ports))
    expectOk(backupVault(vault, file, ports))
    const mine = join(out, 'thesis.txt')
    writeFileSync(mine, 'mine')
    expect(codeOf(backupVault(vault, mine, ports))).toBe('file-exists')
    expect(codeOf(backupVault(vault, databasePath(vault.store.dir), ports))).toBe('file-exists')
    expect(readFileSync(mine, 'utf8')).toBe('mine')
    vault.store.close()
  })

  test('of a damaged vault does not count, and the backup of yesterday stays', async () => {
    const { vault, ports, file } = await filled()
    expectOk(backupVault(vault, file, ports))
    const yesterday = readFileSync(file)
    const { id } = keepBlob(vault.store, ports, Buffer.from('evidence'))
    const path = blobPath(vault.store.dir, id)
    const whole = readFileSync(path)
    writeFileSync(path, Buffer.concat([whole, Buffer.from('x')]))
    expect(codeOf(backupVault(vault, file, ports))).toBe('backup-source-damaged')
    rmSync(path)
    expect(codeOf(backupVault(vault, file, ports))).toBe('backup-source-damaged')
    writeFileSync(path, whole)
    vault.store.db.exec('DELETE FROM log WHERE seq = 5')
    expect(codeOf(backupVault(vault, file, ports))).toBe('backup-source-damaged')
    expect(readFileSync(file).equals(yesterday)).toBe(true)
    expect(existsSync(`${file}.new`)).toBe(false)
    vault.store.close()
  })

  test('to a place that is not there is a reason', async () => {
    const { vault, out, ports } = await filled()
    expect(codeOf(backupVault(vault, join(out, 'nowhere', 'b'), ports))).toBe('write-failed')
    vault.store.close()
  })
})

describe('restoring', () => {
  test('refuses a folder with something in it, and a file that is no backup', async () => {
    const { vault, dir, out, ports, file } = await filled()
    expectOk(backupVault(vault, file, ports))
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
    expectOk(backupVault(vault, file, ports))
    vault.store.close()
    const dir = join(out, 'r')
    mkdirSync(dir)
    expectOk(await restoreBackup(file, dir, passphrase))
    const restored = await reopened(dir)
    expect(restored.store.findings).toEqual([])
  })

  test('refuses a backup of a newer Signet', async () => {
    const { vault, out, ports, file } = await filled()
    expectOk(backupVault(vault, file, ports))
    vault.store.close()
    const bytes = readFileSync(file)
    bytes.write('2', 14)
    writeFileSync(file, bytes)
    expect(codeOf(await restoreBackup(file, join(out, 'r'), passphrase))).toBe('vault-newer')
  })
})

test(
  'two hundred random damages of a backup: all are detected, nothing of them is left',
  { timeout: 120_000 },
  async () => {
    const { vault, out, ports, file } = await filled()
    expectOk(backupVault(vault, file, ports))
    vault.store.close()
    const whole = readFileSync(file)
    const damaged = join(out, 'damaged')
    const temp = tempFolder()
    const undetected: string[] = []
    for (let i = 0; i < 200; i++) {
      const [how, bytes] = damage(whole, i)
      writeFileSync(damaged, bytes)
      const verified = await verifyBackup(damaged, passphrase, temp)
      const restored = i % 20 === 0 && (await restoreBackup(damaged, join(out, 'r'), passphrase)).ok
      if (verified.ok || restored) undetected.push(how)
    }
    expect(undetected).toEqual([])
    expect(readdirSync(temp)).toEqual([])
    expect(readdirSync(out).toSorted()).toEqual(['backup.signet', 'damaged', 'vault'])
    copyFileSync(file, damaged)
    chmodSync(damaged, 0o400)
    expectOk(await verifyBackup(damaged, passphrase, temp))
  },
)

/** Seeded by the number, so that a failure can be looked at again. */
function damage(whole: Buffer, number: number): readonly [string, Buffer] {
  // A linear congruence spreads the places over the file.
  const at = (number * 2_654_435_761) % whole.length
  const place = number % 2 === 0 ? at % 1_200 : at
  const kind = ['flip', 'cut', 'append', 'zero', 'swap', 'double'][number % 6] ?? 'flip'
  const bytes = Buffer.from(whole)
  switch (kind) {
    case 'cut':
      return [`cut ${place}`, bytes.subarray(0, place)]
    case 'append':
      return [`append ${number}`, Buffer.concat([bytes, Buffer.alloc(1 + number, number)])]
    case 'zero':
      bytes.fill(bytes[place] === 0 ? 1 : 0, place, place + 16)
      return [`zero ${place}`, bytes.equals(whole) ? bytes.subarray(1) : bytes]
    case 'swap': {
      const half = Math.floor(bytes.length / 2)
      return [
        `swap ${place}`,
        Buffer.concat([bytes.subarray(0, 1_000), bytes.subarray(half), bytes.subarray(1_000, half)]),
      ]
    }
    case 'double':
      return [`double ${place}`, Buffer.concat([bytes.subarray(0, place), bytes.subarray(Math.max(0, place - 64))])]
    default:
      bytes.writeUInt8((bytes[place] ?? 0) ^ (1 << (number % 8)), place)
      return [`flip ${place}`, bytes]
  }
}
