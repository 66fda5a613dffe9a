/** Of a damaged backup what is left can be looked at: whole chunks are shown as they were, the rest is told, and nothing of it is restored. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { say } from '../../../shared/words/say.ts'
import { openBackupFile, writeBackupFile } from '../../../electron/core/backup/backup-file.ts'
import { verifyBackup } from '../../../electron/core/backup/backup.ts'
import { findChunks, type SealedStream } from '../../../electron/core/backup/whole-chunks.ts'
import { fillVault } from '../../../electron/core/cases/fill.ts'
import { everything as exported, newTally } from '../../../electron/core/export-all/everything.ts'
import { headOf } from '../../../electron/core/store/part-head.ts'
import { readerOver, sealChunk } from '../../../electron/core/store/sealed-chunks.ts'
import type { KeyFile } from '../../../electron/core/vault/key-file.ts'
import { analyst, passphrase, plainDesk } from '../../hard/plain-desk.ts'
import { cliIn } from '../cli/cli-fixture.ts'
import { expectOk } from '../vault-fixture.ts'
import { contentIn, leftOf, type Content, type LeftOf } from './left-backup.ts'

/** Threads are started and files are flushed: on a busy machine that takes many times as long. */
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

const MB = 1_048_576
const sealed = MB + 16

let folder = ''
let whole: Buffer
let content: Content
let keys: { readonly file: KeyFile; readonly backupKey: Uint8Array }
let madeAt = ''

/** A database of some chunks, then sealed files of less than one and of more. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'signet-left-'))
  const desk = plainDesk(join(folder, 'vault'))
  await desk.call('vault.create', { passphrase, analyst, zone: 'Europe/Madrid', trial: true })
  const session = desk.core.session()
  if (session === null) throw new Error('locked')
  await fillVault(session, { cases: 240, entries: 2_400, seed: 7, progress: async () => undefined })
  const { rows } = await desk.call('queue.window', { order: 'policy', from: 0, count: 6 })
  for (const [n, { number }] of rows.entries()) {
    const file = { name: `disk-${n}.img`, bytes: Buffer.alloc(n === 2 ? 2_500_000 : 700_000, `evidence ${n} `) }
    await desk.call('case.evidence', { number, file, source: 'the server room' })
  }
  const path = join(folder, 'whole.sgb')
  keys = { file: session.file, backupKey: session.backupKey }
  const { at } = await desk.call('vault.backup', { to: { grant: desk.grant(path, 'write') } })
  madeAt = at
  desk.close()
  whole = readFileSync(path)
  content = await contentIn(path, place())
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

const body = (): number => 16 + 4 + whole.readUInt32BE(16) + 16
const chunkAt = (number: number): number => body() + number * sealed
const chunk = (number: number): Buffer => whole.subarray(chunkAt(number), chunkAt(number + 1))
const count = (): number => Math.ceil((whole.length - body()) / sealed)

function changed(change: (copy: Buffer) => void): Buffer {
  const copy = Buffer.from(whole)
  change(copy)
  return copy
}
const flipped = (...places: readonly number[]): Buffer =>
  changed((copy) => {
    for (const at of places) copy[at] = (copy[at] ?? 0) ^ 1
  })
const inOrder = (...numbers: readonly number[]): Buffer =>
  Buffer.concat([whole.subarray(0, body()), ...numbers.map(chunk)])
const numbers = (): number[] => Array.from({ length: count() }, (_, at) => at)

const place = (): string => join(folder, 'place', 'vault')

function damaged(bytes: Buffer): string {
  const path = join(folder, 'damaged.sgb')
  writeFileSync(path, bytes)
  return path
}

/** Whatever comes of it: nothing is shown otherwise than it was, nothing is left, the file stays as it is. */
async function lookAt(bytes: Buffer): Promise<LeftOf> {
  const path = damaged(bytes)
  const left = await leftOf(path, place(), content)
  expect(left.bad).toEqual([])
  expect(readdirSync(join(folder, 'place'))).toEqual([])
  expect(readFileSync(path).equals(bytes)).toBe(true)
  return left
}

const codesOf = ({ findings }: LeftOf): readonly string[] => findings.map(({ code }) => code)
const [allCases, allFiles] = [240, 6]

const everything = (left: LeftOf): void => {
  expect(left.refused).toBeNull()
  expect(codesOf(left)).toEqual(['backup-left-all'])
  expect([left.listed.length, left.whole.length, left.blobs.length]).toEqual([allCases, allCases, allFiles])
}

describe('of a backup', () => {
  test('with a flipped byte in the middle of its database all but that megabyte is shown, and the loss is told', async () => {
    const left = await lookAt(flipped(chunkAt(1) + 50_000))
    expect(left.findings[0]).toEqual({ code: 'backup-left', params: { unread: 1, total: count(), files: 0 } })
    expect(left.at).toBe(madeAt)
    expect(left.listed.length).toBeGreaterThan(100)
    expect(left.whole.length).toBeGreaterThan(100)
    expect(left.blobs).toHaveLength(allFiles)
  })

  test('with a hit in a sealed file every case reads, and so does every other file', async () => {
    const left = await lookAt(flipped(chunkAt(5) + 50_000))
    expect(left.findings).toEqual([
      { code: 'backup-left', params: { unread: 1, total: count(), files: allFiles - left.blobs.length } },
    ])
    expect([left.listed.length, left.whole.length]).toEqual([allCases, allCases])
    expect(left.blobs.length).toBeGreaterThan(2)
  })

  test('with a zeroed megabyte two chunks are missing and told', async () => {
    const left = await lookAt(changed((copy) => copy.fill(0, chunkAt(5) + 1_000, chunkAt(6) + 1_000)))
    expect(left.findings[0]).toMatchObject({ code: 'backup-left', params: { unread: 2, total: count() } })
    expect(left.whole).toHaveLength(allCases)
    expect(left.blobs.length).toBeGreaterThan(1)
  })

  test('cut in its files the cases read and the files before the cut, and it says that its end is missing', async () => {
    for (const bytes of [whole.subarray(0, chunkAt(7) + 60_000), whole.subarray(0, chunkAt(7))]) {
      const left = await lookAt(bytes)
      expect(codesOf(left)).toEqual(['backup-left-cut', 'backup-left-day', 'head-missing'])
      const params = { unread: count() - 7, total: count(), files: allFiles - left.blobs.length }
      expect(left.findings[0]).toEqual({ code: 'backup-left-cut', params })
      expect([left.listed.length, left.whole.length]).toEqual([allCases, allCases])
      expect(left.blobs.length).toBeGreaterThan(1)
    }
  })

  test('cut in its database the cases before the cut are listed', async () => {
    const left = await lookAt(whole.subarray(0, chunkAt(3) + 60_000))
    expect(codesOf(left)).toEqual(expect.arrayContaining(['backup-left-cut', 'damage-size']))
    expect(left.whole.length).toBeGreaterThan(200)
    expect(left.blobs).toEqual([])
  })

  test('with a damaged manifest everything but its own megabyte reads, and that its day does not', async () => {
    const left = await lookAt(flipped(whole.length - 100))
    expect(codesOf(left)).toEqual(['backup-left-cut', 'backup-left-day', 'head-missing'])
    expect(left.findings[0]).toMatchObject({ params: { unread: 1, total: count() } })
    expect(left.whole).toHaveLength(allCases)
    expect(left.blobs.length).toBeGreaterThanOrEqual(allFiles - 2)
  })

  test('with damage in a file and in the manifest the files after the gap are found by what the database says', async () => {
    const left = await lookAt(flipped(chunkAt(4) + 100, whole.length - 100))
    expect(left.findings[0]).toMatchObject({ code: 'backup-left-cut', params: { unread: 2 } })
    expect(left.whole).toHaveLength(allCases)
    expect(left.blobs.length).toBeGreaterThanOrEqual(2)
  })

  test('with chunks in another order, doubled, or with something added, everything reads', async () => {
    const last = count() - 1
    const orders = [
      [0, 2, 1, ...numbers().slice(3)],
      [1, 0, ...numbers().slice(2)],
      [...numbers().slice(0, 5), 4, ...numbers().slice(5)],
      [...numbers().slice(0, last - 1), last, last - 1],
      [...numbers(), last],
    ]
    for (const order of orders) everything(await lookAt(inOrder(...order)))
    everything(await lookAt(Buffer.concat([whole, Buffer.alloc(5_000, 7)])))
  })

  test('that lacks a chunk all the others are in their places', async () => {
    const left = await lookAt(inOrder(...numbers().filter((number) => number !== 5)))
    expect(left.findings[0]).toMatchObject({ code: 'backup-left', params: { unread: 1, total: count() } })
    expect(left.whole).toHaveLength(allCases)
    expect(left.blobs.length).toBeGreaterThan(2)
  })

  test('whose header is damaged in one of its two copies everything reads', async () => {
    everything(await lookAt(flipped(16 + 4 + 200)))
  })

  test('without its first chunk, its salt or its header nothing reads, and it says so; a wrong passphrase is told from that', async () => {
    const refusals = [
      [flipped(chunkAt(0) + 100), 'backup-none-left'],
      [flipped(body() - 3), 'backup-none-left'],
      [whole.subarray(0, body()), 'backup-none-left'],
      [changed((copy) => copy.fill(0, 100, body() - 16)), 'backup-damaged'],
      [flipped(3), 'backup-none'],
    ] as const
    for (const [bytes, code] of refusals) expect((await lookAt(bytes)).refused?.code).toBe(code)
    const desk = plainDesk(place())
    const grant = desk.grant(damaged(flipped(chunkAt(5))), 'read')
    const answer = await desk.reply('vault.look', { from: { grant, name: 'b' }, passphrase: 'not this one' })
    expect(answer).toMatchObject({ ok: false, problem: { code: 'backup-passphrase' } })
    desk.close()
  })
})

describe('what is left of a damaged backup', () => {
  test('is never restored or called whole; the refusal names the way to look at it, and the file need not be chosen again', async () => {
    const desk = plainDesk(place())
    const from = { grant: desk.grant(damaged(flipped(chunkAt(5))), 'read'), name: 'b' }
    const refused = await desk.reply('vault.restore', { from, passphrase })
    expect(refused).toMatchObject({ ok: false, problem: { code: 'backup-damaged' } })
    expect(refused.ok ? '' : say('en', refused.problem)).toContain('read-only')
    expect(readdirSync(join(folder, 'place'))).toEqual([])
    const { readOnly } = await desk.call('vault.look', { from, passphrase })
    expect(readOnly).not.toBeNull()
    expect(await desk.reply('case.create', { title: 'not here' })).toMatchObject({
      problem: { code: 'vault-read-only' },
    })
    desk.close()
    const verified = await verifyBackup(join(folder, 'damaged.sgb'), passphrase, folder)
    expect(verified).toMatchObject({ ok: false, problem: { code: 'backup-damaged' } })
    expect(readdirSync(join(folder, 'place'))).toEqual([])
  })

  test('closes no open vault where nothing of it opens', async () => {
    const desk = plainDesk(join(folder, 'vault'))
    await desk.call('vault.unlock', { passphrase })
    const from = { grant: desk.grant(damaged(flipped(chunkAt(0))), 'read'), name: 'b' }
    expect((await desk.reply('vault.look', { from, passphrase })).ok).toBe(false)
    expect((await desk.call('me.show', {})).readOnly).toBeNull()
    desk.close()
  })

  test('can be read out as open formats, with what does not read named; the release itself needs a vault that keeps it', async () => {
    const desk = plainDesk(place())
    const from = { grant: desk.grant(damaged(flipped(chunkAt(5))), 'read'), name: 'b' }
    const { findings } = await desk.call('vault.look', { from, passphrase })
    const session = desk.core.session()
    if (session === null) throw new Error('locked')
    const tally = newTally()
    const names: string[] = []
    for await (const { name } of exported(session, { blobs: true, because: 'to save it' }, tally)) names.push(name)
    expect(tally.cases).toBe(allCases)
    const lost = tally.leftOut.filter(({ code }) => code === 'export-file-damaged')
    expect(lost).toHaveLength(Number(findings[0]?.params['files']))
    expect(tally.blobs).toBe(allFiles - lost.length)
    expect(names).toContain('manifest.json')
    const to = { grant: desk.grant(join(folder, 'all.tar'), 'write') }
    const wish = { to, reason: 'to save it', code: analyst.code, blobs: true }
    expect(await desk.reply('export.all', wish)).toMatchObject({ problem: { code: 'vault-read-only' } })
    desk.close()
  })
})

test('the command line lists what is left of a backup, ends with 1 where something is missing, and leaves nothing', async () => {
  const cli = cliIn(folder)
  const env = { SIGNET_VAULT: 'place/vault', SIGNET_PASSPHRASE: passphrase }
  damaged(flipped(chunkAt(5)))
  const left = await cli(['vault', 'look', 'damaged.sgb', '--limit', '3', '--json'], { env })
  expect(left.code).toBe(1)
  expect(left.json).toMatchObject({ schema: 'signet.backup-look/1', at: madeAt, total: allCases })
  expect(left.json['cases']).toHaveLength(3)
  expect(left.json['findings']?.map(({ code }) => code)).toEqual(['backup-left'])
  const intact = await cli(['vault', 'look', 'whole.sgb'], { env })
  expect({ code: intact.code, err: intact.err }).toEqual({ code: 0, err: '' })
  const restored = await cli(['vault', 'restore', 'damaged.sgb', 'place/new'], { env })
  expect({ code: restored.code, isTold: restored.err.includes('vault look') }).toEqual({ code: 1, isTold: true })
  expect(readdirSync(join(folder, 'place'))).toEqual([])
})

describe('a backup that somebody made to do harm', () => {
  /** With its key, so that every chunk opens. */
  function forged(pieces: readonly Buffer[]): Buffer {
    const path = join(folder, 'forged.sgb')
    writeBackupFile(path, { ...keys, salt: Buffer.alloc(16, 9) }, readerOver(pieces.values()))
    return readFileSync(path)
  }

  test('with sizes beyond all disks or names that lead out of its folder ends soon, and writes nothing anywhere', async () => {
    const before = readdirSync(folder)
    const bodies = [
      [headOf('vault.db', 2 ** 52), Buffer.alloc(3 * MB, 1)],
      [headOf('../../vault.db', 10), Buffer.alloc(MB, 1)],
      [headOf('vault.db', 100), Buffer.alloc(100, 1), headOf('blob/../../../x', 5), Buffer.from('hello')],
      [headOf('vault.db', 0), headOf('manifest', 2 ** 52), Buffer.from('{}')],
      [headOf('vault.db', 0), headOf('manifest', 2), Buffer.from('{}')],
    ]
    for (const pieces of bodies) {
      const left = await lookAt(forged(pieces))
      expect(left.refused?.code).toMatch(/^backup-(?:none-left|left-closed)$/)
    }
    expect(readdirSync(folder).toSorted()).toEqual([...before, 'forged.sgb'].toSorted())
  })

  test('with a short chunk within its database ends as well', async () => {
    const begun = forged([headOf('vault.db', 3 * MB), Buffer.alloc(10, 1)])
    const { key, bounds, from } = sealedStream('forged.sgb')
    const bound = bounds[0] ?? ''
    const chunks = [headOf('vault.db', 3 * MB), headOf('manifest', 0), Buffer.alloc(MB, 1)].map((bytes, number) =>
      sealChunk(
        { key, bound, number, isLast: number === 1 },
        number === 0 ? Buffer.concat([bytes, Buffer.alloc(MB - bytes.length)]) : bytes,
      ),
    )
    const left = await lookAt(Buffer.concat([begun.subarray(0, from), ...chunks]))
    expect(left.refused?.code).toBe('backup-left-closed')
  })
})

function sealedStream(name: string): SealedStream {
  const opened = expectOk(openBackupFile(join(folder, name)))
  onTestFinished(opened.close)
  return opened.sealed(keys.backupKey)
}

test('a medium that fails in places gives the chunks between', () => {
  const stream = sealedStream('whole.sgb')
  const failing = (at: number, length: number): Buffer => {
    if (at === chunkAt(2)) throw Object.assign(new Error('failing'), { code: 'EIO' })
    return stream.read(at, length)
  }
  const chunks = findChunks({ ...stream, read: failing }, () => undefined)
  expect(chunks).toMatchObject({ count: count() - 1, reach: count(), hasEnd: true })
})
