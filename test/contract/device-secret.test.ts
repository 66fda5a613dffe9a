/** What main does with the system's keyring: only where it protects something, only what it is asked, and clear words else. */
import { describe, expect, it } from 'vitest'
import { askKeyring } from '../../electron/shell/device-secret.ts'
import { keyringOver } from '../../electron/core/vault/asked-keyring.ts'
import { fromVaultSchema, toVaultSchema, type DeviceAsk } from '../../shared/ipc/control.ts'

type Keyring = Parameters<typeof askKeyring>[0]

/** Electron's sealing, as far as a caller sees it. */
const keyring = (change: Partial<Keyring> = {}): Keyring => ({
  isEncryptionAvailable: () => true,
  getSelectedStorageBackend: () => 'gnome_libsecret',
  encryptString: (text) => Buffer.from(`sealed:${text}`),
  decryptString: (sealed) => {
    if (!sealed.toString().startsWith('sealed:')) throw new Error('Error while decrypting the ciphertext')
    return sealed.toString().slice('sealed:'.length)
  },
  ...change,
})
const secret = Buffer.alloc(32, 7).toString('base64')

describe('the keyring of the system', () => {
  it('opens what it sealed, and nothing else', () => {
    const sealed = askKeyring(keyring(), 'linux', { ask: 'seal', data: secret })
    expect(sealed).toMatchObject({ problem: null })
    expect(sealed.data).not.toContain(secret)
    expect(askKeyring(keyring(), 'linux', { ask: 'open', data: sealed.data })).toEqual({ problem: null, data: secret })
    const other = Buffer.from('of another login').toString('base64')
    expect(askKeyring(keyring(), 'linux', { ask: 'open', data: other }).problem?.code).toBe('device-lost')
  })

  const asks: readonly DeviceAsk[] = [{ ask: 'refusal' }, { ask: 'seal', data: secret }, { ask: 'open', data: secret }]
  it.each(asks)('is refused for %j where it protects nothing or cannot be told', (ask) => {
    const never = (): never => {
      throw new Error('asked all the same')
    }
    const closed = { encryptString: never, decryptString: never }
    const code = (change: Partial<Keyring>, platform: NodeJS.Platform): string | undefined =>
      askKeyring(keyring({ ...closed, ...change }), platform, ask).problem?.code
    expect(code({ getSelectedStorageBackend: () => 'basic_text' }, 'linux')).toBe('device-weak-keyring')
    expect(code({ getSelectedStorageBackend: () => 'unknown' }, 'linux')).toBe('device-unknown-keyring')
    expect(code({ isEncryptionAvailable: () => false }, 'linux')).toBe('device-no-keyring')
    expect(code({ isEncryptionAvailable: () => false }, 'win32')).toBe('device-no-keyring')
  })

  it('is not asked for a backend where Electron has none to tell', () => {
    const backend = (): never => {
      throw new Error('only on Linux')
    }
    for (const platform of ['darwin', 'win32'] as const)
      expect(askKeyring(keyring({ getSelectedStorageBackend: backend }), platform, { ask: 'refusal' })).toEqual({
        problem: null,
        data: '',
      })
  })

  it('that fails to seal is told as such', () => {
    const encryptString = (): never => {
      throw new Error('locked')
    }
    expect(askKeyring(keyring({ encryptString }), 'linux', { ask: 'seal', data: secret }).problem).toEqual({
      code: 'device-failed',
      params: { detail: 'Error' },
    })
  })
})

describe('between the vault process and main', () => {
  it('each question gets its own answer, in messages that both sides hear', async () => {
    const asked: { id: number; ask: DeviceAsk }[] = []
    const { device, answered } = keyringOver((id, ask) => void asked.push({ id, ask }))
    const both = Promise.all([device.seal(Buffer.alloc(32, 1)), device.seal(Buffer.alloc(32, 2)), device.refusal()])
    for (const { id, ask } of asked.toReversed()) {
      const question = fromVaultSchema.parse({ kind: 'device', id, ask })
      if (question.kind !== 'device') throw new Error('another message')
      const answer = toVaultSchema.parse({ kind: 'device', id, answer: askKeyring(keyring(), 'linux', question.ask) })
      if (answer.kind === 'device') answered(answer.id, answer.answer)
    }
    const [first, second, refusal] = await both
    expect(refusal).toBe(null)
    for (const [at, sealed] of [first, second].entries()) {
      const opened = sealed.ok ? askKeyring(keyring(), 'linux', { ask: 'open', data: sealed.value }) : null
      expect(opened?.data).toBe(Buffer.alloc(32, at + 1).toString('base64'))
    }
  })

  it('an answer to nothing is not heard', () => {
    const { answered } = keyringOver(() => undefined)
    expect(() => answered(99, { problem: null, data: '' })).not.toThrow()
  })
})
