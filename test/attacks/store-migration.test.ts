/** A vault on its way to a newer format, killed and failed in the middle: it is of one format or the other, whole, and a copy of before stands by. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { beforeEach, describe, expect, test } from 'vitest'
import { formatOf, openDatabase, schemaVersion } from '../../electron/core/store/database.ts'
import { databaseKey, databasePath, openStore, type Opening } from '../../electron/core/store/store.ts'
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
  tempFolder,
} from '../core/vault-fixture.ts'
import { furtherFormat, furtherSteps } from './further-steps.ts'

const child = fileURLToPath(new URL('migrating-child.ts', import.meta.url))
const ports = fixedPorts()

let vault: Opening
let notes: readonly string[]

beforeEach(async () => {
  const { store } = await newVault(tempFolder(), ports)
  journalled(store, ports, [opening, ...Array.from({ length: 60 }, (_, at) => note(`${at} ${'word '.repeat(80)}`))])
  notes = notesOf(store)
  vault = { dir: store.dir, copy: store.copy, vaultKey: store.vaultKey, now: ports.now }
  store.close()
})

const copies = (dir: string): readonly string[] => readdirSync(dir).filter((name) => name.startsWith('before-format'))

/** Whole, and of the format that is said. */
function expectWhole(opened: Opening, format: number): void {
  const store = expectOk(openStore(opened))
  try {
    expect({ findings: store.findings, format: formatOf(store.db) }).toEqual({ findings: [], format })
    expect(notesOf(store)).toEqual(notes)
    expect(checkVault(store, backupChecks).findings).toEqual([])
  } finally {
    store.close()
  }
}

test(
  'killed at any moment, it opens again as what it was or what it was to be, and nothing is lost',
  { timeout: 300_000 },
  async () => {
    const formats = new Set<number>()
    for (let round = 0; round < 12; round++) {
      const dir = join(tempFolder(), 'vault')
      cpSync(vault.dir, dir, { recursive: true })
      await killedWhileMigrating(dir, round * 12)
      const format = formatIn(dir)
      formats.add(format)
      // By the Signet that began it, and by the one before where it had not come further.
      if (format === schemaVersion) expectWhole({ ...vault, dir }, schemaVersion)
      expectWhole({ ...vault, dir, migrations: furtherSteps }, furtherFormat)
      expect(readdirSync(dir).filter((name) => name.endsWith('.new'))).toEqual([])
    }
    expect([...formats].every((format) => format >= schemaVersion && format <= furtherFormat)).toBe(true)
  },
)

/** After `milliseconds` in which it works, or sooner where it is done. */
async function killedWhileMigrating(dir: string, milliseconds: number): Promise<void> {
  const key = Buffer.from(vault.vaultKey).toString('hex')
  const working = spawn(process.execPath, [child, dir, vault.copy, key], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(working, 'close')
  await once(working.stdout, 'data')
  await Promise.race([sleep(milliseconds), once(working.stdout, 'data')])
  working.kill('SIGKILL')
  await ended
}

/** Of the copy, so that looking changes nothing. */
function formatIn(dir: string): number {
  const copy = tempFolder()
  for (const end of ['', '-wal'])
    if (existsSync(databasePath(dir) + end)) cpSync(databasePath(dir) + end, databasePath(copy) + end)
  const db = expectOk(
    openDatabase(databasePath(copy), databaseKey(vault.vaultKey), { migrations: furtherSteps, readOnly: true }),
  )
  const format = formatOf(db)
  db.close()
  return format
}

describe('a step that fails', () => {
  const broken = [
    ...furtherSteps,
    { name: 'third', sql: 'CREATE TABLE three (a TEXT) STRICT; INSERT INTO none VALUES (1)' },
  ]

  test('leaves the steps before it, says so, and leaves the copy of before', () => {
    const refused = openStore({ ...vault, migrations: broken })
    expect(refused).toMatchObject({ problem: { code: 'migration-failed', params: { format: furtherFormat + 1 } } })
    expect(copies(vault.dir)).toEqual([`before-format-${furtherFormat + 1}`])
    expect(formatIn(vault.dir)).toBe(furtherFormat)
    expectWhole({ ...vault, migrations: furtherSteps }, furtherFormat)
  })

  test('is no way out of the vault: the copy of before opens in its place', () => {
    expect(codeOf(openStore({ ...vault, migrations: broken }))).toBe('migration-failed')
    const [copy = ''] = copies(vault.dir)
    writeFileSync(databasePath(vault.dir), readFileSync(join(vault.dir, copy)))
    expectWhole(vault, schemaVersion)
  })
})

test('a newer format is refused by the earlier Signet and not changed, also to be read', () => {
  expectWhole({ ...vault, migrations: furtherSteps }, furtherFormat)
  const before = readFileSync(databasePath(vault.dir))
  expect(codeOf(openStore(vault))).toBe('vault-newer')
  expect(codeOf(openStore({ ...vault, readOnly: true }))).toBe('vault-newer')
  expect(readFileSync(databasePath(vault.dir)).equals(before)).toBe(true)
})

test('only read, it is brought to the newer format elsewhere, and stays what it is here', () => {
  const before = readFileSync(databasePath(vault.dir))
  expectWhole({ ...vault, readOnly: true, migrations: furtherSteps }, furtherFormat)
  expect(readFileSync(databasePath(vault.dir)).equals(before)).toBe(true)
  expect(copies(vault.dir)).toEqual([])
})

test('the copy of before stays for one opening more, and goes with the next that finds nothing', () => {
  expectWhole({ ...vault, migrations: furtherSteps }, furtherFormat)
  expect(copies(vault.dir)).toEqual([`before-format-${furtherFormat}`])
  expectWhole({ ...vault, migrations: furtherSteps }, furtherFormat)
  expect(copies(vault.dir)).toEqual([])
})
