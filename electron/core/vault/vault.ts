/** Creates a vault, opens one by passphrase, and by printed recovery key. */
import { generateKeyPairSync } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import type { Ports } from '../ports.ts'
import { createStore, openStore, type Store, type Tx } from '../store/store.ts'
import { attemptsOf } from './attempts.ts'
import { costFor } from './calibrate.ts'
import { refusePassphrase, setPassphrase } from './change-keys.ts'
import { writeProblem } from './files.ts'
import { dropMark, markBeingMade, refuseTaken } from './half-made.ts'
import { vaultFormat, type KeyFile } from './key-file.ts'
import { readKeyFile, settleKeys, writeKeyFile } from './key-slots.ts'
import { sheetKeysOf, wrapForSheet, wrapWithPassphrase } from './key-wraps.ts'
import { lockedBy, takeLock } from './lock-file.ts'
import { settleNewFiles } from './new-files.ts'
import { tryPassphrase, tryRecovery, type OpenKeys } from './open-keys.ts'
import { pausable } from './paused.ts'
import { printRecoveryKey } from './recovery-key.ts'
import { keepSheet, presentSheet, sheetOf } from './recovery-sheet.ts'
import { deriveKey } from './seal.ts'

export interface OpenVault {
  readonly file: KeyFile
  readonly store: Store
  /** Backup files are sealed under keys derived from it, so that a backup needs no passphrase. */
  readonly backupKey: Buffer
}

export interface CreatedVault extends OpenVault {
  readonly recoveryKey: string
  readonly dropSecret: string
}

export interface NewVault {
  readonly dir: string
  readonly passphrase: string
  readonly trial: boolean
  /** What it holds from the first moment that it can be opened. */
  readonly first?: (store: Store, tx: Tx, dropSecret: string) => void
}

export async function createVault(vault: NewVault, ports: Ports): Promise<Result<CreatedVault, Saying>> {
  const weak = refusePassphrase(vault.passphrase, vault.trial)
  if (weak !== null) return fail(weak)
  const lock = takeNewFolder(vault.dir)
  if (!lock.ok) return lock
  const made = await makeWholly(vault, ports)
  if (made.ok) return ok({ ...made.value, store: guarded(made.value, lock.value) })
  lock.value()
  return made
}

function takeNewFolder(dir: string): Result<() => void, Saying> {
  try {
    const taken = refuseTaken(dir)
    if (taken !== null) return fail(taken)
    mkdirSync(dir, { recursive: true, mode: 0o700 })
    return takeLock(dir)
  } catch (error) {
    return fail(writeProblem(dir, error))
  }
}

/** The whole vault or nothing. */
async function makeWholly(vault: NewVault, ports: Ports): Promise<Result<CreatedVault, Saying>> {
  const made = await makeVault(vault, ports).catch((error: unknown) => fail(writeProblem(vault.dir, error)))
  if (made.ok) dropMark(vault.dir)
  else rmSync(vault.dir, { recursive: true, force: true })
  return made
}

async function makeVault(
  { dir, passphrase, trial, first }: NewVault,
  ports: Ports,
): Promise<Result<CreatedVault, Saying>> {
  markBeingMade(dir)
  const [dataKey, recoveryKey] = [Buffer.from(ports.random(32)), Buffer.from(ports.random(25))]
  const { publicKey, privateKey } = generateKeyPairSync('x25519')
  const [copy, since] = [ports.newId(), new Date(ports.now()).toISOString()]
  const dropKey = publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
  const shown = { copy, trial, createdAt: since, dropKey, dataKey: { id: copy, since } }
  const cost = await costFor(trial, ports)
  const file: KeyFile = {
    signet: 'vault',
    format: vaultFormat,
    turn: 0,
    ...shown,
    passphrase: await wrapWithPassphrase(dataKey, shown, { passphrase, cost, since, device: null }, ports.random),
    recovery: wrapForSheet(dataKey, shown, sheetKeysOf(recoveryKey), since),
    nextRecovery: null,
  }
  const store = createStore({ dir, copy, vaultKey: dataKey, now: ports.now })
  if (!store.ok) return store
  const printed = printRecoveryKey(recoveryKey)
  const dropSecret = privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64')
  const sheet = sheetOf(recoveryKey, printed, ports.random)
  const written = writeLast(dir, file, store.value, (tx) => {
    keepSheet(store.value, tx, sheet)
    first?.(store.value, tx, dropSecret)
  })
  if (!written.ok) return written
  return ok({ file, store: store.value, backupKey: backupKeyOf(dataKey), recoveryKey: printed, dropSecret })
}

/** The folder is a vault once vault.json stands in it. */
function writeLast(dir: string, file: KeyFile, store: Store, begin: (tx: Tx) => void): Result<void, Saying> {
  let isWritten = false
  try {
    const kept = store.commit((tx) => ok(begin(tx)))
    if (kept.ok) writeKeyFile(dir, file)
    isWritten = kept.ok
    return kept
  } finally {
    if (!isWritten) store.close()
  }
}

export const backupKeyOf = (dataKey: Uint8Array): Buffer => deriveKey(dataKey, 'backup')

/** Closing the store puts in place what was sealed anew meanwhile, and lets go of the lock. */
const guarded = ({ store }: OpenVault, release: () => void): Store => ({
  ...pausable(store),
  close: () => {
    try {
      store.close()
      const file = readKeyFile(store.dir)
      if (file.ok && !store.readOnly) settleNewFiles(store.dir, file.value.dataKey.id)
    } finally {
      release()
    }
  },
})

export interface Unlocking {
  readonly dir: string
  readonly trialOnly: boolean
  /** Nothing of the vault is written. */
  readonly readOnly?: boolean
}

export async function unlockVault(
  { dir, trialOnly, readOnly = false }: Unlocking,
  passphrase: string,
  ports: Ports,
): Promise<Result<OpenVault, Saying>> {
  const refused = refuseHere(dir, trialOnly)
  if (refused !== null) return fail(refused)
  return (readOnly ? besideNobody : underLock)(dir, async () => {
    const keys = await tryPassphrase(dir, passphrase, ports)
    if (!keys.ok) return keys
    const opened = openOn(dir, keys.value, ports, readOnly)
    if (!opened.ok) return opened
    const found = opened.value.store.readOnly ? [] : settleKeys(dir, keys.value.slots, keys.value.file)
    const { store } = opened.value
    return ok({ ...opened.value, store: { ...store, findings: [...found, ...store.findings] } })
  })
}

/**
 * The printed key opens the vault and sets a new passphrase; the sheet stays valid. The device secret is off then: its keyring
 * may be what was lost.
 */
export async function recoverVault(
  { dir, trialOnly }: Unlocking,
  typed: { readonly recoveryKey: string; readonly passphrase: string },
  ports: Ports,
): Promise<Result<OpenVault, Saying>> {
  const refused = refuseHere(dir, trialOnly)
  if (refused !== null) return fail(refused)
  const keys = tryRecovery(dir, typed.recoveryKey)
  if (!keys.ok) return keys
  const weak = refusePassphrase(typed.passphrase, keys.value.file.trial)
  if (weak !== null) return fail(weak)
  return underLock(dir, async () => {
    const opened = openOn(dir, keys.value, ports)
    if (!opened.ok) return opened
    const file = await setAgain(opened.value.store, keys.value, typed.passphrase, ports)
    if (file.ok) return ok({ ...opened.value, file: file.value })
    opened.value.store.close()
    return file
  })
}

type Recovered = OpenKeys & { readonly recoveryKey: Uint8Array }

async function setAgain(
  store: Store,
  keys: Recovered,
  passphrase: string,
  ports: Ports,
): Promise<Result<KeyFile, Saying>> {
  const file = withSheetKept(store, keys, ports)
  if (!file.ok) return file
  const { dataKey } = keys
  const set = await setPassphrase(store.dir, { file: file.value, dataKey, device: null }, passphrase, ports)
  if (set.ok) attemptsOf(store.dir, ports.uptime).succeeded()
  return set
}

/** Of a sheet that an earlier Signet printed, the key is at hand only now. */
function withSheetKept(
  store: Store,
  { file, dataKey, recoveryKey }: Recovered,
  { random }: Ports,
): Result<KeyFile, Saying> {
  if (store.readOnly || presentSheet(store, file) !== null) return ok(file)
  const sheet = sheetOf(recoveryKey, printRecoveryKey(recoveryKey), random)
  const kept = store.commit((tx) => ok(keepSheet(store, tx, sheet)))
  return kept.ok ? ok({ ...file, recovery: wrapForSheet(dataKey, file, sheet, file.recovery.since) }) : kept
}

function refuseHere(dir: string, trialOnly: boolean): Saying | null {
  const file = readKeyFile(dir)
  if (!file.ok) return file.problem
  return trialOnly && !file.value.trial ? saying('only-trial') : null
}

function openOn(dir: string, { file, dataKey }: OpenKeys, { now }: Ports, readOnly = false): Result<OpenVault, Saying> {
  try {
    if (!readOnly) {
      settleNewFiles(dir, file.dataKey.id)
      dropMark(dir)
    }
  } catch (error) {
    return fail(writeProblem('vault.db', error))
  }
  const store = openStore({ dir, copy: file.copy, vaultKey: dataKey, now, readOnly })
  return store.ok ? ok({ file, store: store.value, backupKey: backupKeyOf(dataKey) }) : store
}

/** A vault that is only read gets no lock file, but is not opened while another desk writes to it. */
async function besideNobody(
  dir: string,
  open: () => Promise<Result<OpenVault, Saying>>,
): Promise<Result<OpenVault, Saying>> {
  const locked = lockedBy(dir)
  return locked === null ? open() : fail(locked)
}

async function underLock(
  dir: string,
  open: () => Promise<Result<OpenVault, Saying>>,
): Promise<Result<OpenVault, Saying>> {
  const lock = takeLock(dir)
  if (!lock.ok) return lock
  let opened: Result<OpenVault, Saying> | null = null
  try {
    opened = await open()
    return opened.ok ? ok({ ...opened.value, store: guarded(opened.value, lock.value) }) : opened
  } finally {
    if (opened?.ok !== true) lock.value()
  }
}
