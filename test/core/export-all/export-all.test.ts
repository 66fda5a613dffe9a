/** An export of everything is taken apart again by what its README says alone, and every case, entry, message and file is in it. */
import { createHash } from 'node:crypto'
import { createReadStream, existsSync, readFileSync, rmSync, statSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { extract } from 'tar-stream'
import { describe, expect, test, vi } from 'vitest'
import { blobPath } from '../../../electron/core/store/blobs.ts'
import type { Store } from '../../../electron/core/store/store.ts'
import { copiedDesk, textFile, type TestDesk } from '../desk-fixture.ts'
import { tempFolder } from '../vault-fixture.ts'

/** Threads are started and files are flushed: on a busy machine that takes many times as long. */
vi.setConfig({ testTimeout: 180_000 })

const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex')

/** JSON, keys sorted, no white space: as the README says, and not by the product's own function. */
function sorted(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sorted).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const fields = Object.entries(value).filter(([, field]) => field !== undefined)
  const texts = fields
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, field]) => `${JSON.stringify(key)}:${sorted(field)}`)
  return `{${texts.join(',')}}`
}

async function takenApart(path: string): Promise<ReadonlyMap<string, Buffer>> {
  const files = new Map<string, Buffer>()
  const reading = createReadStream(path).pipe(extract())
  for await (const entry of reading) {
    const pieces: Buffer[] = []
    for await (const piece of entry) pieces.push(Buffer.from(piece as Uint8Array))
    files.set(entry.header.name, Buffer.concat(pieces))
  }
  return files
}

interface Line {
  readonly skeleton: { readonly payloadHash: string; readonly case: string }
  readonly hash: string
  readonly salt: string
  readonly payload: unknown
}

const linesOf = (files: ReadonlyMap<string, Buffer>, folder: string): readonly Line[] =>
  [...files]
    .filter(([name]) => name.startsWith(folder))
    .flatMap(([, content]) => content.toString().split('\n').filter(Boolean))
    .map((line) => JSON.parse(line) as Line)

const mail = [
  'From: abuse@orchard.example',
  'To: cert@harrow.example',
  'Subject: Phishing at 203.0.113.77',
  'Message-ID: <1@orchard.example>',
  'Date: Sun, 22 Nov 2026 07:00:00 +0000',
  '',
  'A page at http://203.0.113.77/login imitates your bank.',
  '',
].join('\r\n')

async function worked(): Promise<{
  readonly desk: TestDesk
  readonly numbers: readonly string[]
  readonly store: Store
}> {
  const desk = await copiedDesk()
  const intake = await desk.call('intake.open', { file: textFile('../../report.eml', mail) })
  const numbers: string[] = []
  for (const title of ['=cmd|calc', 'Sinkhole "list"', 'Third']) {
    const { state } = await desk.call('case.create', { title })
    numbers.push(state.number)
  }
  const [number = ''] = numbers
  await desk.call('intake.attach', { exchange: intake.exchange.id, numbers: [number] })
  const { heads } = await desk.call('case.show', { number })
  await desk.call('case.change', { number, heads: [...heads], command: { do: 'note', text: 'Called the bank.' } })
  const evidence = { name: 'access.log', bytes: Buffer.alloc(1_300_000, 'evidence ') }
  await desk.call('case.evidence', { number, file: evidence, source: 'the bank' })
  const session = desk.core.session()
  if (session === null) throw new Error('the vault is locked')
  return { desk, numbers, store: session.store }
}

const out = (): string => join(tempFolder(), 'all.tar')
const wish = { reason: 'we move to another tool', code: 'mk' }
const count = (store: Store, table: string): number =>
  Number(store.db.prepare(`SELECT count(*) FROM ${table}`, { pluck: true }).get())

describe('an export of everything', () => {
  test('holds every case, entry, message, card, key and file, each with its hash', async () => {
    const { desk, numbers, store } = await worked()
    const path = out()
    const entries = count(store, 'entries')
    const blobs = count(store, 'blobs')
    const kinds = store.db.prepare('SELECT DISTINCT kind FROM records', { pluck: true }).all<string>()
    const done = await desk.call('export.all', { to: { grant: desk.grant(path, 'write') }, ...wish })
    expect(done).toMatchObject({ file: 'all.tar', bytes: statSync(path).size, sha256: sha256(readFileSync(path)) })
    expect(done).toMatchObject({ cases: 3, messages: 1, blobs })
    expect(statSync(path).mode & 0o077).toBe(0)
    const files = await takenApart(path)
    const manifest = JSON.parse(String(files.get('manifest.json'))) as {
      readonly because: string
      readonly exportedBy: { readonly code: string }
      readonly files: readonly { readonly name: string; readonly size: number; readonly sha256: string }[]
      readonly leftOut: readonly { readonly code: string; readonly text: string }[]
    }
    expect(manifest).toMatchObject({ because: wish.reason, exportedBy: { code: 'MK' } })
    expect(manifest.files.map(({ name }) => name).toSorted()).toEqual(
      [...files.keys()].filter((name) => name !== 'manifest.json').toSorted(),
    )
    for (const { name, size, sha256: hash } of manifest.files)
      expect([name, files.get(name)?.length, sha256(files.get(name) ?? '')]).toEqual([name, size, hash])
    expect([...files.keys()].filter((name) => name.startsWith('/') || name.split('/').includes('..'))).toEqual([])

    for (const number of numbers)
      expect(JSON.parse(String(files.get(`cases/${number}.json`)))).toMatchObject({ number })
    const table = String(files.get('cases.csv'))
    expect(table.split('\r\n').filter(Boolean)).toHaveLength(4)
    // What a spreadsheet would run is no formula any more.
    expect(table).toContain(`"'=cmd|calc"`)

    const journal = linesOf(files, 'journal/')
    expect(journal).toHaveLength(entries)
    for (const { skeleton, hash, salt, payload } of journal) {
      expect(sha256(sorted(skeleton))).toBe(hash)
      expect(sha256(`${salt}${sorted(payload)}`)).toBe(skeleton.payloadHash)
    }
    expect(JSON.stringify(journal)).toContain('Called the bank.')

    const message = [...files].filter(([name]) => name.startsWith('messages/'))
    expect(message.map(([, content]) => content.toString())).toEqual([mail])
    expect(message[0]?.[0]).toMatch(/\.eml$/)
    const evidence = files.get(`evidence/${numbers[0]}/001-access.log`)
    expect(evidence?.equals(Buffer.alloc(1_300_000, 'evidence '))).toBe(true)
    const kept = store.db.prepare('SELECT sha256 FROM blobs', { pluck: true }).all<string>()
    const written = new Set([...files.values()].map((content) => sha256(content)))
    expect(kept.filter((hash) => !written.has(hash))).toEqual([])

    const left = manifest.leftOut.map(({ text }) => text).join(' ')
    const elsewhere = ['card', 'key', 'exchange-line']
    for (const kind of kinds.filter((one) => !elsewhere.includes(one)))
      expect([kind, files.has(`records/${kind}.jsonl`) || left.includes(`"${kind}"`)]).toEqual([kind, true])
    expect([...files.keys()].filter((name) => /^keys\/[0-9A-F]+\.asc$/.test(name))).toHaveLength(2)
    expect([...files.keys()].filter((name) => /^cards\/.*\.kept\.json$/.test(name)).length).toBeGreaterThan(0)
  })

  test('holds no secret: no private key, no passphrase, no key of the vault', async () => {
    const { desk, store } = await worked()
    const path = out()
    await desk.call('export.all', { to: { grant: desk.grant(path, 'write') }, ...wish })
    const text = readFileSync(path, 'latin1')
    const blobKeys = store.db.prepare('SELECT key FROM blobs', { pluck: true }).all<string>()
    for (const secret of ['PRIVATE KEY', 'dropSecret', Buffer.from(store.vaultKey).toString('hex'), ...blobKeys])
      expect(text.includes(secret)).toBe(false)
  })

  test('goes only with a reason and the code of who is at the desk, and the vault keeps that it went', async () => {
    const { desk, store } = await worked()
    const path = out()
    const ask = (change: Partial<typeof wish>) =>
      desk.refused('export.all', { to: { grant: desk.grant(path, 'write') }, ...wish, ...change })
    expect(await ask({ reason: ' ' })).toBe('reason-needed')
    expect(await ask({ code: 'XY' })).toBe('gate.code-wrong')
    expect(existsSync(path)).toBe(false)
    const rows = (): number =>
      Number(store.db.prepare("SELECT count(*) FROM log WHERE kind = 'export.all'", { pluck: true }).get())
    expect(rows()).toBe(0)
    await desk.call('export.all', { to: { grant: desk.grant(path, 'write') }, ...wish, blobs: false })
    expect(rows()).toBe(1)
    const files = await takenApart(path)
    expect([...files.keys()].filter((name) => /^(?:messages|evidence|files)\//.test(name))).toEqual([])
  })

  test('leaves out a damaged file, says which, and has all the others', async () => {
    const { desk, numbers, store } = await worked()
    const { state } = await desk.call('case.show', { number: numbers[0] ?? '' })
    const [evidence] = state.evidence
    truncateSync(blobPath(store.dir, evidence?.blob ?? ''), 500_000)
    const path = out()
    const done = await desk.call('export.all', { to: { grant: desk.grant(path, 'write') }, ...wish })
    const name = `evidence/${numbers[0]}/001-access.log`
    expect(done.leftOut).toContainEqual({ code: 'export-file-damaged', params: { name } })
    const files = await takenApart(path)
    expect(files.has(name)).toBe(false)
    expect(done.blobs).toBe(count(store, 'blobs') - 1)
  })

  test('that cannot be written leaves nothing', async () => {
    const { desk } = await worked()
    const folder = tempFolder()
    const grant = desk.grant(join(folder, 'gone', 'all.tar'), 'write')
    expect(await desk.refused('export.all', { to: { grant }, ...wish })).toBe('write-failed')
    expect(existsSync(join(folder, 'gone'))).toBe(false)
    rmSync(folder, { recursive: true })
  })
})
