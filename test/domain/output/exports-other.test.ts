/** IODEF, X-ARF and CSV of a case with everything in it, read back by something else than their writers. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DOMParser, type Element } from '@xmldom/xmldom'
import { parse as parseCsv } from 'csv-parse/sync'
import { validateXML } from 'xmllint-wasm'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { exportCase } from '../../../shared/domain/output/export-case.ts'
import { readReport } from '../../../shared/domain/report/read-report.ts'
import { now, team, tools } from './sample-case.ts'
import { content, told, valuesOf, written } from './written-case.ts'

describe('IODEF v2', () => {
  const file = (name: string) => ({ fileName: name, contents: readFileSync(join(import.meta.dirname, name), 'utf8') })
  const valid = (xml: string) =>
    validateXML({
      xml: { fileName: 'case.xml', contents: xml },
      schema: file('iodef.xsd'),
      preload: [file('ds.xsd'), file('xml.xsd')],
    })
  const read = new DOMParser().parseFromString(written('iodef'), 'text/xml')
  const all = (name: string): readonly Element[] => [...read.getElementsByTagName(name)]

  test('xmllint finds it valid by the data model of the RFC', async () => {
    expect((await valid(written('iodef'))).errors).toEqual([])
    expect(
      (
        await valid(
          written('iodef').replace('<GenerationTime>', '<Generation>').replace('</GenerationTime>', '</Generation>'),
        )
      ).valid,
    ).toBe(false)
  })

  test.each([
    ['CLEAR', 'white', null],
    ['GREEN', 'green', null],
    ['AMBER', 'amber', null],
    ['AMBER+STRICT', 'ext-value', 'TLP:AMBER+STRICT'],
    ['RED', 'red', null],
  ] as const)('TLP:%s is the restriction %s', async (tlp, restriction, extended) => {
    const xml = written('iodef', content({ tlp }))
    const [incident] = [...new DOMParser().parseFromString(xml, 'text/xml').getElementsByTagName('Incident')]
    expect([incident?.getAttribute('restriction'), incident?.getAttribute('ext-restriction')]).toEqual([
      restriction,
      extended,
    ])
    expect((await valid(xml)).valid).toBe(true)
  })

  test('addresses, domains, hashes, numbers and times come out as they went in', () => {
    const addresses = all('Address').map((one) => one.textContent)
    for (const value of valuesOf('ip', 'cidr', 'url', 'email', 'asn')) expect(addresses).toContain(value)
    expect(all('Name').map((one) => one.textContent)).toEqual(valuesOf('domain'))
    const hashes = all('ds:DigestValue').map((one) => Buffer.from(one.textContent ?? '', 'base64').toString('hex'))
    expect(hashes).toEqual(valuesOf('hash'))
    expect(all('AdditionalData').map((one) => one.textContent)).toEqual([...valuesOf('other'), 'TLP:AMBER', 'GREEN'])
    expect(all('Reference').map((one) => one.textContent)).toEqual(valuesOf('cve'))
    expect(all('IncidentID')[0]?.textContent).toBe('2026-MK-0413')
    expect(all('GenerationTime')[0]?.textContent).toBe(now)
    expect(all('StartTime')[0]?.textContent).toBe('2026-11-20T07:15:00.000Z')
    expect(all('Port').map((one) => one.textContent)).toEqual(['51000', '443'])
  })

  test('nothing of a case becomes markup, and what XML cannot hold is replaced', async () => {
    const xml = written('iodef', content({ title: `</Description><x a="1"> & ]]> \u0000\u0007\ufffe \ud800 'q'` }))
    expect((await valid(xml)).errors).toEqual([])
    const [title] = [...new DOMParser().parseFromString(xml, 'text/xml').getElementsByTagName('Description')]
    expect(title?.textContent).toContain(`</Description><x a="1"> & ]]>`)
  })
})

const mail = {
  from: null,
  replyTo: null,
  messageId: null,
  subject: 'report',
  attachments: [],
  signed: 'none',
} as const

describe('X-ARF v4', () => {
  const party = z.strictObject({ org: z.string().max(200), contact: z.email(), domain: z.hostname() })
  /** The core rules of the published specification, and those of the types that are written. */
  const core = z.looseObject({
    xarf_version: z.string().regex(/^4\.\d+\.\d+$/),
    report_id: z.uuid(),
    timestamp: z.iso.datetime(),
    reporter: party,
    sender: party,
    source_identifier: z.string().min(1),
    source_port: z.int().min(1).max(65_535).optional(),
    category: z.enum([
      'messaging',
      'content',
      'copyright',
      'connection',
      'vulnerability',
      'infrastructure',
      'reputation',
    ]),
    type: z.string().regex(/^[a-z_]+$/),
    description: z.string().max(1_000),
    evidence: z
      .array(z.strictObject({ content_type: z.string(), description: z.string().max(500), payload: z.base64() }))
      .max(50),
    tags: z.array(z.string().regex(/^[a-z0-9][a-z0-9_+-]*:[a-z0-9][a-z0-9_+-.]*$/)).max(20),
  })
  const read = core.parse(JSON.parse(written('xarf')))

  test('it is about the source that the reports name, with what its type asks for', () => {
    expect(read).toMatchObject({
      source_identifier: '203.0.113.77',
      source_port: 51_000,
      category: 'content',
      type: 'phishing',
      url: 'https://login.bank-harrow.example/a?b=1&c=<2>',
      timestamp: '2026-11-20T07:15:00.000Z',
    })
    expect(read.tags).toEqual(['tlp:amber', 'pap:green', 'rsit:phishing'])
  })

  test('our own reader of reports reads it, and so what another desk of ours would see', () => {
    const reading = readReport({ ...mail, text: written('xarf') })
    expect(reading).toMatchObject({ kind: 'x-arf', reporter: team.address, ticket: read.report_id })
    expect(reading.events[0]).toMatchObject({ at: '2026-11-20T07:15:00.000Z', sourceIps: ['203.0.113.77'] })
  })

  test('everything else is evidence in it', () => {
    const [table, times] = read.evidence.map(({ payload }) => Buffer.from(payload, 'base64').toString())
    const rows = z.array(z.array(z.string())).parse(parseCsv(table ?? '', { relax_quotes: false }))
    expect(rows.slice(1).map(([, value]) => value)).toEqual(told.map(([, value]) => value))
    expect(times).toContain('2026-11-20T07:15:00.000Z')
  })

  test.each([
    ['information-gathering/scanner', 'connection', 'port_scan'],
    ['availability/ddos', 'connection', 'ddos'],
    ['malicious-code/infected-system', 'infrastructure', 'botnet'],
    ['intrusions/burglary', 'reputation', 'threat_intelligence'],
    [null, 'reputation', 'threat_intelligence'],
  ])('%s is %s/%s, and has what that type requires', (rsit, category, type) => {
    const made = core.parse(JSON.parse(written('xarf', content({ rsit }))))
    expect([made.category, made.type]).toEqual([category, type])
    const needs: Readonly<Record<string, readonly string[]>> = {
      connection: ['protocol', 'first_seen'],
      infrastructure: ['compromise_evidence'],
      reputation: ['threat_type'],
    }
    for (const name of needs[category] ?? []) expect(made).toHaveProperty(name)
  })

  test('a case without a source is refused, and so is a team without an address', () => {
    const nothing = exportCase('xarf', content({ observables: [], flows: [] }), tools, now)
    expect(nothing).toMatchObject({ ok: false, problem: { code: 'export-no-source' } })
    const nobody = exportCase('xarf', content({ team: { ...team, address: '' } }), tools, now)
    expect(nobody).toMatchObject({ ok: false, problem: { code: 'export-no-address' } })
  })
})

describe('CSV', () => {
  const rows = z.array(z.record(z.string(), z.string())).parse(parseCsv(written('csv'), { columns: true }))

  test('a strict reader gets every observable and every time, defanged, with the marking in each row', () => {
    expect(rows.filter(({ record }) => record === 'observable')).toHaveLength(told.length)
    expect(rows.map(({ value }) => value)).toContain('203[.]0[.]113[.]77')
    expect(written('csv')).not.toContain('203.0.113.77')
    expect(rows.every(({ marking }) => marking === 'TLP:AMBER')).toBe(true)
    expect(rows.map(({ at }) => at)).toContain('2026-11-20T07:15:00.000Z')
    expect(written('csv')).toMatch(/^(?:"[^"]*(?:""[^"]*)*"(?:,|\r\n))+$/)
  })

  test.each(["=cmd|'/c calc'!A1", '+1', '-1', '@SUM(A1)', '\t=1', '%0A', '|x'])('the cell %j runs nothing', (value) => {
    const text = written('csv', content({ observables: [{ type: 'other', value, state: 'seen', source: null }] }))
    const [row] = z.array(z.record(z.string(), z.string())).parse(parseCsv(text, { columns: true }))
    expect(row?.['value']).toMatch(/^'/)
  })
})
