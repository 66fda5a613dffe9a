/** Guessing at the screen is slowed, by a clock that nobody can set, and nobody is locked out for good. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { attemptsOf, type Attempts } from '../../../electron/core/vault/attempts.ts'
import { codeOf, expectOk, fixedPorts, newVault, tempFolder, unlock } from '../vault-fixture.ts'

const fail = (attempts: Attempts, times: number): void => {
  for (let i = 0; i < times; i++) attempts.failed()
}

describe('waiting after wrong passphrases', () => {
  test('five are free, then each one doubles the pause, up to five minutes', () => {
    const attempts = attemptsOf(tempFolder(), () => 1000)
    const waits = Array.from({ length: 16 }, () => {
      attempts.failed()
      return attempts.wait()
    })
    expect(waits).toEqual([0, 0, 0, 0, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300, 300])
  })

  test('the pause runs on over processes: a new one neither frees nor begins it anew', () => {
    const dir = tempFolder()
    fail(
      attemptsOf(dir, () => 1000),
      8,
    )
    expect(attemptsOf(dir, () => 1000).wait()).toBe(16)
    expect(attemptsOf(dir, () => 1010).wait()).toBe(6)
    expect(attemptsOf(dir, () => 1016).wait()).toBe(0)
  })

  test('a restart of the machine frees nothing and locks out for no more than the pause', () => {
    const dir = tempFolder()
    fail(
      attemptsOf(dir, () => 90_000),
      30,
    )
    expect(attemptsOf(dir, () => 10).wait()).toBe(290)
    expect(attemptsOf(dir, () => 300).wait()).toBe(0)
  })

  test('a damaged count is the longest pause, and it too comes to an end', () => {
    const dir = tempFolder()
    for (const damage of ['', '{', '{"count":-1,"at":0}', '{"count":0}', '[]']) {
      writeFileSync(join(dir, 'attempts.json'), damage)
      expect(attemptsOf(dir, () => 5000).wait()).toBe(300)
      expect(attemptsOf(dir, () => 5300).wait()).toBe(0)
    }
  })
})

describe('at the vault', () => {
  test('after the pause the right passphrase opens it, whatever the wall clock says', async () => {
    const dir = tempFolder()
    const ports = fixedPorts()
    const { store } = await newVault(dir, ports)
    store.close()
    const codes: (string | null)[] = []
    for (let i = 0; i < 6; i++) codes.push(codeOf(await unlock(dir, ports, 'wrong')))
    expect(codes).toEqual([...Array<string>(4).fill('passphrase-wrong'), 'passphrase-wait', 'passphrase-wait'])
    for (const years of [10, -20]) {
      ports.moveClock(years * 365 * 86_400_000)
      expect(codeOf(await unlock(dir, ports))).toBe('passphrase-wait')
    }
    ports.runOn(1)
    expect(codeOf(await unlock(dir, ports))).toBe('passphrase-wait')
    ports.runOn(1)
    expectOk(await unlock(dir, ports)).store.close()
  })

  test('a hundred tries at once are no more than five', async () => {
    const dir = tempFolder()
    const { store } = await newVault(dir)
    store.close()
    const codes = (
      await Promise.all(Array.from({ length: 100 }, (_, i) => unlock(dir, fixedPorts(), `guess ${i}`)))
    ).map(codeOf)
    expect(codes).not.toContain(null)
    const { count } = z.object({ count: z.int() }).parse(JSON.parse(readFileSync(join(dir, 'attempts.json'), 'utf8')))
    expect(count).toBeLessThanOrEqual(5)
    expect(codes.filter((code) => code === 'passphrase-wrong').length).toBeLessThanOrEqual(count)
  })
})
