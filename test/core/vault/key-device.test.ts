/** The device secret: off by default, refused where the keyring protects nothing, and never the only way in. */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fail, ok } from '../../../shared/kit/result.ts'
import { saying } from '../../../shared/words/say.ts'
import type { DeviceKeyring } from '../../../electron/core/ports.ts'
import { backupVault, restoreBackup } from '../../../electron/core/backup/backup.ts'
import { keyFileText, readKeyFile } from '../../../electron/core/vault/key-slots.ts'
import { proveSheet, switchDevice } from '../../../electron/core/vault/change-keys.ts'
import { recoverVault, type CreatedVault } from '../../../electron/core/vault/vault.ts'
import { codeOf, expectOk, fixedPorts, newVault, passphrase, tempFolder, unlock } from '../vault-fixture.ts'

/** A keyring as Chromium's on Linux: what it did not seal may well open to other bytes. */
function keyringOf(login: number): DeviceKeyring {
  const turn = (bytes: Uint8Array): Buffer => Buffer.from(bytes.map((byte) => byte ^ login))
  return {
    refusal: async () => null,
    seal: async (secret) => ok(turn(secret).toString('base64')),
    open: async (sealed) => ok(turn(Buffer.from(sealed, 'base64'))),
  }
}

const withKeyring = (device: DeviceKeyring) => ({ ...fixedPorts(), device })
const here = withKeyring(keyringOf(0x55))

const groupsOf = (recoveryKey: string, places: readonly number[] = [2, 5, 8]) =>
  places.map((place) => ({ place, text: recoveryKey.split('-')[place - 1] ?? '' }))

interface Made extends CreatedVault {
  readonly dir: string
}

async function proved(): Promise<Made> {
  const dir = tempFolder()
  const made = await newVault(dir, here)
  expectOk(await proveSheet({ dir, store: made.store }, groupsOf(made.recoveryKey), here))
  return { ...made, dir }
}

async function switchedOn(): Promise<Made> {
  const made = await proved()
  expectOk(await switchDevice(made, { on: true, passphrase }, here))
  made.store.close()
  return made
}

const isOn = (dir: string): boolean => expectOk(readKeyFile(dir)).passphrase.device !== null

describe('switching it on', () => {
  test('a new vault has none', async () => {
    const dir = tempFolder()
    await newVault(dir, here)
    expect(isOn(dir)).toBe(false)
  })

  test('needs the sheet proved by three of its groups, and the passphrase', async () => {
    const dir = tempFolder()
    const made = { ...(await newVault(dir, here)), dir }
    const wish = { on: true, passphrase }
    expect(codeOf(await switchDevice(made, wish, here))).toBe('device-needs-proof')
    for (const groups of [
      groupsOf(made.recoveryKey).map(({ place }) => ({ place, text: '00000' })),
      groupsOf(made.recoveryKey).map(({ text }, at) => ({ place: at + 1, text })),
      groupsOf(made.recoveryKey, [2, 2, 2]),
      groupsOf(made.recoveryKey, [2, 5]),
      groupsOf(made.recoveryKey, [2, 5, 9]),
    ]) {
      expect(codeOf(await proveSheet(made, groups, here))).toBe('sheet-differs')
    }
    expect(codeOf(await switchDevice(made, wish, here))).toBe('device-needs-proof')
    expectOk(await proveSheet(made, groupsOf(made.recoveryKey.toLowerCase(), [8, 1, 4]), here))
    expect(codeOf(await switchDevice(made, { ...wish, passphrase: 'not this one' }, here))).toBe('passphrase-wrong')
    expect(isOn(dir)).toBe(false)
    expectOk(await switchDevice(made, wish, here))
    expect(isOn(dir)).toBe(true)
  })

  test.each<readonly [string, DeviceKeyring | undefined, string]>([
    ['there is no desk around', undefined, 'device-not-here'],
    [
      'the keyring is refused',
      { ...keyringOf(1), refusal: async () => saying('device-no-keyring') },
      'device-no-keyring',
    ],
    [
      'it seals nothing',
      { ...keyringOf(1), seal: async () => fail(saying('device-failed', { detail: 'x' })) },
      'device-failed',
    ],
    ['it opens other bytes', { ...keyringOf(1), open: async () => ok(Buffer.alloc(32)) }, 'device-lost'],
  ])('changes nothing where %s', async (_, device, code) => {
    const made = await proved()
    const before = readFileSync(join(made.dir, 'vault.json'))
    const { device: _device, ...without } = here
    const ports = device === undefined ? without : { ...without, device }
    expect(codeOf(await switchDevice(made, { on: true, passphrase }, ports))).toBe(code)
    expect(readFileSync(join(made.dir, 'vault.json')).equals(before)).toBe(true)
  })
})

describe('once it is on', () => {
  test('the passphrase opens here only; elsewhere no try is spent, and the recovery key opens and switches it off', async () => {
    const { dir, recoveryKey } = await switchedOn()
    expect(codeOf(await unlock(dir, here, 'not this one'))).toBe('passphrase-wrong')
    expectOk(await unlock(dir, here)).store.close()
    const elsewhere = withKeyring(keyringOf(0x66))
    const commandLine = fixedPorts()
    for (let times = 0; times < 7; times++) expect(codeOf(await unlock(dir, elsewhere))).toBe('device-lost')
    expect(codeOf(await unlock(dir, commandLine))).toBe('device-not-here')
    const typed = { recoveryKey, passphrase: 'a new passphrase here' }
    expectOk(await recoverVault({ dir, trialOnly: false }, typed, elsewhere)).store.close()
    expect(isOn(dir)).toBe(false)
    expectOk(await unlock(dir, commandLine, typed.passphrase)).store.close()
  })

  test('the secret lies nowhere in the folder, and the passphrase alone derives nothing that opens', async () => {
    const { dir } = await switchedOn()
    const file = expectOk(readKeyFile(dir))
    const bare = { ...file, passphrase: { ...file.passphrase, device: null } }
    const elsewhere = tempFolder()
    mkdirSync(join(elsewhere, 'vault'))
    for (const name of ['vault.db', 'head']) copyFileSync(join(dir, name), join(elsewhere, 'vault', name))
    writeFileSync(join(elsewhere, 'vault', 'vault.json'), keyFileText(bare))
    expect(codeOf(await unlock(join(elsewhere, 'vault'), here))).toBe('passphrase-wrong')
  })

  test('its backups open by the recovery key alone, and say so', { timeout: 120_000 }, async () => {
    const { dir, recoveryKey } = await switchedOn()
    const vault = expectOk(await unlock(dir, here))
    const to = join(tempFolder(), 'tied.signet')
    expectOk(await backupVault(vault, to, here))
    vault.store.close()
    const into = join(tempFolder(), 'restored')
    expect(codeOf(await restoreBackup(to, into, passphrase))).toBe('device-backup')
    expectOk(await restoreBackup(to, into, recoveryKey))
  })

  test('it is switched off by the passphrase, here', async () => {
    const { dir } = await switchedOn()
    const { store } = expectOk(await unlock(dir, here))
    expectOk(await switchDevice({ dir, store }, { on: false, passphrase }, here))
    store.close()
    expectOk(await unlock(dir, fixedPorts())).store.close()
  })
})
