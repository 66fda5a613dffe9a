import { describe, expect, test } from 'vitest'
import * as fc from 'fast-check'
import { queueOf, type Queue } from '../../../electron/core/cases/queue.ts'
import { factsIn, type CaseFacts } from '../../../electron/core/cases/queue-facts.ts'
import { run } from '../../../electron/core/cases/queue-lines.ts'
import { presetNames } from '../../../shared/domain/order/policy.ts'
import { presets } from '../../../shared/domain/order/presets.ts'
import type { FilterFacts } from '../../../shared/domain/order/queue-facts.ts'
import { anyFacts, earlier, facts, later, now } from '../../domain/order/order-facts.ts'

const reader = { me: 'MK', zone: 'Europe/Madrid' }
const caseOf = (one: FilterFacts): CaseFacts => ({
  ...one,
  id: one.number,
  title: one.number,
  phases: ['triage', 'coordination', 'resolution'],
  dueIn: null,
  rings: [one.due, one.wakeAt, one.openedAt].flatMap((at) => at ?? []),
})
/** As one counts by hand. */
function plainDues(all: readonly CaseFacts[], at: string): ReturnType<Queue['dues']> {
  const soon = new Date(Date.parse(at) + 3_600_000).toISOString()
  const open = all.flatMap(({ phase, due }) => (phase === 'closed' || due === null ? [] : [due]))
  const dues = new Set(all.flatMap(({ rings }) => rings).filter((ring) => ring >= at))
  const [overdue, dueSoon] = [open.filter((due) => due < at), open.filter((due) => due >= at && due <= soon)]
  return {
    dues: [...dues].toSorted().slice(0, 100),
    counts: { overdue: overdue.length, dueSoon: dueSoon.length },
  }
}
const numbered = (number: string, changes: Partial<FilterFacts> = {}): CaseFacts =>
  caseOf(facts({ number, ...changes }))
const shown = (queue: Queue, at = now, order: 'policy' | 'due' = 'policy', filter = 'is:any'): readonly string[] =>
  queue.window({ order, filter, from: 0, count: 500 }, reader, at).rows.map(({ number }) => number)
const anyCases = fc.uniqueArray(anyFacts.map(caseOf), { selector: ({ number }) => number, maxLength: 60 })

describe('a queue in which something has changed', () => {
  test('stands as one made anew, whatever changed, at any time, in both orders', () => {
    const changes = fc.array(fc.tuple(fc.constantFrom(earlier, now, later), fc.array(anyFacts.map(caseOf))), {
      maxLength: 5,
    })
    fc.assert(
      fc.property(anyCases, changes, fc.constantFrom(...presetNames), (cases, steps, preset) => {
        const queue = queueOf(cases, presets[preset])
        const all = new Map(cases.map((one) => [one.id, one]))
        for (const [at, changed] of steps) {
          for (const one of changed) {
            queue.set(one)
            all.set(one.id, one)
          }
          const anew = queueOf([...all.values()], presets[preset])
          expect(shown(queue, at)).toEqual(shown(anew, at))
          expect(shown(queue, at, 'due')).toEqual(shown(anew, at, 'due'))
          expect(queue.dues(at)).toEqual(plainDues([...all.values()], at))
        }
      }),
    )
  })

  test('moves a case whose time has passed within 15 s, and back when the clock is set back', () => {
    const queue = queueOf(
      [numbered('a', { due: '2026-11-23T12:00:10.000Z' }), numbered('b', { urgent: true })],
      presets.ladder,
    )
    expect(shown(queue)).toEqual(['b', 'a'])
    expect(shown(queue, '2026-11-23T12:00:16.000Z')).toEqual(['a', 'b'])
    expect(shown(queue, '2026-11-21T12:00:00.000Z')).toEqual(['b', 'a'])
  })

  test('tells the place of a case among the open ones', () => {
    const queue = queueOf(
      [numbered('b', { rung: 2 }), numbered('a', { rung: 1 }), numbered('c', { phase: 'closed' })],
      presets.ladder,
    )
    expect(queue.position('b', now)).toEqual({ at: 2, of: 2 })
    expect(queue.position('c', now)).toBeNull()
    expect(queue.placed('b', now)?.band).toBe('P1')
    expect(queue.placed('nobody', now)).toBeNull()
  })

  test('takes the due time of the band that the policy gives', () => {
    const dueIn = {
      P1: { due: earlier, dueKind: 'resolution', rings: [] },
      P2: { due: later, dueKind: 'resolution', rings: [] },
      P3: { due: null, dueKind: null, rings: [] },
      P4: { due: null, dueKind: null, rings: [] },
    } as const
    const queue = queueOf([{ ...numbered('a', { rung: 3 }), dueIn }], presets.ladder)
    const due = (): string | null | undefined =>
      queue.window({ order: 'policy', filter: '', from: 0, count: 1 }, reader, now).rows[0]?.due
    expect(due()).toBe(later)
    const graver = presets.ladder.rungs.map((rung) => ({ ...rung, band: 'P1' as const }))
    run(queue.reorder({ ...presets.ladder, rungs: graver }, now, () => false))
    expect(due()).toBe(earlier)
  })
})

describe('going over to another policy', () => {
  const reversed = { ...presets.ladder, rungs: presets.ladder.rungs.toReversed() }
  const twelve = Array.from({ length: 12 }, (_, at) =>
    numbered(`case-${String(at + 1).padStart(2, '0')}`, { rung: at + 1 }),
  )

  test('leaves the old order standing until it is done, and loses no change that came meanwhile', () => {
    const queue = queueOf(twelve, presets.ladder)
    const before = shown(queue)
    const steps = queue.reorder(reversed, now, () => false)
    steps.next()
    queue.set(numbered('new', { rung: 12 }))
    queue.set(numbered('case-01', { rung: 12 }))
    expect(shown(queue)).toEqual(
      [...before.slice(1), 'case-01', 'new'].toSorted((a, b) => shown(queue).indexOf(a) - shown(queue).indexOf(b)),
    )
    run(steps)
    const changed = [...twelve.slice(1), numbered('case-01', { rung: 12 }), numbered('new', { rung: 12 })]
    expect(shown(queue)).toEqual(shown(queueOf(changed, reversed)))
    expect(queue.ranking().policy).toBe(reversed)
  })

  test('that was stopped is finished at the next look', () => {
    const queue = queueOf(twelve, presets.ladder)
    shown(queue)
    let stopped = false
    const steps = queue.reorder(reversed, now, () => stopped)
    steps.next()
    stopped = true
    expect(shown(queue)).toEqual(shown(queueOf(twelve, reversed)))
    expect(steps.next().done).toBe(true)
  })

  test('twice at once ends with the second, whichever is done first', () => {
    const queue = queueOf(twelve, presets.ladder)
    shown(queue)
    const [one, other] = [queue.reorder(presets.factors, now, () => false), queue.reorder(reversed, now, () => false)]
    one.next()
    run(other)
    run(one)
    expect(queue.ranking().policy).toBe(reversed)
    expect(shown(queue)).toEqual(shown(queueOf(twelve, reversed)))
  })
})

test('100,000 cases go over within 3 s of processor time, in steps that keep nobody waiting', () => {
  const many = Array.from({ length: 100_000 }, (_, at) =>
    numbered(`2026-MK-${String(at).padStart(6, '0')}`, {
      rung: (at * 7) % 13 || null,
      due: at % 3 === 0 ? later : null,
      urgent: at % 17 === 0,
    }),
  )
  const queue = queueOf(many, presets.ladder)
  shown(queue)
  shown(queue, now, 'due')
  const steps = queue.reorder({ ...presets.ladder, rungs: presets.ladder.rungs.toReversed() }, now, () => false)
  const took: number[] = []
  for (;;) {
    const from = process.threadCpuUsage()
    const step = steps.next()
    const { user, system } = process.threadCpuUsage(from)
    took.push((user + system) / 1000)
    if (step.done === true) break
  }
  expect(took.reduce((sum, ms) => sum + ms, 0)).toBeLessThan(3_000)
  // One of a hundred may be stretched by the collection of garbage.
  expect(took.toSorted((a, b) => a - b)[Math.floor(took.length * 0.99)]).toBeLessThan(50)
  expect(queue.window({ order: 'policy', filter: '', from: 0, count: 1 }, reader, now).rows[0]?.rung).toBe(12)
})

test('facts that an older Signet wrote stand by their rung', () => {
  const { place: _, dueIn: __, escalated: ___, pausedUntil: ____, ...old } = numbered('old', { rung: 3 })
  const queue = queueOf([factsIn(JSON.stringify(old))], presets.ladder)
  expect(queue.placed('old', now)?.band).toBe('P2')
})
