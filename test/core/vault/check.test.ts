/** The full check names what is wrong, each thing by itself, and says nothing where nothing is. */
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { fold } from '../../../shared/domain/case/fold.ts'
import { ok } from '../../../shared/kit/result.ts'
import { say } from '../../../shared/words/say.ts'
import { entriesOf } from '../../../electron/core/journal/journal.ts'
import { blobPath } from '../../../electron/core/store/blobs.ts'
import { databasePath, recordsOf, type Store } from '../../../electron/core/store/store.ts'
import { checkVault } from '../../../electron/core/vault/check.ts'
import {
  caseId,
  expectOk,
  fixedPorts,
  journalled,
  keepBlob,
  newVault,
  note,
  opening,
  reopened,
  tempFolder,
} from '../vault-fixture.ts'

const ports = fixedPorts()
const wordsOf = (store: Store) => recordsOf(store, 'word', z.object({ text: z.string() }))
const draftsOf = (store: Store) => recordsOf(store, 'draft', z.object({ text: z.string() }), { quiet: true })

/** A vault with something of everything, and the row that lists would show of its case. */
async function filled(): Promise<string> {
  const dir = tempFolder()
  const { store } = await newVault(dir, ports)
  journalled(store, ports, [opening, ...Array.from({ length: 120 }, (_, i) => note(`${i} ${'text '.repeat(40)}`))])
  const state = fold(entriesOf(store, caseId))
  expectOk(
    store.commit(({ db, ...tx }) => {
      wordsOf(store).put({ db, ...tx }, 'a', { text: 'as written' })
      draftsOf(store).put({ db, ...tx }, 'd', { text: 'draft' })
      db.prepare(
        "INSERT INTO cases (rowid, id, number, title, phase, updated_at, facts) VALUES (1, ?, ?, ?, ?, ?, '{}')",
      ).run([caseId, state?.number ?? '', state?.title ?? '', state?.phase ?? '', state?.updatedAt ?? ''])
      db.exec("INSERT INTO case_text (rowid, number, title, body) VALUES (1, '2026-MK-0001', 'Phishing page', 'text')")
      return ok(null)
    }),
  )
  keepBlob(store, ports, Buffer.alloc(5000, 'e'))
  store.close()
  return dir
}

const codes = (store: Store): readonly string[] => checkVault(store).findings.map(({ code }) => code)

test('a whole vault passes, and every check is named in words', async () => {
  const { store } = await reopened(await filled())
  const { ok: whole, findings, checked } = checkVault(store)
  expect(findings).toEqual([])
  expect(whole).toBe(true)
  expect(checked).toHaveLength(8)
})

describe('rows changed in the database', () => {
  const changes: readonly (readonly [string, string, readonly string[]])[] = [
    [
      'a payload',
      `UPDATE entries SET payload = '{"kind":"note.added","text":"forged"}' WHERE seq = 7`,
      ['damage-entry', 'damage-case-journal'],
    ],
    [
      'text that is no JSON',
      "UPDATE entries SET skeleton = '{' WHERE seq = 7",
      ['damage-entry', 'damage-case-journal'],
    ],
    ['a number by which lists search', 'UPDATE entries SET seq = 900 WHERE seq = 7', ['damage-entry']],
    [
      'entries that are gone',
      'DELETE FROM entries WHERE seq IN (7, 8)',
      ['damage-entries-missing', 'damage-case-journal'],
    ],
    [
      'a journal that ends before what lists show',
      "UPDATE cases SET updated_at = '2027-01-01T00:00:00.000Z'",
      ['damage-case-journal'],
    ],
    ['a record', `UPDATE records SET body = '{"text":"forged"}' WHERE kind = 'word'`, ['damage-record']],
    ['a title in the lists', "UPDATE cases SET title = 'x'", ['damage-case']],
    ['a case that is gone from the lists', 'DELETE FROM cases; DELETE FROM case_text WHERE rowid = 1', ['damage-case']],
    ['a case that no journal has', "UPDATE cases SET id = 'x'", ['damage-case', 'damage-case-journal']],
    ['a case that search does not know', 'DELETE FROM case_text WHERE rowid = 1', ['damage-case']],
    ['the time of a row of the log', "UPDATE log SET at = 'x' WHERE seq = 9", ['log-broken']],
    ['the end of the log', 'DELETE FROM log WHERE seq = (SELECT max(seq) FROM log)', ['vault-tail-lost']],
    ['the mark of the application', 'PRAGMA application_id = 7', ['damage-database']],
  ]
  test.each(changes)('%s', async (_, sql, expected) => {
    const { store } = await reopened(await filled())
    store.db.exec(sql)
    expect(codes(store).toSorted()).toEqual([...expected].toSorted())
    expect(checkVault(store).ok).toBe(false)
    for (const finding of checkVault(store).findings) expect(say('en', finding)).not.toMatch(/[{}]/)
  })
})

test('a missing and a damaged sealed file are named', async () => {
  const { store } = await reopened(await filled())
  const { id } = keepBlob(store, ports, Buffer.from('second'))
  rmSync(blobPath(store.dir, id))
  expect(checkVault(store).findings).toEqual([{ code: 'damage-blob', params: { blob: id } }])
  writeFileSync(blobPath(store.dir, id), 'nothing that was sealed')
  expect(codes(store)).toEqual(['damage-blob'])
})

test(
  'every page that is damaged shows, whichever it is, and the check never fails on it',
  { timeout: 60_000 },
  async () => {
    const dir = await filled()
    const whole = readFileSync(databasePath(dir))
    for (let page = 3; page < whole.length / 4096; page += 5) {
      const copy = tempFolder()
      cpSync(dir, copy, { recursive: true })
      const { store } = await reopened(copy, ports)
      // Under the open vault, as a failing disk would.
      const bytes = Buffer.from(whole)
      bytes.writeUInt8((bytes[page * 4096 + 50] ?? 0) ^ 1, page * 4096 + 50)
      writeFileSync(databasePath(copy), bytes)
      expect(codes(store)).toContain('damage-page')
      store.close()
    }
  },
)

test('bytes added behind the database show', async () => {
  const { store, dir } = await (async () => {
    const folder = await filled()
    return { ...(await reopened(folder)), dir: folder }
  })()
  store.db.pragma('wal_checkpoint(TRUNCATE)')
  writeFileSync(databasePath(dir), Buffer.alloc(4096, 1), { flag: 'a' })
  expect(codes(store)).toContain('damage-size')
})

test('a loss that an earlier opening found is listed for good, but is no damage of today', async () => {
  const dir = await filled()
  rmSync(join(dir, 'head'))
  const first = await reopened(dir, ports)
  expect(codes(first.store)).toEqual(['head-missing'])
  expect(checkVault(first.store).ok).toBe(false)
  first.store.close()
  const second = await reopened(dir, ports)
  expect(checkVault(second.store)).toMatchObject({
    ok: true,
    findings: [{ code: 'found-before', params: { finding: 'head-missing' } }],
  })
})

test('more than a hundred findings of a kind are counted, not listed', async () => {
  const { store } = await reopened(await filled())
  store.db.exec(`UPDATE entries SET payload = '{}'`)
  const { findings } = checkVault(store)
  expect(findings.filter(({ code }) => code === 'damage-entry')).toHaveLength(100)
  expect(findings).toContainEqual({ code: 'damage-more', params: { count: 21 } })
})
