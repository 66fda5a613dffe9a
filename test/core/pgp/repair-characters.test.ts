/** Keys of several algorithms with lost, doubled, swapped and mistaken characters: repaired to the very octet, or left alone. */
import { afterAll, describe, expect, it } from 'vitest'
import { printedBlocks, printedBody } from '../../../electron/core/pgp/repair/printed-block.ts'
import { repairBlock } from '../../../electron/core/pgp/repair/repair-block.ts'
import { damage, faults, putTogether, randomFrom, type Fault } from '../../material/damage.ts'
import { keyNames, sampleKey, type SampleKey } from '../../material/damaged-keys.ts'

/** Other suites run beside this one; on an idle machine most take a tenth of a second. */
const SECONDS = 20
const samples: readonly SampleKey[] = await Promise.all(keyNames.map(sampleKey))
const table = new Map<string, Map<string, { tried: number; repaired: number; times: number[] }>>()

const combinations: readonly (readonly Fault[])[] = [
  ['look-alike', 'look-alike'],
  ['lost', 'look-alike'],
  ['any', 'any'],
  ['swapped', 'look-alike'],
]

const heavy: readonly (readonly Fault[])[] = [
  ['look-alike', 'look-alike', 'look-alike'],
  ['lost', 'look-alike', 'look-alike'],
  ['look-alike', 'look-alike', 'look-alike', 'look-alike'],
]

async function attempt({ armour, fingerprint }: SampleKey, body: string, seconds: number) {
  const [block] = printedBlocks(putTogether({ ...armour, body }))
  if (!block) throw new Error('no block')
  const until = performance.now() + seconds * 1000
  return repairBlock(printedBody(block), fingerprint, () => performance.now() > until)
}

/** @returns whether it was repaired; never with other octets than the owner's. */
async function repairs(sample: SampleKey, kinds: readonly Fault[], seed: number, seconds = SECONDS): Promise<boolean> {
  const damaged = damage(sample.armour.body, kinds, randomFrom(seed))
  const start = performance.now()
  const outcome = await attempt(sample, damaged, seconds)
  note(kinds.join(' + '), sample.name, outcome.ok, performance.now() - start)
  if (outcome.ok) {
    expect(Buffer.compare(outcome.value.bytes, sample.bytes)).toBe(0)
    expect(applied(damaged, outcome.value.repairs)).toBe(sample.armour.body)
  }
  return outcome.ok
}

/** The printed characters with the listed changes made. */
function applied(printed: string, repairs: readonly { at: number; was: string; is: string }[]): string {
  const characters = Array.from(printed)
  for (const { at, was, is } of repairs.toReversed()) {
    expect(was === '' || characters[at - 1] === was).toBe(true)
    characters.splice(at - 1, was.length, ...Array.from(is))
  }
  return characters.join('')
}

function note(kind: string, name: string, repaired: boolean, time: number): void {
  const row = table.get(kind) ?? new Map<string, { tried: number; repaired: number; times: number[] }>()
  const cell = row.get(name) ?? { tried: 0, repaired: 0, times: [] }
  table.set(kind, row)
  row.set(name, { tried: cell.tried + 1, repaired: cell.repaired + Number(repaired), times: [...cell.times, time] })
}

afterAll(() => {
  const lines = [...table].map(([kind, row]) => {
    const cells = keyNames.map((name) => {
      const cell = row.get(name)
      return cell ? `${cell.repaired}/${cell.tried} ${Math.round(Math.max(...cell.times))} ms` : '-'
    })
    return [kind, ...cells].join(' | ')
  })
  console.log([['faults', ...keyNames].join(' | '), ...lines].join('\n'))
})

describe('one damaged character', () => {
  it.each(faults)('that is %s is put right in every key', { timeout: 400_000 }, async (fault) => {
    for (const [index, sample] of samples.entries()) {
      expect([sample.name, await repairs(sample, [fault], 100 + index)]).toEqual([sample.name, true])
    }
  })
})

it('two damaged characters are put right in most keys', { timeout: 900_000 }, async () => {
  let [tried, repaired] = [0, 0]
  for (const [index, kinds] of combinations.entries()) {
    for (const sample of samples) {
      tried += 1
      repaired += Number(await repairs(sample, kinds, 200 + index, 8))
    }
  }
  expect(repaired / tried).toBeGreaterThan(0.75)
})

it(
  'three and four damaged characters are put right in many short keys, and never wrongly',
  { timeout: 900_000 },
  async () => {
    const short = samples.filter(({ name }) => name === 'ed25519' || name === 'gnupg' || name === 'p256')
    let repaired = 0
    for (const [index, kinds] of heavy.entries()) {
      for (const sample of short) repaired += Number(await repairs(sample, kinds, 300 + index, 8))
    }
    expect(repaired).toBeGreaterThanOrEqual(4)
  },
)

it('characters that are no base64 are read as what they look like, or left out', { timeout: 120_000 }, async () => {
  const [sample] = samples
  if (!sample) throw new Error('no sample')
  const { body } = sample.armour
  const [ell, ess] = [body.indexOf('l', 20), body.indexOf('S', 20)]
  const strange = Array.from(body)
  strange[ell] = '|'
  strange[ess] = '§'
  strange.splice(300, 0, '·')
  for (const printed of [strange.join(''), body.replace(/^(.{60})./, '$1€')]) {
    const outcome = await attempt(sample, printed, SECONDS)
    expect(outcome.ok && Buffer.compare(outcome.value.bytes, sample.bytes)).toBe(0)
  }
})
