/** Journals on disk, and what two copies of a vault make of each other's entries. */
import { describe, expect, test } from 'vitest'
import type { Act } from '../../../shared/domain/case/act.ts'
import type { CaseId, Entry } from '../../../shared/domain/case/entry.ts'
import { fold } from '../../../shared/domain/case/fold.ts'
import { heads } from '../../../shared/domain/case/graph.ts'
import { nextClock } from '../../../shared/domain/case/hybrid-clock.ts'
import { caseNumber } from '../../../shared/domain/case/number.ts'
import type { Result } from '../../../shared/kit/result.ts'
import type { Saying } from '../../../shared/words/say.ts'
import { entryHash, readEntry, toPortable, type PortableEntry } from '../../../electron/core/journal/entry-hash.ts'
import { entriesOf, take } from '../../../electron/core/journal/journal.ts'
import { canonical } from '../../../electron/core/store/canonical.ts'
import type { Store } from '../../../electron/core/store/store.ts'
import {
  caseId,
  codeOf,
  expectOk,
  fixedPorts,
  idOf,
  journalled,
  newVault,
  note,
  notesOf,
  opening,
  reopened,
  tempFolder,
  type FixedPorts,
} from '../vault-fixture.ts'

interface Copy {
  readonly dir: string
  readonly store: Store
  readonly ports: FixedPorts
}

/** Ids of different copies never meet: each counts from its own place. */
async function newCopy(number: number): Promise<Copy> {
  const dir = tempFolder()
  const ports = fixedPorts('2026-11-22T08:00:00.000Z', number * 100_000)
  const { store } = await newVault(dir, ports)
  return { dir, store, ports }
}

const write = ({ store, ports }: Copy, ...acts: Act[]): readonly Entry[] => {
  ports.moveClock(60_000)
  return journalled(store, ports, acts)
}

const portableOf = ({ store }: Copy): readonly PortableEntry[] => entriesOf(store, caseId).map(toPortable)

const give = ({ store }: Copy, entries: readonly unknown[], id: CaseId = caseId): Result<number, Saying> =>
  store.commit((tx) => take(tx, store, id, entries))

const set = (field: 'severity' | 'owner' | 'title', value: string): Act => ({
  kind: 'field.set',
  field,
  value,
  reason: null,
})

describe('appending', () => {
  test('numbers entries without gaps, each on the heads before it', async () => {
    const copy = await newCopy(1)
    write(copy, opening, note('one'))
    write(copy, note('two'))
    copy.store.close()
    const { store } = await reopened(copy.dir)
    const entries = entriesOf(store, caseId).toSorted((a, b) => a.seq - b.seq)
    expect(entries.map(({ seq }) => seq)).toEqual([1, 2, 3])
    expect(entries.map(({ parents }) => parents)).toEqual([[], [entries[0]?.hash], [entries[1]?.hash]])
    expect(notesOf(store)).toHaveLength(2)
  })

  test('goes on in order when the clock jumps back by ten years', async () => {
    const copy = await newCopy(1)
    write(copy, opening, note('before'))
    copy.ports.moveClock(-10 * 365 * 86_400_000)
    write(copy, note('after'), set('severity', 'high'))
    copy.store.close()
    const { store } = await reopened(copy.dir)
    const clocks = entriesOf(store, caseId)
      .toSorted((a, b) => a.seq - b.seq)
      .map(({ clock }) => clock)
    expect(clocks).toEqual(clocks.toSorted())
    expect(new Set(clocks).size).toBe(4)
    expect(fold(entriesOf(store, caseId))?.severity).toBe('high')
  })

  test('a row that was changed in the database does not read, and its number is not given again', async () => {
    const copy = await newCopy(1)
    const [, , last] = write(copy, opening, note('kept'), note('changed'))
    copy.store.db
      .prepare('UPDATE entries SET payload = ? WHERE hash = ?')
      .run([canonical(note('forged')), last?.hash ?? ''])
    expect(notesOf(copy.store)).toEqual(['kept'])
    copy.store.db.prepare('UPDATE entries SET skeleton = ? WHERE hash = ?').run(['{not json', last?.hash ?? ''])
    expect(notesOf(copy.store)).toEqual(['kept'])
  })
})

describe('an entry from outside', () => {
  test.each<readonly [string, (entry: PortableEntry) => unknown]>([
    ['another payload', (entry) => ({ ...entry, payload: note('forged') })],
    ['another kind of payload', (entry) => ({ ...entry, payload: { kind: 'case.reopened', reason: 'x' } })],
    ['another salt', (entry) => ({ ...entry, salt: '0'.repeat(32) })],
    ['another hash', (entry) => ({ ...entry, hash: '0'.repeat(64) })],
    ['another time', (entry) => ({ ...entry, skeleton: { ...entry.skeleton, at: '2020-01-01T00:00:00.000Z' } })],
    [
      'another actor',
      (entry) => ({ ...entry, skeleton: { ...entry.skeleton, actor: { ...entry.skeleton.actor, code: 'XX' } } }),
    ],
    ['other parents', (entry) => ({ ...entry, skeleton: { ...entry.skeleton, parents: ['0'.repeat(64)] } })],
    ['another copy', (entry) => ({ ...entry, skeleton: { ...entry.skeleton, copy: idOf(9) } })],
    ['a field more in the skeleton', (entry) => ({ ...entry, skeleton: { ...entry.skeleton, extra: 1 } })],
    ['a kind that does not fit its payload', (entry) => rehashed(entry, { kind: 'case.closed' })],
    [
      'a clock so far ahead that ours could not follow',
      (entry) => rehashed(entry, { clock: '999999999999999.999999' }),
    ],
    ['a number of 0', (entry) => rehashed(entry, { seq: 0 })],
    ['nothing in it', () => ({})],
    ['no shape at all', () => null],
  ])('with %s is refused, and nothing is taken', async (_, forge) => {
    const [ours, theirs] = [await newCopy(1), await newCopy(2)]
    write(theirs, opening, note('real'))
    const [first, second] = portableOf(theirs).toSorted((a, b) => a.skeleton.seq - b.skeleton.seq)
    if (first === undefined || second === undefined) throw new Error('two entries were written')
    expect(codeOf(give(ours, [first, forge(second)]))).toBe('entries-unverified')
    expect(entriesOf(ours.store, caseId)).toEqual([])
    expectOk(give(ours, [first, second]))
  })

  test('of another case is refused', async () => {
    const [ours, theirs] = [await newCopy(1), await newCopy(2)]
    write(theirs, opening)
    expect(codeOf(give(ours, portableOf(theirs), idOf(77) as CaseId))).toBe('entries-unverified')
  })

  test('under an id that another entry has is refused', async () => {
    const [ours, theirs] = [await newCopy(1), await newCopy(1)]
    write(ours, opening)
    journalled(theirs.store, theirs.ports, [opening], idOf(0xbad) as CaseId)
    const foreign = entriesOf(theirs.store, idOf(0xbad) as CaseId).map(toPortable)
    expect(codeOf(give(ours, foreign, idOf(0xbad) as CaseId))).toBe('entries-incomplete')
  })

  test('with its payload purged verifies by its skeleton, where the purge comes with it', async () => {
    const [ours, theirs] = [await newCopy(1), await newCopy(2)]
    write(theirs, opening, note('personal data'))
    const before = portableOf(theirs)
    write(theirs, {
      kind: 'purged',
      number: '2026-MK-0001',
      by: 'MK',
      second: 'JV',
      reason: 'kept long enough',
      entries: 2,
      blobs: 0,
    })
    const purged = portableOf(theirs).map((entry) =>
      entry.skeleton.kind === 'purged' ? entry : { ...entry, salt: null, payload: null },
    )
    const withheld = purged.filter(({ skeleton }) => skeleton.kind !== 'purged')
    expect(codeOf(give(ours, withheld))).toBe('entries-incomplete')
    expectOk(give(ours, purged))
    expect(notesOf(ours.store)).toEqual([])
    expect(entriesOf(ours.store, caseId)).toHaveLength(3)
    // What was purged here does not come back with the next file.
    expect(expectOk(give(ours, before))).toBe(0)
    expect(notesOf(ours.store)).toEqual([])
  })

  test('by a clock that is far ahead is followed, and our own next entries still verify', async () => {
    const [ours, theirs] = [await newCopy(1), await newCopy(2)]
    write(theirs, opening)
    const [entry] = portableOf(theirs)
    if (entry === undefined) throw new Error('one entry was written')
    expectOk(give(ours, [rehashed(entry, { clock: '010413791999999.999999' })]))
    write(ours, note('one'), note('two'))
    expect(notesOf(ours.store).toSorted()).toEqual(['one', 'two'])
    expect(nextClock(0, '010413791999999.999999')).toBe('010413792000000.000000')
  })
})

describe('a file with entries missing or doubled', () => {
  test('a gap, an unknown parent, and a number used twice are refused; the rest of the vault is as before', async () => {
    const [ours, theirs, twin] = [await newCopy(1), await newCopy(2), await newCopy(3)]
    write(theirs, opening, note('a'), note('b'), note('c'))
    const all = portableOf(theirs).toSorted((a, b) => a.skeleton.seq - b.skeleton.seq)
    for (const missing of all.slice(0, -1)) {
      expect(
        codeOf(
          give(
            ours,
            all.filter((entry) => entry !== missing),
          ),
        ),
      ).toBe('entries-incomplete')
    }
    // A copy that was restored from an older backup and wrote another entry under the same number.
    expectOk(give(twin, all.slice(0, 3)))
    const [fork] = all.slice(3).map((entry) => rehashed(entry, { at: '2026-11-23T00:00:00.000Z', id: idOf(5) }))
    expectOk(give(twin, [fork]))
    expect(codeOf(give(twin, all))).toBe('entries-incomplete')
    expect(entriesOf(ours.store, caseId)).toEqual([])
    // One that comes twice is one.
    expect(expectOk(give(ours, [...all, all[3]]))).toBe(4)
  })
})

describe('two copies', () => {
  /** One begins, both write without knowing of each other. */
  async function apart(): Promise<{ ours: Copy; theirs: Copy }> {
    const [ours, theirs] = [await newCopy(1), await newCopy(2)]
    write(ours, opening, set('severity', 'low'), note('begun'))
    expect(expectOk(give(theirs, portableOf(ours)))).toBe(3)
    write(ours, set('severity', 'high'), note('ours'))
    write(theirs, set('severity', 'critical'), set('owner', 'LN'), note('theirs'))
    return { ours, theirs }
  }

  test('read the same case after taking each other, whichever takes first and in whatever order entries come', async () => {
    const { ours, theirs } = await apart()
    const [fromOurs, fromTheirs] = [portableOf(ours), portableOf(theirs)]
    expect(expectOk(give(ours, fromTheirs.toReversed()))).toBe(3)
    expect(expectOk(give(theirs, fromOurs))).toBe(2)
    for (const copy of [ours, theirs]) copy.store.close()
    const [one, other] = [(await reopened(ours.dir)).store, (await reopened(theirs.dir)).store]
    expect(one.findings).toEqual([])
    expect(fold(entriesOf(one, caseId))).toEqual(fold(entriesOf(other, caseId)))
    expect(notesOf(one).toSorted()).toEqual(['begun', 'ours', 'theirs'])
    expect(heads(entriesOf(one, caseId))).toEqual(heads(entriesOf(other, caseId)))
  })

  test('keep what both set as two values until a person settles it, on every copy', async () => {
    const { ours, theirs } = await apart()
    expectOk(give(ours, portableOf(theirs)))
    const [conflict] = fold(entriesOf(ours.store, caseId))?.conflicts ?? []
    expect(conflict?.values.map(({ value }) => value).toSorted()).toEqual(['critical', 'high'])
    write(ours, set('severity', 'high'))
    expectOk(give(theirs, portableOf(ours)))
    for (const copy of [ours, theirs]) {
      const state = fold(entriesOf(copy.store, caseId))
      expect(state).toMatchObject({ severity: 'high', conflicts: [], owner: 'LN' })
    }
  })

  test('change no hash and take nothing twice', async () => {
    const { ours, theirs } = await apart()
    const before = portableOf(theirs)
    expectOk(give(ours, before))
    expect(expectOk(give(ours, before))).toBe(0)
    const after = portableOf(ours).filter(({ skeleton }) => skeleton.copy === theirs.store.copy)
    expect(after.map(canonical).toSorted()).toEqual(
      before
        .filter(({ skeleton }) => skeleton.copy === theirs.store.copy)
        .map(canonical)
        .toSorted(),
    )
  })

  test('never give the same case number, having different tags', () => {
    const tags = ['MK', 'MK2', 'LN', 'M2']
    const numbers = tags.flatMap((tag) =>
      [2026, 2027].flatMap((year) => Array.from({ length: 11_000 }, (_, i) => caseNumber(year, tag, i + 1))),
    )
    expect(new Set(numbers).size).toBe(numbers.length)
  })
})

test('what left and came back is the same entry', async () => {
  const copy = await newCopy(1)
  for (const entry of write(copy, opening, note('é \u2028 😀 "'))) {
    expect(readEntry(JSON.parse(JSON.stringify(toPortable(entry))))).toEqual(entry)
  }
})

/** What somebody writes who knows the format: another skeleton with a hash that fits it. */
function rehashed(entry: PortableEntry, change: Partial<Entry>): PortableEntry {
  const skeleton = { ...entry.skeleton, ...change } as Entry
  return { ...entry, skeleton: { ...skeleton, parents: [...skeleton.parents] }, hash: entryHash(skeleton) }
}
