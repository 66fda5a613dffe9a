/** A real vault in a temporary folder that goes away after the test: cheap key derivation, fixed clock, counted ids. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Act } from '../../shared/domain/case/act.ts'
import type { CaseId, CopyId, Entry } from '../../shared/domain/case/entry.ts'
import { ok, type Result } from '../../shared/kit/result.ts'
import type { Saying } from '../../shared/words/say.ts'
import { append, entriesOf, type Author } from '../../electron/core/journal/journal.ts'
import type { Ports } from '../../electron/core/ports.ts'
import { recordBlob, writeBlob, type BlobRef } from '../../electron/core/store/blobs.ts'
import { chunksOf } from '../../electron/core/store/sealed-chunks.ts'
import type { Store } from '../../electron/core/store/store.ts'
import { createVault, unlockVault, type CreatedVault, type OpenVault } from '../../electron/core/vault/vault.ts'

export const passphrase = 'correct horse battery staple'

export function tempFolder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'signet-test-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  return dir
}

/** UUIDv7 in shape and variant; the number stands at the end. */
export const idOf = (number: number): string => `018f0000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`

export interface FixedPorts extends Ports {
  /** Lets the machine run on, which no setting of the clock does; seconds. */
  readonly runOn: (seconds: number) => void
  /** Moves the clock that the vault is told; milliseconds, may be negative. */
  readonly moveClock: (by: number) => void
}

export function fixedPorts(start = '2026-11-22T08:00:00.000Z', firstId = 1): FixedPorts {
  let now = Date.parse(start)
  let id = firstId
  let uptime = 1000
  return {
    now: () => now,
    uptime: () => uptime,
    runOn: (seconds) => {
      uptime += seconds
    },
    moveClock: (by) => {
      now += by
    },
    newId: () => idOf(id++),
    random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
    zone: 'Europe/Berlin',
    kdf: { memory: 8192, passes: 1, lanes: 1 },
    redeem: () => null,
    copy: () => undefined,
    keepDues: () => undefined,
  }
}

export function expectOk<T>(result: Result<T, Saying>): T {
  if (!result.ok) throw new Error(`refused: ${result.problem.code} ${JSON.stringify(result.problem.params)}`)
  return result.value
}

export const codeOf = (result: Result<unknown, Saying>): string | null => (result.ok ? null : result.problem.code)

export async function newVault(dir: string, ports: Ports = fixedPorts()): Promise<CreatedVault> {
  const vault = expectOk(await createVault({ dir, passphrase, trial: true }, ports))
  onTestFinished(() => closeTwice(vault.store))
  return vault
}

export const unlock = (
  dir: string,
  ports: Ports = fixedPorts(),
  typed = passphrase,
): Promise<Result<OpenVault, Saying>> => unlockVault({ dir, trialOnly: false }, typed, ports)

/** Opens it again from disk and closes it after the test. */
export async function reopened(dir: string, ports: Ports = fixedPorts()): Promise<OpenVault> {
  const vault = expectOk(await unlock(dir, ports))
  onTestFinished(() => closeTwice(vault.store))
  return vault
}

/** A test may have closed it itself. */
function closeTwice(store: Store): void {
  try {
    store.close()
  } catch {
    // Closed already.
  }
}

export const caseId = idOf(0xca5e) as CaseId

export const authorOn = (store: Pick<Store, 'copy'>, code = 'MK'): Author => ({
  copy: store.copy as CopyId,
  actor: { code, tier: 'N2', role: 'analyst' },
  zone: 'Europe/Berlin',
})

export const opening: Act = {
  kind: 'case.opened',
  number: '2026-MK-0001',
  title: 'Phishing page',
  caseKind: 'incident',
}
export const note = (text: string): Act => ({ kind: 'note.added', text })

/** Journals acts of one case as the desk would: on the heads of what is there, one commit. */
export function journalled(store: Store, ports: Ports, acts: readonly Act[], id = caseId): readonly Entry[] {
  const entries = entriesOf(store, id)
  return expectOk(store.commit((tx) => ok(append(tx, ports, authorOn(store), { caseId: id, entries }, acts))))
}

export function keepBlob(store: Store, ports: Ports, bytes: Uint8Array): BlobRef {
  const written = writeBlob(store.dir, ports.newId(), ports.random(32), chunksOf(bytes))
  return expectOk(store.commit((tx) => ok(recordBlob(tx, written))))
}

export const notesOf = (store: Store, id = caseId): readonly string[] =>
  entriesOf(store, id).flatMap(({ payload }) => (payload?.kind === 'note.added' ? [payload.text] : []))
