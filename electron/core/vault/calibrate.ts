/** How dear the passphrase of a real vault is to try on this machine: 0.5 to 1 s, by memory first, since memory is what attackers lack. */
import type { KdfCost, Ports } from '../ports.ts'

/** The least that a vault which can be stolen is written with. */
export const leastCost: KdfCost = { memory: 65_536, passes: 3, lanes: 4 }

const [least, aim, most] = [500, 700, 1_000]
const mostPasses = 8
/** However restless the machine is, there is an end. */
const mostSteps = 8

/**
 * Doubles the memory until a derivation takes half a second or the memory is used up, then adds passes. What seems slow is measured
 * three times, since a machine may be busy for a moment. Some 4 s in all; on a machine far slower than the floor the floor stands.
 */
export async function calibrate({ time, mostMemory }: NonNullable<Ports['measure']>): Promise<KdfCost> {
  const measure = async (cost: KdfCost): Promise<number> => {
    const taken = await time(cost)
    return taken < least ? taken : Math.min(taken, await time(cost), await time(cost))
  }
  let cost = leastCost
  let taken = await measure(cost)
  for (let steps = 1; steps < mostSteps && taken < least; steps++) {
    const next = dearer(cost, taken, mostMemory)
    if (next === null) break
    const measured = await measure(next)
    // Dearer than wished is worse at each unlock than cheaper is.
    if (measured > most) break
    cost = next
    taken = measured
  }
  return cost
}

function dearer(cost: KdfCost, taken: number, mostMemory: number): KdfCost | null {
  if (cost.memory * 2 <= mostMemory) return { ...cost, memory: cost.memory * 2 }
  const passes = Math.min(mostPasses, Math.max(cost.passes + 1, Math.floor((cost.passes * aim) / Math.max(1, taken))))
  return passes > cost.passes ? { ...cost, passes } : null
}

/** Trial vaults hold nothing that a stolen disk could give away, and are opened often. */
export const costFor = async (trial: boolean, { kdf, measure }: Pick<Ports, 'kdf' | 'measure'>): Promise<KdfCost> =>
  trial || measure === undefined ? kdf : calibrate(measure)
