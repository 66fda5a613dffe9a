/** A new data key: the same acts under it, killed at any step the old or the new vault, and nothing that was acknowledged lost. */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { fold } from '../../../shared/domain/case/fold.ts'
import { ok } from '../../../shared/kit/result.ts'
import { entriesOf } from '../../../electron/core/journal/journal.ts'
import { openDatabase } from '../../../electron/core/store/database.ts'
import { databaseKey, databasePath, type Store } from '../../../electron/core/store/store.ts'
import type { KeyFile } from '../../../electron/core/vault/key-file.ts'
import { readKeyFile, writeKeyFile, writeKeySlots } from '../../../electron/core/vault/key-slots.ts'
import { openWithPassphrase, wrapForSheet, wrapWithPassphrase } from '../../../electron/core/vault/key-wraps.ts'
import { newFilesFolder } from '../../../electron/core/vault/new-files.ts'
import { presentSheet } from '../../../electron/core/vault/recovery-sheet.ts'
import { reseal } from '../../../electron/core/vault/reseal.ts'
import { roomProblem } from '../../../electron/core/vault/rotate.ts'
import { checkVault } from '../../../electron/core/vault/check.ts'
import { recoverVault } from '../../../electron/core/vault/vault.ts'
import { copiedDesk, readyDesk, type TestDesk } from '../desk-fixture.ts'
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
  tempFolder,
  unlock,
} from '../vault-fixture.ts'
import { contentOf, factsOfVector } from '../../vectors/content.ts'

const ports = fixedPorts()
const newKey = Buffer.alloc(32, 7)
const patience = { timeout: 60_000, interval: 20 }

interface Begun {
  readonly dir: string
  readonly store: Store
  readonly recoveryKey: string
  readonly old: KeyFile
  readonly next: KeyFile
}

/** A vault with acts and a blob, and what its vault.json would say after the new key. */
async function begun(): Promise<Begun> {
  const dir = tempFolder()
  const { store, file, recoveryKey } = await newVault(dir, ports)
  journalled(store, ports, [opening, note('first'), note('second')])
  expectOk(store.commit((tx) => ok(factsOfVector(tx, fold(entriesOf(store, caseId))))))
  keepBlob(store, ports, Buffer.from('evidence'))
  const sheet = presentSheet(store, file)
  if (sheet === null) throw new Error('no sheet')
  const shown = { ...file, turn: file.turn + 1, dataKey: { id: idOf(0xdada), since: file.createdAt } }
  const typed = { passphrase, cost: file.passphrase, since: file.createdAt, device: null }
  const next: KeyFile = {
    ...shown,
    passphrase: await wrapWithPassphrase(newKey, shown, typed, ports.random),
    recovery: wrapForSheet(newKey, shown, sheet, file.recovery.since),
  }
  return { dir, store, recoveryKey, old: file, next }
}

/** Everything but the signatures of the log, which are of the key. */
const contentIn = (store: Store): string =>
  JSON.stringify(contentOf(store, caseId)).replaceAll(/"mac":"[^"]*"/g, '"mac":""')

/** The folder as a kill at this moment leaves it, opened in a folder of its own. */
async function afterKill(dir: string): Promise<{ key: Buffer; content: string; left: readonly string[] }> {
  const copy = join(tempFolder(), 'vault')
  cpSync(dir, copy, { recursive: true })
  writeFileSync(join(copy, 'lock'), '')
  const { store, file } = expectOk(await unlock(copy))
  const [content, checked] = [contentIn(store), checkVault(store)]
  store.close()
  expect([store.findings, checked.findings]).toEqual([[], []])
  expect(expectOk(readKeyFile(copy))).toEqual(file)
  const key = await openWithPassphrase(file, passphrase)
  if (key === null) throw new Error('does not open')
  return { key, content, left: readdirSync(copy).filter((name) => name.startsWith('new-key-')) }
}

/** All steps up to the rename that decides; gives the folder of each moment before it. */
function resealed({ dir, store, next }: Begun): readonly string[] {
  const moments: string[] = []
  const keep = (): void => {
    const moment = tempFolder()
    cpSync(dir, moment, { recursive: true })
    moments.push(moment)
  }
  for (const step of reseal({ store, newKey, id: next.dataKey.id, now: ports.now })) {
    expectOk(step)
    keep()
  }
  return moments
}

describe('killed', () => {
  test('before vault.json has the new key, the vault is as it was and nothing stays behind', async () => {
    const vault = await begun()
    const before = contentIn(vault.store)
    const half = tempFolder()
    cpSync(vault.dir, half, { recursive: true })
    mkdirSync(newFilesFolder(half, vault.next.dataKey.id))
    writeFileSync(databasePath(newFilesFolder(half, vault.next.dataKey.id)), 'half of one')
    for (const moment of [half, ...resealed(vault)]) {
      const { key, content, left } = await afterKill(moment)
      expect([key.equals(newKey), content, left]).toEqual([false, before, []])
    }
  })

  test('after it, the new files take their places, from wherever that stopped', async () => {
    const vault = await begun()
    const before = contentIn(vault.store)
    resealed(vault)
    const { dir, old, next } = vault
    const folder = newFilesFolder(dir, next.dataKey.id)
    const moments: readonly (() => void)[] = [
      () => writeKeySlots(dir, [old, next]),
      () => writeKeyFile(dir, next),
      () => {
        vault.store.close()
        // As before the close: the new files beside.
        expect(existsSync(folder)).toBe(false)
      },
    ]
    for (const moment of moments) {
      moment()
      const { key, content, left } = await afterKill(dir)
      expect([key.equals(newKey), content, left]).toEqual([true, before, []])
    }
  })

  test('between the renames of database and head, the head follows', async () => {
    const vault = await begun()
    const before = contentIn(vault.store)
    resealed(vault)
    const { dir, next } = vault
    const moment = tempFolder()
    cpSync(dir, moment, { recursive: true })
    writeKeyFile(moment, next)
    const folder = newFilesFolder(moment, next.dataKey.id)
    for (const end of ['-wal', '-shm']) expect(existsSync(`${databasePath(folder)}${end}`)).toBe(false)
    cpSync(databasePath(dir), join(moment, 'old.db'))
    renameSync(databasePath(folder), databasePath(moment))
    const wal = `${databasePath(moment)}-wal`
    if (existsSync(wal)) renameSync(wal, join(moment, 'gone'))
    const { key, content, left } = await afterKill(moment)
    expect([key.equals(newKey), content, left]).toEqual([true, before, []])
  })
})

test('a row of the log that was changed before gets no signature that would make it look whole', async () => {
  const vault = await begun()
  vault.store.db.exec("UPDATE log SET mac = 'AAAA' WHERE seq = 2")
  resealed(vault)
  writeKeyFile(vault.dir, vault.next)
  vault.store.close()
  const { store } = expectOk(await unlock(vault.dir))
  expect(checkVault(store).findings.map(({ code }) => code)).not.toEqual([])
  store.close()
})

test('it wants room for the database twice, and says how much is missing', () => {
  const gigabyte = 1_073_741_824
  expect(roomProblem(gigabyte, 3 * gigabyte)).toBeNull()
  expect(roomProblem(gigabyte, 2 * gigabyte)).toMatchObject({
    code: 'rotate-no-room',
    params: { need: '2112 MB', free: '2048 MB' },
  })
})

describe('from the desk', () => {
  async function openDesk(): Promise<TestDesk & { number: string }> {
    const desk = await copiedDesk()
    const { state, heads } = await desk.call('case.create', { title: 'Before the new key' })
    await desk.call('case.change', { number: state.number, heads: [...heads], command: { do: 'note', text: 'kept' } })
    return { ...desk, number: state.number }
  }
  const stateOf = async (desk: TestDesk) => (await desk.call('job.list', {}))[0]
  const ended = (desk: TestDesk): Promise<void> =>
    vi.waitFor(async () => {
      if ((await desk.refused('vault.info', {})) !== 'vault-locked') throw new Error('still going on')
    }, patience)

  test('the same passphrase and the same sheet open it afterwards, the old key opens nothing', async () => {
    const desk = await openDesk()
    const oldKey = await openWithPassphrase(expectOk(readKeyFile(desk.dir)), passphrase)
    const before = await desk.call('vault.keys', {})
    expect(await desk.refused('vault.rotate', { passphrase: 'not this one' })).toBe('passphrase-wrong')
    await desk.call('vault.rotate', { passphrase })
    await ended(desk)
    const file = expectOk(readKeyFile(desk.dir))
    const key = await openWithPassphrase(file, passphrase)
    if (key === null || oldKey === null) throw new Error('does not open')
    expect(key.equals(oldKey)).toBe(false)
    expect(codeOf(openDatabase(databasePath(desk.dir), databaseKey(oldKey)))).toBe('vault-damaged')
    await desk.call('vault.unlock', { passphrase })
    expect(JSON.stringify(await desk.call('case.show', { number: desk.number }))).toContain('"text":"kept"')
    expect(await desk.call('vault.check', {})).toMatchObject({ ok: true, findings: [] })
    const after = await desk.call('vault.keys', {})
    expect(after).toMatchObject({ passphraseSince: before.passphraseSince, recovery: before.recovery })
  })

  test('nothing is written meanwhile, and a cancelled one leaves the vault as it was', async () => {
    const desk = await openDesk()
    const before = readFileSync(join(desk.dir, 'vault.json'))
    const { id } = await desk.call('vault.rotate', { passphrase })
    expect(await desk.refused('case.create', { title: 'Meanwhile' })).toBe('vault-resealing')
    expect(await desk.refused('vault.passphrase', { current: passphrase, next: 'another passphrase' })).toBe(
      'vault-resealing',
    )
    expect(await desk.refused('vault.rotate', { passphrase })).toBe('vault-resealing')
    await desk.call('job.cancel', { id })
    expect((await stateOf(desk))?.state).toBe('cancelled')
    await desk.call('case.create', { title: 'Afterwards' })
    expect(readFileSync(join(desk.dir, 'vault.json')).equals(before)).toBe(true)
    desk.core.close()
    expect(readdirSync(desk.dir).filter((name) => name.startsWith('new-key-'))).toEqual([])
  })

  test('new files that cannot be made leave the vault as it was', async () => {
    const [made, broken] = [fixedPorts(), { on: false }]
    const desk = await readyDesk(undefined, { ...made, newId: () => (broken.on ? 'no/where' : made.newId()) })
    const before = readFileSync(join(desk.dir, 'vault.json'))
    broken.on = true
    await desk.call('vault.rotate', { passphrase })
    await vi.waitFor(async () => expect((await stateOf(desk))?.state).toBe('failed'), patience)
    expect((await stateOf(desk))?.problem).toMatchObject({ code: 'disk-failed', params: { detail: 'ENOENT' } })
    broken.on = false
    await desk.call('case.create', { title: 'Afterwards' })
    expect(readFileSync(join(desk.dir, 'vault.json')).equals(before)).toBe(true)
  })
})

test('the sheet that was printed before opens the vault under the new key', async () => {
  const vault = await begun()
  resealed(vault)
  writeKeyFile(vault.dir, vault.next)
  vault.store.close()
  const next = { recoveryKey: vault.recoveryKey, passphrase: 'another passphrase' }
  const { store } = expectOk(await recoverVault({ dir: vault.dir, trialOnly: false }, next, ports))
  expect(notesOf(store)).toEqual(['first', 'second'])
  store.close()
})
