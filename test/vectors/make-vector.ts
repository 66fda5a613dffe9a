/**
 * Writes test/vectors/2: a small trial vault, a backup and a drop in the format of today, with what is in them as JSON. Run once,
 * when a format is frozen (`node test/vectors/make-vector.ts`); it refuses to write over what it wrote.
 *
 * To make the next one: when a format or schema changes, add to the content whatever is new, let it write a folder with the next
 * number, and add that to the list in formats.test.ts. Earlier folders stay as they are: every later Signet must open them.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import type { Act } from '../../shared/domain/case/act.ts'
import type { CaseId, CopyId, Entry } from '../../shared/domain/case/entry.ts'
import { fold } from '../../shared/domain/case/fold.ts'
import { ok, type Result } from '../../shared/kit/result.ts'
import { backupVault } from '../../electron/core/backup/backup.ts'
import { toPortable } from '../../electron/core/journal/entry-hash.ts'
import { append, entriesOf, take } from '../../electron/core/journal/journal.ts'
import type { Ports } from '../../electron/core/ports.ts'
import { recordBlob, writeBlob } from '../../electron/core/store/blobs.ts'
import { chunksOf } from '../../electron/core/store/sealed-chunks.ts'
import type { Store, Tx } from '../../electron/core/store/store.ts'
import { sealDrop } from '../../electron/core/vault/drop.ts'
import { vaultFormat } from '../../electron/core/vault/key-file.ts'
import { createVault, type CreatedVault } from '../../electron/core/vault/vault.ts'
import { contentOf, factsOfVector } from './content.ts'

const folder = new URL(`${vaultFormat}/`, import.meta.url).pathname
const passphrase = 'a trial vault of format two'
const caseId = '018f0000-0000-7000-8000-00000000ca5e' as CaseId

let clock = Date.parse('2026-11-22T08:00:00.000Z')
let lastId = 0
const ports: Ports = {
  now: () => (clock += 1000),
  newId: () => `018f0000-0000-7000-8000-${String(++lastId).padStart(12, '0')}`,
  random: (bytes) => randomBytes(bytes),
  zone: 'Europe/Berlin',
  uptime: () => 1000,
  kdf: { memory: 8192, passes: 1, lanes: 1 },
  redeem: () => null,
  copy: () => undefined,
  keepDues: () => undefined,
}

const begin: readonly Act[] = [
  { kind: 'case.opened', number: '2026-MK-0001', title: 'Phishing page at 192.0.2.7', caseKind: 'incident' },
  { kind: 'field.set', field: 'severity', value: 'high', reason: null },
  { kind: 'field.set', field: 'rung', value: 4, reason: null },
  { kind: 'field.set', field: 'urgent', value: true, reason: 'press has asked' },
  { kind: 'note.added', text: 'Zürich rang: „die Seite ist noch da“ 😀' },
  { kind: 'task.added', task: 't1', text: 'Call back', due: '2026-11-23T09:00:00.000Z', owner: 'MK' },
  { kind: 'task.set', task: 't1', done: true },
  { kind: 'observable.set', type: 'ip', value: '192.0.2.7', state: 'confirmed', source: 'mail' },
  { kind: 'check.set', item: 'triage.occurred', state: 'done', reason: null },
  {
    kind: 'exchange.added',
    exchange: 'x1',
    direction: 'in',
    channel: 'email',
    partner: 'cert@example.org',
    subject: 'Phishing',
    sha256: '00',
  },
  { kind: 'response.made', channel: 'phone', note: 'told them' },
  { kind: 'wake.set', at: '2026-11-24T08:00:00.000Z', waitingFor: 'the provider' },
]
const ours: readonly Act[] = [
  { kind: 'field.set', field: 'owner', value: 'MK', reason: null },
  { kind: 'phase.set', phase: 'coordination', reason: 'enough is known', left: ['triage.extent'] },
]
const theirs: readonly Act[] = [
  { kind: 'field.set', field: 'owner', value: 'LN', reason: null },
  { kind: 'note.added', text: 'seen from the other copy' },
]

async function make(): Promise<void> {
  const vault = value(await createVault({ dir: `${folder}vault`, passphrase, trial: true }, ports))
  await fillVault(vault)
  const file = value(await backupVault(vault, `${folder}backup.signet`, ports))
  writeFileSync(`${folder}message.drop`, sealDrop(vault.file.dropKey, Buffer.from('a dropped message'), 'report.eml'))
  const keys = { passphrase, recoveryKey: vault.recoveryKey, dropSecret: vault.dropSecret }
  const content = {
    keys,
    caseId,
    backup: { sha256: file.sha256, entries: file.entries, at: file.at },
    ...contentOf(vault.store, caseId),
  }
  vault.store.close()
  writeFileSync(`${folder}content.json`, `${JSON.stringify(content, null, 2)}\n`)
}

async function fillVault({ store }: CreatedVault): Promise<void> {
  const evidence = readFileSync(new URL(import.meta.url))
  const blobs = [evidence, Buffer.alloc(0)].map((bytes) =>
    writeBlob(store.dir, ports.newId(), ports.random(32), chunksOf(bytes)),
  )
  for (const blob of blobs) value(store.commit((tx) => ok(recordBlob(tx, blob))))
  const [{ id, size, sha256 } = { id: '', size: 0, sha256: '' }] = blobs
  write(store, [...begin, { kind: 'evidence.added', blob: id, name: 'make.ts', size, sha256, source: 'this folder' }])
  const foreign = await fromOtherCopy(entriesOf(store, caseId))
  write(store, ours)
  value(store.commit((tx) => take(tx, store, caseId, foreign)))
  value(store.commit((tx) => ok(factsOfVector(tx, fold(entriesOf(store, caseId))))))
}

const write = (store: Store, acts: readonly Act[]): readonly Entry[] =>
  value(
    store.commit((tx: Tx) =>
      ok(
        append(
          tx,
          ports,
          { copy: store.copy as CopyId, actor: { code: 'MK', tier: 'N2', role: 'analyst' }, zone: 'Europe/Berlin' },
          { caseId, entries: entriesOf(store, caseId) },
          acts,
        ),
      ),
    ),
  )

/** What a colleague wrote on the same case without knowing of our last entries. */
async function fromOtherCopy(entries: readonly Entry[]): Promise<readonly unknown[]> {
  const dir = mkdtempSync(`${folder}other-`)
  const { store } = value(await createVault({ dir, passphrase, trial: true }, ports))
  value(store.commit((tx) => take(tx, store, caseId, entries.map(toPortable))))
  write(store, theirs)
  const all = entriesOf(store, caseId).map(toPortable)
  store.close()
  rmSync(dir, { recursive: true })
  return all
}

function value<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.value
}

if (existsSync(folder)) throw new Error(`the vectors of format ${vaultFormat} are frozen`)
mkdirSync(folder)
await make()
