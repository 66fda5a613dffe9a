/** How the answer is told: whole sentences, the number first, few lines; and no card, however odd, breaks it. */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { reachShape, reachText } from '../../../electron/cli/commands/card-reach.ts'
import type { Reach, ReachCard } from '../../../shared/domain/reach/reach.ts'
import { say } from '../../../shared/words/say.ts'
import {
  ask,
  found,
  hours,
  mail,
  office,
  pgpForReports,
  phone,
  question,
  row,
  saturdayNight,
  team,
  tuesdayMorning,
} from './cards.ts'

const anyTime = fc.constantFrom(
  saturdayNight,
  tuesdayMorning,
  '2026-03-29T01:00:00.000Z',
  '1969-12-31T23:59:59.999Z',
  '9999-12-31T23:59:59.000Z',
  'yesterday',
)
const purposes = fc.subarray(['incidents', 'general', 'press', 'other'] as const)
const audience = fc.constantFrom('public', 'constituent', 'csirt', 'critical')
const osm = fc.oneof(
  fc.constantFrom(office, '24/7', '22:00-06:00', 'off', 'Feb 29 10:00-12:00', ''),
  fc.string().map((text) => text.replaceAll(/[{}]/g, '')),
)
const zone = fc.constantFrom('Europe/Madrid', 'Pacific/Kiritimati', 'Nowhere/Land', 'system', '', null)

const anyCard: fc.Arbitrary<ReachCard> = fc
  .record({
    iana: zone,
    main: osm,
    rows: fc.array(fc.record({ osm, audience }), { maxLength: 3 }),
    emails: fc.array(fc.record({ purposes, doNotUseFor: purposes }), { maxLength: 3 }),
    phones: fc.array(
      fc.record({
        audience,
        purpose: fc.constantFrom('main', 'incidents', 'emergency', 'after-hours', 'backup', 'other'),
        roundTheClock: fc.boolean(),
        doNotUseFor: purposes,
        line: fc.integer({ min: 0, max: 99 }),
      }),
      { maxLength: 3 },
    ),
    rules: fc.array(
      fc.record({
        when: fc.constantFrom('high-sensitivity', 'low-sensitivity', 'incident-report', 'always', 'no-email'),
        channel: fc.constantFrom('email', 'phone', 'form', 'transfer'),
        protection: fc.constantFrom('pgp', 'smime', 'none'),
        line: fc.nat(99),
      }),
      { maxLength: 4 },
    ),
    forms: fc.array(fc.record({ url: fc.webUrl(), audience, line: fc.nat(99) }), { maxLength: 2 }),
    preferred: fc.option(
      fc.record({ channel: fc.constantFrom('email' as const, 'phone' as const, 'form' as const), line: fc.nat(99) }),
    ),
  })
  .map(({ iana, main, rows, emails, phones, rules, forms, preferred }) =>
    team({
      timeZone: { iana, text: null, reason: 'zone-named', line: null },
      hours: { osm: main, text: main, line: 1 },
      coverage: rows.map((one) => row(one.osm, one.audience)),
      emails: emails.map((one, index) => mail({ ...one, address: `m${index}@team.example` })),
      phones: phones.map((one, index) => phone({ ...one, e164: `+3491055010${index}` })),
      channelRules: rules,
      forms,
      preferred,
    }),
  )

const anyQuestion = fc.record({
  at: anyTime,
  urgency: fc.constantFrom('normal', 'urgent'),
  sensitivity: fc.constantFrom('low', 'high'),
  purpose: fc.constantFrom('incident', 'general'),
  audience: fc.constantFrom('public', 'constituent', 'csirt'),
})

const sayingsOf = ({ reasons, warnings, fallbacks, refused }: Reach) => [
  ...reasons,
  ...warnings,
  ...[...fallbacks, ...refused].map(({ because }) => because),
]

describe('any card and any question', () => {
  test('get an answer that offers nothing it refuses, sends nothing in clear that must be encrypted, and is sentences', () => {
    fc.assert(
      fc.property(anyCard, anyQuestion, (card, given) => {
        const answer = ask(card, question(given))
        const offered = [answer.channel, ...answer.fallbacks].flatMap((way) => way ?? [])
        for (const way of answer.refused) expect(offered.map(({ value }) => value)).not.toContain(way.value)
        const onCard = [
          ...card.emails.map((one) => one.address),
          ...card.phones.map((one) => one.e164),
          ...card.forms.map(({ url }) => url),
        ]
        for (const { value } of offered) expect(onCard).toContain(value)
        if (given.sensitivity === 'high')
          for (const { kind, protection } of offered) expect(kind !== 'email' || protection === 'pgp').toBe(true)
        if (answer.open !== 'no') expect(answer.opensAt).toBeNull()
        if (answer.open !== 'yes') expect(answer.closesAt).toBeNull()
        for (const one of sayingsOf(answer)) expect(say('en', one)).not.toMatch(/[{}]/)
      }),
      { numRuns: 500 },
    )
  })
})

describe('on a terminal', () => {
  const card = team({
    ...hours(office),
    emails: [mail(), mail({ address: 'info@team.example', purposes: ['other'] })],
    phones: [phone({ script: 'ask for the desk' })],
    channelRules: [pgpForReports],
    findings: [
      found('form-contradiction'),
      found('zone-conflict'),
      found('phone-pin'),
      found('mail-none-for-incidents'),
      found('document-cut'),
    ],
  })

  test('the number stands first, then what to say, then whether they are there; at most twelve lines', () => {
    const lines = reachText(ask(card), 'en').split('\n')
    expect(lines.slice(0, 3)).toEqual([
      '+34910550100  (telephone)',
      'Say: ask for the desk',
      'Open now, until 2026-11-24T17:00Z; their clock shows 2026-11-24T10:00',
    ])
    expect(lines).toHaveLength(12)
    expect(lines.some((line) => line.includes('more things to mind'))).toBe(true)
    expect(lines.at(-2)).toBe('  > cert@team.example  (e-mail, encrypted). As soon as their key is here.')
  })

  test('an empty card says that there is no way', () => {
    expect(reachText(ask(team()), 'en').split('\n')[0]).toBe('The card has no way to them for this.')
  })

  test('the document for scripts has every field of its contract', () => {
    const shape = reachShape(ask(card), 'en')
    expect(shape).toMatchObject({
      schema: 'signet.reach/1',
      open: 'yes',
      localTime: '2026-11-24T10:00:00+01:00',
      channel: { kind: 'phone', value: '+34910550100', protection: 'plain' },
      script: 'ask for the desk',
      subjectKeyword: null,
      opensAt: null,
    })
    for (const said of [...shape.reasons, ...shape.warnings]) expect(said.text.length).toBeGreaterThan(10)
  })
})
