/**
 * Brings a database of an older format to ours, step by step, each whole or not at all; a kill leaves the format before the step. First
 * a copy of the file is made beside it and read back: it stays until the vault was opened once more without a finding.
 */
import { constants, copyFileSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { flushFile, flushFolder } from '../vault/files.ts'
import type { Database } from './connection.ts'
import { formatTwo } from './migrations/002-indexes.ts'
import { openPageFile, pageSize } from './page-file.ts'

export interface Migration {
  /** As its file is called, for what is said where it fails. */
  readonly name: string
  readonly sql: string
}

/** From format 2 on; the first stands in 001-first.ts. A released one is never changed. */
export const migrations: readonly Migration[] = [{ name: '002-indexes', sql: formatTwo }]

const copyName = /^before-format-\d+$/

/** The copies of older formats that lie in a vault's folder. */
export const olderFormats = (dir: string): readonly string[] => readdirSync(dir).filter((name) => copyName.test(name))

/** The database must be closed and its write-ahead log empty. Throws where there is no room, or where what was written does not verify. */
export function copyBefore(path: string, key: Uint8Array, format: number): void {
  const copy = join(dirname(path), `before-format-${format}`)
  const beside = `${copy}.new`
  try {
    copyFileSync(path, beside, constants.COPYFILE_FICLONE)
    flushFile(beside)
    refuseOther(path, beside, key)
    renameSync(beside, copy)
    flushFolder(dirname(path))
  } catch (error) {
    rmSync(beside, { force: true })
    throw error
  }
}

const pagesAtOnce = 256

/** Every page verifies on the copy, or does not on the original either. */
function refuseOther(original: string, copy: string, key: Uint8Array): void {
  const [before, after] = [openPageFile(original, key), openPageFile(copy, key)]
  try {
    const pages = before.size() / pageSize
    for (let first = 1; first <= pages; first += pagesAtOnce) {
      const damaged = after.damaged(first, pagesAtOnce)
      if (damaged.length > 0 && damaged.join() !== before.damaged(first, pagesAtOnce).join())
        throw new Error('the copy differs')
    }
    if (after.size() !== before.size()) throw new Error('the copy differs')
  } finally {
    before.close()
    after.close()
  }
}

/** Throws where a step fails; what stood before it stands. */
export function runMigrations(db: Database, steps: readonly Migration[]): void {
  const format = Number(db.pragma('user_version', { simple: true }))
  for (const [index, { sql }] of steps.entries()) {
    const next = index + 2
    if (next <= format) continue
    db.exec('BEGIN IMMEDIATE')
    try {
      db.exec(sql)
      db.pragma(`user_version = ${next}`)
      db.exec('COMMIT')
    } catch (error) {
      rollBack(db)
      throw error
    }
  }
}

/** After SQLITE_FULL the transaction is rolled back already, and a second ROLLBACK would throw. */
export function rollBack(db: Database): void {
  try {
    db.exec('ROLLBACK')
  } catch {
    // Nothing was open any more.
  }
}
