import { expect, test } from 'vitest'
import { escalationsOf, sayEscalation } from '../../../shared/domain/order/escalation.ts'
import type { EscalationStep } from '../../../shared/domain/order/policy.ts'
import { presets } from '../../../shared/domain/order/presets.ts'
import type { FilterFacts } from '../../../shared/domain/order/queue-facts.ts'
import { rankingOf, standingOf } from '../../../shared/domain/order/ranking.ts'
import { say } from '../../../shared/words/say.ts'
import { earlier, facts, later, now, placedOn } from './order-facts.ts'

const anyStep: EscalationStep = { id: 'up', to: 'N2', band: null, severity: null, after: null, what: 'any' }
const goesUp = (step: Partial<EscalationStep>, changes: Partial<FilterFacts>): boolean =>
  escalationsOf(facts(changes), rankingOf({ ...presets.ladder, escalation: [{ ...anyStep, ...step }] }), now).length > 0

test.each([
  ['at once', {}, {}, true],
  ['a closed case goes nowhere', {}, { phase: 'closed' }, false],
  ['a step that was taken is not asked for again', {}, { escalated: ['up'] }, false],
  ['another step that was taken does not count', {}, { escalated: ['other'] }, true],
  ['of the band', { band: 'P3' }, { rung: 7 }, true],
  ['of a graver band', { band: 'P3' }, { rung: 1 }, true],
  ['of a lighter band', { band: 'P3' }, { rung: 12 }, false],
  ['placed into the band', { band: 'P1' }, { rung: 12, ...placedOn(1) }, true],
  ['of the severity', { severity: 'high' }, { severity: 'high' }, true],
  ['graver', { severity: 'high' }, { severity: 'critical' }, true],
  ['lighter', { severity: 'high' }, { severity: 'medium' }, false],
  ['of a severity that nobody knows', { severity: 'low' }, { severity: null }, false],
  ['exactly so long after the opening', { after: 60 }, { openedAt: earlier }, true],
  ['a minute before', { after: 61 }, { openedAt: earlier }, false],
  ['unanswered for so long', { what: 'unanswered', after: 30 }, { openedAt: earlier }, true],
  ['answered', { what: 'unanswered', after: 30 }, { openedAt: earlier, respondedAt: earlier }, false],
  ['a promise broken for so long', { what: 'breached', after: 60 }, { due: earlier }, true],
  ['a promise broken for less', { what: 'breached', after: 61 }, { due: earlier }, false],
  ['a promise that still has time', { what: 'breached', after: 0 }, { due: later }, false],
  ['no promise', { what: 'breached', after: 0 }, { due: null }, false],
  ['one condition of two', { band: 'P1', what: 'breached' }, { rung: 7, due: earlier }, false],
] as const)('%s', (_, step, changes, expected) => expect(goesUp(step, changes)).toBe(expected))

test('the tiered desk goes up step by step', () => {
  const ranking = rankingOf(presets.tiered)
  const steps = (changes: Partial<FilterFacts>): readonly string[] =>
    escalationsOf(facts(changes), ranking, now).map(({ to }) => to)
  expect(steps({ rung: 24, openedAt: earlier })).toEqual(['N2'])
  expect(steps({ rung: 23, openedAt: earlier, due: '2026-11-23T11:59:00.000Z' })).toEqual(['N2', 'N3'])
  expect(steps({ rung: 21, openedAt: now })).toEqual(['N3'])
  expect(steps({ rung: 26, due: '2026-11-22T10:00:00.000Z' })).toEqual(['in-charge'])
})

test('each says to whom and why', () => {
  const ranking = rankingOf(presets.tiered)
  const one = facts({ rung: 23, openedAt: earlier, due: '2026-11-23T11:30:00.000Z' })
  const said = escalationsOf(one, ranking, now).map((step) =>
    say('en', sayEscalation(step, one, standingOf(ranking, one, now), now)),
  )
  expect(said).toEqual([
    'To N2: nobody has answered the reporter for 1 h.',
    'To N3: a promise has been broken for 30 min.',
  ])
})
