import { describe, expect, test } from 'vitest'
import * as fc from 'fast-check'
import { faultsOf } from '../../../shared/domain/order/policy-faults.ts'
import { policyFromList } from '../../../shared/domain/order/policy-from-list.ts'
import { policySchema, type Policy, type PolicyRung } from '../../../shared/domain/order/policy.ts'
import { presets } from '../../../shared/domain/order/presets.ts'
import { whyDifferent } from '../../../shared/domain/order/simulate.ts'
import { say } from '../../../shared/words/say.ts'

const [one, two, three] = presets.ladder.rungs as [PolicyRung, PolicyRung, PolicyRung]
const withRungs = (...rungs: readonly PolicyRung[]): Policy => ({ ...presets.ladder, rungs: [...rungs] })
const faults = (policy: Policy): readonly string[] => faultsOf(policy).map(({ rung, said }) => `${rung}: ${said.code}`)

describe('what cannot be right about a policy', () => {
  test.each([
    ['no rung at all', withRungs(), ['null: fault.no-rungs']],
    ['two rungs of one number', withRungs(one, { ...two, id: 1 }), ['1: fault.same-id']],
    ['two rungs of one name', withRungs(one, { ...two, name: `  ${one.name.toUpperCase()} ` }), ['2: fault.same-name']],
    ['a rung without a name', withRungs(one, { ...two, name: '  ' }), ['2: fault.no-name']],
    ['a graver band further down', withRungs(three, one), ['1: fault.band']],
    [
      'a hint on two rungs',
      withRungs(
        { ...one, hints: ['Ransomware'] },
        { ...two, hints: ['ransomware ', '-phish*'] },
        { ...three, hints: ['-phish*'] },
      ),
      ['2: fault.hint-twice'],
    ],
    ['a hint without a word', withRungs({ ...one, hints: ['- + |'] }), ['1: fault.hint-empty']],
    [
      'what a template left (Z-12)',
      withRungs({ ...one, name: 'Any of the above at other sites, originating from XYZ University' }),
      ['1: fault.residue'],
    ],
    [
      'a count that does not agree (Z-13)',
      withRungs(
        { ...one, id: 41, name: 'one' },
        { ...one, id: 42, name: 'two', hints: [] },
        { ...two, id: 43, name: 'three', hints: [] },
        { ...two, id: 44, name: 'four', hints: [] },
        { ...two, id: 45, name: 'Denial of service on any of the above three items', hints: [] },
      ),
      ['45: fault.count'],
    ],
  ])('%s', (_, policy, expected) => {
    expect(faults(policy)).toEqual(expected)
    for (const { said } of faultsOf(policy)) expect(say('en', said)).not.toMatch(/[{}]/)
  })

  test('a note settles what the source has wrong, and only a grid may be without rungs', () => {
    expect(faults(withRungs({ ...one, name: 'From XYZ University', note: 'read as ours' }))).toEqual([])
    expect(faults({ ...presets.grid, rungs: [] })).toEqual([])
  })

  test('only what leaves no order to tell stops it', () => {
    const stops = (policy: Policy): boolean => faultsOf(policy).some((fault) => fault.stops)
    expect([withRungs(), withRungs(one, { ...two, id: 1 }), withRungs({ ...one, name: ' ' })].map(stops)).toEqual([
      true,
      true,
      true,
    ])
    expect([withRungs(three, one), withRungs(one, { ...two, name: one.name })].map(stops)).toEqual([false, false])
  })
})

describe("a card's own list", () => {
  const list = [
    'Threats to the physical safety of human beings.',
    'Root or system-level attacks on any Management Information System, or any part of the backbone network infrastructure.',
    'Root or system-level attacks on any large public service machine, either multi-user or dedicated-purpose.',
    'Compromise of restricted confidential service accounts or software installations.',
    'Denial of service attacks on any of the above three items.',
    'Any of the above at other sites, originating from XYZ University.',
    'Large-scale attacks of any kind, e.g. sniffing attacks, "social engineering" attacks, password cracking attacks.',
    'Threats, harassment, and other criminal offenses involving individual user accounts.',
    'Compromise of individual user accounts on multi-user systems.',
    'Compromise of desktop systems.',
    'Forgery and misrepresentation, and other security-related violations of local rules and regulations.',
    'Denial of service on individual user accounts, e.g. mailbombing.',
  ]

  test('becomes rungs in its own words; what is a rung of the ladder keeps its number, words and classes', () => {
    const { rungs } = policyFromList('Harrow-CERT', list)
    expect(rungs.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
    expect(rungs.map(({ name }) => name)).toEqual(list)
    expect(rungs[6]?.hints).toEqual(presets.ladder.rungs[6]?.hints)
    expect(rungs.map(({ band }) => band).join(' ')).toBe('P1 P1 P1 P1 P2 P2 P2 P2 P3 P3 P3 P3')
  })

  test('its two traps are notes at their rungs', () => {
    const notes = policyFromList('Harrow-CERT', list).rungs.flatMap(({ id, note }) =>
      note === null ? [] : [`${id} ${note}`],
    )
    expect(notes).toEqual([
      '5 The source says 3 items here, after 4. It is taken as the 4 before it.',
      '6 The source says "XYZ University", left over from a template. Read it as it fits your own organisation, or correct it.',
    ])
  })

  test('that is no ladder gets numbers that no preset uses', () => {
    const { rungs } = policyFromList('Quillmoor', ['Drinking water', 'Street lighting', 'The library'])
    expect(rungs.map(({ id, band, hints }) => [id, band, hints.length])).toEqual([
      [41, 'P1', 0],
      [42, 'P2', 0],
      [43, 'P3', 0],
    ])
  })

  test('of any length and content is a policy', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ minLength: 1, maxLength: 400 }).filter((text) => text.trim() !== '')),
        (items) => {
          expect(policySchema.safeParse(policyFromList('A team', items)).success).toBe(true)
        },
      ),
    )
  })
})

describe('the cause of a difference, in one sentence', () => {
  const rungs = presets.ladder.rungs
  const [seventh] = rungs.slice(6, 7) as [PolicyRung]
  const others = rungs.filter(({ id }) => id !== 7)
  test.each([
    ['nothing', presets.ladder, 'This is the policy in force.'],
    [
      'one rung moved',
      withRungs(...others.slice(0, 5), seventh, ...others.slice(5)),
      'Because "a large-scale attack: sniffing, deception, password cracking" goes from place 7 to place 6.',
    ],
    ['turned round', withRungs(...rungs.toReversed()), 'Because 11 rungs go to other places.'],
    ['another scheme', presets.grid, 'The queue would go by impact and urgency instead of the ladder.'],
    ['a band', withRungs({ ...one, band: 'P2' }, ...rungs.slice(1)), 'Because one rung changes its band.'],
    [
      'tie-breakers',
      { ...presets.ladder, tieBreakers: ['age'] } satisfies Policy,
      'Because cases on the same rung are settled in another order.',
    ],
    ['weights', { ...presets.ladder, weightOfOthers: 1 }, 'Because constituents weigh otherwise.'],
    [
      'words',
      withRungs({ ...one, hints: ['flood'] }, ...rungs.slice(1)),
      'Only names, words or notes differ: they change what is proposed, not the order.',
    ],
  ])('%s', (_, after, sentence) => expect(say('en', whyDifferent(presets.ladder, after))).toBe(sentence))
})
