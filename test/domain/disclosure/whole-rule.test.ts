/** The whole rule: class, recipient, permission, vendor first, marking, absolute list, identity, channel. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cellRules, infoClasses, recipientClasses } from '../../../shared/domain/disclosure/classes.ts'
import { disclosurePolicySchema, type DisclosurePolicy } from '../../../shared/domain/disclosure/policy.ts'
import type { DisclosureRequest } from '../../../shared/domain/disclosure/request.ts'
import { shippedDisclosure } from '../../../shared/domain/disclosure/shipped.ts'
import { supposedRecipient, supposedVerified } from '../../../shared/domain/disclosure/supposed.ts'
import { isLiftable, type Verdict } from '../../../shared/domain/disclosure/verdict.ts'
import { wholeRule } from '../../../shared/domain/disclosure/whole-rule.ts'
import { isLooserTlp, tlps } from '../../../shared/domain/marking/tlp.ts'
import { say } from '../../../shared/words/say.ts'
import { now, requestOf } from './requests.ts'

const judged = (...of: Parameters<typeof requestOf>): Verdict => wholeRule(requestOf(...of), shippedDisclosure, now)
const said = ({ verdict, reasons }: Verdict): readonly string[] => [verdict, reasons[0]?.said.code ?? '']
const codes = ({ reasons }: Verdict): readonly string[] => reasons.map((one) => one.said.code)

test('the policy as shipped has its 63 cells, each with a clause and words, and reads by its own schema', () => {
  const cells = infoClasses.flatMap((info) => recipientClasses.map((to) => shippedDisclosure.cells[info][to]))
  expect(cells).toHaveLength(63)
  expect(cells.every(({ clause }) => /^4\.2 L\d{3}/.test(clause))).toBe(true)
  expect(cells.filter(({ rule, says }) => rule !== 'allow' && says === '')).toEqual([])
  expect(cells.filter(({ inferred }) => inferred)).toHaveLength(8)
  expect(disclosurePolicySchema.parse(shippedDisclosure)).toEqual(shippedDisclosure)
})

describe('restricted information', () => {
  test('goes to the community with a permission on file that covers it and still holds', () => {
    const given = { party: 'Orchard', classes: ['private-site'], to: ['community'], until: null } as const
    expect(said(judged('private-site', 'community'))).toEqual(['stop', 'gate.permission'])
    expect(codes(judged('private-site', 'community'))[1]).toBe('gate.absolute')
    expect(said(judged('private-site', 'community', { permissions: [given] }))).toEqual(['allow', 'gate.permitted'])
    for (const other of [{ classes: ['intruder'] }, { to: ['public'] }, { until: '2026-11-22T00:00:00.000Z' }] as const)
      expect(judged('private-site', 'community', { permissions: [{ ...given, ...other }] }).verdict).toBe('stop')
  })

  test('never goes to the press, whatever is on file', () => {
    const permissions = [{ party: 'Orchard', classes: ['embarrassing'], to: ['press'], until: null }] as const
    expect(said(judged('embarrassing', 'press', { permissions, marking: 'CLEAR' }))).toEqual(['stop', 'gate.no'])
  })

  test('of users goes to the public once nobody can be told from it, and hiding them is the smallest change', () => {
    const { reasons } = judged('private-user', 'public', { identifying: ['ana@orchard.example'] })
    expect(reasons[0]).toMatchObject({ fix: { kind: 'redact', items: ['ana@orchard.example'] }, clause: '4.2 L215' })
    expect(judged('private-user', 'public', { disguised: true }).verdict).toBe('allow')
  })

  test('goes to nobody outside who was not checked; intruder information asks', () => {
    expect(codes(judged('private-user', 'csirt', { verified: false, channel: 'phone' }))[0]).toBe('gate.unchecked')
    expect(judged('private-user', 'csirt', { channel: 'phone' }).verdict).toBe('condition')
    expect(said(judged('intruder', 'csirt', { verified: false, channel: 'phone' }))).toEqual([
      'condition',
      'gate.unchecked',
    ])
    expect(judged('intruder', 'csirt').verdict).toBe('allow')
    expect(judged('private-user', 'management', { verified: false, channel: 'phone' }).verdict).toBe('condition')
  })

  test('never goes by mail in clear, also where marking and card allow it', () => {
    expect(codes(judged('embarrassing', 'csirt', { channel: 'email-plain' }))).toContain('gate.sensitive-plain')
    expect(judged('contact', 'csirt', { channel: 'email-plain' }).verdict).toBe('allow')
  })

  test('about an affected party goes to that party, if it is about themselves', () => {
    const theirs = { ...supposedVerified(supposedRecipient('vendor')), concerned: true }
    expect(codes(judged('private-site', 'vendor', { recipients: [theirs] }))).toContain('gate.own-matter')
    expect(judged('private-site', 'vendor', { recipients: [theirs] }).verdict).toBe('condition')
  })
})

describe('a vulnerability', () => {
  const published = ['community', 'public', 'press'] as const
  test('reaches the public after its vendor was told, or after its embargo', () => {
    for (const to of published) {
      const { verdict, reasons } = judged('vulnerability', to, { vendorTold: false })
      expect(verdict).toBe('stop')
      expect(reasons[0]).toMatchObject({ said: { code: 'gate.vendor-first' }, fix: { kind: 'vendor-first' } })
      expect(codes(judged('vulnerability', to, { vendorTold: true }))).not.toContain('gate.vendor-first')
      const passed = { vendorTold: false, embargo: '2026-11-22T00:00:00.000Z' }
      expect(judged('vulnerability', to, passed).verdict).not.toBe('stop')
    }
  })

  test('is nobody else’s during its embargo, whether the vendor was told or not', () => {
    const embargo = '2026-12-01T00:00:00.000Z'
    expect(codes(judged('vulnerability', 'public', { vendorTold: true, embargo }))).toContain('gate.embargo')
    expect(said(judged('vulnerability', 'csirt', { vendorTold: true, embargo }))).toEqual([
      'condition',
      'gate.embargo-needs',
    ])
    expect(judged('vulnerability', 'vendor', { vendorTold: true, embargo }).verdict).toBe('allow')
  })

  test('with its place in the text is on the absolute list, and no override lifts that', () => {
    const verdict = judged('vulnerability', 'public', { vendorTold: true, places: ['vpn.orchard.example'] })
    expect(said(verdict)).toEqual(['stop', 'gate.absolute'])
    expect(isLiftable(verdict)).toBe(false)
    expect(judged('vulnerability', 'public', { vendorTold: true }).verdict).toBe('allow')
  })
})

describe('statistics', () => {
  test('leave when a named person approves', () => {
    expect(said(judged('statistical', 'community'))).toEqual(['condition', 'gate.approve'])
    expect(said(judged('statistical', 'community', { approver: ' ' }))).toEqual(['stop', 'gate.approve'])
    expect(said(judged('statistical', 'community', { approver: 'Ana Head' }))).toEqual(['allow', 'gate.approved'])
  })
})

test('who is several things is judged by the strictest of them', () => {
  const both = { ...supposedVerified(supposedRecipient('csirt')), classes: ['csirt', 'vendor'] as const }
  expect(codes(judged('private-user', 'csirt', { recipients: [both] }))[0]).toBe('gate.permission')
})

test('without a class the verdict says that nothing of what it holds was judged', () => {
  expect(codes(judged([], 'csirt'))).toContain('release.no-classes')
})

/** Anything that can be asked; every class and kind of recipient, also several at once. */
const anyRequest: fc.Arbitrary<DisclosureRequest> = fc
  .record({
    infos: fc.subarray([...infoClasses]),
    tos: fc.subarray([...recipientClasses], { minLength: 1, maxLength: 3 }),
    verified: fc.boolean(),
    concerned: fc.boolean(),
    isFile: fc.boolean(),
    marking: fc.constantFrom(...tlps),
    caseMarking: fc.option(fc.constantFrom(...tlps)),
    channel: fc.constantFrom('email-pgp', 'email-plain', 'phone', 'form', 'file'),
    disguised: fc.boolean(),
    permissions: fc.array(
      fc.record({
        party: fc.constant('Orchard'),
        classes: fc.subarray([...infoClasses]),
        to: fc.subarray<string>([...recipientClasses]),
        until: fc.option(fc.constantFrom('2026-11-22T00:00:00.000Z', '2027-01-01T00:00:00.000Z')),
      }),
      { maxLength: 3 },
    ),
    vendorTold: fc.option(fc.boolean()),
    embargo: fc.option(fc.constantFrom('2026-11-22T00:00:00.000Z', '2027-01-01T00:00:00.000Z')),
    approver: fc.option(fc.constantFrom('', 'Ana Head')),
    items: fc.subarray(['192.0.2.7', 'ana@orchard.example']),
  })
  .map(({ infos, tos, verified, concerned, isFile, items, ...change }) => {
    const recipients = tos
      .map((one) => supposedRecipient(one, isFile))
      .map((one) => ({ ...(verified ? supposedVerified(one) : one), concerned }))
    return {
      ...requestOf(infos, 'csirt', change),
      recipients,
      identifying: items,
      places: items,
    }
  })

/** Any matrix that a team may decide on. */
const anyPolicy: fc.Arbitrary<DisclosurePolicy> = fc
  .array(fc.tuple(fc.constantFrom(...cellRules), fc.option(fc.constantFrom(...cellRules))), {
    minLength: 63,
    maxLength: 63,
  })
  .map((rules) => {
    const cells = structuredClone(shippedDisclosure.cells)
    for (const [at, [rule, disguised]] of rules.entries()) {
      const info = infoClasses[Math.floor(at / 9)] ?? 'contact'
      const to = recipientClasses[at % 9] ?? 'public'
      cells[info][to] = { ...cells[info][to], rule, disguised }
    }
    return { ...shippedDisclosure, cells }
  })

const anyTeam = fc.oneof(fc.constant(shippedDisclosure), anyPolicy)
const strictness = ({ verdict }: Verdict): number => ['allow', 'condition', 'stop'].indexOf(verdict)

describe('whatever is asked, of whatever matrix', () => {
  test('each reason has a clause and words, and the strictest is the verdict', () => {
    fc.assert(
      fc.property(anyRequest, anyTeam, (request, policy) => {
        const { verdict, reasons } = wholeRule(request, policy, now)
        expect(reasons[0]?.level).toBe(verdict)
        for (const one of reasons) {
          expect(one.clause).not.toBe('')
          expect(say('en', one.said)).not.toMatch(/[{}]|undefined/)
        }
      }),
      { numRuns: 500 },
    )
  })

  test('a stricter marking never opens a way', () => {
    fc.assert(
      fc.property(anyRequest, anyTeam, fc.constantFrom(...tlps), (request, policy, marking) => {
        fc.pre(!isLooserTlp(marking, request.marking))
        // RED goes by persons, the label before it by organisations (TLP 2.0): neither is the tighter one for a person outside.
        fc.pre(marking !== 'RED' || request.recipients.every(({ kind }) => kind !== 'person'))
        // Looser than its case is a stop of its own, which tightening ends.
        const alone = { ...request, caseMarking: null }
        const tight = wholeRule({ ...alone, marking }, policy, now)
        expect(strictness(tight)).toBeGreaterThanOrEqual(strictness(wholeRule(alone, policy, now)))
      }),
      { numRuns: 500 },
    )
  })

  test('without a permission nothing is easier than with it', () => {
    fc.assert(
      fc.property(anyRequest, anyTeam, (request, policy) => {
        const less = { ...request, permissions: request.permissions.slice(1) }
        expect(strictness(wholeRule(less, policy, now))).toBeGreaterThanOrEqual(
          strictness(wholeRule(request, policy, now)),
        )
      }),
      { numRuns: 500 },
    )
  })

  test('disguised it is never stricter than not', () => {
    fc.assert(
      fc.property(anyRequest, anyTeam, (request, policy) => {
        const [open, hidden] = [false, true].map((disguised) => wholeRule({ ...request, disguised }, policy, now))
        expect(strictness(hidden ?? { verdict: 'stop', reasons: [] })).toBeLessThanOrEqual(
          strictness(open ?? { verdict: 'allow', reasons: [] }),
        )
      }),
      { numRuns: 500 },
    )
  })

  test('somebody who was checked is never worse off, and one recipient more never opens a way', () => {
    fc.assert(
      fc.property(anyRequest, anyTeam, (request, policy) => {
        const whole = strictness(wholeRule(request, policy, now))
        const checked = { ...request, recipients: request.recipients.map(supposedVerified) }
        expect(strictness(wholeRule(checked, policy, now))).toBeLessThanOrEqual(whole)
        const fewer = { ...request, recipients: request.recipients.slice(0, 1) }
        expect(strictness(wholeRule(fewer, policy, now))).toBeLessThanOrEqual(whole)
      }),
      { numRuns: 500 },
    )
  })
})
