/** From what a person typed to the data key: tries are counted, both slots are asked, the device secret is fetched. */
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import type { Ports } from '../ports.ts'
import { attemptsOf } from './attempts.ts'
import { deviceSecretOf } from './device-secret.ts'
import type { KeyFile } from './key-file.ts'
import { readKeySlots, type KeySlots } from './key-slots.ts'
import { openWithPassphrase, openWithRecovery, type Passphrase } from './key-wraps.ts'
import { readRecoveryKey } from './recovery-key.ts'

export interface OpenKeys {
  readonly slots: KeySlots
  /** The one of them that opened. */
  readonly file: KeyFile
  readonly dataKey: Buffer
  readonly device: Passphrase['device']
}

interface Way {
  readonly file: KeyFile
  readonly device: Passphrase['device']
}

/** A try is counted before it is made: neither many at once nor a kill in the middle gives one for nothing. */
export async function tryPassphrase(
  dir: string,
  passphrase: string,
  ports: Pick<Ports, 'uptime' | 'device'>,
): Promise<Result<OpenKeys, Saying>> {
  const slots = readKeySlots(dir)
  if (!slots.ok) return slots
  const ways = await waysInto(slots.value, ports)
  if (!ways.ok) return ways
  const attempts = attemptsOf(dir, ports.uptime)
  const pause = attempts.wait()
  if (pause > 0) return fail(saying('passphrase-wait', { seconds: pause }))
  attempts.failed()
  const opened = await firstOpen(ways.value, passphrase)
  if (!opened.ok) return opened
  if (opened.value !== null) {
    attempts.succeeded()
    return ok({ slots: slots.value, ...opened.value })
  }
  const seconds = attempts.wait()
  return fail(
    seconds > 0 ? saying('passphrase-wait', { seconds }) : saying('passphrase-wrong', { left: attempts.left() }),
  )
}

/** Slots whose device secret can be had; why, where there are none: no passphrase would open then, and no try is spent. */
async function waysInto({ files }: KeySlots, ports: Pick<Ports, 'device'>): Promise<Result<readonly Way[], Saying>> {
  const found = await Promise.all(files.map(async (file) => ({ file, device: await deviceSecretOf(file, ports) })))
  const ways = found.flatMap(({ file, device }) => (device.ok ? [{ file, device: device.value }] : []))
  const refused = found.flatMap(({ device }) => (device.ok ? [] : [device]))
  return ways.length === 0 && refused[0] !== undefined ? refused[0] : ok(ways)
}

async function firstOpen(
  ways: readonly Way[],
  passphrase: string,
): Promise<Result<(Way & { readonly dataKey: Buffer }) | null, Saying>> {
  for (const way of ways) {
    try {
      const dataKey = await openWithPassphrase(way.file, passphrase, way.device?.secret ?? null)
      if (dataKey !== null) return ok({ ...way, dataKey })
    } catch {
      // Argon2 fails for want of memory alone: what the file may ask for was checked when it was read.
      return fail(saying('kdf-memory', { megabytes: Math.round(way.file.passphrase.memory / 1024) }))
    }
  }
  return ok(null)
}

/** 200 random bits need no pause between tries. */
export function tryRecovery(dir: string, typed: string): Result<OpenKeys & { recoveryKey: Uint8Array }, Saying> {
  const slots = readKeySlots(dir)
  if (!slots.ok) return slots
  const wrong = fail(saying('recovery-wrong'))
  const recoveryKey = readRecoveryKey(typed)
  if (recoveryKey === null) return wrong
  for (const file of slots.value.files) {
    const dataKey = openWithRecovery(file, recoveryKey)
    if (dataKey !== null) return ok({ slots: slots.value, file, dataKey, device: null, recoveryKey })
  }
  return wrong
}
