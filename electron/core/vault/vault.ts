/** Creates a vault, opens one by passphrase or printed recovery key, and changes its passphrase. */
import { generateKeyPairSync } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { uptime } from 'node:os'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import type { Ports } from '../ports.ts'
import { createStore, openStore, type Store } from '../store/store.ts'
import { attemptsOf } from './attempts.ts'
import { writeProblem } from './files.ts'
import {
  openWithPassphrase,
  openWithRecovery,
  readKeyFile,
  vaultFormat,
  wrapWithPassphrase,
  wrapWithRecovery,
  writeKeyFile,
  type KeyFile,
} from './key-file.ts'
import { takeLock } from './lock-file.ts'
import { printRecoveryKey, readRecoveryKey } from './recovery-key.ts'
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

const shortestPassphrase = 12

/** A length is all that is asked; how strong it is, the screen says. Trial vaults may have any. */
export function refusePassphrase(passphrase: string, trial: boolean): Saying | null {
  const length = Array.from(passphrase.normalize('NFKC')).length
  if (length >= shortestPassphrase || (trial && length > 0)) return null
  return saying('passphrase-weak', { detail: `${length} of ${shortestPassphrase} characters` })
}

export interface NewVault {
  readonly dir: string
  readonly passphrase: string
  readonly trial: boolean
}

export async function createVault(
  { dir, passphrase, trial }: NewVault,
  ports: Ports,
): Promise<Result<CreatedVault, Saying>> {
  const weak = refusePassphrase(passphrase, trial)
  if (weak !== null) return fail(weak)
  if (existsSync(dir) && readdirSync(dir).length > 0) return fail(saying('vault-exists', { dir }))
  const lock = takeNewFolder(dir)
  if (!lock.ok) return lock
  const made = await makeWholly({ dir, passphrase, trial }, ports)
  return made.ok ? ok({ ...made.value, store: unlockedBy(made.value.store, lock.value) }) : made
}

function takeNewFolder(dir: string): Result<() => void, Saying> {
  try {
    mkdirSync(dir, { recursive: true, mode: 0o700 })
    return takeLock(dir)
  } catch (error) {
    return fail(writeProblem(dir, error))
  }
}

/** The whole vault or nothing. */
async function makeWholly(vault: NewVault, ports: Ports): Promise<Result<CreatedVault, Saying>> {
  const made = await makeVault(vault, ports).catch((error: unknown) => fail(writeProblem(vault.dir, error)))
  if (!made.ok) rmSync(vault.dir, { recursive: true, force: true })
  return made
}

async function makeVault({ dir, passphrase, trial }: NewVault, ports: Ports): Promise<Result<CreatedVault, Saying>> {
  const vaultKey = Buffer.from(ports.random(32))
  const recoveryKey = Buffer.from(ports.random(25))
  const { publicKey, privateKey } = generateKeyPairSync('x25519')
  const shown = {
    format: vaultFormat,
    copy: ports.newId(),
    trial,
    createdAt: new Date(ports.now()).toISOString(),
    dropKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
  } as const
  const file: KeyFile = {
    signet: 'vault',
    ...shown,
    passphrase: await wrapWithPassphrase(vaultKey, passphrase, shown, ports),
    recovery: wrapWithRecovery(vaultKey, recoveryKey, shown, ports.random),
  }
  const store = createStore({ dir, copy: shown.copy, vaultKey, now: ports.now })
  if (!store.ok) return store
  writeLast(dir, file, store.value)
  const dropSecret = privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64')
  const opened = { file, store: store.value, backupKey: backupKeyOf(vaultKey) }
  return ok({ ...opened, recoveryKey: printRecoveryKey(recoveryKey), dropSecret })
}

/** The folder is a vault once vault.json stands in it. */
function writeLast(dir: string, file: KeyFile, store: Store): void {
  try {
    writeKeyFile(dir, file)
  } catch (error) {
    store.close()
    throw error
  }
}

export const backupKeyOf = (vaultKey: Uint8Array): Buffer => deriveKey(vaultKey, 'backup')

/** Closing the store lets go of the lock as well. */
const unlockedBy = (store: Store, release: () => void): Store => ({
  ...store,
  close: () => {
    try {
      store.close()
    } finally {
      release()
    }
  },
})

export interface Unlocking {
  readonly dir: string
  readonly trialOnly: boolean
}

export async function unlockVault(
  { dir, trialOnly }: Unlocking,
  passphrase: string,
  ports: Ports,
): Promise<Result<OpenVault, Saying>> {
  const file = readable(dir, trialOnly)
  if (!file.ok) return file
  return underLock(dir, async () => {
    const vaultKey = await tryPassphrase(dir, file.value, passphrase)
    return vaultKey.ok ? openOn(dir, file.value, vaultKey.value, ports) : vaultKey
  })
}

/** A try is counted before it is made: neither many at once nor a kill in the middle gives one for nothing. */
async function tryPassphrase(dir: string, file: KeyFile, passphrase: string): Promise<Result<Buffer, Saying>> {
  const attempts = attemptsOf(dir, uptime)
  const pause = attempts.wait()
  if (pause > 0) return fail(saying('passphrase-wait', { seconds: pause }))
  attempts.failed()
  const vaultKey = await openWithPassphrase(file, passphrase)
  if (vaultKey !== null) {
    attempts.succeeded()
    return ok(vaultKey)
  }
  const seconds = attempts.wait()
  return fail(
    seconds > 0 ? saying('passphrase-wait', { seconds }) : saying('passphrase-wrong', { left: attempts.left() }),
  )
}

/** The printed key opens the vault and sets a new passphrase; the sheet stays valid. */
export async function recoverVault(
  { dir, trialOnly }: Unlocking,
  keys: { readonly recoveryKey: string; readonly passphrase: string },
  ports: Ports,
): Promise<Result<OpenVault, Saying>> {
  const file = readable(dir, trialOnly)
  if (!file.ok) return file
  const weak = refusePassphrase(keys.passphrase, file.value.trial)
  if (weak !== null) return fail(weak)
  return underLock(dir, async () => {
    const typed = readRecoveryKey(keys.recoveryKey)
    const vaultKey = typed === null ? null : openWithRecovery(file.value, typed)
    if (vaultKey === null) return fail(saying('recovery-wrong'))
    const set = await setPassphrase(dir, { file: file.value, vaultKey, passphrase: keys.passphrase }, ports)
    if (!set.ok) return set
    attemptsOf(dir, uptime).succeeded()
    const next = readKeyFile(dir)
    return next.ok ? openOn(dir, next.value, vaultKey, ports) : next
  })
}

/** Only the wrap changes: the vault key, and so everything sealed under it, stays. */
export async function changePassphrase(
  dir: string,
  change: { readonly current: string; readonly next: string },
  ports: Ports,
): Promise<Result<null, Saying>> {
  const file = readKeyFile(dir)
  if (!file.ok) return file
  const weak = refusePassphrase(change.next, file.value.trial)
  if (weak !== null) return fail(weak)
  const vaultKey = await tryPassphrase(dir, file.value, change.current)
  if (!vaultKey.ok) return vaultKey
  return setPassphrase(dir, { file: file.value, vaultKey: vaultKey.value, passphrase: change.next }, ports)
}

async function setPassphrase(
  dir: string,
  {
    file,
    vaultKey,
    passphrase,
  }: { readonly file: KeyFile; readonly vaultKey: Uint8Array; readonly passphrase: string },
  ports: Ports,
): Promise<Result<null, Saying>> {
  const wrapped = await wrapWithPassphrase(vaultKey, passphrase, file, ports)
  try {
    writeKeyFile(dir, { ...file, passphrase: wrapped })
    return ok(null)
  } catch (error) {
    return fail(writeProblem('vault.json', error))
  }
}

function readable(dir: string, trialOnly: boolean): Result<KeyFile, Saying> {
  const file = readKeyFile(dir)
  if (file.ok && trialOnly && !file.value.trial) return fail(saying('only-trial'))
  return file
}

function openOn(dir: string, file: KeyFile, vaultKey: Uint8Array, ports: Ports): Result<OpenVault, Saying> {
  const store = openStore({ dir, copy: file.copy, vaultKey, now: ports.now })
  return store.ok ? ok({ file, store: store.value, backupKey: backupKeyOf(vaultKey) }) : store
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
    return opened.ok ? ok({ ...opened.value, store: unlockedBy(opened.value.store, lock.value) }) : opened
  } finally {
    if (opened?.ok !== true) lock.value()
  }
}
