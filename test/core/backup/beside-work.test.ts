/** A backup beside the work of the day: what is written meanwhile neither changes nor spoils it, and a kill in the middle is harmless. */
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, test, vi } from 'vitest'
import type { CaseId } from '../../../shared/domain/case/entry.ts'
import { backupVault, restoreBackup, verifyBackup } from '../../../electron/core/backup/backup.ts'
import { whileFrozen } from '../../../electron/core/backup/source.ts'
import { kibDone, newWatch, stop } from '../../../electron/core/backup/watch.ts'
import { databasePath } from '../../../electron/core/store/store.ts'
import {
  caseId,
  codeOf,
  expectOk,
  fixedPorts,
  idOf,
  journalled,
  keepBlob,
  newVault,
  note,
  notesOf,
  opening,
  passphrase,
  reopened,
  tempFolder,
} from '../vault-fixture.ts'

/** Threads are started and files are flushed: on a busy machine that takes many times as long. */
vi.setConfig({ testTimeout: 180_000 })

const caseNumbered = (number: number): CaseId => idOf(5000 + number) as CaseId

const some = (count: number, word: string) => Array.from({ length: count }, (_, at) => note(`${word} ${at}`))

async function filled(megabytes = 4) {
  const out = tempFolder()
  const ports = fixedPorts()
  const vault = await newVault(join(out, 'vault'), ports)
  journalled(vault.store, ports, [opening, ...some(30, 'before')])
  for (let at = 0; at < megabytes; at++) keepBlob(vault.store, ports, randomBytes(1_000_000))
  return { out, ports, vault, file: join(out, 'b.sgb') }
}

describe('while a backup is made', () => {
  test('notes and files that are written neither change nor spoil it, and none of them is lost', async () => {
    const { out, ports, vault, file } = await filled()
    const state = { isRunning: true }
    let written = 0
    const making = backupVault(vault, file, ports).finally(() => {
      state.isRunning = false
    })
    while (state.isRunning) {
      journalled(vault.store, ports, [note(`during ${written}`)])
      if (written % 10 === 0) keepBlob(vault.store, ports, Buffer.from(`file ${written}`))
      written += 1
      await sleep(5)
    }
    const done = expectOk(await making)
    expect(written).toBeGreaterThan(3)
    expectOk(await verifyBackup(file, passphrase, tempFolder()))
    expectOk(await restoreBackup(file, join(out, 'restored'), passphrase))
    const restored = await reopened(join(out, 'restored'))
    const kept = notesOf(restored.store)
    expect(done.entries).toBe(kept.length + 1)
    expect(kept.slice(0, 30)).toEqual(some(30, 'before').map((act) => ('text' in act ? act.text : '')))
    expect(kept.length).toBeLessThan(30 + written)
    expect(notesOf(vault.store)).toHaveLength(30 + written)
    vault.store.close()
    const again = await reopened(join(out, 'vault'))
    expect(again.store.findings).toEqual([])
    expect(notesOf(again.store)).toHaveLength(30 + written)
  })

  test('the database file stays as it was, and is emptied into as before afterwards', async () => {
    const { ports, vault } = await filled(1)
    const path = databasePath(vault.store.dir)
    await whileFrozen(vault.store, async () => {
      const before = readFileSync(path)
      for (let at = 0; at < 40; at++) journalled(vault.store, ports, some(30, `${at}`), caseNumbered(at))
      expect(readFileSync(path).equals(before)).toBe(true)
      await Promise.resolve()
    })
    const frozen = statSync(path).size
    for (let at = 0; at < 40; at++) journalled(vault.store, ports, some(30, `${at}`), caseNumbered(1000 + at))
    expect(statSync(path).size).toBeGreaterThan(frozen)
    vault.store.close()
  })

  test('whoever empties the write-ahead log makes it begin anew, and it is whole', async () => {
    const { ports, vault } = await filled(1)
    let turns = 0
    const size = await whileFrozen(vault.store, async ({ size: bytes }) => {
      turns += 1
      if (turns === 1) {
        journalled(vault.store, ports, some(30, 'more'))
        vault.store.db.pragma('wal_checkpoint(TRUNCATE)')
      }
      return Promise.resolve(bytes)
    })
    expect(turns).toBe(2)
    expect(size).toBe(statSync(databasePath(vault.store.dir)).size)
    vault.store.close()
  })

  test('no second process gets in: reading the file does not let go of its lock', async () => {
    const { out, ports, vault, file } = await filled(1)
    expectOk(await backupVault(vault, file, ports))
    const child = fileURLToPath(new URL('second-opener.ts', import.meta.url))
    const second = spawn(process.execPath, [child, join(out, 'vault'), passphrase], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let said = ''
    second.stdout.setEncoding('utf8').on('data', (text: string) => (said += text))
    await once(second, 'close')
    expect(said.trim()).toBe('SQLITE_BUSY')
    vault.store.close()
  })

  test('it can be stopped, and leaves nothing', async () => {
    const { out, ports, vault, file } = await filled(20)
    const watch = newWatch()
    const making = backupVault(vault, file, { ...ports, watch })
    while (kibDone(watch) === 0) await sleep(2)
    stop(watch)
    expect(codeOf(await making)).toBe('backup-stopped')
    expect(readdirSync(out)).toEqual(['vault'])
    expectOk(await backupVault(vault, file, ports))
    vault.store.close()
  })
})

test('a kill in the middle leaves the vault whole and no file that counts', { timeout: 60_000 }, async () => {
  const { out, vault } = await filled(30)
  vault.store.close()
  const child = fileURLToPath(new URL('backing-up-child.ts', import.meta.url))
  for (const wait of [0, 60, 200, 500]) {
    const maker = spawn(process.execPath, [child, join(out, 'vault'), passphrase, join(out, 'b.sgb')], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await once(maker.stdout, 'data')
    await sleep(wait)
    maker.kill('SIGKILL')
    await once(maker, 'close')
    const again = await reopened(join(out, 'vault'))
    expect(again.store.findings).toEqual([])
    expect(notesOf(again.store, caseId)).toHaveLength(30)
    again.store.close()
    if (existsSync(join(out, 'b.sgb'))) expectOk(await verifyBackup(join(out, 'b.sgb'), passphrase, tempFolder()))
  }
  const last = await reopened(join(out, 'vault'))
  expectOk(await backupVault(last, join(out, 'b.sgb'), fixedPorts()))
  last.store.close()
  expect(readdirSync(out).toSorted()).toEqual(['b.sgb', 'vault'])
  expect(readdirSync(join(out, 'vault'))).not.toContain('backup.tmp')
})
