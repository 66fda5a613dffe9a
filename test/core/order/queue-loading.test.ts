/** A large queue that is read after the unlock: whatever is shown before that is what the whole shows. */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fillVault } from '../../../electron/core/cases/fill.ts'
import { loadQueue, queueOf, type Queue } from '../../../electron/core/cases/queue.ts'
import type { CaseFacts } from '../../../electron/core/cases/queue-facts.ts'
import { run } from '../../../electron/core/cases/queue-lines.ts'
import { earlyAnswers, keepStandings, type Early } from '../../../electron/core/cases/queue-snapshot.ts'
import { policyVersions } from '../../../electron/core/order/policy-versions.ts'
import type { Session } from '../../../electron/core/session.ts'
import { rankingOf } from '../../../shared/domain/order/ranking.ts'
import { presets } from '../../../shared/domain/order/presets.ts'
import { anyFacts, earlier, later, now } from '../../domain/order/order-facts.ts'
import { readyDesk, type TestDesk } from '../desk-fixture.ts'

const reader = { me: 'MK', zone: 'Europe/Madrid' }
const minute = 60_000

describe('a queue that is still being read', () => {
  const anyCase = anyFacts.map((one): CaseFacts => ({
    ...one,
    id: one.number,
    title: one.number,
    phases: ['triage', 'coordination', 'resolution'],
    dueIn: null,
    rings: [],
  }))
  const anyCases = fc.uniqueArray(anyCase, { selector: ({ number }) => number, maxLength: 40 })
  const shown = (queue: Queue, order: 'policy' | 'due'): readonly string[] =>
    queue.window({ order, filter: 'is:any', from: 0, count: 500 }, reader, now).rows.map(({ number }) => number)

  test('is the same as one that was read at once, whatever is written meanwhile and whoever asks early', () => {
    fc.assert(
      fc.property(anyCases, fc.array(anyCases, { maxLength: 4 }), fc.nat(5), (onDisk, written, askedAfter) => {
        const disk = new Map(onDisk.map((one) => [one.id, one]))
        const queue = queueOf([], presets.ladder, {
          pieces: onDisk.map((one) => [one]),
          read: (id) => disk.get(id) ?? null,
          early: null,
        })
        const all = new Map(disk)
        const steps = queue.load(now)
        for (const [at, changed] of written.entries()) {
          steps.next()
          for (const one of changed) {
            queue.set(one)
            all.set(one.id, one)
            expect(queue.placed(one.id, now)).not.toBeNull()
          }
          if (at === askedAfter) shown(queue, 'due')
        }
        run(steps)
        const atOnce = queueOf([...all.values()], presets.ladder)
        expect(queue.isLoaded()).toBe(true)
        expect(shown(queue, 'policy')).toEqual(shown(atOnce, 'policy'))
        expect(shown(queue, 'due')).toEqual(shown(atOnce, 'due'))
        expect(queue.dues(later)).toEqual(atOnce.dues(later))
      }),
    )
  })

  test('is left half read when another takes over, and whole when somebody asks for all of it', () => {
    const one = {
      ...fc.sample(anyCase, { numRuns: 1, seed: 7 })[0],
      id: 'a',
      number: 'a',
      phase: 'triage',
    } as CaseFacts
    const queue = queueOf([], presets.ladder, { pieces: [[one]], read: () => one, early: null })
    const steps = queue.load(earlier)
    steps.next()
    expect(queue.isLoaded()).toBe(false)
    expect(queue.position('a', now)).toBeNull()
    expect(queue.standings(now)).toBeNull()
    expect(shown(queue, 'policy')).toEqual(['a'])
    expect(queue.isLoaded()).toBe(true)
  })
})

describe('what a lock left of the queue', () => {
  /** More than the standings name. */
  const filled = async (): Promise<{ desk: TestDesk; session: Session }> => {
    const desk = await readyDesk()
    const session = desk.core.session()
    if (session === null) throw new Error('locked')
    await fillVault(session, { cases: 420, entries: 420, seed: 3, progress: async () => undefined })
    const whole = loadQueue(session.store)
    const standings = whole.standings(new Date(desk.ports.now()).toISOString())
    if (standings === null) throw new Error('not all was read')
    keepStandings(session.store, whole.ranking().policy, standings)
    return { desk, session }
  }
  const early = ({ store }: Session): Early | null => earlyAnswers(store, policyVersions(store).inForce().value)
  const both = (session: Session, at: string, from = 0, count = 40, order: 'policy' | 'due' = 'policy') => {
    const ask = { order, filter: '', from, count }
    const ranking = rankingOf(policyVersions(session.store).inForce().value)
    return [
      early(session)?.window(ask, { ...reader, ranking }, at) ?? null,
      loadQueue(session.store).window(ask, reader, at),
    ] as const
  }

  test('answers the first windows of both orders as the whole does, also when hours have passed', async () => {
    const { desk, session } = await filled()
    for (const minutes of [0, 1, 45, 600, 3_000]) {
      const at = new Date(desk.ports.now() + minutes * minute).toISOString()
      for (const order of ['policy', 'due'] as const) {
        const [top, whole] = both(session, at, 20, 40, order)
        expect(top, `${order}, ${minutes} min`).toEqual(whole)
      }
    }
  })

  test('takes in what was written since: a case that rose, one that closed, a new one', async () => {
    const { desk, session } = await filled()
    const { rows } = await desk.call('queue.window', { order: 'policy', filter: '', from: 0, count: 60 })
    for (const [place, command] of [
      [2, { do: 'close', code: 'resolved', note: 'Done.' }],
      [50, { do: 'set', field: 'urgent', value: true }],
    ] as const) {
      const number = rows[place]?.number ?? ''
      const { heads } = await desk.call('case.show', { number })
      await desk.call('case.change', { number, heads: [...heads], command })
    }
    await desk.call('case.create', { title: 'Phishing page' })
    const [top, whole] = both(session, new Date(desk.ports.now()).toISOString())
    expect(top).toEqual(whole)
    expect(top?.rows.map(({ number }) => number)).not.toEqual(rows.slice(0, 40).map(({ number }) => number))
  })

  test('answers nothing that it does not know: a filter, a place far down, a time before it, another policy', async () => {
    const { desk, session } = await filled()
    const at = new Date(desk.ports.now()).toISOString()
    expect(both(session, at)[0]).not.toBeNull()
    expect(both(session, at, 395, 60)[0]).toBeNull()
    expect(both(session, new Date(desk.ports.now() - minute).toISOString())[0]).toBeNull()
    const ranking = rankingOf(presets.ladder)
    const filtered = { order: 'policy', filter: 'is:urgent', from: 0, count: 10 } as const
    expect(early(session)?.window(filtered, { ...reader, ranking }, at)).toBeNull()
    expect(earlyAnswers(session.store, presets.grid)).toBeNull()
  })
})
