/** Capsules that were changed on their way: every bit, every end, the first line. Refused with words, and nothing is written. */
import { describe, expect, test, vi } from 'vitest'
import { chanceOf } from '../hard/chance.ts'
import { give, newCase, refusal, twoDesks, look, type Mate } from '../core/capsule/two-desks.ts'
import { textFile } from '../core/desk-fixture.ts'
import { head, join, partsOf, sealed } from './capsule-forge.ts'
import { untouched } from './capsule-untouched.ts'

const seed = 20_261_123

/** A machine with other things to do takes its time over keys and threads. */
vi.setConfig({ testTimeout: 180_000 })

let mk: Mate
let jv: Mate
let capsule: Uint8Array

const pair = async (): Promise<void> => {
  ;[mk, jv] = await twoDesks()
  const number = await newCase(mk, 'Kit')
  const secured = { source: 'by hand', place: '', takenAt: null }
  await mk.call('case.evidence', { number, file: textFile('dump.bin', 'x'.repeat(5_000)), ...secured })
  capsule = (await give(mk, jv)).bytesOf()
}

const refusals = [
  'capsule-damaged',
  'capsule-tampered',
  'capsule-for-another',
  'capsule-stranger',
  'capsule-none',
  'capsule-newer',
]

describe('a capsule', () => {
  test('of which one bit was turned, one end was cut, or to which something was added, is refused', async () => {
    await pair()
    const chance = chanceOf(seed)
    const flipped = (at: number): Uint8Array => {
      const bytes = Uint8Array.from(capsule)
      bytes[at] = (bytes[at] ?? 0) ^ (1 << chance.below(8))
      return bytes
    }
    const bodyAt = (): number => head.length + chance.below(capsule.length - head.length)
    const hurt = [
      ...Array.from({ length: 12 }, () => flipped(bodyAt())),
      flipped(capsule.length - 1),
      flipped(capsule.length - 25),
      ...Array.from({ length: 4 }, () => capsule.slice(0, bodyAt())),
      capsule.slice(0, head.length),
      capsule.slice(0, capsule.length - 1),
      Buffer.concat([capsule, Buffer.from('x')]),
      Buffer.concat([capsule, capsule.subarray(head.length)]),
    ]
    await untouched(jv, async () => {
      for (const [index, bytes] of hurt.entries()) {
        const code = await refusal(jv, bytes)
        expect(refusals, `seed ${seed}, damage ${index}: ${code}`).toContain(code)
      }
    })
    expect((await look(jv, capsule)).cases).toBe(1)
  })

  test('of a newer version, and a file that is none, are told apart', async () => {
    await pair()
    const newer = Buffer.concat([Buffer.from('signet capsule 2\n'), capsule.subarray(head.length)])
    await untouched(jv, async () => {
      expect(await refusal(jv, newer)).toBe('capsule-newer')
      expect(await refusal(jv, new Uint8Array())).toBe('capsule-none')
      expect(await refusal(jv, Buffer.from('%PDF-1.7\n'))).toBe('capsule-none')
      expect(await refusal(jv, capsule.subarray(head.length))).toBe('capsule-none')
      expect(await refusal(jv, Buffer.from(`signet capsule ${'9'.repeat(50_000)}\n`))).toBe('capsule-none')
    })
  })

  test('of which a part was left out, doubled or put elsewhere is refused, even signed by its giver', async () => {
    await pair()
    const parts = await partsOf(capsule, jv)
    const [first] = parts
    if (first === undefined) throw new Error('no parts')
    const changed = [
      parts.slice(1),
      parts.slice(0, -1),
      [first, ...parts],
      [...parts.slice(1, -1), first, ...parts.slice(-1)],
      [...parts, first],
      parts.filter(({ name }) => !name.startsWith('blob/')),
      parts.map((part) => (part.name.startsWith('blob/') ? { ...part, bytes: Buffer.alloc(part.bytes.length) } : part)),
    ]
    await untouched(jv, async () => {
      for (const some of changed)
        expect(await refusal(jv, await sealed(join(some), { by: mk, to: jv }))).toBe('capsule-damaged')
    })
    expect((await look(jv, await sealed(join(parts), { by: mk, to: jv }))).cases).toBe(1)
  })
})
