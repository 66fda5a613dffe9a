/** What a colleague's desk that was taken over could put into a capsule that it signs: limits and hashes hold all the same. */
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import {
  change,
  give,
  look,
  newCase,
  refusal,
  start,
  stateOf,
  take,
  twoDesks,
  type Mate,
} from '../core/capsule/two-desks.ts'
import { linesIn } from '../../electron/core/capsule/part-lines.ts'
import { readEntry } from '../../electron/core/journal/entry-hash.ts'
import { heads } from '../../shared/domain/case/graph.ts'
import { deskOn, textFile } from '../core/desk-fixture.ts'
import { fixedPorts, passphrase, tempFolder } from '../core/vault-fixture.ts'
import {
  join as joined,
  jsonOf,
  partsOf,
  sealed,
  textPart,
  withManifest,
  type Document,
  type Part,
} from './capsule-forge.ts'
import { untouched } from './capsule-untouched.ts'

/** A machine with other things to do takes its time over keys and threads. */
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

let mk: Mate
let jv: Mate
let number: string
let parts: readonly Part[]
beforeEach(async () => {
  ;[mk, jv] = await twoDesks()
  number = await newCase(mk, 'Kit')
  await change(mk, number, { do: 'note', text: 'They called' })
  parts = await partsOf((await give(mk, jv)).bytesOf(), jv)
})

const forged = (some: readonly Part[]): Promise<Uint8Array> => sealed(joined(some), { by: mk, to: jv })

/** True as a whole: its sum, the heads of its journals, and what else the manifest says. */
const forgedWith = (some: readonly Part[], manifest: Document = {}): Promise<Uint8Array> =>
  forged(withManifest(some, { cases: casesOf(some), ...manifest }))

const casesOf = (some: readonly Part[]): readonly Document[] =>
  some.flatMap(({ name, bytes }) => {
    if (!name.startsWith('case/')) return []
    const entries = [...linesIn(bytes)].flatMap((line) => readEntry(line) ?? [])
    return [{ id: name.slice('case/'.length), number, heads: heads(entries) }]
  })

const journal = (): Part => {
  const found = parts.find(({ name }) => name.startsWith('case/'))
  if (found === undefined) throw new Error('no journal')
  return found
}

const withJournal = (lines: readonly string[]): readonly Part[] =>
  parts.map((part) => (part === journal() ? { ...part, bytes: Buffer.from(lines.join('\n')) } : part))

const linesOf = (): readonly string[] => journal().bytes.toString().split('\n')

const refuses = async (capsule: Uint8Array, code: string): Promise<void> =>
  untouched(jv, async () => expect(await refusal(jv, capsule)).toBe(code))

describe('a journal that was rewritten', () => {
  test('is refused for a word, a time or a person that its hashes do not cover', async () => {
    for (const [was, is] of [
      ['They called', 'Nobody called'],
      ['"code":"MK"', '"code":"JV"'],
      ['2026-11-23T12', '2026-11-22T12'],
    ] as const)
      await refuses(await forgedWith(withJournal(linesOf().map((line) => line.replace(was, is)))), 'capsule-damaged')
  })

  test('is refused with an entry missing in the middle, at the beginning, or at its end', async () => {
    const lines = linesOf()
    await refuses(await forgedWith(withJournal(lines.toSpliced(1, 1))), 'entries-incomplete')
    await refuses(await forgedWith(withJournal(lines.slice(1))), 'entries-incomplete')
    await refuses(await forgedWith(withJournal(lines.slice(0, -1)), { cases: casesOf(parts) }), 'capsule-damaged')
    await refuses(await forgedWith(withJournal([])), 'capsule-damaged')
  })

  test('is refused without a payload that nobody has purged', async () => {
    const emptied = linesOf().map((line) => {
      const { payload: _, salt: __, ...rest } = JSON.parse(line) as Document
      return JSON.stringify({ ...rest, salt: null, payload: null })
    })
    await refuses(await forgedWith(withJournal(emptied)), 'entries-incomplete')
  })

  test('is refused under the name of another case', async () => {
    const other = journal().name.replace(/.$/, (digit) => (digit === '0' ? '1' : '0'))
    await refuses(
      await forgedWith(parts.map((part) => (part === journal() ? { ...part, name: other } : part))),
      'capsule-damaged',
    )
  })

  test('is refused where its number is another one than the manifest says, or is that of another case here', async () => {
    const cases = (of: string) =>
      (jsonOf(parts, 'manifest')['cases'] as Document[]).map((one) => ({ ...one, number: of }))
    await refuses(await forgedWith(parts, { cases: cases('2026-MK-0777') }), 'capsule-damaged')
    const here = await newCase(jv, 'Mine')
    await refuses(await forgedWith(parts, { cases: cases(here) }), 'capsule-number-clash')
  })

  test('is refused where it holds other entries of this copy under numbers that this copy has used: an old backup went on', async () => {
    await take(jv, await give(mk, jv))
    const older = join(tempFolder(), 'vault')
    cpSync(jv.dir, older, { recursive: true })
    await change(jv, number, { do: 'note', text: 'mine' })
    await take(mk, await give(jv, mk))
    const back = await give(mk, jv)
    const restored: Mate = { ...jv, ...deskOn(older, fixedPorts(start, 99_000_000)) }
    await restored.call('vault.unlock', { passphrase })
    await change(restored, number, { do: 'note', text: 'something else' })
    expect(await refusal(restored, back)).toBe('entries-incomplete')
  })
})

describe('a stream that lies about itself', () => {
  const streamed = (edit: (plain: Buffer) => Buffer): Promise<Uint8Array> =>
    sealed(edit(joined(parts)), { by: mk, to: jv })

  test('with a length beyond its end, beyond every limit, or beyond all numbers is refused at once', async () => {
    const [first] = parts
    const at = 1 + (first?.name.length ?? 0)
    for (const [length, code] of [
      [BigInt(50_000_000), 'capsule-damaged'],
      [BigInt(10) ** BigInt(12), 'capsule-too-large'],
      [BigInt(2) ** BigInt(63), 'capsule-damaged'],
    ] as const)
      await refuses(
        await streamed((plain) => {
          plain.writeBigUInt64BE(length, at)
          return plain
        }),
        code,
      )
  })

  test('with parts of names that are none of ours is refused, and no name is ever a path', async () => {
    for (const name of [
      'blob/../../../vault.key',
      'case/..',
      '../x',
      'blob/',
      'exchanges',
      'constructor',
      '__proto__',
      '',
    ])
      await refuses(await forgedWith([...parts.slice(0, -1), textPart(name, 'x')]), 'capsule-damaged')
  })

  test('with something behind its files, or journals behind messages, is refused', async () => {
    const blob = textPart('blob/018f0000-0000-7000-8000-0000000000bb', 'x')
    await refuses(await forgedWith([blob, ...parts]), 'capsule-damaged')
    await refuses(await forgedWith([...parts.slice(0, -1), blob, blob]), 'capsule-damaged')
  })
})

describe('a bomb', () => {
  test('that unfolds to a thousand times its length is stopped', async () => {
    const plain = joined([{ name: 'cards', bytes: Buffer.alloc(200 * 1_048_576) }])
    const packed = await sealed(plain, { by: mk, to: jv, packed: true })
    expect(packed.length).toBeLessThan(2 * 1_048_576)
    await untouched(jv, async () => {
      expect(['capsule-too-large', 'capsule-damaged']).toContain(await refusal(jv, packed))
    })
  })

  test('of brackets, of one endless line, or of a million lines is refused, and the desk answers', async () => {
    const keysAs = (text: string): readonly Part[] =>
      parts.map((part) => (part.name === 'keys' ? textPart('keys', text) : part))
    await refuses(await forgedWith(keysAs('['.repeat(1_000_000))), 'capsule-damaged')
    await refuses(
      await forgedWith(keysAs(`{"a":${'{"a":'.repeat(200_000)}1${'}'.repeat(200_000)}}`)),
      'capsule-damaged',
    )
    await refuses(await forgedWith(keysAs('\n'.repeat(1_000_000))), 'capsule-damaged')
    await refuses(await forgedWith(withJournal(['x'.repeat(17 * 1_048_576)])), 'capsule-damaged')
    expect((await jv.call('me.show', {})).analyst.code).toBe('JV')
  })

  test("of information nested without end changes nothing: what is told of the team's decisions is checked, or not taken", async () => {
    const nested = `{"policy":${'['.repeat(5_000)}${']'.repeat(5_000)},"clocks":null,"disclosure":7,"turns":[]}`
    const some = parts.map((part) => (part.name === 'information' ? textPart('information', nested) : part))
    const before = await jv.call('policy.show', {})
    const view = await look(jv, await forgedWith(some))
    expect((await jv.call('capsule.take', { id: view.id, decisions: [] })).cases).toHaveLength(1)
    expect(await jv.call('policy.show', {})).toEqual(before)
  })
})

describe('what is told beside the cases', () => {
  test('of messages reaches only the cases that came along', async () => {
    const { exchange } = await mk.call('intake.open', {
      file: textFile(
        'report.eml',
        'From: a@orchard.example\nTo: b@harrow.example\nSubject: Page\nMessage-ID: <1@orchard.example>\n\nText\n',
      ),
    })
    await mk.call('intake.attach', { exchange: exchange.id, numbers: [number] })
    const mine = await newCase(jv, 'Mine')
    const some = await partsOf((await give(mk, jv)).bytesOf(), jv)
    const pushed = some.map((part) =>
      part.name.startsWith('exchange/')
        ? textPart(part.name, part.bytes.toString().replace(`["${number}"]`, `["${number}","${mine}"]`))
        : part,
    )
    await take(jv, await forged(withManifest(pushed)))
    expect((await jv.call('exchange.show', { exchange: exchange.id })).cases).toEqual([number])
    expect((await stateOf(jv, mine)).exchanges).toEqual([])
  })

  test('in words that this version does not have is said to be that, and no word of it is shown as ours', async () => {
    const given = { ...jsonOf(parts, 'handover') }
    const changed = [
      {
        at: '2026-11-23T12:00:00.000Z',
        number,
        title: 'Kit',
        said: { code: 'of-a-newer-version', params: {} },
        by: 'MK',
      },
    ]
    const some = parts.map((part) =>
      part.name === 'handover' ? textPart('handover', JSON.stringify({ ...given, changed })) : part,
    )
    await take(jv, await forgedWith(some))
    expect((await jv.call('handover.show', {})).changed).toMatchObject([{ said: { code: 'handover.said-newer' } }])
  })

  test('of a receipt for a handover that was never given here changes neither duty nor handover', async () => {
    const receipt = {
      capsule: '018f0000-0000-7000-8000-00000000abcd',
      at: '2026-11-23T12:00:00.000Z',
      by: 'MK',
      tier: 'N2',
      answers: [],
      owners: 0,
      taken: true,
    }
    const some = [...parts.filter(({ name }) => name !== 'handover'), textPart('receipt', JSON.stringify(receipt))]
    const before = await jv.call('duty.show', {})
    await take(jv, await forgedWith(some, { kind: 'receipt' }))
    expect(await jv.call('duty.show', {})).toEqual(before)
    expect((await jv.call('handover.show', {})).state).toBe('open')
  })
})
