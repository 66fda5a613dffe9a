import { describe, expect, test } from 'vitest'
import * as fc from 'fast-check'
import { actSchema, type Act } from '../../../shared/domain/case/act.ts'
import { checkItems } from '../../../shared/domain/case/checklist.ts'
import type { CaseState } from '../../../shared/domain/case/case.ts'
import type { Entry } from '../../../shared/domain/case/entry.ts'
import { fold } from '../../../shared/domain/case/fold.ts'
import { heads, inOrder } from '../../../shared/domain/case/graph.ts'
import { closingCodes, observableStates, severities, workPhases } from '../../../shared/domain/case/vocabulary.ts'
import { merge, noon, opened, write } from './journal.ts'

const minute = 60_000
const set = (field: 'owner' | 'rung' | 'tlp' | 'title' | 'severity', value: string | number | null): Act => ({
  kind: 'field.set',
  field,
  value,
  reason: null,
})

function folded(entries: readonly Entry[]): CaseState {
  const state = fold(entries)
  if (state === null) throw new Error('no case')
  return state
}

describe('a case of one copy', () => {
  test('is what its entries say, the last one last', () => {
    let journal = write(opened, 'MK', set('owner', 'MK'), noon + minute)
    journal = write(journal, 'MK', set('owner', 'JV'), noon + 2 * minute)
    journal = write(
      journal,
      'MK',
      { kind: 'phase.set', phase: 'coordination', reason: null, left: [] },
      noon + 3 * minute,
    )
    expect(folded(journal)).toMatchObject({
      number: '2026-MK-0001',
      owner: 'JV',
      phase: 'coordination',
      conflicts: [],
      updatedAt: '2026-11-23T12:03:00.000Z',
    })
  })

  test('the first answer counts, later ones do not move it', () => {
    let journal = write(opened, 'MK', { kind: 'response.made', channel: 'phone', note: '' }, noon + minute)
    journal = write(journal, 'MK', { kind: 'response.made', channel: 'email', note: '' }, noon + 9 * minute)
    expect(folded(journal).respondedAt).toBe('2026-11-23T12:01:00.000Z')
  })

  test('opened again after closing, it is in resolution and has no closing', () => {
    let journal = write(opened, 'MK', { kind: 'case.closed', code: 'resolved', note: 'done' }, noon + minute)
    expect(folded(journal)).toMatchObject({ phase: 'closed', closing: { code: 'resolved' } })
    journal = write(journal, 'MK', { kind: 'case.reopened', reason: 'again' }, noon + 2 * minute)
    expect(folded(journal)).toMatchObject({ phase: 'resolution', closing: null })
  })

  test('a purged entry leaves its skeleton and nothing else', () => {
    const journal = write(opened, 'MK', set('owner', 'MK'), noon + minute)
    const purged = journal.map((entry) => (entry.seq === 2 ? { ...entry, payload: null } : entry))
    expect(folded(purged)).toMatchObject({ owner: null, updatedAt: '2026-11-23T12:01:00.000Z' })
  })

  test('a value of the wrong shape counts as not set', () => {
    let journal = write(opened, 'MK', set('rung', 100), noon + minute)
    journal = write(journal, 'MK', set('tlp', 'PURPLE'), noon + minute)
    journal = write(journal, 'MK', set('severity', 'huge'), noon + minute)
    expect(folded(journal)).toMatchObject({ rung: null, tlp: 'AMBER', severity: null })
  })

  test('nothing, or entries without an opening, are no case', () => {
    expect([fold([]), fold(opened.map((entry) => ({ ...entry, payload: null })))]).toEqual([null, null])
  })
})

describe('a case of two copies', () => {
  const mine = write(opened, 'MK', set('owner', 'MK'), noon + minute)
  const theirs = write(opened, 'JV', set('owner', 'JV'), noon + 2 * minute)
  const both = merge(mine, theirs)

  test('reads the same whichever copy comes first', () => {
    expect(fold(merge(mine, theirs))).toEqual(fold(merge(theirs, mine)))
    expect(fold(both.toReversed())).toEqual(fold(both))
  })

  test('keeps both values of a field that both set unseen', () => {
    expect(folded(both).conflicts).toEqual([
      {
        field: 'owner',
        on: 'field',
        values: [
          { value: 'MK', actor: { code: 'MK', tier: 'N1', role: 'analyst' }, at: '2026-11-23T12:01:00.000Z' },
          { value: 'JV', actor: { code: 'JV', tier: 'N1', role: 'analyst' }, at: '2026-11-23T12:02:00.000Z' },
        ],
      },
    ])
  })

  test('the same value twice is no conflict', () => {
    expect(folded(merge(mine, write(opened, 'JV', set('owner', 'MK'), noon + 5 * minute))).conflicts).toEqual([])
  })

  test('stays in conflict through entries about other things', () => {
    const more = write(both, 'MK', { kind: 'note.added', text: 'merged' }, noon + 10 * minute)
    expect(folded(more).conflicts).toHaveLength(1)
  })

  test('stays in conflict where only one side is written on', () => {
    const more = merge(both, write(mine, 'MK', set('owner', 'AB'), noon + 10 * minute))
    expect(
      folded(more)
        .conflicts[0]?.values.map(({ value }) => value)
        .sort(),
    ).toEqual(['AB', 'JV'])
  })

  test('is settled by an entry written on both, whatever its clock says', () => {
    const settled = write(both, 'JV', set('owner', 'JV'), noon - 1_000 * minute)
    expect(folded(settled)).toMatchObject({ owner: 'JV', conflicts: [] })
  })

  test('different fields never conflict', () => {
    expect(folded(merge(mine, write(opened, 'JV', set('rung', 4), noon + minute)))).toMatchObject({
      owner: 'MK',
      rung: 4,
      conflicts: [],
    })
  })
})

const anyAct: fc.Arbitrary<Act> = fc.oneof(
  fc.record({
    kind: fc.constant('field.set' as const),
    field: fc.constantFrom('owner' as const, 'rung' as const, 'tlp' as const, 'title' as const),
    value: fc.constantFrom('MK', 'JV', 3, 'RED', null),
    reason: fc.constant(null),
  }),
  fc.constant<Act>({ kind: 'note.added', text: 'x' }),
  fc.record({
    kind: fc.constant('check.set' as const),
    item: fc.constantFrom(...checkItems),
    state: fc.constantFrom('done' as const, 'open' as const),
    reason: fc.constant(null),
  }),
  fc.record({
    kind: fc.constant('phase.set' as const),
    phase: fc.constantFrom(...workPhases),
    reason: fc.constant(null),
    left: fc.constant<string[]>([]),
  }),
  fc.record({
    kind: fc.constant('case.closed' as const),
    code: fc.constantFrom(...closingCodes),
    note: fc.constant('n'),
  }),
  fc.constant<Act>({ kind: 'case.reopened', reason: 'r' }),
  fc.record({
    kind: fc.constant('task.added' as const),
    task: fc.constantFrom('t1', 't2'),
    text: fc.constantFrom('a', 'b'),
    due: fc.constant(null),
    owner: fc.constant(null),
  }),
  fc.record({ kind: fc.constant('task.set' as const), task: fc.constantFrom('t1', 't2'), done: fc.boolean() }),
  fc.record({
    kind: fc.constant('observable.set' as const),
    type: fc.constant('ip' as const),
    value: fc.constantFrom('192.0.2.1', '192.0.2.2'),
    state: fc.constantFrom(...observableStates),
    source: fc.constantFrom(null, 'report'),
  }),
  fc.constant<Act>({ kind: 'response.made', channel: 'phone', note: '' }),
  fc.record({
    kind: fc.constant('wake.set' as const),
    at: fc.constantFrom(null, '2026-12-01T08:00:00.000Z'),
    waitingFor: fc.constantFrom(null, 'them'),
  }),
)

/** What happens on one of three copies: it writes at some wall time (clocks go wrong), or takes what another has. */
const anyStep = fc.oneof(
  { weight: 3, arbitrary: fc.record({ copy: fc.nat(2), act: anyAct, wall: fc.integer({ min: -60, max: 60 }) }) },
  { weight: 1, arbitrary: fc.record({ copy: fc.nat(2), from: fc.nat(2) }) },
)
type Step = typeof anyStep extends fc.Arbitrary<infer S> ? S : never

function play(steps: readonly Step[]): readonly (readonly Entry[])[] {
  const copies: (readonly Entry[])[] = [opened, opened, opened]
  for (const step of steps) {
    const own = copies[step.copy] ?? opened
    copies[step.copy] =
      'act' in step
        ? write(own, ['MK', 'JV', 'AB'][step.copy] ?? '', step.act, noon + step.wall * minute)
        : merge(own, copies[step.from] ?? opened)
  }
  return copies
}

describe('whatever three copies write', () => {
  const steps = fc.array(anyStep, { maxLength: 25 })

  test('any order of taking the entries folds to the same case', () => {
    fc.assert(
      fc.property(steps, fc.infiniteStream(fc.nat()), (all, random) => {
        const entries = merge(...play(all))
        const keyed = entries.map((entry) => ({ entry, key: Number(random.next().value) }))
        const shuffled = keyed.toSorted((a, b) => a.key - b.key).map(({ entry }) => entry)
        expect(fold(shuffled)).toEqual(fold(entries))
      }),
      { numRuns: 300 },
    )
  })

  test('parents come before children, and every entry once', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const ordered = inOrder(merge(...play(all)).toReversed())
        const place = new Map(ordered.map((entry, at) => [entry.hash, at]))
        expect(place.size).toBe(ordered.length)
        for (const entry of ordered)
          for (const parent of entry.parents) expect(place.get(parent)).toBeLessThan(place.get(entry.hash) ?? -1)
      }),
    )
  })

  test('one entry on all heads settles a field, and nothing unseen is ever lost before', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const entries = merge(...play(all))
        const settled = write(entries, 'MK', set('owner', 'AB'), noon)
        expect(heads(settled)).toHaveLength(1)
        expect(folded(settled).owner).toBe('AB')
        expect(folded(settled).conflicts.map(({ field }) => field)).not.toContain('owner')
      }),
    )
  })

  test('an entry never sorts before what it was written on, however wrong the clocks are', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const entries = merge(...play(all))
        const clocks = new Map(entries.map((entry) => [entry.hash, entry.clock]))
        for (const entry of entries)
          for (const parent of entry.parents) expect((clocks.get(parent) ?? '') < entry.clock).toBe(true)
      }),
    )
  })

  test('a case of a part of the entries folds too: reading never fails', () => {
    fc.assert(
      fc.property(steps, fc.func(fc.boolean()), (all, keep) => {
        const part = merge(...play(all)).filter((entry) => keep(entry.hash))
        expect(fold(part) === null).toBe(!part.some(({ kind }) => kind === 'case.opened'))
      }),
    )
  })
})

test('every act that these tests write is one that another copy may send', () => {
  fc.assert(fc.property(anyAct, (act) => void actSchema.parse(act)))
  expect(severities).toContain('high')
})
