/** How dear a passphrase is made: half a second to one where the machine can, never below the floor, an end on every machine. */
import { describe, expect, test } from 'vitest'
import { calibrate, costFor, leastCost } from '../../../electron/core/vault/calibrate.ts'
import { readKeyFile } from '../../../electron/core/vault/key-slots.ts'
import { createVault } from '../../../electron/core/vault/vault.ts'
import type { KdfCost } from '../../../electron/core/ports.ts'
import { expectOk, fixedPorts, passphrase, tempFolder } from '../vault-fixture.ts'

/** A machine that goes through so many MiB a second. */
const machine =
  (perSecond: number) =>
  async ({ memory, passes }: KdfCost): Promise<number> =>
    ((memory / 1024) * passes * 1000) / perSecond

const mostMemory = 524_288

describe('calibrated', () => {
  test.each([400, 800, 1_500, 3_000, 6_000])('on a machine of %i MiB/s it takes 0.5 to 1 s', async (perSecond) => {
    const time = machine(perSecond)
    const cost = await calibrate({ time, mostMemory })
    const taken = await time(cost)
    expect(taken).toBeGreaterThanOrEqual(perSecond < 400 ? 0 : 480)
    expect(taken).toBeLessThanOrEqual(1_000)
    expect(cost.memory).toBeGreaterThanOrEqual(leastCost.memory)
    expect(cost.memory).toBeLessThanOrEqual(mostMemory)
  })

  test('a machine far slower than the floor gets the floor: 64 MiB, 3 passes, 4 lanes', async () => {
    expect(await calibrate({ time: machine(20), mostMemory })).toEqual({ memory: 65_536, passes: 3, lanes: 4 })
    expect(await calibrate({ time: async () => Number.NaN, mostMemory })).toMatchObject({ lanes: 4 })
  })

  test('memory comes before passes, and a machine with little of it gets passes', async () => {
    expect(await calibrate({ time: machine(3_000), mostMemory })).toMatchObject({ memory: 524_288, passes: 3 })
    const small = await calibrate({ time: machine(3_000), mostMemory: 65_536 })
    expect(small.memory).toBe(65_536)
    expect(small.passes).toBeGreaterThan(leastCost.passes)
  })

  test('a moment of other work does not make it cheaper than the machine can', async () => {
    const time = machine(1_500)
    let call = 0
    const restless = async (cost: KdfCost): Promise<number> => (await time(cost)) + (++call === 1 ? 5_000 : 0)
    expect(await calibrate({ time: restless, mostMemory })).toEqual(await calibrate({ time, mostMemory }))
  })

  test('a machine that answers nothing sensible comes to an end', async () => {
    let calls = 0
    const time = async (): Promise<number> => {
      calls += 1
      return 0
    }
    const cost = await calibrate({ time, mostMemory })
    expect(calls).toBeLessThan(20)
    expect(cost.memory).toBeLessThanOrEqual(mostMemory)
    expect(cost.passes).toBeLessThanOrEqual(10)
  })
})

test('a vault that can be stolen has what was measured in its vault.json, a trial vault has the cheap one', async () => {
  const measured = { ...fixedPorts(), measure: { time: async () => 600, mostMemory } }
  for (const [trial, expected] of [
    [false, leastCost],
    [true, measured.kdf],
  ] as const) {
    const dir = tempFolder()
    expectOk(await createVault({ dir, passphrase, trial }, measured)).store.close()
    expect(expectOk(readKeyFile(dir)).passphrase).toMatchObject(expected)
    expect(await costFor(trial, measured)).toEqual(expected)
  }
})
