import { describe, expect, it } from 'vitest'
import { effective, type HandWritten } from '../../../shared/domain/card/layers.ts'
import { ageOf, isOlder, standing } from '../../../shared/domain/card/layers-standing.ts'
import { dated, email, key, layer, names, phone } from './sources.ts'

const byHand = (value: object): HandWritten => ({ ...value, at: '2026-11-20T10:00:00.000Z', code: 'MK' }) as HandWritten

const sourceOf = (card: ReturnType<typeof effective>, field: string): string | undefined =>
  card.provenance.find((stand) => stand.field === field)?.source

describe('the sources of a card', () => {
  it('a document stands above a security.txt, that above a list, and a table of ours last', () => {
    const csv = layer('csv', {
      names: names('CSV'),
      country: 'ES',
      emails: [email('csv@example.org')],
      constituency: 'x',
    })
    const list = layer('first', { names: names('FIRST'), country: 'PT', emails: [email('list@example.org')] })
    const txt = layer('security.txt', { names: names('TXT'), emails: [email('txt@example.org')] })
    const document = layer('pdf', { names: names('DOC') })
    const card = effective([document, txt, list, csv], [])
    expect(card.reading.names.short).toBe('DOC')
    expect(card.reading.emails[0]?.address).toBe('txt@example.org')
    expect(card.reading.country).toBe('PT')
    expect(card.reading.constituency).toBe('x')
    expect([sourceOf(card, 'names'), sourceOf(card, 'emails'), sourceOf(card, 'country')]).toEqual([
      document.id,
      txt.id,
      list.id,
    ])
  })

  it('what a newer document no longer says is gone, though the older one said it', () => {
    const older = layer('document', { names: names('A'), phones: [phone('+34910000001')] })
    const newer = layer('pdf', { names: names('A') })
    const card = effective([older, newer], [])
    expect(card.reading.phones).toEqual([])
    expect(sourceOf(card, 'phones')).toBeUndefined()
  })

  it('a document read later with an earlier date does not bring the card up to date', () => {
    const newer = layer('document', { names: names('New'), document: dated('2026-05-01') })
    const older = layer('document', { names: names('Old'), document: dated('2024-05-01') })
    expect(isOlder(older, newer)).toBe(true)
    expect(effective([newer, older], []).reading.names.short).toBe('New')
  })

  it('a document without a date counts as of the day on which it was read', () => {
    const first = layer('document', { names: names('First'), document: dated('2026-05-01') })
    const second = layer('document', { names: names('Second') })
    expect(effective([first, second], []).reading.names.short).toBe('Second')
  })

  it('the next issue of a list speaks instead of the last, entry by entry', () => {
    const before = layer('first', { country: 'ES' }, { entry: 'team-7' })
    const other = layer('first', { constituency: 'other entry' }, { entry: 'team-8' })
    const after = layer('first', { country: 'PT' }, { entry: 'team-7' })
    expect(standing([before, other, after]).map(({ id }) => id)).toEqual([after.id, other.id])
  })

  it('networks are united, because each source knows some of them', () => {
    const document = layer('document', { networks: { cidrs: ['192.0.2.0/24'], domains: [], asns: [] } })
    const list = layer('global-irt', {
      networks: { cidrs: ['198.51.100.0/24', '192.0.2.0/24'], domains: [], asns: [64500] },
    })
    const card = effective([document, list], [])
    expect(card.reading.networks).toEqual({ cidrs: ['192.0.2.0/24', '198.51.100.0/24'], domains: [], asns: [64500] })
    expect(card.provenance.find(({ field }) => field === 'networks')?.others).toEqual([list.id])
  })

  it('names a source below that says something else, and not one that says the same', () => {
    const document = layer('document', { emails: [email('cert@example.org')], country: 'ES' })
    const same = layer('first', { emails: [{ ...email('CERT@example.org'), line: 0 }] })
    const other = layer('csv', { emails: [email('old@example.org')], country: 'ES' })
    const emails = effective([document, same, other], []).provenance.find(({ field }) => field === 'emails')
    expect(emails).toMatchObject({ source: document.id, others: [other.id] })
  })
})

describe('an entry by hand', () => {
  const document = layer('document', {
    country: 'ES',
    hours: { osm: 'Mo-Fr 09:00-17:00', text: 'office hours', line: 3 },
    availability: 'business-hours',
    phones: [phone('+34910000001')],
  })

  it('stands above every source, says who wrote it, and a newer document does not take it away', () => {
    const country = byHand({ field: 'country', value: 'PT' })
    const newer = layer('document', { country: 'FR' })
    const card = effective([document, newer], [country])
    expect(card.reading.country).toBe('PT')
    expect(card.provenance.find(({ field }) => field === 'country')).toEqual({
      field: 'country',
      source: 'hand',
      at: '2026-11-20T10:00:00.000Z',
      code: 'MK',
      others: [newer.id],
    })
  })

  it('without a value clears the field', () => {
    const card = effective([document], [byHand({ field: 'phones', value: null })])
    expect(card.reading.phones).toEqual([])
    expect(sourceOf(card, 'phones')).toBe('hand')
  })

  it('of hours round the clock makes the team available round the clock', () => {
    const always = byHand({ field: 'hours', value: { osm: '24/7', text: '24/7', line: null } })
    expect(effective([document], []).reading.availability).toBe('business-hours')
    expect(effective([document], [always]).reading.availability).toBe('24x7')
  })

  it('settles the finding that said that the value was missing', () => {
    const silent = layer('document', {
      names: names('A'),
      findings: [
        { code: 'hours-unknown', severity: 'warning', line: null, params: {} },
        { code: 'date-unknown', severity: 'info', line: null, params: {} },
      ],
    })
    const hours = byHand({ field: 'hours', value: { osm: 'Mo-Fr 09:00-17:00', text: '', line: null } })
    expect(effective([silent], [hours]).reading.findings.map(({ code }) => code)).toEqual(['date-unknown'])
  })
})

describe('findings', () => {
  it('of a document that a newer one replaced are gone with it', () => {
    const found = { code: 'key-damaged', severity: 'error', line: 4, params: { count: 1 } } as const
    const older = layer('document', { names: names('A'), findings: [found] })
    const newer = layer('document', { names: names('A'), keys: [key('A'.repeat(40))] })
    expect(effective([older], []).reading.findings).toEqual([found])
    expect(effective([older, newer], []).reading.findings).toEqual([])
  })
})

describe('the age of a card', () => {
  const now = '2026-11-20T00:00:00.000Z'

  it('a document is too old after two years, an entry of a list after 180 days', () => {
    expect(ageOf([layer('document', { document: dated('2024-11-21') })], now)).toEqual({ days: 729, stale: false })
    expect(ageOf([layer('document', { document: dated('2024-11-18') })], now).stale).toBe(true)
    expect(ageOf([layer('first', { document: dated('2026-05-25') })], now).stale).toBe(false)
    expect(ageOf([layer('first', { document: dated('2026-05-20') })], now).stale).toBe(true)
  })

  it('without a date it counts from the day on which it was read, and for a card by hand alone it is not known', () => {
    expect(ageOf([layer('csv', {}, { readAt: '2026-11-10T12:00:00.000Z' })], now)).toEqual({ days: 9, stale: false })
    expect(ageOf([], now)).toEqual({ days: null, stale: false })
  })

  it('a date that is none does not stop anything', () => {
    const odd = layer('document', { document: dated('2026-99-99') }, { readAt: '2026-11-10T00:00:00.000Z' })
    expect(ageOf([odd], now)).toEqual({ days: 10, stale: false })
  })
})
