import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Act } from '../../../shared/domain/case/act.ts'
import type { CopyId, Entry } from '../../../shared/domain/case/entry.ts'
import { fold } from '../../../shared/domain/case/fold.ts'
import { undoState, undoSteps } from '../../../shared/domain/case/undo.ts'
import { merge, noon, opened, write } from './journal.ts'

const copy = (name: string): CopyId => name as CopyId
const set = (field: 'owner' | 'severity' | 'title', value: string): Act => ({
  kind: 'field.set',
  field,
  value,
  reason: null,
})

/** What a desk does: looks at what it can take back and writes one entry that names it. */
function undo(journal: readonly Entry[], by = 'MK'): readonly Entry[] {
  const [step] = undoState(journal, copy(by)).undo
  return step === undefined
    ? journal
    : write(journal, by, { kind: 'undone', entries: step.map(({ hash }) => hash) }, noon)
}
function redo(journal: readonly Entry[], by = 'MK'): readonly Entry[] {
  const [step] = undoState(journal, copy(by)).redo
  return step === undefined
    ? journal
    : write(journal, by, { kind: 'undone', entries: step.map(({ hash }) => hash) }, noon)
}

const [a, b, c] = [set('owner', 'MK'), set('owner', 'JV'), set('severity', 'high')]
const abc = [a, b, c].reduce((journal, act) => write(journal, 'MK', act, noon), opened)

describe('taking back', () => {
  test('gives the value that stood there before, and the journal keeps both entries', () => {
    const back = undo(undo(abc))
    expect(fold(back)).toMatchObject({ owner: 'MK', severity: null })
    expect(back).toHaveLength(abc.length + 2)
  })

  test('ends at the opening, which nobody takes back', () => {
    const back = undo(undo(undo(undo(undo(abc)))))
    expect(fold(back)).toMatchObject({ owner: null, title: 'Phishing' })
    expect(undoState(back, copy('MK')).undo).toEqual([])
  })

  test('is given back in the order in which it was taken', () => {
    const back = undo(undo(abc))
    expect(fold(redo(back))).toMatchObject({ owner: 'JV', severity: null })
    expect(fold(redo(redo(back)))).toMatchObject({ owner: 'JV', severity: 'high' })
    expect(undoState(redo(redo(back)), copy('MK')).redo).toEqual([])
  })

  test('can be taken back once more after it was given back', () => {
    expect(fold(undo(redo(undo(abc))))).toMatchObject({ owner: 'JV', severity: null })
    expect(fold(redo(undo(redo(undo(abc)))))).toMatchObject({ owner: 'JV', severity: 'high' })
  })

  test('ends with the next thing that is done: there is nothing to give back then', () => {
    const on = write(undo(abc), 'MK', set('title', 'Spear phishing'), noon)
    expect(undoState(on, copy('MK')).redo).toEqual([])
    expect(fold(undo(on))).toMatchObject({ title: 'Phishing', owner: 'JV', severity: null })
  })

  test('takes together what one step wrote', () => {
    const step = [a, c].reduce((journal, act) => write(journal, 'MK', act, noon), opened)
    const joined = step.map((entry) => (entry.seq === 3 ? { ...entry, joined: true as const } : entry))
    expect(undoState(joined, copy('MK')).undo).toHaveLength(1)
    expect(fold(undo(joined))).toMatchObject({ owner: null, severity: null })
  })

  test('leaves what the world has seen: messages, evidence, answers, what was disclosed', () => {
    const seen: readonly Act[] = [
      { kind: 'response.made', channel: 'phone', note: '' },
      { kind: 'evidence.added', blob: 'b', name: 'n', size: 1, sha256: 'x', source: 's' },
      { kind: 'legal.done', rule: 'nis2-24', at: '2026-11-23T12:00:00.000Z', note: '' },
    ]
    const journal = seen.reduce((so, act) => write(so, 'MK', act, noon), opened)
    expect(undoState(journal, copy('MK')).undo).toEqual([])
    const hashes = journal.map(({ hash }) => hash)
    const forced = write(journal, 'MK', { kind: 'undone', entries: hashes }, noon)
    expect(fold(forced)).toMatchObject({ number: '2026-MK-0001', evidence: [{ blob: 'b' }] })
  })

  test('is one copy alone: what another did is not ours to take back', () => {
    const theirs = write(abc, 'JV', set('title', 'Theirs'), noon)
    expect(fold(undo(theirs))).toMatchObject({ title: 'Theirs', severity: null })
    expect(undoState(theirs, copy('JV')).undo).toHaveLength(1)
  })

  test('remembers the last steps only', () => {
    const many = Array.from({ length: 30 }).reduce<readonly Entry[]>(
      (journal, _, at) => write(journal, 'MK', set('title', `t${at}`), noon),
      opened,
    )
    expect(undoState(many, copy('MK')).undo).toHaveLength(undoSteps)
  })
})

test('on two copies that took back without knowing of each other, any order of taking folds to the same case', () => {
  const step = fc.record({ copy: fc.nat(1), what: fc.constantFrom('a', 'b', 'undo', 'redo', 'take') })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), fc.infiniteStream(fc.nat()), (steps, random) => {
      const copies: (readonly Entry[])[] = [abc, abc]
      for (const { copy: at, what } of steps) {
        const [own, by] = [copies[at] ?? abc, ['MK', 'JV'][at] ?? '']
        if (what === 'undo') copies[at] = undo(own, by)
        else if (what === 'redo') copies[at] = redo(own, by)
        else if (what === 'take') copies[at] = merge(own, copies[1 - at] ?? abc)
        else copies[at] = write(own, by, set('owner', what), noon)
      }
      const all = merge(...copies)
      const keyed = all.map((entry) => ({ entry, key: Number(random.next().value) }))
      expect(fold(keyed.toSorted((x, y) => x.key - y.key).map(({ entry }) => entry))).toEqual(fold(all))
    }),
    { numRuns: 200 },
  )
})
