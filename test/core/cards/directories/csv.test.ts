/** Lists of teams as CSV: separators, quotes and headers of five languages, a proposed mapping with reasons, and one of the user's own. */
import { describe, expect, it } from 'vitest'
import { say } from '../../../../shared/words/say.ts'
import { guessMapping } from '../../../../electron/core/cards/directories/guess-mapping.ts'
import { readDirectory } from '../../../../electron/core/cards/directories/read-directory.ts'
import { csvList, madeTeams } from '../../../material/directories/made-directories.ts'
import { entry, problemCodes, readMaterial, readValue } from './material.ts'

const fields = (text: string) => readValue(text).columns?.map(({ field }) => field)

describe('a CSV file', () => {
  const list = readMaterial('teams-es.csv')

  it('is read by its Spanish headers, with quotes, signs in quotes and lines in a cell', () => {
    expect(list.columns?.map(({ field }) => field)).toEqual(
      'short full country email email-press phone phone-emergency fingerprint zone hours cidr asn domain'
        .split(' ')
        .concat([null as never]),
    )
    const { reading } = entry(list, 'FARO-CSIRT')
    expect(reading.names.full).toBe('Equipo de respuesta "Faro"; Cabo Norte')
    expect(reading.country).toBe('GB')
    expect(reading.hours.osm).toBe('Mo-Fr 09:00-17:00')
    expect(reading.emails).toMatchObject([
      { address: 'incidentes@faro.example' },
      { address: 'cert@faro.example' },
      { address: 'prensa@faro.example', purposes: ['press'] },
    ])
    expect(reading.networks).toEqual({ cidrs: ['192.0.2.0/24'], asns: [64500, 64501], domains: ['faro.example'] })
  })

  it('names a bad cell by its column and place, and keeps the rest of the row', () => {
    const { problems } = entry(list, 'FARO-CSIRT')
    expect(problems.map((problem) => say('en', problem))).toEqual([
      expect.stringContaining('"198.51.100.0/33" (Redes (K2))') as string,
    ])
  })

  it('refuses rows that say nothing, by their line', () => {
    expect(list.refused.map(({ at, problem }) => [at, problem.code])).toEqual([
      [4, 'entry-without-contact'],
      [5, 'entry-without-contact'],
    ])
  })

  it.each([
    [';', 'Kurzname;E-Mail;Telefon;Zeitzone\nA-CERT;a@a.example;+49 30 23125 100;Europe/Berlin'],
    [',', 'Nom court,Courriel,Téléphone,Fuseau horaire\nA-CERT,a@a.example,+33 1 99 00 12 34,Europe/Paris'],
    ['\t', 'Nome curto\tE-mail\tTelefone\tFuso horário\nA-CERT\ta@a.example\t+44 20 7946 0123\tEurope/London'],
    ['|', '\ufeffShort name|Mail|Phone|Time zone\r\nA-CERT|a@a.example|+44 20 7946 0123|Europe/London\r\n'],
  ])('is cut at %j and read by headers of its language', (_, text) => {
    expect(fields(text)).toEqual(['short', 'email', 'phone', 'zone'])
    expect(readValue(text).entries).toHaveLength(1)
  })

  it('is read in the code page of old spreadsheets', () => {
    const latin = Uint8Array.from('Nombre;Correo\nCañón-CERT;a@a.example', (character) => character.charCodeAt(0))
    const read = readDirectory({ name: 'a.csv', bytes: latin })
    expect(read.ok && read.value.entries[0]?.reading.names.short).toBe('Cañón-CERT')
  })

  it('without a header is read by what its cells look like', () => {
    const read = readValue('A-CERT;a@a.example;192.0.2.0/24\nB-CERT;b@b.example;198.51.100.0/24')
    expect(read.columns?.map(({ name, field, because }) => [name, field, because.code])).toEqual([
      ['A', null, 'column-unknown'],
      ['B', 'email', 'column-by-cells'],
      ['C', 'cidr', 'column-by-cells'],
    ])
    const mapped = readValue('A-CERT;a@a.example;192.0.2.0/24\nB-CERT;b@b.example;198.51.100.0/24', 'x.csv', {
      A: 'short',
    })
    expect(mapped.entries.map(({ key }) => key)).toEqual(['A-CERT', 'B-CERT'])
  })

  it('follows the mapping of the user before its own guess, and leaves out what he leaves out', () => {
    const text = 'Team,Phone,Mail\nA-CERT,+44 20 7946 0123,a@a.example'
    const { columns, entries } = readValue(text, 'x.csv', { Phone: 'fax', Mail: null })
    expect(columns?.map(({ field }) => field)).toEqual(['short', 'fax', null])
    expect(entries).toEqual([])
    expect(readValue(text, 'x.csv', { Phone: 'fax' }).entries[0]?.reading.fax).toHaveLength(1)
  })

  it('is refused with a mapping to a field that no card has', () => {
    const read = readDirectory({
      name: 'a.csv',
      bytes: new TextEncoder().encode('Team,Mail\nA,a@a.example'),
      mapping: { Mail: 'soul' },
    })
    expect(read).toMatchObject({ ok: false, problem: { code: 'mapping-field-unknown' } })
  })

  it('loses only the row whose quote is never closed', () => {
    const good = Array.from({ length: 60 }, (_, index) => `T${index}-CERT;t${index}@t.example`)
    const text = ['Team;Mail', ...good.slice(0, 30), '"BAD-CERT;bad@t.example', ...good.slice(30)].join('\n')
    const read = readValue(text)
    expect(read.entries).toHaveLength(60)
    expect(read.refused).toEqual([{ at: 32, problem: { code: 'row-not-closed', params: {} } }])
  })

  it('loses only the row that is longer than any row is', () => {
    const read = readValue(`Team;Mail\nA-CERT;a@a.example\n${'x;'.repeat(600_000)}\nB-CERT;b@b.example`)
    expect(read.entries.map(({ key }) => key)).toEqual(['A-CERT', 'B-CERT'])
    expect(read.refused).toEqual([{ at: 3, problem: { code: 'row-not-closed', params: {} } }])
  })

  it('of 5,000 teams is read whole in seconds', () => {
    const text = csvList(madeTeams(5000))
    const before = process.cpuUsage()
    const read = readValue(text)
    expect(process.cpuUsage(before).user / 1_000_000).toBeLessThan(6)
    expect(read.entries).toHaveLength(5000)
    expect(read.entries.flatMap(problemCodes)).toEqual([])
  })

  it('with a column for a use that is forbidden says so on the card', () => {
    const { entries } = readValue('Team;Mail (do not use for incidents)\nA-CERT;a@a.example')
    expect(entries[0]?.reading.emails).toMatchObject([{ doNotUseFor: ['incidents'] }])
    expect(entries[0]?.reading.findings.map(({ code }) => code)).toEqual(['do-not-use'])
  })
})

describe('the proposed mapping', () => {
  it('gives a second column of names the full name, and leaves a third out', () => {
    expect(guessMapping(['Name', 'Team', 'CSIRT'], []).map(({ field }) => field)).toEqual(['short', 'full', null])
  })

  it('has a reason with words for every column', () => {
    for (const { because } of guessMapping(['Mail', 'x', 'y', 'Team', 'Name', 'CERT'], [['', 'AS64500', '']]))
      expect(say('en', because)).not.toMatch(/[{}]/)
  })
})
