/** A full disk at every step: said as such, nothing half saved, all that was saved before still there, usable after freeing. */
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ok, type Result } from '../../shared/kit/result.ts'
import type { Saying } from '../../shared/words/say.ts'
import { backupVault, restoreBackup } from '../../electron/core/backup/backup.ts'
import { append, entriesOf } from '../../electron/core/journal/journal.ts'
import { writeBlob } from '../../electron/core/store/blobs.ts'
import { chunksOf } from '../../electron/core/store/sealed-chunks.ts'
import type { Store } from '../../electron/core/store/store.ts'
import { changePassphrase } from '../../electron/core/vault/change-keys.ts'
import { createVault } from '../../electron/core/vault/vault.ts'
import {
  authorOn,
  caseId,
  codeOf,
  expectOk,
  fixedPorts,
  journalled,
  keepBlob,
  newVault,
  note,
  notesOf,
  opening,
  passphrase,
  tempFolder,
  unlock,
} from '../core/vault-fixture.ts'
import { canMount, fillDisk, smallDisk } from './small-disk.ts'

const ports = fixedPorts()

const write = (store: Store, text: string): Result<unknown, Saying> => {
  const entries = entriesOf(store, caseId)
  return store.commit((tx) => ok(append(tx, ports, authorOn(store), { caseId, entries }, [note(text)])))
}

describe.skipIf(!canMount)('on a full disk', () => {
  test('notes are refused, none that was confirmed is lost, and writing goes on after freeing', async () => {
    const disk = smallDisk(8)
    const dir = join(disk, 'vault')
    const { store } = await newVault(dir, ports)
    journalled(store, ports, [opening])
    const acked: string[] = []
    let refused: string | null = null
    for (let i = 0; refused === null && i < 10_000; i++) {
      const text = `${i} ${'x'.repeat(90_000)}`
      const done = write(store, text)
      if (done.ok) acked.push(text)
      else refused = done.problem.code
    }
    const ballast = fillDisk(disk)
    expect(refused).toBe('disk-full')
    expect(notesOf(store)).toEqual(acked)
    expect(codeOf(write(store, 'y'.repeat(99_000)))).toBe('disk-full')
    store.close()

    // Still full: what is there opens and reads.
    const full = expectOk(await unlock(dir, ports))
    expect(full.store.findings).toEqual([])
    expect(notesOf(full.store)).toEqual(acked)
    full.store.close()

    rmSync(ballast)
    const freed = expectOk(await unlock(dir, ports))
    expect(freed.store.findings).toEqual([])
    expect(notesOf(freed.store)).toEqual(acked)
    expect(freed.store.db.pragma('cipher_integrity_check')).toEqual([])
    expect(freed.store.db.pragma('integrity_check', { simple: true })).toBe('ok')
    freed.store.close()
  })

  test('after freeing, the same open vault goes on and opens without findings', async () => {
    const disk = smallDisk(8)
    const dir = join(disk, 'vault')
    const { store } = await newVault(dir, ports)
    journalled(store, ports, [opening, note('before')])
    const ballast = fillDisk(disk)
    const during = write(store, 'z'.repeat(90_000))
    expect(codeOf(during)).toBe('disk-full')
    rmSync(ballast)
    expectOk(write(store, 'after'))
    store.close()
    const again = expectOk(await unlock(dir, ports))
    expect(again.store.findings).toEqual([])
    expect(notesOf(again.store)).toEqual(['before', 'after'])
    again.store.close()
  })

  test('a sealed file leaves nothing half written', async () => {
    const disk = smallDisk(6)
    const dir = join(disk, 'vault')
    const { store } = await newVault(dir, ports)
    const tooMuch = chunksOf(Buffer.alloc(9_000_000))
    expect(() => writeBlob(dir, ports.newId(), ports.random(32), tooMuch)).toThrow('ENOSPC')
    const files = readdirSync(join(dir, 'blobs'), { recursive: true, withFileTypes: true }).filter((file) =>
      file.isFile(),
    )
    expect(files).toEqual([])
    store.close()
  })

  test('a new vault is whole or not there', async () => {
    const disk = smallDisk(1)
    fillDisk(disk)
    const dir = join(disk, 'vault')
    expect(codeOf(await createVault({ dir, passphrase, trial: true }, ports))).toBe('disk-full')
    expect(existsSync(dir)).toBe(false)
  })

  test('a backup leaves nothing half written and the older one in place, whether its target or the vault has no room', async () => {
    const disk = smallDisk(16)
    const dir = join(disk, 'vault')
    const vault = await newVault(dir, ports)
    journalled(vault.store, ports, [opening])
    keepBlob(vault.store, ports, Buffer.alloc(2_000_000, 1))
    const small = smallDisk(3)
    const file = join(small, 'b')
    expectOk(await backupVault(vault, file, ports))
    const older = readFileSync(file)
    const ballast = fillDisk(disk)
    expect(codeOf(await backupVault(vault, file, ports))).toBe('disk-full')
    rmSync(ballast)
    keepBlob(vault.store, ports, Buffer.alloc(2_000_000, 2))
    expect(codeOf(await backupVault(vault, file, ports))).toBe('disk-full')
    expect(readFileSync(file).equals(older)).toBe(true)
    expect(readdirSync(small)).toEqual(['b'])
    expect(readdirSync(dir)).not.toContain('backup.tmp')
    vault.store.close()

    const target = join(small, 'restored')
    expect(codeOf(await restoreBackup(file, target, passphrase))).toBe('disk-full')
    expect(readdirSync(small)).toEqual(['b'])
    expect(readFileSync(file).equals(older)).toBe(true)
  })

  test('a change of passphrase leaves the old one in force', async () => {
    const disk = smallDisk(4)
    const dir = join(disk, 'vault')
    const { store } = await newVault(dir, ports)
    store.close()
    fillDisk(disk)
    expect(codeOf(await changePassphrase(dir, { current: passphrase, next: 'the next passphrase' }, ports))).toBe(
      'disk-full',
    )
    expectOk(await unlock(dir, ports)).store.close()
  })
})

test('a folder that vanished is no crash', async () => {
  expect(codeOf(await unlock(join(tempFolder(), 'gone'), ports))).toBe('vault-not-found')
})
