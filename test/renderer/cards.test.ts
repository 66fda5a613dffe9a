/** Pure parts of the pages of contacts: typed moments, edited lists, hours in words, findings, where fields come from. */
import { describe, expect, it } from 'vitest'
import { longAge, shortAge } from '../../renderer/features/cards/age.ts'
import { previewWords } from '../../renderer/features/cards/edit-preview.ts'
import { partIds, textsOf } from '../../renderer/features/cards/edit-texts.ts'
import { editOf, fieldOfPart } from '../../renderer/features/cards/edit-values.ts'
import { groupOf, sortedFindings } from '../../renderer/features/cards/finding-groups.ts'
import { gapsOf } from '../../renderer/features/cards/gaps-of.ts'
import { hoursWords } from '../../renderer/features/cards/hours-words.ts'
import { momentOf, momentText } from '../../renderer/features/cards/moment.ts'
import { originsOf } from '../../renderer/features/cards/origins.ts'
import { channelWords, openWords } from '../../renderer/features/cards/reach-words.ts'
import { marksOf } from '../../renderer/features/cards/week.ts'
import { promiseWords } from '../../renderer/ui/card-words.ts'
import { scrollTo, visibleOf } from '../../renderer/ui/list-window.ts'
import type { CardFinding } from '../../shared/domain/card/card-reading.ts'
import type { CardView } from '../../shared/ipc/card-views.ts'
import { sampleCards } from './fake/sample-cards.ts'
import { sampleKeys } from './fake/sample-keys.ts'

const cards = sampleCards(sampleKeys())

function sample(id: string): CardView {
  const card = cards.find((one) => one.id === id)
  if (card === undefined) throw new Error('no such sample')
  return card
}

/** Monday 23 November 2026, 12:00 in UTC; 13:00 in Madrid. */
const monday = Date.parse('2026-11-23T12:00:00Z')

describe('a moment as it is typed', () => {
  it('is on the clock of the team', () => {
    expect(momentOf('2026-11-28 22:00', 'Europe/Madrid', monday)).toBe('2026-11-28T21:00:00.000Z')
    expect(momentText('2026-11-28T21:00:00.000Z', 'Europe/Madrid')).toBe('2026-11-28 22:00')
  })
  it('is the next such day where only the day is named, today while it is still to come', () => {
    expect(momentOf('Sat 22:00', 'Europe/Madrid', monday)).toBe('2026-11-28T21:00:00.000Z')
    expect(momentOf('monday 14:00', 'Europe/Madrid', monday)).toBe('2026-11-23T13:00:00.000Z')
    expect(momentOf('mon 12:30', 'Europe/Madrid', monday)).toBe('2026-11-30T11:30:00.000Z')
  })
  it('is now where nothing is typed, and UTC where their zone is not known', () => {
    expect(momentOf('  ', 'Europe/Madrid', monday)).toBeNull()
    expect(momentOf('2026-11-24 10:00', null, monday)).toBe('2026-11-24T10:00:00.000Z')
  })
  it('is refused where there is no such day or time, also one that their clock leaves out', () => {
    for (const text of ['tomorrow', '2026-02-30 10:00', '2026-11-28 25:00', 'xyz 10:00'])
      expect(momentOf(text, 'Europe/Madrid', monday)).toBeUndefined()
  })
})

describe('the edit sheet', () => {
  it('reads every field back as it stands on the card', () => {
    for (const card of cards) {
      const texts = textsOf(card)
      for (const part of partIds) expect(editOf(fieldOfPart(part), texts).ok).toBe(true)
      const emails = editOf('emails', texts)
      expect(emails.ok && emails.value.value).toEqual(
        card.reading.emails.map(({ address, purposes, doNotUseFor }) => ({ address, purposes, doNotUseFor })),
      )
      const phones = editOf('phones', texts)
      expect(phones.ok && phones.value.value).toEqual(
        card.reading.phones.map(({ text, purpose, audience, script, doNotUseFor, roundTheClock }) => ({
          text,
          purpose,
          audience,
          script,
          doNotUseFor,
          roundTheClock,
        })),
      )
    }
  })
  const texts = textsOf(sample('card-harrow'))
  it('keeps what is said on the telephone whole, with its semicolons', () => {
    const read = editOf('phones', { ...texts, phones: '+34 910 000 000: emergency; for csirt; 24/7; say One; two' })
    expect(read.ok && read.value.value).toEqual([
      {
        text: '+34 910 000 000',
        purpose: 'emergency',
        audience: 'csirt',
        script: 'One; two',
        doNotUseFor: [],
        roundTheClock: true,
      },
    ])
  })
  it('names the line that it cannot read, and takes nothing of that field', () => {
    const read = editOf('emails', { ...texts, emails: 'cert@harrow.example: incidents\nnot an address' })
    expect(read).toEqual({
      ok: false,
      problem: { code: 'cardedit.line-bad', params: { line: 2, text: 'not an address' } },
    })
    for (const phones of ['+34 910: nonsense', '+34 910 000 000: main; for nobody', '+34 910 000 000; sometimes'])
      expect(editOf('phones', { ...texts, phones }).ok).toBe(false)
  })
  it('gives a field that was emptied no value', () => {
    expect(editOf('phones', { ...texts, phones: '' })).toEqual({ ok: true, value: { field: 'phones', value: null } })
    const read = editOf('networks', { ...texts, 'networks.cidrs': '', 'networks.domains': '', 'networks.asns': '' })
    expect(read).toEqual({ ok: true, value: { field: 'networks', value: null } })
  })
  it('reads AS numbers with and without their letters', () => {
    const read = editOf('networks', { ...texts, 'networks.asns': 'AS64500, 64501\nas64502' })
    expect(read.ok && read.value.field === 'networks' && read.value.value?.asns).toEqual([64500, 64501, 64502])
  })
  it('refuses hours that cannot be reckoned with, and says the others in words', () => {
    expect(editOf('hours', { ...texts, hours: 'whenever' }).ok).toBe(false)
    const read = editOf('hours', { ...texts, hours: 'Mo-Fr 09:00-18:00; PH off' })
    expect(read.ok && previewWords(read.value)).toEqual(['Mon to Fri 09:00 to 18:00; holidays closed'])
  })
  it('refuses a closure on a day that there is not', () => {
    expect(editOf('closures', { ...texts, closures: '2026-02-30: Feast' }).ok).toBe(false)
    const read = editOf('closures', { ...texts, closures: '2026-12-24: Christmas Eve' })
    expect(read.ok && read.value.value).toEqual([{ date: '2026-12-24', name: 'Christmas Eve' }])
  })
  it('takes code, tier and desk key of our own people', () => {
    const key = '91C26A3F0D85B7E42219CC640FA1D38E57B0427A'
    const read = editOf('members', { ...texts, members: `Mara K; lead; code MK; tier n2; key ${key}` })
    expect(read.ok && read.value.value).toEqual([
      { name: 'Mara K', role: 'lead', code: 'MK', tier: 'N2', deskKey: key },
    ])
    expect(editOf('members', { ...texts, members: 'Mara K; tier N9' }).ok).toBe(false)
  })
})

describe('hours in words', () => {
  it('name days, holidays and nights', () => {
    expect(hoursWords('24/7')).toBe('round the clock, every day')
    expect(hoursWords('Mo,We 08:00-12:00,14:00-18:00')).toBe('Mon, Wed 08:00 to 12:00, 14:00 to 18:00')
    expect(hoursWords('Mo-Su 22:00-06:00')).toBe('Mon to Sun 22:00 to 06:00')
    expect(hoursWords('Fr[-1] off')).toBe('last Fri of the month closed')
    expect(hoursWords('perhaps')).toBeNull()
  })
  it('write on the scale where it opens and closes, with room between the figures', () => {
    expect(marksOf([{ from: 540, to: 1140 }])).toEqual([0, 360, 540, 720, 1140, 1440])
    expect(marksOf([{ from: 60, to: 1400 }])).not.toContain(60)
  })
})

const found = (code: CardFinding['code'], severity: CardFinding['severity'], line: number): CardFinding => ({
  code,
  severity,
  line,
  params: {},
})

describe('findings', () => {
  it('are damage, conflict, trap or note', () => {
    expect(groupOf(found('key-damaged', 'error', 1))).toBe('damage')
    expect(groupOf(found('form-contradiction', 'warning', 1))).toBe('conflict')
    expect(groupOf(found('fingerprint-mismatch', 'error', 1))).toBe('conflict')
    expect(groupOf(found('do-not-use', 'warning', 1))).toBe('trap')
    expect(groupOf(found('zone-conflict', 'info', 1))).toBe('note')
  })
  it('stand worst first, then by line', () => {
    const all = [found('date-unknown', 'info', 1), found('do-not-use', 'warning', 9), found('key-damaged', 'error', 5)]
    expect(sortedFindings(all).map(({ line }) => line)).toEqual([5, 9, 1])
  })
})

describe('where fields come from', () => {
  it('stands once for those of one source that belong together, alone for one that is contradicted', () => {
    const card = sample('card-harrow')
    const other = { ...card.source, id: 'list' }
    const provenance = card.provenance.map((one) => (one.field === 'phones' ? { ...one, others: ['list'] } : one))
    const rows = originsOf({ sources: [card.source, other], provenance })
    expect(rows.find(({ fields }) => fields.includes('phones'))?.fields).toEqual(['phones'])
    expect(rows.find(({ fields }) => fields.includes('phones'))?.others).toEqual([other])
    expect(rows.find(({ fields }) => fields.includes('names'))?.fields).toContain('address')
    expect(rows.flatMap(({ fields }) => fields).toSorted()).toEqual(provenance.map(({ field }) => field).toSorted())
  })
  it('is told with an age in one unit', () => {
    expect(shortAge('2026-11-23', monday)).toBe('today')
    expect(shortAge('2026-11-11', monday)).toBe('12 d')
    expect(shortAge('2024-08-01', monday)).toBe('2.3 years')
    expect(longAge(845)).toBe('2.3 years old')
  })
})

describe('how they are reached', () => {
  const nothing = {
    open: 'unknown',
    closesAt: null,
    opensAt: null,
    localTime: null,
    channel: null,
    script: null,
    subjectKeyword: 'urgent',
    reasons: [],
    warnings: [],
    fallbacks: [],
    refused: [],
  } as const
  const card = sample('card-harrow')
  it('is one sentence, with the word for the subject of a mail', () => {
    const channel = { kind: 'email', value: 'cert@harrow.example', line: 41, protection: 'pgp' } as const
    expect(channelWords({ ...nothing, channel }, card)).toBe(
      'Encrypted e-mail to cert@harrow.example, “urgent” in the subject',
    )
    const phone = { kind: 'phone', value: '+351210550142', line: 36, protection: 'plain' } as const
    expect(channelWords({ ...nothing, channel: phone }, card)).toBe('Call +351 21 055 0142')
    expect(channelWords(nothing, card)).toContain('no way')
  })
  it('never says closed for unknown', () => {
    expect(openWords(nothing, monday)).toBe('Hours unknown')
    expect(openWords({ open: 'no', opensAt: '2026-11-23T14:00:00Z', closesAt: null }, monday)).toContain('in 2:00')
  })
  it('says a promise by its term, and as printed where it is none', () => {
    expect(promiseWords({ duration: 'P1WD', text: '' })).toBe('Within one working day')
    expect(promiseWords({ duration: 'PT4H', text: '' })).toBe('Within 4 hours')
    expect(promiseWords({ duration: 'PT1H30M', text: '' })).toBe('Within 90 minutes')
    expect(promiseWords({ duration: '?', text: 'soon' })).toBe('soon')
  })
})

it('a card whose holidays nobody knows says so among what is not known', () => {
  expect(gapsOf(sample('card-delta'))).toContain('holidays')
  expect(gapsOf(sample('card-harrow'))).not.toContain('holidays')
})

it('a long list draws what is on the screen and scrolls no further than needed', () => {
  for (const top of [0, 31, 159_000]) {
    const { first, count } = visibleOf(top, 600, 5_000, 32)
    expect(first * 32).toBeLessThanOrEqual(top)
    expect((first + count) * 32).toBeGreaterThanOrEqual(Math.min(top + 600, 160_000))
  }
  expect(visibleOf(0, 600, 0, 32).count).toBe(0)
  expect([scrollTo(3, 0, 600, 32), scrollTo(20, 0, 600, 32)]).toEqual([0, 72])
})
