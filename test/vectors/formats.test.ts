/**
 * Every format that was ever released still opens, and holds what it held: a fold may say more than it did then, never less or other.
 * make-vector.ts says how the next one is made.
 */
import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { CaseId } from '../../shared/domain/case/entry.ts'
import { restoreBackup, verifyBackup } from '../../electron/core/backup/backup.ts'
import { checkVault } from '../../electron/core/vault/check.ts'
import { openDrop } from '../../electron/core/vault/drop.ts'
import { recoverVault } from '../../electron/core/vault/vault.ts'
import { expectOk, fixedPorts, tempFolder, unlock } from '../core/vault-fixture.ts'
import { contentOf } from './content.ts'

const contentSchema = z.looseObject({
  keys: z.object({ passphrase: z.string(), recoveryKey: z.string(), dropSecret: z.string() }),
  caseId: z.string().transform((id) => id as CaseId),
  backup: z.object({ sha256: z.string(), entries: z.int(), at: z.string() }),
})

describe.each([1, 2])('format %i', (format) => {
  const folder = new URL(`${format}/`, import.meta.url).pathname
  const { keys, caseId, backup, ...expected } = contentSchema.parse(
    JSON.parse(readFileSync(`${folder}content.json`, 'utf8')),
  )
  const ports = fixedPorts()

  /** Opening writes to a vault, so the vector itself is never opened. */
  function copied(): string {
    const dir = join(tempFolder(), 'vault')
    cpSync(`${folder}vault`, dir, { recursive: true })
    return dir
  }

  test('opens by its passphrase, is whole, and folds to what it folded to, hash by hash', async () => {
    const { store } = expectOk(await unlock(copied(), ports, keys.passphrase))
    expect(checkVault(store)).toMatchObject({ ok: true, findings: [] })
    expect(JSON.parse(JSON.stringify(contentOf(store, caseId)))).toMatchObject(expected)
    const found = store.db.prepare("SELECT rowid FROM case_text WHERE case_text MATCH 'zurich'", { pluck: true }).all()
    expect(found).toEqual([1])
    store.close()
  })

  test('opens by its printed recovery key', async () => {
    const { recoveryKey, passphrase } = keys
    const recovered = expectOk(
      await recoverVault({ dir: copied(), trialOnly: true }, { recoveryKey, passphrase }, ports),
    )
    expect(recovered.store.findings).toEqual([])
    recovered.store.close()
  })

  test('its backup verifies and restores to the same', async () => {
    const file = `${folder}backup.signet`
    expect(expectOk(await verifyBackup(file, keys.passphrase, tempFolder()))).toMatchObject(backup)
    const dir = join(tempFolder(), 'restored')
    expectOk(await restoreBackup(file, dir, keys.recoveryKey))
    const { store } = expectOk(await unlock(dir, ports, keys.passphrase))
    expect(JSON.parse(JSON.stringify(contentOf(store, caseId)))).toMatchObject(expected)
    store.close()
  })

  test('its drop opens', () => {
    expect(openDrop(keys.dropSecret, readFileSync(`${folder}message.drop`))).toEqual({
      name: 'report.eml',
      bytes: Buffer.from('a dropped message'),
    })
  })
})
