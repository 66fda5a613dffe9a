/** Lists of teams as JSON: each dialect is told by its content, each entry stands alone, each bad value is named. */
import { describe, expect, it } from 'vitest'
import {
  bytesOf,
  firstList,
  globalIrtList,
  madeTeams,
  trustedIntroducerList,
} from '../../../material/directories/made-directories.ts'
import { entry, problemCodes, readMaterial, readValue, refusal } from './material.ts'

describe('the directory of Trusted Introducer', () => {
  const list = readMaterial('trusted-introducer.json')
  const card = entry(list, 'QBE-CERT').reading

  it('gives names, place, hours and zone', () => {
    expect(list.kind).toBe('trusted-introducer')
    expect(card.names).toMatchObject({
      short: 'QBE-CERT',
      full: 'Quarry Bank Energy CERT',
      host: 'Quarry Bank Grid Ltd.',
    })
    expect(card.country).toBe('GB')
    expect(card.timeZone).toMatchObject({ iana: 'Europe/London', reason: 'zone-named' })
    expect(card.hours.osm).toBe('Mo-Fr 08:00-18:00; PH off')
    expect(card.constituency).toBe('CIIP; Commercial Organisation')
  })

  it('gives each number its use, and the same number twice where it has two', () => {
    expect(card.phones.map(({ e164, purpose }) => [e164, purpose])).toEqual([
      ['+442079460123', 'main'],
      ['+442079460123', 'emergency'],
      ['+442079460199', 'after-hours'],
    ])
    expect(card.fax.map(({ e164 }) => e164)).toEqual(['+442079460124'])
  })

  it('normalises networks, AS numbers and domains, and names what is none', () => {
    expect(card.networks).toEqual({
      cidrs: ['192.0.2.0/24', '198.51.100.0/26', '2001:db8:77::/48'],
      asns: [64500, 64501],
      domains: ['quarrybank.example', 'xn--mhle-0ra.example'],
    })
    expect(problemCodes(entry(list, 'QBE-CERT'))).toEqual(['value-email', 'value-fingerprint', 'value-network'])
  })

  it('takes only whole fingerprints, with their expiry', () => {
    expect(card.keys).toMatchObject([
      { fingerprint: '945C28084340505C36CCFA6BCA51953660F3B29B', expires: '2028-03-19' },
    ])
  })

  it('keeps the standing of a team beside its card', () => {
    expect(entry(list, 'QBE-CERT').membership).toEqual({ status: 'Certified', since: '2020-06-30' })
  })

  it('reads an entry whose fields have other types', () => {
    const { reading, problems } = entry(list, 'SLRN-CERT')
    expect(reading.emails.map(({ address }) => address)).toEqual(['cert@saltlane.example', 'info@saltlane.example'])
    expect(reading.phones.map(({ e164 }) => e164)).toEqual(['+493023125100'])
    expect(reading.networks.asns).toEqual([64502, 64503])
    expect(reading.hours).toMatchObject({ osm: null, text: 'whenever the tide allows' })
    expect(reading.availability).toBe('unknown')
    expect(problems.map(({ code }) => code)).toEqual(['value-zone', 'value-hours'])
  })

  it('refuses bad entries by their number and reads the others', () => {
    expect(list.refused.map(({ at, problem }) => [at, problem.code])).toEqual([
      [3, 'entry-not-an-object'],
      [4, 'entry-without-name'],
      [5, 'entry-without-contact'],
    ])
  })
})

describe('the teams of FIRST', () => {
  const list = readMaterial('first.json')

  it('are read with the date of the list and their keys', () => {
    expect(list).toMatchObject({ kind: 'first', updated: '2026-11-20T08:00:00.000Z' })
    const { reading } = entry(list, 'tern_island-psirt')
    expect(reading.document).toMatchObject({ date: '2019-08-29', urls: ['https://www.tern-island.example/security'] })
    expect(reading.keys).toMatchObject([
      {
        fingerprint: 'E28D172B46A939287A7E9B2C7777888899990000',
        keyIdPrinted: '0x7777888899990000',
        state: 'unreadable',
      },
    ])
    expect(reading.keys[0]?.block).toContain('BEGIN PGP PUBLIC KEY BLOCK')
  })

  it('are read where fields are nested otherwise; a person named in a contact is not the team', () => {
    const { reading } = entry(list, 'marsh_lane')
    expect(reading.names).toMatchObject({ short: 'MARSH-CERT', full: 'Marsh Lane CERT' })
    expect(reading.phones).toMatchObject([{ e164: '+33199001234', purpose: 'emergency' }])
    expect(reading.timeZone).toMatchObject({ iana: 'Europe/Paris', reason: 'zone-by-country' })
  })

  it('name a key id that is not the end of the fingerprint', () => {
    expect(problemCodes(entry(list, 'marsh_lane'))).toEqual(['fingerprint-mismatch', 'value-url'])
  })

  it('survive numbers where texts should be', () => {
    expect(problemCodes(entry(list, 'broken'))).toEqual(['value-country', 'value-email'])
  })
})

describe('Global-IRT', () => {
  it('is read with abuse address, hours in words and languages of three letters', () => {
    const list = readMaterial('global-irt.json')
    const { reading } = entry(list, 'HOLM-CERT')
    expect(list).toMatchObject({ kind: 'global-irt', updated: '2025-06-03' })
    expect(reading.emails).toMatchObject([
      { address: 'abuse@holm-cert.example', purposes: ['incidents'] },
      { address: 'info@holm-cert.example', purposes: ['general'] },
    ])
    expect(reading.hours.osm).toBe('Mo-Fr 09:00-12:00,14:00-17:00')
    expect(reading.languages).toEqual(['en', 'fr'])
    expect(problemCodes(entry(list, 'HOLM-CERT'))).toEqual(['value-language'])
  })

  it('is read with its table of hours', () => {
    const { entries } = readValue(globalIrtList(madeTeams(1)))
    expect(entries[0]?.reading.hours.osm).toBe('Mo 09:00-12:00,14:00-17:00')
  })

  it("is read as a registry's IRT objects", () => {
    const { reading } = entry(readMaterial('irt-objects.json'), 'IRT-REEDBED-CERT')
    expect(reading.address?.text).toBe('Reedbed Network\nWharf Road 4\nGermany')
    expect(reading.networks).toMatchObject({ cidrs: ['192.0.2.0/25', '2001:db8:5::/48'], asns: [64510] })
    expect(reading.keys).toMatchObject([{ fingerprint: null, keyIdPrinted: '22BD4CD5' }])
    expect(reading.phones).toHaveLength(1)
    expect(reading.fax).toHaveLength(1)
  })
})

describe('long lists', () => {
  const teams = madeTeams(5000)

  it.each([
    ['trusted-introducer', trustedIntroducerList(teams)],
    ['first', firstList(teams)],
    ['global-irt', globalIrtList(teams)],
  ])('of 5,000 teams (%s) are read whole, without a problem, in seconds', (kind, list) => {
    const bytes = bytesOf(list)
    const before = process.cpuUsage()
    const read = readValue(list)
    // Work, not time: the machine that runs the tests may have more to do. The budget is 2 s on a machine of its own.
    expect(process.cpuUsage(before).user / 1_000_000).toBeLessThan(6)
    expect(bytes.length).toBeGreaterThan(1_000_000)
    expect(read.kind).toBe(kind)
    expect(read.entries).toHaveLength(5000)
    expect(read.refused).toEqual([])
    expect(read.entries.filter(({ problems }) => problems.length > 0)).toEqual([])
  })

  it('keep a key of its own for each of two entries of one name', () => {
    const [team] = trustedIntroducerList(madeTeams(1))
    const keys = readValue([team, team]).entries.map(({ key }) => key)
    expect(new Set(keys).size).toBe(2)
  })

  it('of more than 50,000 teams are refused', () => {
    const many = Array.from({ length: 50_001 }, () => ({ short_name: 'A' }))
    expect(refusal(bytesOf(many))).toBe('directory-too-many')
  })
})

describe('what is no list', () => {
  it.each([
    ['', 'directory-empty'],
    ['[]', 'directory-empty'],
    ['[{"short_name": "A", ', 'directory-not-json'],
    ['{"menu": {"entries": 3}}', 'directory-not-recognised'],
    ['Dear colleagues, lunch is at noon.', 'directory-not-recognised'],
    ['BEGIN:VCARD\nVERSION:4.0\nTEL;TYPE=work:+44;a\nEND:VCARD', 'directory-not-recognised'],
    ['\0\0\0', 'directory-not-recognised'],
  ])('is refused with its reason: %j', (text, code) => {
    expect(refusal(bytesOf(text))).toBe(code)
  })

  it('is refused above 32 MB before it is looked at', () => {
    expect(refusal(new Uint8Array(32 * 1024 * 1024 + 1))).toBe('directory-too-large')
  })

  it('is refused where its nesting would fill the memory', () => {
    expect(refusal(bytesOf('['.repeat(5_000_000)))).toBe('directory-complex')
    expect(refusal(bytesOf(`[${'{},'.repeat(7_000_000)}{}]`))).toBe('directory-complex')
  })
})
