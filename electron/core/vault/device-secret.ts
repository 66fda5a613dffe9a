/**
 * The device secret: 32 random bytes that the system's keyring seals for one machine and login, mixed with the passphrase. The
 * sealed form lies in vault.json; the secret itself lies nowhere.
 */
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import type { DeviceKeyring, Ports } from '../ports.ts'
import { sha256 } from '../store/canonical.ts'
import type { KeyFile } from './key-file.ts'
import type { Passphrase } from './key-wraps.ts'

type Outside = Pick<Ports, 'device' | 'random'>
type Device = NonNullable<Passphrase['device']>

/** Why it cannot be switched on here; null where it can. */
export const deviceRefusal = async ({ device }: Pick<Ports, 'device'>): Promise<Saying | null> =>
  device === undefined ? saying('device-not-here') : device.refusal()

/** Made, sealed, and opened again before anything rests on it. */
export async function newDeviceSecret({ device, random }: Outside): Promise<Result<Device, Saying>> {
  if (device === undefined) return fail(saying('device-not-here'))
  const refused = await device.refusal()
  if (refused !== null) return fail(refused)
  const secret = random(32)
  const sealed = await device.seal(secret)
  if (!sealed.ok) return sealed
  const made = { secret, shown: { sealed: sealed.value, check: checkOf(secret) } }
  const opened = await openSealed(device, made.shown)
  return opened.ok ? ok(made) : opened
}

/** null where the vault has none. */
export async function deviceSecretOf(
  { passphrase: { device: shown } }: Pick<KeyFile, 'passphrase'>,
  { device }: Pick<Ports, 'device'>,
): Promise<Result<Device | null, Saying>> {
  if (shown === null) return ok(null)
  if (device === undefined) return fail(saying('device-not-here'))
  const secret = await openSealed(device, shown)
  return secret.ok ? ok({ secret: secret.value, shown }) : secret
}

async function openSealed(device: DeviceKeyring, { sealed, check }: Device['shown']): Promise<Result<Buffer, Saying>> {
  const opened = await device.open(sealed)
  if (!opened.ok) return opened
  const secret = Buffer.from(opened.value)
  // Chromium's scheme on Linux authenticates nothing: another keyring may well give other bytes.
  return checkOf(secret) === check ? ok(secret) : fail(saying('device-lost'))
}

/** Of 32 random bytes: gives nothing away. */
const checkOf = (secret: Uint8Array): string =>
  Buffer.from(sha256(Buffer.concat([Buffer.from('signet/device-check/'), secret])), 'hex').toString('base64')
