/** A changed passphrase and a new recovery sheet: what opens then, what does not, and what is said of older backups. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
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
  const groupsOf = (key: string) => [1, 4, 7].map((place) => ({ place, text: key.split('-')[place - 1] ?? '' }))
  const opens = async (dir: string, recoveryKey: string): Promise<boolean> => {
    const done = await recoverVault({ dir, trialOnly: true }, { recoveryKey, passphrase }, ports)
    if (done.ok) done.value.store.close()
    else expect(done.problem.code).toBe('recovery-wrong')
    return done.ok
  }

  test('takes the place of the one before once three of its groups were typed', async () => {
    const desk = await copiedDesk()
    expect(await desk.refused('vault.recovery', { passphrase: 'not this one' })).toBe('passphrase-wrong')
    const { recoveryKey: first } = await desk.call('vault.recovery', { passphrase })
    const proved = await desk.call('vault.prove', { groups: groupsOf(first) })
    expect(proved.recovery.provedAt).not.toBeNull()
    expect(proved.recovery.next).toBeNull()
    const { recoveryKey: second } = await desk.call('vault.recovery', { passphrase })
    expect((await desk.call('vault.prove', { groups: groupsOf(second) })).recovery.next).toBeNull()
    expect(await desk.refused('vault.prove', { groups: groupsOf(first) })).toBe('sheet-differs')
    const again = await reopenedDesk(desk)
    expect((await again.call('vault.keys', {})).recovery.provedAt).not.toBeNull()
    again.core.close()
    expect(await opens(desk.dir, first)).toBe(false)
    expect(await opens(desk.dir, second)).toBe(true)
  })

  test('opens beside the one before until then, and after a new data key; a still newer one takes the place of it alone', async () => {
    const desk = await copiedDesk()
    const { recoveryKey: first } = await desk.call('vault.recovery', { passphrase })
    await desk.call('vault.prove', { groups: groupsOf(first) })
    const { recoveryKey: lost } = await desk.call('vault.recovery', { passphrase })
    const { recoveryKey: waiting } = await desk.call('vault.recovery', { passphrase })
    const { provedAt, next: since } = (await desk.call('vault.keys', {})).recovery
    expect(provedAt).not.toBeNull()
    expect(since).not.toBeNull()
    const again = await reopenedDesk(desk)
    await again.call('vault.rotate', { passphrase })
    await vi.waitFor(() => expect(again.core.session()).toBeNull(), { timeout: 60_000, interval: 50 })
    const { dir } = desk
    for (const [sheet, isOpening] of [
      [first, true],
      [lost, false],
      [waiting, true],
    ] as const)
      expect(await opens(dir, sheet)).toBe(isOpening)
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
