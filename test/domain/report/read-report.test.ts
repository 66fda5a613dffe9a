import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import * as fc from 'fast-check'
import { proposeRung } from '../../../shared/domain/report/propose-rung.ts'
import { readReport } from '../../../shared/domain/report/read-report.ts'
import type { ReportReading } from '../../../shared/domain/report/report-reading.ts'
import type { ReportSource } from '../../../shared/domain/report/report-source.ts'
import { splitMail } from './split-mail.ts'

const material = (name: string): string =>
  readFileSync(new URL(`../../material/reports/${name}`, import.meta.url), 'utf8')
const letter: ReportSource = {
  from: 'desk@reporter.example',
  replyTo: null,
  messageId: 'm@reporter.example',
  subject: 'Report',
  text: '',
  attachments: [],
  signed: 'none',
}
const fromText = (text: string, from = letter.from): ReportReading => readReport({ ...letter, text, from })
const fromFile = (name: string): ReportReading =>
  readReport({
    ...letter,
    attachments: [{ name, type: 'application/octet-stream', text: material(name), sha256: 'ab' }],
  })
const codes = ({ findings }: ReportReading): readonly string[] => findings.map(({ code }) => code)

describe('by structure', () => {
  test('a complaint in ARF is one event, with the time and zone of arrival', () => {
    const reading = readReport(splitMail(material('complaint.arf.eml')))
    expect(reading).toMatchObject({
      kind: 'arf',
      rsit: 'abusive-content/spam',
      reporter: 'feedback@loop.example',
      messageId: 'complaint-1@loop.example',
    })
    expect(reading.events).toMatchObject([
      {
        at: '2026-11-23T08:12:00.000Z',
        sourceIps: ['192.0.2.44'],
        domains: ['shop.example.net'],
        urls: ['http://shop.example.net/offer'],
      },
    ])
  })

  test('X-ARF 0.2 about an attack: the port is the one that was attacked', () => {
    const reading = readReport(splitMail(material('login.x-arf.eml')))
    expect(reading).toMatchObject({
      kind: 'x-arf',
      urgent: true,
      ticket: '778899',
      replyTo: 'abuse@guard.example',
      rsit: 'intrusion-attempts/brute-force',
    })
    expect(reading.events).toMatchObject([
      { at: '2026-11-23T06:19:02.000Z', sourceIps: ['192.0.2.50'], destinationPorts: [22], protocol: 'ssh' },
    ])
    expect(reading.completeness).toEqual({
      present: ['time', 'time-zone', 'source-ip', 'protocol', 'destination-port', 'log-file'],
      missing: ['source-port', 'destination-ip'],
    })
  })

  test('X-ARF about content takes the further links and the address from the letter, not the home pages', () => {
    const reading = readReport(splitMail(material('takedown.x-arf.eml')))
    expect(reading.ticket).toBe('4455667')
    expect(reading.events).toMatchObject([
      {
        urls: ['http://bank-login.example.net/a/', 'http://bank-login.example.net/b/'],
        sourceIps: ['192.0.2.61'],
        sourcePorts: [80],
      },
    ])
  })

  test('X-ARF 4 is complete, and what is internal to the sender is not read', () => {
    const reading = fromFile('attack.x-arf.json')
    expect(reading.completeness.missing).toEqual([])
    expect(JSON.stringify(reading)).not.toContain('198.51.100.1')
    expect(reading.ticket).toBe('00000000-0000-4000-8000-000000000001')
  })

  test('a table of the Shadowserver family is read as UTC, and says so', () => {
    const reading = fromFile('drones.csv')
    expect(reading).toMatchObject({ kind: 'csv-report', rsit: 'malicious-code/infected-system' })
    expect(reading.events).toMatchObject([
      {
        at: '2026-11-22T00:45:59.000Z',
        zoneKnown: false,
        sourceIps: ['192.0.2.70'],
        sourcePorts: [2005],
        protocol: 'udp',
        destinationIps: ['203.0.113.9'],
        destinationPorts: [16465],
      },
      { sourceIps: ['192.0.2.71'], protocol: 'tcp' },
    ])
    expect(codes(reading)).toContain('report.time-utc-convention')
  })

  test('any other table without zones keeps its times open, and asks', () => {
    const reading = fromFile('local-times.csv')
    expect(reading.events).toMatchObject([
      { at: null, atText: '22.11.2026 23:15:00', zoneKnown: false, sourceIps: ['192.0.2.80'] },
      { at: null },
    ])
    expect(reading.completeness.missing).toEqual(['time-zone'])
    expect(codes(reading)).toEqual(['report.time-no-zone'])
  })

  test('the letter around a table may give the offset that the table lacks, and two tables of one event are one', () => {
    const text = 'We saw 192.0.2.70 (event time 2026-11-22 01:45:59 +01:00).'
    const local = 'event_date,event_time,src_ip,src_port,protocol\n2026-11-22,01:45:59,192.0.2.70,2005,udp\n'
    const attachments = [local, material('drones.csv')].map((table, at) => ({
      name: `${at}.csv`,
      type: 'text/csv',
      text: table,
      sha256: 'ab',
    }))
    const { events } = readReport({ ...letter, text, attachments })
    expect(events.map(({ at, sourceIps }) => `${at ?? ''} ${sourceIps.join()}`)).toEqual([
      '2026-11-22T00:45:59.000Z 192.0.2.70',
      '2026-11-22T00:46:00.000Z 192.0.2.71',
    ])
  })

  test('XML is read by its leaves, its entities are not', () => {
    const reading = fromFile('notice.xml')
    expect(reading.kind).toBe('xml')
    expect(reading.events).toMatchObject([
      { sourceIps: ['192.0.2.130'], sourcePorts: [6881] },
      { sourceIps: ['192.0.2.131'], urls: ['http://tracker.example/a?b=1&c=2'] },
    ])
  })
})

describe('by pattern', () => {
  test('a letter: who did what to whom, with which port, and what is not certain', () => {
    const reading = fromText(material('letter.txt'))
    expect(reading.events).toMatchObject([
      {
        at: '2026-11-22T13:03:11.000Z',
        sourceIps: ['192.0.2.100'],
        sourcePorts: [51515],
        protocol: 'tcp',
        destinationIps: ['203.0.113.20'],
        destinationPorts: [443],
        urls: ['http://evil.example/login.php'],
        lines: [3, 4],
      },
      { at: null, atText: '04/05/2026 10:00', sourceIps: ['2001:db8::bad'], cves: ['CVE-2026-1234'] },
    ])
    expect(reading.events[1]?.hashes).toHaveLength(1)
    expect(codes(reading)).toEqual(['report.time-date-ambiguous'])
  })

  test('a digest: every address and every time of it is an event', () => {
    const { events } = fromText(material('digest.txt'), 'robot@monitor.example')
    expect(events.map(({ at, sourceIps, urls }) => [at, ...sourceIps, ...urls])).toEqual([
      ['2026-11-22T18:00:00.000Z', '192.0.2.91'],
      ['2026-11-22T17:00:00.000Z', '192.0.2.92'],
      ['2026-11-23T01:12:00.000Z', '192.0.2.92'],
    ])
  })

  test('log lines: one event each, in the zone that the report states once', () => {
    const reading = fromText(material('kernel-log.txt'))
    expect(reading.events).toHaveLength(3)
    expect(reading.events[0]).toMatchObject({
      at: '2026-11-22T18:00:01.000Z',
      zoneKnown: true,
      sourcePorts: [43210],
      destinationIps: ['203.0.113.30'],
      destinationPorts: [23],
    })
    expect(reading.completeness.missing).toEqual([])
  })

  test('the fields of a form, and the log line under them, are one event', () => {
    const reading = fromText(
      'Date and time: 2026-11-22 18:40 CET\nSource IP: 192.0.2.5\nSource port: 51234\nProtocol: TCP\nDestination IP: 203.0.113.7\nDestination port: 22\n\nLog:\nNov 22 18:40:01 host sshd[1]: Failed password for root from 192.0.2.5 port 51234 ssh2\n',
    )
    expect(reading.events).toMatchObject([
      {
        at: '2026-11-22T17:40:00.000Z',
        sourceIps: ['192.0.2.5'],
        sourcePorts: [51234],
        protocol: 'tcp',
        destinationIps: ['203.0.113.7'],
        destinationPorts: [22],
      },
    ])
    expect(reading.completeness.missing).toEqual([])
  })

  test.each([
    ['192.0.2.5:4444 -> 203.0.113.9:80', ['192.0.2.5'], [4444], ['203.0.113.9'], [80]],
    ['the host 192.0.2.7 scanned 203.0.113.0/24 on port 445.', ['192.0.2.7'], [], ['203.0.113.0/24'], [445]],
    ['SRC=192.0.2.11 DST=203.0.113.1 SPT=53 DPT=54', ['192.0.2.11'], [53], ['203.0.113.1'], [54]],
    [
      'IP origen 192.0.2.20, puerto origen 40000, IP destino 203.0.113.2, puerto destino 3389',
      ['192.0.2.20'],
      [40_000],
      ['203.0.113.2'],
      [3389],
    ],
    ['from [2001:db8::1]:999 to 2001:db8::2', ['2001:db8::1'], [999], ['2001:db8::2'], []],
  ])('who is who in "%s"', (text, sourceIps, sourcePorts, destinationIps, destinationPorts) => {
    expect(fromText(text).events).toMatchObject([{ sourceIps, sourcePorts, destinationIps, destinationPorts }])
  })

  test('private addresses are kept and said', () => {
    const reading = fromText('Offending IP: 10.0.2.150 on 2026-11-22 10:00:00 +0100')
    expect(reading.events).toMatchObject([{ sourceIps: ['10.0.2.150'], at: '2026-11-22T09:00:00.000Z' }])
    expect(codes(reading)).toContain('report.private-address')
  })

  test.each([
    '2026-11-22 10:00',
    'Sun, 22 Nov 2026 10:00:00',
    '22/11/2026 10:00',
    '22.11.2026 10:00',
    '22/Nov/2026:10:00:00',
    '10:00',
  ])('"%s" has no zone, so it is no instant', (time) => {
    expect(fromText(`192.0.2.1 at ${time}`).events[0]?.at).toBeNull()
  })

  test.each([
    ['2026-11-22T10:00:00Z', '2026-11-22T10:00:00.000Z'],
    ['2026-11-22 10:00:00.5 +0530', '2026-11-22T04:30:00.500Z'],
    ['Sun, 22 Nov 2026 10:00:00 UT', '2026-11-22T10:00:00.000Z'],
    ['22/Nov/2026:10:00:00 -0700', '2026-11-22T17:00:00.000Z'],
    ['November 22, 2026 10:00 PM EST', '2026-11-23T03:00:00.000Z'],
    ['22 de noviembre de 2026 a las 10:00 CET', '2026-11-22T09:00:00.000Z'],
    ['22.11.2026 10:00 MEZ', '2026-11-22T09:00:00.000Z'],
    ['2026-07-01 10:00 Europe/Madrid', '2026-07-01T08:00:00.000Z'],
    ['11/22/2026 12:00AM PDT', '2026-11-22T07:00:00.000Z'],
    ['2026-11-22 10:00 GMT+2', '2026-11-22T08:00:00.000Z'],
  ])('%s is %s', (time, at) => expect(fromText(`192.0.2.1 ${time}`).events[0]).toMatchObject({ at, zoneKnown: true }))

  test.each(['2026-11-22 10:00 CST', '2026-11-22 10:00 IST'])('%s has two meanings, and is asked for', (time) => {
    const reading = fromText(`192.0.2.1 ${time}`)
    expect(reading.events[0]?.at).toBeNull()
    expect(codes(reading)).toContain('report.time-zone-ambiguous')
  })

  test('an empty message says that nothing was found', () => {
    expect(codes(fromText(''))).toEqual(['report.no-events'])
  })
})

describe('subject', () => {
  const of = (subject: string): ReportReading => readReport({ ...letter, subject })
  test.each([
    ['URGENT: botnet', true],
    ['Urgente: phishing', true],
    ['not urgent', false],
    ['Insurgents', false],
    ['Report', false],
  ])('%s', (subject, urgent) => {
    expect(of(subject).urgent).toBe(urgent)
  })
  test.each([
    ['Issue 0524495: [Abuse] phishing attack', '0524495'],
    ['[CERT-Harbour #12345] scan', '12345'],
    ['[clean-list-viruses-81328588] sites', 'clean-list-viruses-81328588'],
    ['Ticket: INC0012345 opened', 'INC0012345'],
    ['Phishing at the bank', null],
  ])('%s', (subject, ticket) => expect(of(subject).ticket).toBe(ticket))
})

describe('the proposed rung', () => {
  const rung = (text: string): number | null => proposeRung(fromText(text), text).rung
  test.each([
    ['The pump is a danger to life of patients', 1],
    ['The domain controllers were taken over', 2],
    ['We found a rootkit on the mail machine', 3],
    ['Ransomware on the file share', 4],
    ['We suffer a denial of service since noon', 5],
    ['A DDoS from your network attacks our site', 6],
    ['Phishing page for our customers', 7],
    ['Stalking by mail', 8],
    ['His account was hijacked', 9],
    ['A trojan on one laptop', 10],
    ['Spam from this host', 11],
    ['Somebody is mailbombing him', 12],
    ['Open resolver at 192.0.2.1', null],
    ['Hello', null],
  ])('%s: %s', (text, expected) => expect(rung(text)).toBe(expected))
})

describe('hostile reports', () => {
  test('any text in any place ends in a reading', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(
        'Report-Type: x\nSource: 192.0.2.1\nCategory: a',
        '{"xarf_version":"4","timestamp":[]}',
        '<?xml <a>',
        'ip,timestamp\n1,2',
        'Feedback-Type: a\nUser-Agent: b',
      ),
    )
    fc.assert(
      fc.property(fc.array(piece), fc.string(), (pieces, subject) => {
        const text = pieces.join('\n')
        const reading = readReport({
          ...letter,
          subject,
          text,
          attachments: [{ name: 'a', type: 'b', text, sha256: 'c' }],
        })
        expect(reading.schema).toBe('signet.report/1')
      }),
    )
  })

  test.each([
    ['digits', '1'],
    ['blanks', ' '],
    ['times', '2026-11-22 10:00:00 '],
    ['addresses', '192.0.2.1 '],
    ['lines', '\n'],
    ['log lines', '2026-11-22 10:00:00 +0000 192.0.2.1 port 22\n'],
    ['commas', ','],
    ['quotes', '"'],
    ['keys', 'Source: x\n'],
    ['report types', 'Report-Type: x\n'],
    ['leaves', '<IP>192.0.2.1</'],
    ['braces', '{"xarf_version":'],
    ['colons', 'a:b:'],
  ])('two megabytes of %s are read in time', (_, piece) => {
    const text = piece.repeat(2_000_000 / piece.length)
    const start = performance.now()
    readReport({
      ...letter,
      text,
      attachments: [{ name: 'a.csv', type: 'text/csv', text: `<?xml?>${text}`, sha256: 'c' }],
    })
    expect(performance.now() - start).toBeLessThan(20_000)
  })
})
