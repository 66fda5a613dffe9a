/**
 * Every way known to us in which a damaged or exchanged file of a vault opens without a word (SQLCipher and SQLite say nothing in
 * most of them): each must be said.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Database } from '@signalapp/sqlcipher'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { ok } from '../../shared/kit/result.ts'
import { createDatabase, openDatabase, schemaVersion } from '../../electron/core/store/database.ts'
import { canonical } from '../../electron/core/store/canonical.ts'
import { databasePath, recordsOf } from '../../electron/core/store/store.ts'
import { backupChecks, checkVault } from '../../electron/core/vault/check.ts'
import {
  codeOf,
  expectOk,
  fixedPorts,
  journalled,
  newVault,
  note,
  notesOf,
  opening,
  reopened,
  tempFolder,
  unlock,
} from '../core/vault-fixture.ts'

const ports = fixedPorts()

/** A closed vault with notes enough for several pages. */
async function vaultWith(count: number): Promise<string> {
  const dir = tempFolder()
  const { store } = await newVault(dir, ports)
  journalled(store, ports, [opening])
  for (let i = 1; i <= count; i++) journalled(store, ports, [note(`${i} ${'long '.repeat(60)}`)])
  store.close()
  return dir
}

/** What a killed process leaves: the files as they are while the vault is open. */
async function killedWith(before: number, after: number): Promise<string> {
  const dir = await vaultWith(before)
  const vault = expectOk(await unlock(dir, ports))
  for (let i = 1; i <= after; i++) journalled(vault.store, ports, [note(`after ${i}`)])
  const left = tempFolder()
  cpSync(dir, left, { recursive: true })
  rmSync(join(left, 'lock'))
  vault.store.close()
  return left
}

const codesFound = async (dir: string): Promise<readonly string[]> => {
  const { store } = await reopened(dir, ports)
  const codes = store.findings.map(({ code }) => code)
  store.close()
  return codes
}

describe('the database file', () => {
  test('missing is damage, and no new one is made in its place', async () => {
    const dir = await vaultWith(1)
    rmSync(databasePath(dir))
    expect(codeOf(await unlock(dir))).toBe('vault-damaged')
    expect(existsSync(databasePath(dir))).toBe(false)
  })

  test('of 0 bytes is damage, and stays 0 bytes', async () => {
    const dir = await vaultWith(1)
    truncateSync(databasePath(dir), 0)
    expect(codeOf(await unlock(dir))).toBe('vault-damaged')
    expect(statSync(databasePath(dir)).size).toBe(0)
  })

  test('unencrypted is refused', async () => {
    const dir = await vaultWith(1)
    rmSync(databasePath(dir))
    const plain = new Database(databasePath(dir))
    plain.exec('CREATE TABLE log (seq INTEGER)')
    plain.close()
    expect(await unlock(dir)).toMatchObject({ problem: { params: { detail: 'vault.db is not encrypted' } } })
  })

  test('of another vault, or of another application under the same key, is refused', async () => {
    const [dir, other] = [await vaultWith(1), await vaultWith(1)]
    cpSync(databasePath(other), databasePath(dir))
    expect(codeOf(await unlock(dir))).toBe('vault-damaged')

    const path = join(tempFolder(), 'foreign.db')
    const key = Buffer.alloc(32, 7)
    const foreign = new Database(path)
    foreign.pragma(`key = "x'${key.toString('hex')}'"`)
    foreign.exec('CREATE TABLE t (a INTEGER)')
    foreign.close()
    expect(codeOf(openDatabase(path, key))).toBe('vault-damaged')
  })

  test('of a newer schema is refused and not changed', () => {
    const path = join(tempFolder(), 'vault.db')
    const key = Buffer.alloc(32, 7)
    const db = expectOk(createDatabase(path, key))
    db.pragma(`user_version = ${schemaVersion + 1}`)
    db.pragma('wal_checkpoint(TRUNCATE)')
    db.close()
    expect(codeOf(openDatabase(path, key))).toBe('vault-newer')
  })

  test('is never keyed with anything but 32 bytes: a shorter key would silently be a passphrase', () => {
    for (const length of [0, 16, 31, 33, 64]) {
      expect(() => createDatabase(join(tempFolder(), 'vault.db'), Buffer.alloc(length))).toThrow('32 bytes')
    }
  })

  test('may be removed under an open vault without taking the process along when it ends', () => {
    const program = fileURLToPath(new URL('unclosed-child.ts', import.meta.url))
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, tempFolder()], { encoding: 'utf8' })
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: 'done\n', stderr: '' })
  })

  test('is encrypted from its first byte', async () => {
    const dir = await vaultWith(1)
    expect(readFileSync(databasePath(dir)).subarray(0, 16).toString('latin1')).not.toContain('SQLite')
  })

  test('with a flipped bit in any page never gives a changed note: it is damage, or the page was not read', async () => {
    const dir = await vaultWith(40)
    const whole = readFileSync(databasePath(dir))
    const original = await notesIn(dir)
    let damaged = 0
    for (let page = 0; page < whole.length / 4096; page++) {
      const copy = tempFolder()
      cpSync(dir, copy, { recursive: true })
      const bytes = Buffer.from(whole)
      const at = page * 4096 + 1000
      bytes.writeUInt8((bytes[at] ?? 0) ^ 1, at)
      writeFileSync(databasePath(copy), bytes)
      const notes = await notesIn(copy)
      if (notes === 'damaged') damaged++
      expect([original, 'damaged']).toContainEqual(notes)
    }
    expect(damaged).toBeGreaterThan(5)
  })

  test('cut on a page boundary is damage', async () => {
    const dir = await vaultWith(40)
    truncateSync(databasePath(dir), Math.floor(statSync(databasePath(dir)).size / 8192) * 4096)
    expect(await notesIn(dir)).toBe('damaged')
  })

  test('put back from an older day is said, on this opening and for good', async () => {
    const dir = await vaultWith(3)
    const older = readFileSync(databasePath(dir))
    const vault = expectOk(await unlock(dir, ports))
    const { seq } = vault.store.head()
    journalled(vault.store, ports, [note('four'), note('five')])
    vault.store.close()
    writeFileSync(databasePath(dir), older)
    const again = expectOk(await unlock(dir, ports))
    const lost = { count: 2, found: seq, expected: seq + 2 }
    expect(again.store.findings).toEqual([{ code: 'vault-tail-lost', params: lost }])
    journalled(again.store, ports, [note('and on')])
    again.store.close()
    const kept = await reopened(dir, ports)
    expect(kept.store.findings).toEqual([])
    const rows = kept.store.db.prepare("SELECT kind, ref FROM log WHERE kind LIKE 'found.%'").all()
    expect(rows).toEqual([{ kind: 'found.vault-tail-lost', ref: canonical(lost) }])
  })

  test('put back older and written further is said too, though it is as long again', async () => {
    const dir = await vaultWith(3)
    const fork = tempFolder()
    cpSync(dir, fork, { recursive: true })
    for (const [folder, text] of [
      [dir, 'ours'],
      [fork, 'theirs'],
    ] as const) {
      const vault = expectOk(await unlock(folder, ports))
      journalled(vault.store, ports, [note(text)])
      vault.store.close()
    }
    cpSync(databasePath(fork), databasePath(dir))
    expect(await codesFound(dir)).toEqual(['log-broken'])
  })
})

describe('the write-ahead log', () => {
  test('left whole by a kill gives back every commit, and says nothing', async () => {
    const dir = await killedWith(2, 3)
    expect(statSync(`${databasePath(dir)}-wal`).size).toBeGreaterThan(0)
    const { store } = await reopened(dir, ports)
    expect(store.findings).toEqual([])
    expect(notesOf(store).slice(2)).toEqual(['after 1', 'after 2', 'after 3'])
  })

  const losses: readonly (readonly [string, (wal: string) => void])[] = [
    ['deleted', (wal) => rmSync(wal)],
    ['emptied', (wal) => truncateSync(wal, 0)],
    ['cut in half', (wal) => truncateSync(wal, Math.floor(statSync(wal).size / 2))],
    ['zeroed', (wal) => writeFileSync(wal, Buffer.alloc(statSync(wal).size))],
    ['with one bit flipped', (wal) => writeFileSync(wal, flipped(readFileSync(wal)))],
  ]
  test.each(losses)('%s: the lost entries are counted, and a commit that is there stays', async (_, damage) => {
    const dir = await killedWith(2, 5)
    damage(`${databasePath(dir)}-wal`)
    const { store } = await reopened(dir, ports)
    expect(store.findings.map(({ code }) => code)).toEqual(['vault-tail-lost'])
    const there = notesOf(store).length
    expect(there).toBeGreaterThanOrEqual(2)
    expect(store.findings[0]?.params).toMatchObject({ count: 7 - there })
  })

  test('is empty after a proper closing', async () => {
    const dir = await vaultWith(3)
    expect(readdirSync(dir).toSorted()).toEqual(['head', 'pages', 'vault.db', 'vault.json'])
  })
})

describe('a page of an earlier day', () => {
  test('is named by the full check, though it verifies, and no page is where none was put back', async () => {
    const dir = await vaultWith(30)
    const then = readFileSync(databasePath(dir))
    const vault = expectOk(await unlock(dir, ports))
    journalled(vault.store, ports, [note('later')])
    vault.store.close()
    const now = readFileSync(databasePath(dir))
    const pageOf = (bytes: Buffer, page: number): Buffer => bytes.subarray((page - 1) * 4096, page * 4096)
    const changed = Array.from({ length: then.length / 4096 }, (_, at) => at + 1).filter(
      (page) => page > 1 && !pageOf(then, page).equals(pageOf(now, page)),
    )
    expect(changed.length).toBeGreaterThan(2)
    expect(await olderPages(dir)).toEqual([])
    for (const page of changed) {
      const copy = tempFolder()
      cpSync(dir, copy, { recursive: true })
      const bytes = Buffer.from(now)
      pageOf(then, page).copy(bytes, (page - 1) * 4096)
      writeFileSync(databasePath(copy), bytes)
      // A page of the log is told at the opening already.
      expect([[page], ['told']]).toContainEqual(await olderPages(copy))
    }
  })

  test('cannot be told after a kill, and no page is taken for one then', async () => {
    const dir = await killedWith(20, 20)
    expect(await olderPages(dir)).toEqual([])
    expect(await olderPages(dir)).toEqual([])
  })

  const olderPages = async (dir: string): Promise<readonly unknown[]> => {
    const { store } = expectOk(await unlock(dir, ports))
    try {
      if (store.findings.length > 0) return ['told']
      const { findings } = checkVault(store, backupChecks)
      return findings.flatMap(({ code, params }) => (code === 'damage-page-old' ? [params['page']] : []))
    } finally {
      store.close()
    }
  }
})

test('drafts that are lost with the write-ahead log are counted, though they stand in no log', async () => {
  const dir = await vaultWith(2)
  const { store } = expectOk(await unlock(dir, ports))
  const drafts = recordsOf(store, 'draft', z.object({ text: z.string() }), { quiet: true })
  for (let n = 0; n < 3; n++) store.commit((tx) => ok(drafts.put(tx, 'a', { text: String(n) })))
  const left = tempFolder()
  cpSync(dir, left, { recursive: true })
  rmSync(join(left, 'lock'))
  store.close()
  rmSync(`${databasePath(left)}-wal`)
  const again = await reopened(left, ports)
  expect(again.store.findings).toEqual([{ code: 'vault-quiet-lost', params: { count: 3 } }])
  again.store.close()
  expect(await codesFound(left)).toEqual([])
})

describe('the sealed head', () => {
  test('deleted, emptied or damaged is said to be missing', async () => {
    for (const damage of [
      rmSync,
      (path: string) => truncateSync(path, 0),
      (path: string) => writeFileSync(path, Buffer.alloc(512, 1)),
    ]) {
      const dir = await vaultWith(2)
      damage(join(dir, 'head'))
      expect(await codesFound(dir)).toEqual(['head-missing'])
    }
  })

  test('of another vault counts for nothing', async () => {
    const [dir, other] = [await vaultWith(2), await vaultWith(5)]
    cpSync(join(other, 'head'), join(dir, 'head'))
    expect(await codesFound(dir)).toEqual(['head-missing'])
  })

  test('from an older day is behind the log, as after a kill: the rows in between verify, nothing is lost', async () => {
    const dir = await vaultWith(2)
    const older = readFileSync(join(dir, 'head'))
    const vault = expectOk(await unlock(dir, ports))
    journalled(vault.store, ports, [note('three'), note('four')])
    vault.store.close()
    writeFileSync(join(dir, 'head'), older)
    const again = await reopened(dir, ports)
    expect(again.store.findings).toEqual([])
    expect(notesOf(again.store)).toHaveLength(4)
  })

  test('torn in the middle of its last write still tells by the slot before', async () => {
    for (let torn = 0; torn < 2; torn++) {
      const dir = await vaultWith(4)
      const head = readFileSync(join(dir, 'head'))
      head.fill(0, torn * 256 + 100, (torn + 1) * 256)
      writeFileSync(join(dir, 'head'), head)
      expect(await codesFound(dir)).toEqual([])
    }
  })
})

async function notesIn(dir: string): Promise<readonly string[] | 'damaged'> {
  const opened = await unlock(dir, ports)
  if (codeOf(opened) === 'vault-damaged') return 'damaged'
  const { store } = expectOk(opened)
  try {
    return notesOf(store)
  } catch (error) {
    if (/SQLITE_(?:CORRUPT|ERROR)/.test(String(error))) return 'damaged'
    throw error
  } finally {
    store.close()
  }
}

function flipped(bytes: Buffer): Buffer {
  const middle = Math.floor(bytes.length / 2)
  bytes.writeUInt8((bytes[middle] ?? 0) ^ 1, middle)
  return bytes
}
