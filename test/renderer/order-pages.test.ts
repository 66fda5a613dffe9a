/** Pure parts of the queue and policy pages: editing an order, times to wait until, views, phases, which rung is offered. */
import { describe, expect, it } from 'vitest'
import { presets } from '../../shared/domain/order/presets.ts'
import { proposedRung } from '../../renderer/features/queue/acts.ts'
import { nextPhase, stepsOf } from '../../renderer/features/queue/steps.ts'
import { chipsOf, matching, viewList } from '../../renderer/features/queue/view-list.ts'
import { waitUntil } from '../../renderer/features/queue/wait-times.ts'
import {
  addRung,
  addStep,
  dropRung,
  linesOf,
  moveRung,
  moved,
  samePolicy,
  stoodAt,
  toggleTie,
  weigh,
} from '../../renderer/features/policy/edit-policy.ts'
import { placedRungs, placeOfRung, rungsOfBand } from '../../renderer/state/policy.ts'
import { FakeCases } from './fake/fake-cases.ts'
import { addSampleCases } from './fake/sample-cases.ts'

const { ladder } = presets

describe('editing an order', () => {
  it('moves a rung and knows where it stood', () => {
    const next = moveRung(ladder, 6, 5)
    expect(next.rungs.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5, 7, 6, 8, 9, 10, 11, 12])
    expect(stoodAt(ladder, 7)).toEqual({ at: 7, band: 'P3' })
    expect(samePolicy(moveRung(next, 5, 6), ladder)).toBe(true)
  })
  it('leaves the list alone where there is no such place', () => {
    expect(moved([1, 2, 3], 0, -1)).toEqual([1, 2, 3])
    expect(moved([1, 2, 3], 3, 0)).toEqual([1, 2, 3])
    expect(moved([1, 2, 3], 0, 2)).toEqual([2, 3, 1])
  })
  it('gives a new rung an id that no case can have kept, and a name of its own', () => {
    const without = dropRung(ladder, 12)
    const first = addRung(without, 1, 'New rung', ladder.rungs)
    const second = first === null ? null : addRung(first, 1, 'New rung', ladder.rungs)
    const added = second?.rungs.slice(2, 4)
    expect(added?.map(({ name }) => name)).toEqual(['New rung 2', 'New rung'])
    expect(new Set([...ladder.rungs, ...(added ?? [])].map(({ id }) => id)).size).toBe(14)
    expect(added?.[0]?.band).toBe('P1')
  })
  it('holds forty rungs at most', () => {
    let policy = ladder
    for (let count = 12; count < 40; count += 1) policy = addRung(policy, 0, 'New rung', []) ?? policy
    expect(policy.rungs).toHaveLength(40)
    expect(addRung(policy, 0, 'New rung', [])).toBeNull()
  })
  it('asks a tie-breaker last that is switched on again', () => {
    const without = toggleTie(ladder, 'breached')
    expect(without).not.toContain('breached')
    expect(toggleTie({ ...ladder, tieBreakers: without }, 'breached').at(-1)).toBe('breached')
  })
  it('weighs a constituent once', () => {
    const once = weigh(ladder, 'Harrow Bank', 4)
    expect(weigh({ ...ladder, constituents: once }, 'Harrow Bank', 5)).toEqual([
      { constituent: 'Harrow Bank', weight: 5 },
    ])
  })
  it('gives every step of the escalation an id of its own', () => {
    const next = addStep(addStep({ ...ladder, escalation: [] }))
    expect(new Set(next.escalation.map(({ id }) => id)).size).toBe(2)
  })
  it('takes lines that say something', () => {
    expect(linesOf(' phish* \n\n  spam\n', 60)).toEqual(['phish*', 'spam'])
    expect(linesOf('a\nb\nc', 2)).toEqual(['a', 'b'])
  })
})

describe('the rungs of a band', () => {
  it('are called by their place, not by their id', () => {
    const policy = moveRung(ladder, 11, 0)
    expect(placeOfRung(policy, 12)).toBe(1)
    expect(placeOfRung(policy, 77)).toBeNull()
    expect(placeOfRung(null, 12)).toBeNull()
    expect(rungsOfBand(policy, 'P4').map(({ at }) => at)).toEqual([1, 11, 12])
  })
  it('offer first the one that a case stands on, else the one that names its class', () => {
    const rungs = placedRungs(ladder)
    const cases = new FakeCases()
    addSampleCases(cases, 30)
    const views = cases.numbers.flatMap((number) => {
      const view = cases.view(number)
      return view.ok ? [view.value] : []
    })
    const ddos = views.find(({ state }) => state.rsit === 'availability/ddos') ?? null
    expect(ddos).not.toBeNull()
    expect(proposedRung(rungs, { rung: 3 }, ddos)?.id).toBe(3)
    expect(proposedRung(rungs, { rung: null }, ddos)?.id).toBe(5)
    expect(proposedRung(rungs, { rung: null }, null)).toBeNull()
  })
})

describe('the time to wait until', () => {
  const now = Date.parse('2026-12-31T21:10:00.000Z')
  it('is a morning of another day, over the end of a year', () => {
    expect(waitUntil('tomorrow', '', now)).toBe('2027-01-01T08:00:00.000Z')
    expect(waitUntil('week', '', now)).toBe('2027-01-07T08:00:00.000Z')
    expect(waitUntil('hours', '', now)).toBe('2027-01-01T01:10:00.000Z')
  })
  it('is what was typed, where that is a time that is still to come', () => {
    expect(waitUntil('other', '2027-01-02 09:30', now)).toBe('2027-01-02T09:30:00.000Z')
    expect(waitUntil('other', '2026-12-31 21:00', now)).toBeNull()
    expect(waitUntil('other', '2027-02-30 09:30', now)).toBeNull()
    expect(waitUntil('other', 'next week', now)).toBeNull()
  })
})

describe('the views of the queue', () => {
  const counted = {
    views: [{ view: 'mine', filter: 'is:mine', count: 3 }],
    constituents: [{ name: 'Harrow Bank', filter: 'org:"Harrow Bank"', count: 2 }],
    saved: [{ id: 'a', name: 'Banks, red', filter: 'org:bank tlp:red', count: 1 }],
  } as const
  it('stand there before they are counted', () => {
    expect(viewList(null).map(({ label }) => label)).toContain('Mine')
    expect(viewList(null).every(({ count }) => count === null)).toBe(true)
  })
  it('have a constituent among the chips only while it is chosen', () => {
    const views = viewList(counted)
    expect(chipsOf(views, '').some(({ group }) => group === 'constituent')).toBe(false)
    expect(chipsOf(views, 'org:"Harrow Bank"').some(({ label }) => label === 'Harrow Bank')).toBe(true)
  })
  it('are found by every word typed', () => {
    expect(matching(viewList(counted), 'red ban').map(({ label }) => label)).toEqual(['Banks, red'])
  })
})

describe('the phases of a case', () => {
  const open = { checklist: [], phases: ['triage', 'coordination', 'analysis', 'resolution'], phase: 'triage' } as const
  it('are those that it takes, each with what is open', () => {
    expect(stepsOf(open).phases.map(({ phase }) => phase)).toEqual(open.phases)
    expect(stepsOf({ ...open, phases: ['triage'] }).next).toBe('triage.occurred')
  })
  it('name what the next one leaves open, and end', () => {
    expect(nextPhase(open)?.phase).toBe('coordination')
    expect(nextPhase(open)?.left).toHaveLength(3)
    expect(nextPhase({ ...open, phase: 'resolution' })).toBeNull()
    expect(nextPhase({ ...open, phase: 'closed' })).toBeNull()
  })
})
