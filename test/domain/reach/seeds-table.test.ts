/** The channel table that the requirements draw from the three team documents, cell by cell; and the same on made-up cards. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { KeyState } from '../../../shared/domain/key/key.ts'
import type { Reach, ReachCard, ReachQuestion } from '../../../shared/domain/reach/reach.ts'
import { read, sharedFolder } from '../card/reading.ts'
import {
  ask,
  codesOf,
  found,
  heldKey,
  hours,
  mail,
  phone,
  row,
  saturdayNight,
  team,
  tuesdayMorning,
  wayOf,
} from './cards.ts'

type Given = Partial<ReachQuestion>

const mailsOf = ({ channel, fallbacks }: Reach): readonly string[] =>
  [channel, ...fallbacks].flatMap((way) => (way?.kind === 'email' ? [way.value] : []))
const valuesOf = ({ channel, fallbacks }: Reach, kind: 'phone' | 'form'): readonly string[] =>
  [channel, ...fallbacks].flatMap((way) => (way?.kind === kind ? [way.value] : []))

const withKey = (card: ReachCard, given: Given = {}): Reach => ask(card, given, { keys: [heldKey] })
const night = (card: ReachCard, given: Given = {}): Reach => ask(card, { at: saturdayNight, ...given })
const when = (card: ReachCard, given: Given = {}) =>
  ({ Saturday: night(card, given).open, Tuesday: ask(card, given).open }) as const

/** The cells of one column. */
function column(card: ReachCard) {
  const protection = (given: Given): string => {
    const answer = withKey(card, given)
    const letter = [answer.channel, ...answer.fallbacks].find((way) => way?.kind === 'email')
    return letter?.protection ?? 'no mail'
  }
  return {
    'incident mail': mailsOf(withKey(card)),
    'general mail': mailsOf(withKey(card, { purpose: 'general' })),
    phone: valuesOf(ask(card), 'phone'),
    'what to say': ask(card).script,
    form: valuesOf(ask(card), 'form'),
    'word in an urgent subject': ask(card, { urgency: 'urgent' }).subjectKeyword,
    encrypt: {
      report: protection({}),
      'sensitive report': protection({ sensitivity: 'high' }),
      'harmless question': protection({ purpose: 'general' }),
      'sensitive question': protection({ purpose: 'general', sensitivity: 'high' }),
    },
    open: when(card),
    'open for constituents': when(card, { audience: 'constituent' }),
    'response promise': card.responsePromise?.duration ?? null,
    'key expires on': card.keys[0]?.expires?.slice(0, 10) ?? null,
    'document age': ask(card, { at: '2026-11-22T12:00:00.000Z' }).warnings.find(({ code }) => code === 'document-old')
      ?.params['years'],
    TLP: card.tlp,
  }
}

const inState = (card: ReachCard, state: KeyState): ReachCard => ({
  ...card,
  keys: card.keys.map((key) => ({ ...key, state })),
})

const folder = sharedFolder('seeds')

describe.skipIf(!folder)('the channel table of the three documents', () => {
  const seed = (name: string): ReachCard =>
    read(readFileSync(new URL(`${name}-cert.txt`, folder ?? 'file:///'), 'utf8'))

  test('P3: no public incident mail; telephone in the hours, the form always, a guard for constituents', () => {
    const card = seed('p3')
    expect(column(card)).toEqual({
      'incident mail': [],
      'general mail': ['cert@pers.eus'],
      phone: ['+34944360504'],
      'what to say': null,
      form: ['https://www.pers.eus/emergencias/'],
      'word in an urgent subject': null,
      encrypt: {
        report: 'no mail',
        'sensitive report': 'no mail',
        'harmless question': 'plain',
        'sensitive question': 'pgp',
      },
      open: { Saturday: 'no', Tuesday: 'yes' },
      'open for constituents': { Saturday: 'yes', Tuesday: 'yes' },
      'response promise': null,
      'key expires on': null,
      'document age': 4.5,
      TLP: true,
    })
    expect(ask(card).refused).toMatchObject([{ value: 'cert@pers.eus', line: 40, because: { code: 'do-not-use' } }])
    expect([wayOf(ask(card)), wayOf(night(card))]).toEqual([
      'phone +34944360504 plain',
      'form https://www.pers.eus/emergencias/ plain',
    ])
    expect(night(card)).toMatchObject({ opensAt: '2026-11-23T07:00:00.000Z', localTime: '2026-11-21T22:00:00+01:00' })
    expect(ask(card)).toMatchObject({ closesAt: '2026-11-24T17:00:00.000Z', localTime: '2026-11-24T10:00:00+01:00' })
    const guard = night(card, { urgency: 'urgent', audience: 'constituent' })
    expect(guard.reasons[0]).toMatchObject({ code: 'reach.hours.open', params: { whom: 'constituent', line: 66 } })
    expect(codesOf(guard.warnings)).toContain('constituent-channel-unpublished')
    expect(codesOf(ask(card, { purpose: 'general', sensitivity: 'high' }).warnings)).toEqual(
      expect.arrayContaining(['reach.key.not-included', 'key-id-short', 'reach.mind.phone-low']),
    )
  })

  test('ONESEQ: hours unknown, always encrypted, nothing to encrypt with: the telephone, with a PIN', () => {
    const card = seed('oneseq')
    expect(column(card)).toEqual({
      'incident mail': ['soc@oneseq.es'],
      'general mail': ['soc@oneseq.es'],
      phone: ['+34917872300'],
      'what to say': null,
      form: [],
      'word in an urgent subject': null,
      encrypt: {
        report: 'pgp',
        'sensitive report': 'pgp',
        'harmless question': 'pgp',
        'sensitive question': 'pgp',
      },
      open: { Saturday: 'unknown', Tuesday: 'unknown' },
      'open for constituents': { Saturday: 'unknown', Tuesday: 'unknown' },
      'response promise': null,
      'key expires on': null,
      'document age': 6.9,
      TLP: null,
    })
    for (const at of [saturdayNight, tuesdayMorning]) {
      expect(wayOf(ask(card, { at }))).toBe('phone +34917872300 plain')
      expect(wayOf(withKey(card, { at }))).toBe('email soc@oneseq.es pgp')
      const urgent = withKey(card, { at, urgency: 'urgent', audience: 'constituent' })
      expect(wayOf(urgent)).toBe('phone +34917872300 plain')
      expect(codesOf(urgent.warnings)).toEqual(
        expect.arrayContaining(['phone-pin', 'phone-on-call', 'constituent-channel-unpublished', 'hours-unknown']),
      )
    }
    expect(codesOf(ask(card).warnings)).toEqual(expect.arrayContaining(['reach.key.none', 'public-key-ambiguous']))
  })

  test('MYCD: one address for all, reports encrypted, "urgent" in the subject, the telephone where mail will not do', () => {
    const card = inState(seed('mycd'), 'repaired')
    expect(column(card)).toEqual({
      'incident mail': ['cybersec@myclouddoor.com'],
      'general mail': ['cybersec@myclouddoor.com'],
      phone: ['+34910558845'],
      'what to say': 'ask for the SOC MYCD-CERT',
      form: [],
      'word in an urgent subject': 'urgent',
      encrypt: {
        report: 'pgp',
        'sensitive report': 'pgp',
        'harmless question': 'plain',
        'sensitive question': 'pgp',
      },
      open: { Saturday: 'no', Tuesday: 'yes' },
      'open for constituents': { Saturday: 'no', Tuesday: 'yes' },
      'response promise': 'P1WD',
      'key expires on': '2027-01-16',
      'document age': 2.3,
      TLP: null,
    })
    expect(ask(card).refused.map(({ value }) => value)).toEqual(['info@myclouddoor.com'])
    for (const urgency of ['normal', 'urgent'] as const) {
      const answer = ask(card, { urgency })
      expect(wayOf(answer)).toBe('email cybersec@myclouddoor.com pgp')
      expect(codesOf(answer.warnings)).toEqual(expect.arrayContaining(['reach.key.repaired', 'form-contradiction']))
    }
    expect(night(card)).toMatchObject({ opensAt: '2026-11-23T08:00:00.000Z', channel: { kind: 'email' } })
  })

  test('MYCD, while the key cannot encrypt: the telephone in the hours, else mail with nothing in it', () => {
    const card = inState(seed('mycd'), 'identity-only')
    const day = ask(card, { sensitivity: 'high' })
    expect([wayOf(day), day.script]).toEqual(['phone +34910558845 plain', 'ask for the SOC MYCD-CERT'])
    expect(day.reasons).toContainEqual({
      code: 'reach.phone.rule',
      params: { applies: 'always', from: 'line', line: 231 },
    })
    expect(codesOf(day.warnings)).toContain('reach.key.identity-only')
    expect(wayOf(night(card))).toBe('email cybersec@myclouddoor.com pgp')
    expect(codesOf(night(card).warnings)).toEqual(expect.arrayContaining(['reach.key.first', 'reach.mind.later']))
  })
})

describe('the same table on made-up cards', () => {
  const preferred = { channel: 'email', line: 50 } as const
  const rule = (
    whenever: 'always' | 'incident-report' | 'high-sensitivity' | 'low-sensitivity' | 'no-email',
    channel: 'email' | 'phone',
    protection: 'pgp' | 'none',
  ) => ({ when: whenever, channel, protection, line: 40 }) as const

  test('a team with a form, a guard and no incident mail', () => {
    const osm = 'Mo-Fr 08:00-18:00; PH off'
    const card = team({
      ...hours(osm),
      coverage: [row(osm), row('24/7', 'constituent', 66)],
      emails: [mail({ purposes: ['general'], doNotUseFor: ['incidents'] })],
      phones: [phone()],
      forms: [{ url: 'https://team.example/report/', audience: 'public', line: 61 }],
      channelRules: [rule('low-sensitivity', 'email', 'none'), rule('high-sensitivity', 'email', 'pgp')],
      findings: [found('constituent-channel-unpublished')],
    })
    expect([wayOf(ask(card)), wayOf(night(card)), wayOf(ask(card, { purpose: 'general' }))]).toEqual([
      'phone +34910550100 plain',
      'form https://team.example/report/ plain',
      'email cert@team.example plain',
    ])
    expect(when(card, { audience: 'constituent' })).toEqual({ Saturday: 'yes', Tuesday: 'yes' })
    expect(column(card)['incident mail']).toEqual([])
  })

  test('a team that says nothing of its hours and wants all encrypted', () => {
    const card = team({
      emails: [mail()],
      phones: [phone()],
      preferred,
      channelRules: [rule('always', 'email', 'pgp')],
      findings: [found('phone-pin'), found('phone-on-call')],
    })
    for (const at of [saturdayNight, tuesdayMorning]) {
      expect(wayOf(ask(card, { at }))).toBe('phone +34910550100 plain')
      expect(wayOf(withKey(card, { at }))).toBe('email cert@team.example pgp')
      expect(wayOf(withKey(card, { at, urgency: 'urgent' }))).toBe('phone +34910550100 plain')
    }
    expect(when(card)).toEqual({ Saturday: 'unknown', Tuesday: 'unknown' })
  })

  test('a team that prefers mail, with a word for urgent matters and a script for the telephone', () => {
    const card = team({
      ...hours('Mo-Fr 09:00-19:00; PH off'),
      emails: [mail(), mail({ address: 'info@team.example', purposes: ['other'] })],
      phones: [phone({ script: 'ask for the desk' })],
      preferred,
      urgent: { text: 'put "urgent" in the subject', line: 51, subjectKeyword: 'urgent' },
      channelRules: [
        rule('no-email', 'phone', 'none'),
        rule('always', 'phone', 'none'),
        rule('low-sensitivity', 'email', 'none'),
        rule('incident-report', 'email', 'pgp'),
      ],
    })
    expect(withKey(card, { urgency: 'urgent' })).toMatchObject({ channel: { kind: 'email' }, subjectKeyword: 'urgent' })
    expect([wayOf(ask(card)), ask(card).script, wayOf(night(card))]).toEqual([
      'phone +34910550100 plain',
      'ask for the desk',
      'email cert@team.example pgp',
    ])
    expect(wayOf(withKey(card, { purpose: 'general' }))).toBe('email cert@team.example plain')
  })
})
