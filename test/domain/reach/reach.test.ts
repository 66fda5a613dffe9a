import { describe, expect, test } from 'vitest'
import {
  ask,
  codesOf,
  fingerprint,
  found,
  heldKey,
  hours,
  mail,
  office,
  pgpForReports,
  phone,
  row,
  saturdayNight,
  team,
  wayOf,
} from './cards.ts'

const prefersMail = { channel: 'email', line: 50 } as const

describe('encryption', () => {
  const card = team({
    ...hours(office),
    emails: [mail()],
    phones: [phone()],
    preferred: prefersMail,
    channelRules: [
      { when: 'low-sensitivity', channel: 'email', protection: 'none', line: 38 },
      { when: 'high-sensitivity', channel: 'email', protection: 'pgp', line: 39 },
      pgpForReports,
    ],
  })
  const held = { keys: [heldKey] }

  test('a report follows the stricter rule, a follow-up of low sensitivity the laxer', () => {
    expect(wayOf(ask(card, {}, held))).toBe('email cert@team.example pgp')
    expect(wayOf(ask(card, { purpose: 'general' }, held))).toBe('email cert@team.example plain')
    expect(wayOf(ask(card, { purpose: 'general', sensitivity: 'high' }, held))).toBe('email cert@team.example pgp')
    expect(ask(card, {}, held).reasons).toContainEqual({
      code: 'reach.pgp.rule',
      params: { applies: 'incident-report', from: 'line', line: 40 },
    })
  })

  test('what is highly sensitive is encrypted also where they have no rule', () => {
    const silent = team({ ...hours(office), emails: [mail()] })
    expect(wayOf(ask(silent, { sensitivity: 'high' }, held))).toBe('email cert@team.example pgp')
    expect(wayOf(ask(silent, {}, held))).toBe('email cert@team.example plain')
  })

  test('without a key the telephone is first, mail waits for the key, and what is missing is said', () => {
    const answer = ask(card)
    expect(wayOf(answer)).toBe('phone +34910550100 plain')
    expect(codesOf(answer.reasons)).toContain('reach.by.no-key')
    expect(codesOf(answer.warnings)).toEqual(expect.arrayContaining(['reach.key.none', 'reach.key.first']))
    expect(answer.fallbacks).toMatchObject([{ kind: 'email', protection: 'pgp', because: { code: 'reach.then.key' } }])
  })

  test('without a key and with nobody at the telephone it is mail, with nothing sensitive in it', () => {
    const answer = ask(card, { at: saturdayNight })
    expect(wayOf(answer)).toBe('email cert@team.example pgp')
    expect(codesOf(answer.warnings)).toEqual(
      expect.arrayContaining(['reach.key.none', 'reach.key.first', 'reach.mind.later']),
    )
  })

  test.each([
    ['identity-only', { state: 'identity-only', canEncrypt: false }, 'reach.key.identity-only'],
    ['expired', { state: 'expired', canEncrypt: false }, 'reach.key.expired'],
    ['revoked', { state: 'revoked', canEncrypt: false }, 'reach.key.revoked'],
    ['unreadable', { state: 'unreadable', canEncrypt: false }, 'reach.key.unreadable'],
    ['not included', { state: 'not-included', canEncrypt: false }, 'reach.key.not-included'],
    ['rejected here', { trust: 'rejected' }, 'reach.key.rejected'],
    ['for signing alone', { canEncrypt: false }, 'reach.key.signing-only'],
    ['past its end at the instant asked for', { expires: '2026-11-24T08:00:00Z' }, 'reach.key.expired'],
  ] as const)('nothing is encrypted to a key that is %s', (_, given, code) => {
    const answer = ask(card, {}, { keys: [{ ...heldKey, ...given }] })
    expect(answer.channel?.kind).toBe('phone')
    expect(codesOf(answer.warnings)).toContain(code)
  })

  test('a repaired key is allowed, with a warning; an unchecked one too', () => {
    const repaired = ask(card, {}, { keys: [{ ...heldKey, state: 'repaired', trust: 'undecided' }] })
    expect(wayOf(repaired)).toBe('email cert@team.example pgp')
    expect(codesOf(repaired.warnings)).toContain('reach.key.repaired')
    const unchecked = ask(card, {}, { keys: [{ ...heldKey, trust: 'unverified' }] })
    expect(codesOf(unchecked.warnings)).toContain('reach.key.unverified')
    expect(codesOf(ask(card, {}, held).warnings)).toEqual([])
  })

  test('of several keys the checked one is used, whatever comes first', () => {
    const other = { ...heldKey, fingerprint: 'F'.repeat(40), trust: 'undecided' as const }
    expect(codesOf(ask(card, {}, { keys: [other, heldKey] }).warnings)).toEqual([])
  })

  test('without a vault the keys on the card answer; one that only signs does not', () => {
    const printed = {
      fingerprint,
      keyIdPrinted: null,
      state: 'usable',
      expires: '2026-11-24',
      use: 'team',
      block: null,
      blockLines: null,
      line: 60,
    } as const
    expect(ask({ ...card, keys: [printed] }).channel?.kind).toBe('email')
    expect(ask({ ...card, keys: [{ ...printed, use: 'signing-only' }] }).channel?.kind).toBe('phone')
    expect(ask({ ...card, keys: [{ ...printed, expires: '2026-11-23' }] }).channel?.kind).toBe('phone')
  })

  test('S/MIME is not what Signet writes', () => {
    const answer = ask({ ...card, channelRules: [{ ...pgpForReports, protection: 'smime' }] }, {}, held)
    expect(answer.channel?.kind).toBe('phone')
    expect(codesOf(answer.warnings)).toContain('reach.key.smime')
  })
})

describe('which telephone, and when', () => {
  const day = phone()
  const guard = phone({ e164: '+34910550111', purpose: 'after-hours', line: 11 })
  const hotline = phone({ e164: '+34910550122', purpose: 'emergency', line: 13 })
  const card = team({ ...hours(office), emails: [mail()], phones: [day, guard, hotline] })

  test('urgent: a voice; the emergency number before the office', () => {
    expect(wayOf(ask(card, { urgency: 'urgent' }))).toBe('phone +34910550122 plain')
    expect(wayOf(ask(team({ ...hours(office), emails: [mail()], phones: [day] }), { urgency: 'urgent' }))).toBe(
      'phone +34910550100 plain',
    )
  })

  test('not urgent: mail, and the emergency number is refused', () => {
    const answer = ask(card)
    expect(wayOf(answer)).toBe('email cert@team.example plain')
    expect(answer.refused).toMatchObject([{ value: '+34910550122', because: { code: 'reach.not.emergency' } }])
  })

  test('out of hours the number for that, and the office is for later', () => {
    const two = team({ ...hours(office), emails: [mail()], phones: [day, guard] })
    const answer = ask(two, { at: saturdayNight, urgency: 'urgent' })
    expect(wayOf(answer)).toBe('phone +34910550111 plain')
    expect(answer.fallbacks.map(({ value, because }) => [value, because.code])).toEqual([
      ['cert@team.example', 'reach.then.open'],
      ['+34910550100', 'reach.then.opens'],
    ])
  })

  test('out of hours without such a number it is mail that is read later', () => {
    const answer = ask(team({ ...hours(office), emails: [mail()], phones: [day] }), {
      at: saturdayNight,
      urgency: 'urgent',
    })
    expect(wayOf(answer)).toBe('email cert@team.example plain')
    expect(answer.warnings).toContainEqual({ code: 'reach.mind.later', params: { opensAt: '2026-11-23 08:00Z' } })
  })

  test('with nothing else, a closed telephone is told with the time to call', () => {
    const answer = ask(team({ ...hours(office), phones: [day] }), { at: saturdayNight })
    expect(wayOf(answer)).toBe('phone +34910550100 plain')
    expect(codesOf(answer.warnings)).toContain('reach.mind.call-later')
  })

  test('a number that is answered round the clock is so whatever the office does', () => {
    const always = phone({ e164: '+34910550133', roundTheClock: true })
    const answer = ask(team({ ...hours(office), phones: [day, always] }), { at: saturdayNight, urgency: 'urgent' })
    expect(wayOf(answer)).toBe('phone +34910550133 plain')
  })

  test('a number for others is refused, a number for us comes first', () => {
    const theirs = phone({ e164: '+34910550144', audience: 'constituent', line: 14 })
    const both = team({ ...hours(office), phones: [day, theirs] })
    expect(ask(both, { audience: 'csirt' }).refused).toMatchObject([
      { value: '+34910550144', because: { code: 'reach.not.audience' } },
    ])
    expect(wayOf(ask(both, { audience: 'constituent' }))).toBe('phone +34910550144 plain')
  })

  test('the guard of constituents does not sit at the published number, where the document keeps theirs to itself', () => {
    const guarded = { ...hours(office), coverage: [row(office), row('24/7', 'constituent')], phones: [day] }
    const at = { at: saturdayNight, audience: 'constituent', urgency: 'urgent' } as const
    const hidden = ask(team({ ...guarded, findings: [found('constituent-channel-unpublished')] }), at)
    expect([hidden.open, codesOf(hidden.warnings)]).toEqual([
      'yes',
      expect.arrayContaining(['reach.mind.call-later', 'constituent-channel-unpublished']),
    ])
    expect(codesOf(ask(team(guarded), at).reasons)).toContain('reach.by.phone')
  })

  test('hours not known: the number may be tried', () => {
    const answer = ask(team({ phones: [phone({ script: 'ask for the duty officer' })] }), { urgency: 'urgent' })
    expect(answer).toMatchObject({ open: 'unknown', script: 'ask for the duty officer' })
    expect(codesOf(answer.reasons)).toContain('reach.by.phone-maybe')
  })

  test('a number without a country is shown as printed', () => {
    const answer = ask(team({ ...hours(office), phones: [phone({ e164: null, text: '0555 0100' })] }))
    expect([answer.channel?.value, codesOf(answer.warnings)]).toEqual([
      '0555 0100',
      expect.arrayContaining(['phone-no-country']),
    ])
  })

  test('secrets by telephone: allowed where they say so, minded where they do not', () => {
    const base = { ...hours(office), phones: [day] }
    const rule = (when: 'always' | 'low-sensitivity') =>
      ({ when, channel: 'phone', protection: 'none', line: 41 }) as const
    const secret = { sensitivity: 'high' } as const
    expect(codesOf(ask(team({ ...base, channelRules: [rule('always')] }), secret).reasons)).toContain(
      'reach.phone.rule',
    )
    expect(codesOf(ask(team({ ...base, channelRules: [rule('low-sensitivity')] }), secret).warnings)).toContain(
      'reach.mind.phone-low',
    )
    expect(codesOf(ask(team(base), secret).warnings)).toContain('reach.mind.phone-silent')
  })

  test('a team that takes the telephone only where mail will not do is written to, urgent or not', () => {
    const last = { when: 'no-email', channel: 'phone', protection: 'none', line: 42 } as const
    const shy = team({ ...hours(office), emails: [mail()], phones: [day], channelRules: [last] })
    expect(wayOf(ask(shy, { urgency: 'urgent' }))).toBe('email cert@team.example plain')
  })
})

describe('which address', () => {
  test('one that must not be used for this is refused, with the reason and the line', () => {
    const card = team({ emails: [mail({ purposes: ['general'], doNotUseFor: ['incidents'] })] })
    const answer = ask(card)
    expect(answer.channel).toBeNull()
    expect(answer.refused).toEqual([
      {
        kind: 'email',
        value: 'cert@team.example',
        line: 12,
        because: { code: 'do-not-use', params: { address: 'cert@team.example', from: 'line', line: 12 } },
      },
    ])
    expect(wayOf(ask(card, { purpose: 'general' }))).toBe('email cert@team.example plain')
  })

  test('the one for the matter; those for other matters are listed, not used', () => {
    const card = team({
      emails: [
        mail({ address: 'press@team.example', purposes: ['press'] }),
        mail({ address: 'info@team.example', purposes: ['other'] }),
        mail({ address: 'hello@team.example', purposes: ['general'] }),
        mail({ address: 'soc@team.example', purposes: ['incidents'] }),
      ],
    })
    expect(wayOf(ask(card))).toBe('email soc@team.example plain')
    expect(wayOf(ask(card, { purpose: 'general' }))).toBe('email hello@team.example plain')
    expect(ask(card).refused.map(({ value }) => value)).toEqual([
      'press@team.example',
      'info@team.example',
      'hello@team.example',
    ])
  })

  test('an address that says nothing of its use comes after everything that does', () => {
    const untold = mail({ purposes: ['other'] })
    expect(wayOf(ask(team({ emails: [untold] })))).toBe('email cert@team.example plain')
    expect(ask(team({ ...hours(office), emails: [untold], phones: [phone()] })).channel?.kind).toBe('phone')
  })

  test('urgent help by a word in the subject, where they ask for it', () => {
    const urgent = { text: 'put URGENT in the subject', line: 51, subjectKeyword: 'URGENT' }
    const card = team({ ...hours(office), emails: [mail()], phones: [phone()], urgent })
    expect(ask(card, { urgency: 'urgent' })).toMatchObject({ channel: { kind: 'email' }, subjectKeyword: 'URGENT' })
    expect(ask(card).subjectKeyword).toBeNull()
    const hotline = phone({ purpose: 'emergency' })
    expect(ask({ ...card, phones: [hotline] }, { urgency: 'urgent' })).toMatchObject({ channel: { kind: 'phone' } })
  })

  test('the channel that they prefer is honoured', () => {
    const both = { ...hours(office), emails: [mail()], phones: [phone()] }
    const form = { url: 'https://team.example/report', audience: 'public', line: 15 } as const
    const kinds = (['email', 'phone', 'form'] as const).map(
      (channel) => ask(team({ ...both, forms: [form], preferred: { channel, line: 50 } })).channel?.kind,
    )
    expect(kinds).toEqual(['email', 'phone', 'form'])
  })
})

describe('forms', () => {
  const form = { url: 'https://team.example/report/', audience: 'public', line: 15 } as const

  test('where the form is the only way it is the way, to be entered by somebody online', () => {
    const answer = ask(team({ forms: [form] }), { sensitivity: 'high' })
    expect(wayOf(answer)).toBe('form https://team.example/report/ plain')
    expect(codesOf(answer.warnings)).toEqual(
      expect.arrayContaining(['reach.mind.form-queue', 'reach.mind.form-sensitive']),
    )
    expect(ask(team({ forms: [form] }), { purpose: 'general' }).channel).toBeNull()
  })

  test('named with a guard that is there now, it is read now', () => {
    const guard = {
      ...row('24/7', 'constituent', 66),
      text: 'A guard 24x7, as well as on https://team.example/report/.',
    }
    const answer = ask(team({ ...hours(office), coverage: [row(office), guard], forms: [form] }), { at: saturdayNight })
    expect(codesOf(answer.reasons)).toContain('reach.by.form-now')
    expect(codesOf(answer.warnings)).not.toContain('reach.mind.later')
  })

  test('a form for constituents is not ours', () => {
    const theirs = team({ forms: [{ ...form, audience: 'constituent' }] })
    expect(ask(theirs)).toMatchObject({ channel: null, refused: [{ kind: 'form' }] })
    expect(ask(theirs, { audience: 'constituent' }).channel?.kind).toBe('form')
  })
})

describe('what to mind', () => {
  test('an old document, as old as it is on that day', () => {
    const document = { version: null, date: '2024-08-01', dateText: null, line: 17, urls: [], signatureUrls: [] }
    expect(ask(team({ document })).warnings).toContainEqual({
      code: 'document-old',
      params: { date: '2024-08-01', years: 2.3, line: 17 },
    })
    expect(codesOf(ask(team({ document }), { at: '2025-08-01T00:00:00.000Z' }).warnings)).not.toContain('document-old')
  })

  test('traps of the document where they touch the way, and not elsewhere', () => {
    const findings = [
      found('phone-pin'),
      found('public-key-ambiguous'),
      found('key-id-short'),
      found('template-residue'),
    ]
    const voice = codesOf(ask(team({ ...hours(office), phones: [phone()], findings })).warnings)
    expect(voice).toContain('phone-pin')
    expect(voice).not.toContain('public-key-ambiguous')
    const letter = ask(
      team({ ...hours(office), emails: [mail()], channelRules: [pgpForReports], findings }),
      {},
      { keys: [heldKey] },
    )
    expect(codesOf(letter.warnings)).toEqual(['public-key-ambiguous', 'key-id-short'])
  })

  test('who they are, before anything confidential is said', () => {
    const card = team({ ...hours(office), phones: [phone()] })
    const check = { state: 'lapsed', at: '2025-01-01T00:00:00Z' } as const
    expect(codesOf(ask(card, { sensitivity: 'high' }, { check }).warnings)).toContain('reach.mind.check-lapsed')
    expect(codesOf(ask(card, {}, { check }).warnings)).not.toContain('reach.mind.check-lapsed')
  })

  test('an empty card has no way, and says so', () => {
    const answer = ask(team())
    expect([answer.channel, codesOf(answer.warnings)]).toEqual([null, ['reach.mind.no-way']])
  })
})
