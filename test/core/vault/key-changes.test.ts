/** A changed passphrase and a new recovery sheet: what opens then, what does not, and what is said of older backups. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readKeyFile, readKeySlots, replaceKeys } from '../../../electron/core/vault/key-slots.ts'
import { createVault, recoverVault } from '../../../electron/core/vault/vault.ts'
import { copiedDesk, reopenedDesk } from '../desk-fixture.ts'
import { codeOf, expectOk, fixedPorts, newVault, passphrase, tempFolder, unlock } from '../vault-fixture.ts'

const ports = fixedPorts()
const next = 'the next passphrase'

describe('a changed passphrase', () => {
  test('opens older backups no more than the old one does: which those are is said', { timeout: 120_000 }, async () => {
    const desk = await copiedDesk()
    const to = join(tempFolder(), 'before.signet')
    await desk.call('vault.backup', { to: { grant: desk.grant(to, 'write') } })
    expect((await desk.call('vault.keys', {})).older).toEqual([])
    desk.ports.moveClock(60_000)
    await desk.call('vault.passphrase', { current: passphrase, next })
    expect((await desk.call('vault.keys', {})).older).toMatchObject([{ name: 'before.signet' }])
    for (const [path, typed, code] of [
      [to, passphrase, null],
      [to, next, 'backup-passphrase'],
    ] as const) {
      const from = { grant: desk.grant(path, 'read'), name: 'before.signet' }
      expect([path, typed, await desk.refused('vault.verify', { from, passphrase: typed })]).toEqual([
        path,
        typed,
        code,
      ])
    }
  })

  test('too short a one is refused before the present one is tried', async () => {
    const dir = tempFolder()
    expectOk(await createVault({ dir, passphrase, trial: false }, ports)).store.close()
    const recovered = await recoverVault({ dir, trialOnly: false }, { recoveryKey: 'x', passphrase: 'short' }, ports)
    expect(codeOf(recovered)).toBe('recovery-wrong')
    expect(existsSync(join(dir, 'attempts.json'))).toBe(false)
  })

  test('what does not open when it is read back is not kept', async () => {
    const dir = tempFolder()
    const { store } = await newVault(dir, ports)
    store.close()
    const old = expectOk(readKeyFile(dir))
    const refused = await replaceKeys(dir, { old, next: { ...old, trial: false }, opens: async () => false })
    expect(codeOf(refused)).toBe('key-file-not-verified')
    expect(expectOk(readKeySlots(dir))).toMatchObject({ files: [old], isDamaged: false })
    expectOk(await unlock(dir)).store.close()
  })

  test('half of a file that a kill left beside vault.json is in nobody’s way', async () => {
    const dir = tempFolder()
    const { store } = await newVault(dir, ports)
    store.close()
    const path = join(dir, 'vault.json.new')
    writeFileSync(path, readFileSync(join(dir, 'vault.json')).subarray(0, 900))
    const opened = expectOk(await unlock(dir))
    expect(opened.store.findings).toEqual([])
    opened.store.close()
  })
})

describe('a new recovery sheet', () => {
  test('opens the vault, the old one does not, and it counts as proved only once its own groups were typed', async () => {
    const desk = await copiedDesk()
    const groupsOf = (key: string) => [1, 4, 7].map((place) => ({ place, text: key.split('-')[place - 1] ?? '' }))
    expect(await desk.refused('vault.recovery', { passphrase: 'not this one' })).toBe('passphrase-wrong')
    const { recoveryKey: first } = await desk.call('vault.recovery', { passphrase })
    expect((await desk.call('vault.prove', { groups: groupsOf(first) })).recovery.provedAt).not.toBeNull()
    const { recoveryKey: second } = await desk.call('vault.recovery', { passphrase })
    expect((await desk.call('vault.keys', {})).recovery.provedAt).toBeNull()
    expect(await desk.refused('vault.prove', { groups: groupsOf(first) })).toBe('sheet-differs')
    expect((await desk.call('vault.prove', { groups: groupsOf(second) })).recovery.provedAt).not.toBeNull()
    const again = await reopenedDesk(desk)
    expect((await again.call('vault.keys', {})).recovery.provedAt).not.toBeNull()
    again.core.close()
    const dir = desk.dir
    const recover = (recoveryKey: string) => recoverVault({ dir, trialOnly: true }, { recoveryKey, passphrase }, ports)
    expect(codeOf(await recover(first))).toBe('recovery-wrong')
    expectOk(await recover(second)).store.close()
  })

  test('nothing that the vault keeps of it opens the vault', async () => {
    const desk = await copiedDesk()
    const { recoveryKey } = await desk.call('vault.recovery', { passphrase })
    const kept = JSON.stringify(
      desk.core.session()?.store.db.prepare("SELECT body FROM records WHERE kind = 'recovery-sheet'").all(),
    )
    expect(kept.length).toBeGreaterThan(100)
    for (const group of recoveryKey.split('-')) expect(kept).not.toContain(group)
  })
})
