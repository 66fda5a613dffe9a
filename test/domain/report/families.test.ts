import { describe, expect, test } from 'vitest'
import { readReport } from '../../../shared/domain/report/read-report.ts'
import type { ReportReading } from '../../../shared/domain/report/report-reading.ts'
import type { ReportSource } from '../../../shared/domain/report/report-source.ts'

const letter: ReportSource = {
  from: 'desk@reporter.example',
  replyTo: null,
  messageId: 'm@reporter.example',
  subject: 'Report',
  text: '',
  attachments: [],
  signed: 'none',
}
const read = (text: string, more: Partial<ReportSource> = {}): ReportReading => readReport({ ...letter, text, ...more })
const file = (name: string, text: string, type = 'application/octet-stream') => ({ name, type, text, sha256: 'ab' })
const instants = ({ events }: ReportReading) => events.map(({ at }) => at)
const codes = ({ findings }: ReportReading) => findings.map(({ code }) => code)

describe('complaints about mails', () => {
  test('a form without an address is completed from the letter', () => {
    const reading = read('Email from 192.0.2.77 / Tue, 21 Jul 2026 10:11:12 +0200\n', {
      subject: '[Watch (192.0.2.77) id:6400000001]Cheap watches',
      parts: [
        { name: '', type: 'message/feedback-report', text: 'Feedback-Type: abuse\nUser-Agent: W/1\nVersion: 1\n' },
      ],
    })
    expect(reading).toMatchObject({ kind: 'arf', ticket: '6400000001', rsit: 'abusive-content/spam' })
    expect(reading.events).toMatchObject([{ at: '2026-07-21T08:11:12.000Z', sourceIps: ['192.0.2.77'] }])
  })

  test('a mail that is passed on without a word speaks by its header: who handed it over, and when', () => {
    const head = `Received: from mail.customer.example ([192.0.2.101]) by mx.service.example; Tue, 19 Jan 2026 07:12:46 -0800
Received: from localhost (localhost [127.0.0.1]) by mail.customer.example; Tue, 19 Jan 2026 16:12:44 +0100`
    const forwarded = [
      {
        from: 'a@customer.example',
        subject: 'News',
        date: null,
        head,
        text: 'See http://customer.example/n',
        parts: [],
      },
    ]
    const reading = read('', { subject: 'complaint about message from 192.0.2.101', forwarded })
    expect(reading.events).toMatchObject([
      { at: '2026-01-19T15:12:46.000Z', sourceIps: ['192.0.2.101'], urls: [], destinationIps: [] },
    ])
  })

  test('the pasted mail below a complaint is evidence, and its relays and links are not reported', () => {
    const reading = read(`[ Watch ]
Two words.

Spamvertised web site: http://shop.bulk.example/offer
http://shop.bulk.example/offer is 192.0.2.78; Tue, 21 Jul 2026 08:11:12 GMT

[ Offending message ]
Return-Path: <x@bulk.example>
Received: from [198.51.100.9] by mail.isp.example with SMTP; Tue, 21 Jul 2026 10:11:12 +0200
Subject: Watches

Buy http://other.bulk.example/x`)
    expect(reading.events).toMatchObject([
      { at: '2026-07-21T08:11:12.000Z', sourceIps: ['192.0.2.78'], urls: ['http://shop.bulk.example/offer'] },
    ])
  })

  test('a report that somebody passes on is read, the reporter is who sent it here', () => {
    const reading = read('For the CSIRT, please.', {
      subject: 'FW: your host',
      forwarded: [
        {
          from: 'abuse@other.example',
          subject: 'Infected host [FF-20260903]',
          date: null,
          head: '',
          text: 'Infected host: 203.0.113.31\nSeen: 2026-09-03 04:41:27 UTC, to sinkhole 192.0.2.250 port 80/tcp',
          parts: [],
        },
      ],
    })
    expect(reading).toMatchObject({ reporter: 'desk@reporter.example', ticket: 'FF-20260903' })
    expect(reading.events).toMatchObject([
      {
        at: '2026-09-03T04:41:27.000Z',
        sourceIps: ['203.0.113.31'],
        destinationIps: ['192.0.2.250'],
        destinationPorts: [80],
      },
    ])
  })
})

describe('forms in letters and files', () => {
  test('a copyright notice in XML between the lines of a signed letter', () => {
    const reading = read(`Notice Date: 8 Jun 2026 08:22:30 GMT
- ----Start ACNS XML
<?xml version="1.0"?>
<Infringement xmlns="http://www.acns.net/ACNS">
 <Case><ID>22334455</ID></Case>
 <Complainant><Email>notices@agent.example</Email><Address>203.0.113.200</Address></Complainant>
 <Source><TimeStamp>2026-06-07T21-13-14UTC</TimeStamp><IP_Address>192.0.2.99</IP_Address><Port>51413</Port><Type>BitTorrent</Type></Source>
 <Content><Item><TimeStamp>2026-06-07T21-13-14UTC</TimeStamp><Hash Type="SHA1">0123456789abcdef0123456789abcdef01234567</Hash></Item></Content>
</Infringement>
- ----End ACNS XML`)
    expect(reading).toMatchObject({ kind: 'xml', ticket: '22334455', rsit: 'fraud/copyright' })
    expect(reading.events).toMatchObject([
      {
        at: '2026-06-07T21:13:14.000Z',
        sourceIps: ['192.0.2.99'],
        sourcePorts: [51_413],
        hashes: ['0123456789abcdef0123456789abcdef01234567'],
      },
    ])
  })

  test('XML that has its values in attributes, and one date for all of them', () => {
    const reading = read(`<?xml version="1.0"?>
<report date="2026-06-12 08:00:00 UTC"><list type="malware">
 <url_info url="http://bad.example.net/a" ip="192.0.2.90"/><url_info url="http://bad2.example.net/" ip="192.0.2.91"/>
</list></report>`)
    expect(reading.rsit).toBe('malicious-code/malware-distribution')
    expect(reading.events.map(({ at, urls, sourceIps }) => [at, ...urls, ...sourceIps])).toEqual([
      ['2026-06-12T08:00:00.000Z', 'http://bad.example.net/a', '192.0.2.90'],
      ['2026-06-12T08:00:00.000Z', 'http://bad2.example.net/', '192.0.2.91'],
    ])
  })

  test('several X-ARF reports in one mail are several events', () => {
    const block = (ip: string, time: string) =>
      `---\nReported-From: 'a@b.example'\nCategory: 'abuse'\nReport-Type: 'login-attack'\nDate: '${time}'\nSource: '${ip}'\nPort: 22\nReport-ID: 'r-1'\n`
    const reading = read('Reports are attached.', {
      attachments: [
        file('arf_report1.txt', block('192.0.2.96', '2026-06-12T08:14:33-07:00')),
        file('arf_report2.txt', block('192.0.2.97', '2026-06-12T08:15:33-07:00')),
      ],
    })
    expect(reading.events).toMatchObject([
      { at: '2026-06-12T15:14:33.000Z', sourceIps: ['192.0.2.96'], destinationPorts: [22] },
      { at: '2026-06-12T15:15:33.000Z', sourceIps: ['192.0.2.97'] },
    ])
  })

  test('a MISP event: who contacted whom, the taxonomy tag, and no reference links', () => {
    const event = {
      uuid: '00000000-0000-4000-8000-000000000009',
      info: 'Loader',
      Tag: [{ name: 'rsit:malicious-code="c2-server"' }],
      Attribute: [
        { type: 'ip-dst|port', value: '192.0.2.9|8080', first_seen: '2026-11-19T10:00:00+00:00' },
        { type: 'link', value: 'https://reference.example.org/' },
        { type: 'url', value: 'http://bad.example.net/x' },
      ],
    }
    const reading = read('', { attachments: [file('misp.json', JSON.stringify({ Event: event }))] })
    expect(reading.events).toMatchObject([
      {
        at: '2026-11-19T10:00:00.000Z',
        destinationIps: ['192.0.2.9'],
        destinationPorts: [8080],
        urls: ['http://bad.example.net/x'],
      },
    ])
    expect(reading.rsit).toBe('malicious-code/c2-server')
  })

  test('a STIX bundle: patterns, files and the two ends of traffic', () => {
    const objects = [
      {
        type: 'indicator',
        pattern: "[ipv4-addr:value = '192.0.2.10']",
        valid_from: '2026-11-20T10:00:00Z',
        name: 'phishing',
      },
      { type: 'ipv4-addr', id: 'ipv4-addr--1', value: '203.0.113.9' },
      { type: 'network-traffic', dst_ref: 'ipv4-addr--1', dst_port: 443, protocols: ['tcp'] },
    ]
    const reading = read('', {
      attachments: [file('b.json', JSON.stringify({ type: 'bundle', id: 'bundle--1', objects }))],
    })
    expect(reading.events).toMatchObject([
      { sourceIps: ['192.0.2.10'], destinationIps: ['203.0.113.9'], destinationPorts: [443], protocol: 'tcp' },
    ])
  })

  test.each([
    ['bars', 'AS | IP | Timestamp | Src Port\n64500 | 192.0.2.1 | 2026-11-20 10:00:00 UTC | 4444'],
    ['blanks', 'Address        Date       Time (UTC)  SrcPort\n192.0.2.1      2026-11-20 10:00:00    4444'],
    ['a comment', '# Fields: first_seen_utc, ip, src_port\n2026-11-20 10:00:00, 192.0.2.1, 4444'],
    ['German', 'Zeitstempel;Quell-IP;Quellport\n2026-11-20 10:00:00 UTC;192.0.2.1;4444'],
    ['Spanish', 'Fecha y hora (UTC);Dirección IP de origen;Puerto de origen\n2026-11-20 10:00:00;192.0.2.1;4444'],
    ['French', 'Date et heure (UTC)\tAdresse IP source\tPort source\n2026-11-20 10:00:00\t192.0.2.1\t4444'],
  ])('a table in a letter: %s', (_, table) => {
    expect(read(`Hello,\n\n${table}\n\nRegards, the desk`).events).toMatchObject([
      { at: '2026-11-20T10:00:00.000Z', sourceIps: ['192.0.2.1'], sourcePorts: [4444] },
    ])
  })
})

describe('logs', () => {
  test.each([
    ['IP 192.0.2.1.53 > 203.0.113.9.4242: 10809| 23/0/1 A 198.51.100.7 (4069)', [53], [4242]],
    ['%ASA-4-106023: Deny tcp src outside:192.0.2.1/4431 dst inside:203.0.113.9/3389', [4431], [3389]],
    ['denied tcp 192.0.2.1(4431) -> 203.0.113.9(3389), 1 packet', [4431], [3389]],
    ['srcip=192.0.2.1 srcport=4431 dstip=203.0.113.9 dstport=3389 proto=6', [4431], [3389]],
    ['IN=eth0 SRC=192.0.2.1 DST=203.0.113.9 PROTO=TCP SPT=4431 DPT=3389', [4431], [3389]],
    ['192.0.2.1\t4431\t203.0.113.9\t3389\ttcp', [4431], [3389]],
    ['[**] alert [**] {TCP} 192.0.2.1:4431 -> 203.0.113.9:3389', [4431], [3389]],
  ])('%s', (line, sourcePorts, destinationPorts) =>
    expect(read(line).events).toMatchObject([
      { sourceIps: ['192.0.2.1'], destinationIps: ['203.0.113.9'], sourcePorts, destinationPorts },
    ]),
  )

  test('lines without a year take that of the mail where the zone is stated, and say so; else they are asked for', () => {
    const log = 'Nov 20 04:11:02 gate sshd[1]: Failed password for root from 192.0.2.23 port 42022 ssh2\n'
    const stated = read(`Local timezone is +0100\n${log}`, { date: '2026-11-20T05:00:00.000Z' })
    expect(instants(stated)).toEqual(['2026-11-20T03:11:02.000Z'])
    expect(codes(stated)).toContain('report.time-year-of-mail')
    const open = read(log, { date: '2026-11-20T05:00:00.000Z' })
    expect(instants(open)).toEqual([null])
    expect(codes(open)).toContain('report.time-no-year')
  })

  test('a letter without addresses leaves them to the log that it brings', () => {
    const log = file('access.log', '192.0.2.226 - - [26/Aug/2026:08:00:02 -0300] "POST /xmlrpc.php HTTP/1.1" 200 413')
    expect(read('The log is attached.', { attachments: [log] }).events).toMatchObject([
      { at: '2026-08-26T11:00:02.000Z', sourceIps: ['192.0.2.226'] },
    ])
  })

  test('what a registry says of the network is not what happened', () => {
    const reading = read(`The IP 192.0.2.105 was banned at 2026-11-02 07:55 UTC.
inetnum:  192.0.2.0 - 192.0.2.255
route:    192.0.2.0/24
created:  2010-01-01T10:00:00Z`)
    expect(reading.events).toMatchObject([{ at: '2026-11-02T07:55:00.000Z', sourceIps: ['192.0.2.105'] }])
  })
})
