/** Copies of a case that come together again, and the questions that a person is asked about what contradicts itself. */
import { describe, expect, test } from 'vitest'
import type { Act } from '../../../shared/domain/case/act.ts'
import type { CopyId, Entry } from '../../../shared/domain/case/entry.ts'
import { settling } from '../../../shared/domain/case/settle.ts'
import { undoState } from '../../../shared/domain/case/undo.ts'
import { questionsOf, supposing } from '../../../shared/domain/handover/questions.ts'
import { unite } from '../../../shared/domain/handover/union.ts'
import { noon, opened, write } from '../case/journal.ts'
import { folded, minute, provesMerges, set, Team, united } from './merge-property.ts'

/** The long form sets them: npm run test:hard -- merge 10000. */
const runs = Number(process.env['SIGNET_MERGE_RUNS'] ?? 200)
const seed = Number(process.env['SIGNET_MERGE_SEED'] ?? 20_261_123)

test(
  `copies that took the same capsules, in any order and however often, are the same case, and no act is lost (seed ${seed})`,
  () => {
    provesMerges(runs, seed)
  },
  180_000 + 100 * runs,
)

describe('where copies disagree about a marking, the strictest holds until a person decides', () => {
  const conflict = (field: 'tlp' | 'pap' | 'classes', ...values: readonly string[]) =>
    folded(
      values
        .map((value, index) => write(opened, `C${index}`, set(field, value), noon + minute * (index + 1)))
        .reduce(united),
    )

  test('for TLP, PAP and what kinds of information are in it, whichever was set last', () => {
    expect(conflict('tlp', 'RED', 'GREEN', 'AMBER')).toMatchObject({ tlp: 'RED', tlpAssumed: false })
    expect(conflict('pap', 'GREEN', 'RED', 'CLEAR')).toMatchObject({ pap: 'RED' })
    expect(conflict('classes', 'vulnerability', 'statistical')).toMatchObject({
      classes: ['vulnerability', 'statistical'],
    })
    expect(conflict('tlp', 'RED', 'GREEN').conflicts).toMatchObject([{ field: 'tlp' }])
  })

  test('and once it is decided, what was decided', () => {
    const both = [set('tlp', 'RED'), set('tlp', 'GREEN')].map((act, index) =>
      write(opened, `C${index}`, act, noon + minute),
    )
    const settled = write(both.reduce(united), 'MK', set('tlp', 'GREEN'), noon + 5 * minute)
    expect(folded(settled)).toMatchObject({ tlp: 'GREEN', conflicts: [] })
  })
})

const merged = (...sides: readonly (readonly Entry[])[]): readonly Entry[] => sides.reduce(united)

describe('a question of a merge', () => {
  const before = write(opened, 'MK', set('rung', 9), noon + minute)
  const here = write(
    write(before, 'MK', { ...set('rung', 7), reason: 'three accounts' } as Act, noon + 3 * minute),
    'MK',
    { kind: 'note.added', text: 'Logs asked for' },
    noon + 4 * minute,
  )
  const theirs = write(before, 'JV', { ...set('rung', 4), reason: 'seen on site' } as Act, noon + 2 * minute)
  const all = merged(here, theirs)

  test('shows both values with who, when and why, what it was before, and what each side did since', () => {
    const [question, ...more] = questionsOf(folded(all), { here, theirs, all })
    expect(more).toEqual([])
    expect(question).toMatchObject({
      conflict: { on: 'field', field: 'rung' },
      before: 9,
      sides: [
        { here: false, value: 4, by: 'JV', reason: 'seen on site' },
        { here: true, value: 7, by: 'MK', reason: 'three accounts' },
      ],
    })
    expect(question?.since.map(({ here: isHere, by }) => `${by} ${isHere}`)).toEqual(['MK true', 'MK true', 'JV false'])
  })

  test('is none where one side wrote on what the other had set', () => {
    const later = write(here, 'JV', set('rung', 4), noon + 9 * minute)
    const both = merged(here, later)
    expect(folded(both)).toMatchObject({ rung: 4, conflicts: [] })
    expect(questionsOf(folded(both), { here, theirs: later, all: both })).toEqual([])
  })

  test('is none for a case that was not here, and none twice', () => {
    expect(questionsOf(folded(all), { here: [], theirs: all, all })).toEqual([])
    expect(questionsOf(folded(all), { here: all, theirs, all })).toEqual([])
  })

  test('is settled by a person on both, and the value that was not chosen stays in the journal', () => {
    const state = folded(all)
    const [conflict] = state.conflicts
    if (conflict === undefined) throw new Error('no conflict')
    const chosen = supposing(all, [set('rung', 4)], '2026-11-23T13:00:00.000Z')
    expect(chosen).toMatchObject({ rung: 4, conflicts: [] })
    expect(settling(conflict, 4, 'seen', state)).toEqual([{ do: 'set', field: 'rung', value: 4, reason: 'seen' }])
    const settled = write(all, 'MK', { ...set('rung', 4), reason: 'seen' } as Act, noon + 9 * minute)
    expect(settled.filter(({ payload }) => payload?.kind === 'field.set' && payload.value === 7)).toHaveLength(1)
  })
})

describe('entries that are refused', () => {
  const codeOf = (here: readonly Entry[], theirs: readonly Entry[]): string | null => {
    const done = unite(here, theirs)
    return done.ok ? null : done.problem.code
  }
  const longer = write(
    write(opened, 'JV', set('owner', 'JV'), noon + minute),
    'JV',
    set('owner', 'MK'),
    noon + 2 * minute,
  )

  test('with a gap, without their parents, or without a payload that nobody purged', () => {
    expect(codeOf(opened, longer.slice(2))).toBe('entries-incomplete')
    expect(codeOf(opened, [...longer.slice(0, 1), { ...longer[1], payload: null } as Entry])).toBe('entries-incomplete')
    expect(codeOf(opened, longer)).toBeNull()
  })

  test('that would give the case a second beginning, and so another number', () => {
    const other = write(
      [],
      'JV',
      { kind: 'case.opened', number: '2026-JV-0001', title: 'Mine', caseKind: 'incident' },
      noon - minute,
    )
    expect(codeOf(opened, other)).toBe('entries-incomplete')
  })

  test('that use a sequence number of this copy again, as after going on with an old backup', () => {
    const [here, again] = [set('owner', 'MK'), set('owner', 'JV')].map((act) => write(opened, 'MK', act, noon + minute))
    expect(codeOf(here ?? [], again ?? [])).toBe('entries-incomplete')
  })
})

describe('a purged case', () => {
  test('stays purged whatever comes later, and a copy that still has the contents loses them', () => {
    const team = new Team()
    team.write('JV', { kind: 'note.added', text: 'A secret of theirs' })
    team.give('JV')
    team.purge('MK')
    team.give('MK')
    team.take('MK', team.capsules[1] ?? [])
    team.take('JV', team.capsules[2] ?? [])
    for (const name of ['MK', 'JV']) {
      expect(JSON.stringify(team.desk(name))).not.toContain('A secret of theirs')
      expect(folded(team.desk(name))).toMatchObject({ number: '2026-MK-0001', title: '', purged: { by: 'MK' } })
    }
  })
})

test('what the other copy did cannot be taken back here', () => {
  const theirs = write(opened, 'JV', set('owner', 'JV'), noon + minute)
  const all = united(opened, theirs)
  expect(undoState(all, 'MK' as CopyId).undo).toEqual([])
  expect(undoState(all, 'JV' as CopyId).undo).toHaveLength(1)
})
