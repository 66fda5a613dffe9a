/** Pure parts of a case's page: whom we wait for, what comes first, how conflicts are settled, typed times, blanks, the gate's consent. */
import { describe, expect, it } from 'vitest'
import type { CaseState } from '../../shared/domain/case/case.ts'
import type { Clock } from '../../shared/domain/clock/clock.ts'
import type { ReportEvent } from '../../shared/domain/report/report-reading.ts'
import { saying } from '../../shared/words/say.ts'
import { boardOf, leadOf } from '../../renderer/features/case/board.ts'
import { byNeed, clockName, forHead } from '../../renderer/features/case/clock-words.ts'
import { mayGo, noConsent } from '../../renderer/features/case/consent.ts'
import { matchingObservables } from '../../renderer/features/case/matching.ts'
import { nextBlank, noteTemplates, templateText } from '../../renderer/features/case/note-blanks.ts'
import { nextOf } from '../../renderer/features/case/progress.ts'
import { asTimelineEvent, inTime } from '../../renderer/features/case/report-events.ts'
import { settling } from '../../shared/domain/case/settle.ts'
import { tierOf } from '../../renderer/features/case/tier-of.ts'
import { instantIn, utcOf } from '../../renderer/ui/utc-of.ts'
import { FakeCases } from './fake/fake-cases.ts'
import { addSampleCases } from './fake/sample-cases.ts'

const cases = new FakeCases()
addSampleCases(cases, 10)

function sample(number: string): CaseState {
  const state = cases.state(number)
  if (state === null) throw new Error('no such sample')
  return state
}
const worked = sample('2026-MK-0004')
const vulnerability = sample('2026-MK-0005')
const conflicting = sample('2026-MK-0006')
const now = Date.now()

const clock = (change: Partial<Clock>): Clock => ({
  kind: 'legal',
  state: 'running',
  due: '2026-11-23T00:00:00.000Z',
  metAt: null,
  said: saying('clock.wake'),
  ...change,
})

describe('the board of parties', () => {
  it('puts those first for whom we wait longest', () => {
    expect(boardOf({ state: worked }, now).map(({ standing }) => standing)).toEqual([
      'overdue',
      'waiting',
      'not-asked',
      'answered',
    ])
  })

  it('puts the vendor of a vulnerability before others that were not asked', () => {
    expect(boardOf({ state: vulnerability }, now).map(({ party }) => party.role)).toEqual(['vendor', 'affected'])
    const incident = { ...vulnerability, kind: 'incident' as const }
    expect(boardOf({ state: incident }, now).map(({ party }) => party.role)).toEqual(['affected', 'vendor'])
  })
})

describe('what comes before the checklist', () => {
  it('is a duty of the law that is overdue, then the vendor, then an overdue answer', () => {
    const legal = clock({ state: 'overdue' })
    expect(leadOf({ state: vulnerability, clocks: [legal] }, now)?.kind).toBe('legal')
    expect(leadOf({ state: vulnerability, clocks: [] }, now)?.kind).toBe('vendor')
    expect(leadOf({ state: worked, clocks: [] }, now)?.kind).toBe('overdue')
  })

  it('asks for a vendor where a vulnerability has none', () => {
    expect(leadOf({ state: { ...vulnerability, parties: [] }, clocks: [] }, now)).toEqual({ kind: 'vendor', row: null })
  })

  it('is nothing once the vendor was told, and nothing in a closed case', () => {
    const told = vulnerability.parties.map((party) => ({
      ...party,
      asked: [{ at: '', what: 'x', channel: 'email' as const, due: null, exchange: null, answer: null }],
    }))
    expect(leadOf({ state: { ...vulnerability, parties: told }, clocks: [] }, now)).toBeNull()
    expect(leadOf({ state: { ...worked, phase: 'closed' }, clocks: [] }, now)).toBeNull()
  })
})

describe('the steps of a case', () => {
  it('go through analysis only where the case has it', () => {
    const settledAll = {
      ...vulnerability,
      checklist: vulnerability.checklist.map((one) => ({ ...one, state: 'done' as const })),
    }
    expect(nextOf({ ...settledAll, phase: 'coordination' })).toEqual({
      kind: 'phase',
      from: 'coordination',
      to: 'analysis',
    })
    const plain = { ...settledAll, phases: worked.phases, phase: 'coordination' as const }
    expect(nextOf(plain)).toEqual({ kind: 'phase', from: 'coordination', to: 'resolution' })
  })

  it('say whose work they usually are', () => {
    expect([tierOf('triage.occurred'), tierOf('coordination.contact-sites'), tierOf('resolution.secure')]).toEqual([
      'N1',
      'N2',
      'N3',
    ])
  })
})

describe('clocks', () => {
  it('show what is overdue first and what was met last', () => {
    const clocks = [clock({ state: 'met' }), clock({ state: 'running' }), clock({ state: 'overdue' })]
    expect(byNeed(clocks).map(({ state }) => state)).toEqual(['overdue', 'running', 'met'])
  })

  it('leave parties and tasks that are not overdue to their own boxes', () => {
    const clocks = [clock({ kind: 'task' }), clock({ kind: 'party' }), clock({ kind: 'party', state: 'overdue' })]
    expect(forHead(clocks)).toHaveLength(1)
  })

  it('have the name of the task or the party that they are about', () => {
    expect(clockName(clock({ kind: 'party', of: 'p-harrow' }), worked, null)).toBe('CERT-Harrow')
    expect(clockName(clock({ kind: 'task', of: 'task-n3' }), worked, null)).toContain('VPN log')
    expect(clockName(clock({ of: 'unknown-rule' }), worked, null)).toBe('unknown-rule')
  })
})

describe('a difference between two copies', () => {
  const commandsFor = (on: string): readonly string[] => {
    const conflict = conflicting.conflicts.find((one) => one.on === on)
    const value = conflict?.values[0]?.value ?? null
    return conflict === undefined ? [] : settling(conflict, value, 'Asked both', conflicting).map((one) => one.do)
  }

  it('is settled by the command of its kind, with the reason in a note where that has no place for one', () => {
    expect(['field', 'phase', 'check', 'task', 'observable'].map(commandsFor)).toEqual([
      ['set'],
      ['phase'],
      ['check'],
      ['task-done', 'note'],
      ['observe', 'note'],
    ])
  })

  it('about the phase of a closed case opens it again first', () => {
    const conflict = conflicting.conflicts.find(({ on }) => on === 'phase')
    if (conflict === undefined) throw new Error('no such conflict')
    const closed = { ...conflicting, phase: 'closed' as const }
    expect(settling(conflict, 'coordination', 'r', closed).map((one) => one.do)).toEqual(['reopen', 'phase'])
    expect(settling(conflict, 'closed', 'r', closed)).toEqual([{ do: 'close', code: 'resolved', note: 'r' }])
    expect(settling(conflict, 'no-such-phase', 'r', conflicting)).toEqual([])
  })
})

describe('typed times', () => {
  it('are read as UTC, to the second', () => {
    expect(utcOf('2026-11-21 19:47:02')).toBe('2026-11-21T19:47:02.000Z')
    expect(utcOf('2026-02-30 10:00')).toBeNull()
  })

  it('are read in the zone that was told, and refused where the clock skipped them or the zone is none', () => {
    expect(instantIn('2026-11-21 19:47', '+01:00')).toBe('2026-11-21T18:47:00.000Z')
    expect(instantIn('2026-07-21 19:47', 'Europe/Madrid')).toBe('2026-07-21T17:47:00.000Z')
    expect(instantIn('2026-03-29 02:30', 'Europe/Madrid')).toBeNull()
    expect(instantIn('2026-11-21 19:47', 'Middle/Earth')).toBeNull()
  })
})

describe('the timeline', () => {
  const event: ReportEvent = {
    at: null,
    atText: '21/11 19:47',
    zoneKnown: false,
    sourceIps: ['203.0.113.7'],
    sourcePorts: [],
    protocol: null,
    destinationIps: ['192.0.2.9'],
    destinationPorts: [],
    urls: [],
    domains: [],
    hashes: [],
    cves: [],
    lines: null,
  }
  const report = {
    exchange: 'x',
    direction: 'in',
    channel: 'email',
    partner: 'CERT-Harrow',
    subject: '',
    sha256: '',
    at: '',
  } as const

  it('takes an event as it was told, defanged, without a zone that nobody said', () => {
    expect(asTimelineEvent(event, report, [])).toMatchObject({
      at: null,
      atText: '21/11 19:47',
      zoneKnown: false,
      what: '203[.]0[.]113[.]7 → 192[.]0[.]2[.]9',
      source: 'CERT-Harrow',
    })
  })

  it('takes an event once, and none without a time', () => {
    const there = { id: 'e', at: null, atText: '21/11 19:47', zoneKnown: false, source: '' }
    expect(asTimelineEvent(event, report, [{ ...there, what: '203[.]0[.]113[.]7 → 192[.]0[.]2[.]9' }])).toBe('there')
    expect(asTimelineEvent({ ...event, atText: null }, report, [])).toBe('timeless')
  })

  it('has what has no instant at its end', () => {
    expect(inTime(worked.events).at(-1)?.atText).toBe('21/11 19:47')
  })
})

describe('notes from templates', () => {
  it('have blanks, and the search for the next one comes round to the first', () => {
    for (const name of noteTemplates) expect(nextBlank(templateText(name), 0)).not.toBeNull()
    expect(nextBlank('a [b] c [d]', 5)).toEqual([8, 11])
    expect(nextBlank('a [b] c', 5)).toEqual([2, 5])
    expect(nextBlank('none', 0)).toBeNull()
  })

  it('stay quick on text full of brackets', () => {
    const start = performance.now()
    nextBlank('['.repeat(200_000), 0)
    expect(performance.now() - start).toBeLessThan(500)
  })
})

describe('the filter of observables', () => {
  it('finds them defanged or not, by state and type', () => {
    expect(matchingObservables(worked.observables, 'portal-login[.]example domain')).toHaveLength(1)
    expect(matchingObservables(worked.observables, 'benign')).toHaveLength(1)
    expect(matchingObservables(worked.observables, 'nothing like it')).toHaveLength(0)
  })
})

describe('what a person says to the gate', () => {
  it('is needed for conditions, and is not enough for a stop', () => {
    expect(mayGo(null, noConsent)).toBe(false)
    expect(mayGo({ verdict: 'allow', reasons: [] }, noConsent)).toBe(true)
    expect(mayGo({ verdict: 'condition', reasons: [] }, noConsent)).toBe(false)
    expect(mayGo({ verdict: 'condition', reasons: [] }, { ...noConsent, accepted: true })).toBe(true)
    expect(mayGo({ verdict: 'stop', reasons: [] }, { ...noConsent, accepted: true })).toBe(false)
  })
})
