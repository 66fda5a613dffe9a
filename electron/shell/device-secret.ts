/** Seals and opens the device secret by the system's keyring, for the vault process that asks; refuses keyrings that protect nothing. */
import type { SafeStorage } from 'electron'
import type { DeviceAnswer, DeviceAsk } from '../../shared/ipc/control.ts'

type Keyring = Pick<
  SafeStorage,
  'isEncryptionAvailable' | 'getSelectedStorageBackend' | 'encryptString' | 'decryptString'
>
type Problem = NonNullable<DeviceAnswer['problem']>

const problem = (code: Problem['code'], params: Problem['params'] = {}): DeviceAnswer => ({
  problem: { code, params },
  data: '',
})

/** What was sealed under another login, on another machine or by a keyring that was renewed does not open: `device-lost`. */
export function askKeyring(keyring: Keyring, platform: NodeJS.Platform, ask: DeviceAsk): DeviceAnswer {
  const refused = refusal(keyring, platform)
  if (refused !== null) return refused
  if (ask.ask === 'refusal') return { problem: null, data: '' }
  try {
    const data =
      ask.ask === 'seal'
        ? keyring.encryptString(ask.data).toString('base64')
        : keyring.decryptString(Buffer.from(ask.data, 'base64'))
    return { problem: null, data }
  } catch (error) {
    return ask.ask === 'open'
      ? problem('device-lost')
      : problem('device-failed', { detail: error instanceof Error ? error.name : 'failed' })
  }
}

/** On Linux Electron also says yes where it would seal under a password that everybody knows; only the backend tells. */
function refusal(keyring: Keyring, platform: NodeJS.Platform): DeviceAnswer | null {
  if (platform === 'linux') {
    const backend = keyring.getSelectedStorageBackend()
    if (backend === 'unknown') return problem('device-unknown-keyring')
    if (backend === 'basic_text') return problem('device-weak-keyring', { backend })
  }
  return keyring.isEncryptionAvailable() ? null : problem('device-no-keyring')
}
