/**
 * New wraps for the same data key: another passphrase, another recovery sheet, the device secret on or off. Whatever is sealed
 * under the data key stays as it is.
 */
import { ok, fail, type Result } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import type { Ports } from '../ports.ts'
import { canonical } from '../store/canonical.ts'
import type { Store } from '../store/store.ts'
import { costFor } from './calibrate.ts'
import { deviceSecretOf, newDeviceSecret } from './device-secret.ts'
import type { KeyFile } from './key-file.ts'
import { readKeyFile, replaceKeys } from './key-slots.ts'
import {
  openWithPassphrase,
  openWithRecovery,
  sheetKeysOf,
  wrapForSheet,
  wrapWithPassphrase,
  type Passphrase,
} from './key-wraps.ts'
import { tryPassphrase, type OpenKeys } from './open-keys.ts'
import { printRecoveryKey } from './recovery-key.ts'
import {
  dropOtherSheets,
  isOnSheet,
  keepSheet,
  nextSheet,
  presentSheet,
  sheetOf,
  type TypedGroup,
} from './recovery-sheet.ts'

const shortestPassphrase = 12

/** A length is all that is asked; how strong it is, the screen says. Trial vaults may have any. */
export function refusePassphrase(passphrase: string, trial: boolean): Saying | null {
  const length = Array.from(passphrase.normalize('NFKC')).length
  if (length >= shortestPassphrase || (trial && length > 0)) return null
  return saying('passphrase-weak', { detail: `${length} of ${shortestPassphrase} characters` })
}

const nowOf = ({ now }: Pick<Ports, 'now'>): string => new Date(now()).toISOString()

/** Calibrated anew, since the machine may be another one than at the making. */
export async function changePassphrase(
  dir: string,
  change: { readonly current: string; readonly next: string },
  ports: Ports,
): Promise<Result<null, Saying>> {
  const file = readKeyFile(dir)
  if (!file.ok) return file
  const weak = refusePassphrase(change.next, file.value.trial)
  if (weak !== null) return fail(weak)
  const keys = await tryPassphrase(dir, change.current, ports)
  if (!keys.ok) return keys
  const set = await setPassphrase(dir, keys.value, change.next, ports)
  return set.ok ? ok(null) : set
}

/** `keys.device` goes into the new wrap as well. @returns what stands in vault.json then. */
export async function setPassphrase(
  dir: string,
  { file, dataKey, device }: Pick<OpenKeys, 'file' | 'dataKey' | 'device'>,
  passphrase: string,
  ports: Ports,
): Promise<Result<KeyFile, Saying>> {
  const cost = await costFor(file.trial, ports)
  return rewrap(dir, { file, dataKey }, { passphrase, cost, since: nowOf(ports), device }, ports)
}

async function rewrap(
  dir: string,
  { file, dataKey }: Pick<OpenKeys, 'file' | 'dataKey'>,
  secret: Passphrase,
  ports: Pick<Ports, 'random' | 'device'>,
): Promise<Result<KeyFile, Saying>> {
  const next = { ...file, passphrase: await wrapWithPassphrase(dataKey, file, secret, ports.random) }
  const opens = async (written: KeyFile): Promise<boolean> => {
    const found = await deviceSecretOf(written, ports)
    if (!found.ok) return false
    return isSame(await openWithPassphrase(written, secret.passphrase, found.value?.secret ?? null), dataKey)
  }
  return replaceKeys(dir, { old: file, next, opens })
}

const isSame = (opened: Buffer | null, dataKey: Buffer): boolean => opened?.equals(dataKey) === true

interface Vault {
  readonly dir: string
  readonly store: Store
}

/**
 * The printed form of a new recovery key. Until it was proved the sheet before it opens as well: neither a kill nor a printer out of
 * paper leaves a vault without one.
 */
export async function newRecoverySheet(
  { dir, store }: Vault,
  passphrase: string,
  ports: Ports,
): Promise<Result<string, Saying>> {
  const keys = await tryPassphrase(dir, passphrase, ports)
  if (!keys.ok) return keys
  const { file, dataKey } = keys.value
  const recoveryKey = Buffer.from(ports.random(25))
  const printed = printRecoveryKey(recoveryKey)
  const sheet = sheetOf(recoveryKey, printed, ports.random)
  const kept = store.commit((tx) => ok(keepSheet(store, tx, sheet)))
  if (!kept.ok) return kept
  const next = { ...file, nextRecovery: wrapForSheet(dataKey, file, sheetKeysOf(recoveryKey), nowOf(ports)) }
  const opens = async (written: KeyFile): Promise<boolean> => isSame(openWithRecovery(written, recoveryKey), dataKey)
  const replaced = await replaceKeys(dir, { old: file, next, opens })
  if (!replaced.ok) return replaced
  store.commit((tx) => ok(dropOtherSheets(store, tx, replaced.value)))
  return ok(printed)
}

/** Three groups typed back from the paper. Those of a new sheet put it in the place of the one before. */
export async function proveSheet(
  { dir, store }: Vault,
  groups: readonly TypedGroup[],
  ports: Pick<Ports, 'now'>,
): Promise<Result<null, Saying>> {
  const file = readKeyFile(dir)
  if (!file.ok) return file
  const [present, next] = [presentSheet(store, file.value), nextSheet(store, file.value)]
  const sheet = [next, present].find((one) => one !== null && isOnSheet(one, groups))
  if (sheet === undefined || sheet === null)
    return fail(saying(present === null && next === null ? 'sheet-unknown' : 'sheet-differs'))
  const keys = sheet === next ? await takeNext(dir, file.value) : file
  if (!keys.ok) return keys
  return store.commit((tx) => {
    keepSheet(store, tx, { ...sheet, provedAt: nowOf(ports) })
    dropOtherSheets(store, tx, keys.value)
    return ok(null)
  })
}

/** Its wrap has opened when it was made. */
async function takeNext(dir: string, file: KeyFile): Promise<Result<KeyFile, Saying>> {
  const recovery = file.nextRecovery ?? file.recovery
  const opens = async (written: KeyFile): Promise<boolean> => canonical(written.recovery) === canonical(recovery)
  return replaceKeys(dir, { old: file, next: { ...file, recovery, nextRecovery: null }, opens })
}

/** Where it is on, the passphrase alone opens nothing: so the sheet must have been proved before. */
export async function switchDevice(
  { dir, store }: Vault,
  { on, passphrase }: { readonly on: boolean; readonly passphrase: string },
  ports: Ports,
): Promise<Result<null, Saying>> {
  const before = readKeyFile(dir)
  if (!before.ok) return before
  const proved = (presentSheet(store, before.value)?.provedAt ?? null) !== null
  if (on && !proved) return fail(saying('device-needs-proof'))
  const keys = await tryPassphrase(dir, passphrase, ports)
  if (!keys.ok) return keys
  const { file } = keys.value
  if (on === (file.passphrase.device !== null)) return ok(null)
  const device = on ? await newDeviceSecret(ports) : ok(null)
  if (!device.ok) return device
  const { since } = file.passphrase
  const set = await rewrap(dir, keys.value, { passphrase, cost: file.passphrase, since, device: device.value }, ports)
  return set.ok ? ok(null) : set
}
