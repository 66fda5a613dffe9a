/** What a report tells away from where it is needed: the zone, the day, the names of columns, the side of an address. */
import { expect, test } from 'vitest'
import { readReport } from '../../../shared/domain/report/read-report.ts'
import { ticketIn } from '../../../shared/domain/report/subject.ts'
import { statedZone } from '../../../shared/domain/report/time-hints.ts'

const readText = (text: string) =>
  readReport({
    from: 'noc@reporter.example',
    replyTo: null,
    messageId: null,
    subject: 'Report',
    text,
    attachments: [],
    signed: 'none',
    date: '2026-11-21T12:00:00.000Z',
  }).events

test.each([
  ['Flows (nfdump CSV, UTC) attached.', { minutes: 0 }],
  ['Log below, server clock runs at UTC+2:', { minutes: 120 }],
  ['Extract of our main log (local time, +0100):', { minutes: 60 }],
  ['Call us at +44 20 7946 0880.', null],
  ['It happened at 10:00 CET.', null],
])('the zone of all times in "%s"', (text, zone) => {
  expect(statedZone(text)).toEqual(zone)
})

test('a date and a clock that stand apart in one sentence are one time', () => {
  const [event] = readText('On 18 August 2026 our sensor saw 192.0.2.1 scan us at 05:12 CEST.')
  expect(event?.at).toBe('2026-08-18T03:12:00.000Z')
})

test('columns that a sentence names are those of the rows below it', () => {
  const [event] = readText(
    'Flow log (format: srcaddr dstaddr srcport dstport protocol start):\n\n192.0.2.9 203.0.113.7 43416 5432 6 1795269600\n',
  )
  expect(event).toMatchObject({
    at: '2026-11-21T14:00:00.000Z',
    sourceIps: ['192.0.2.9'],
    sourcePorts: [43416],
    destinationIps: ['203.0.113.7'],
    destinationPorts: [5432],
    protocol: 'tcp',
  })
})

test('the name of an object gives the side of the address and port in it', () => {
  const [event] = readText(
    'An alert:\n\n{\n "seen": "2026-11-20T10:00:00Z",\n "remoteIpDetails": {"ipAddressV4": "192.0.2.5"},\n "localIpDetails": {"ipAddressV4": "203.0.113.4"},\n "localPortDetails": {"port": 22}\n}\n',
  )
  expect(event).toMatchObject({ sourceIps: ['192.0.2.5'], destinationIps: ['203.0.113.4'], destinationPorts: [22] })
})

test.each([
  ['Vorfall 2026/4471 - Zugriffe', '2026/4471'],
  ['WB/INC/7719 Malware on host 192.0.2.94', 'WB/INC/7719'],
  ['LIN-FW-20261112-03 dropped traffic', 'LIN-FW-20261112-03'],
  ['Scan on port 11211 from AS64500', null],
])('the ticket of "%s"', (subject, ticket) => {
  expect(ticketIn(subject)).toBe(ticket)
})

test('"last seen" below "first seen" ends the event and is none of its own, but a last attempt is one', () => {
  const seen = 'IP: 192.0.2.5\nFirst seen: 2026-11-20 10:00 UTC\nLast seen: 2026-11-20 12:00 UTC\n'
  expect(readText(seen).map(({ at }) => at)).toEqual(['2026-11-20T10:00:00.000Z'])
  expect(readText(seen.replace('Last seen', 'Last attempt'))).toHaveLength(2)
  expect(readText('IP: 192.0.2.5\nLast seen: 2026-11-20 12:00 UTC\n')).toHaveLength(1)
})

test('lines of one second with other ends are events of their own', () => {
  const line = (to: string): string => `2026-11-20 10:00:01 UTC 192.0.2.5:40000 -> ${to}:22 tcp`
  expect(readText(`${line('203.0.113.1')}\n${line('203.0.113.2')}\n${line('203.0.113.2')}\n`)).toHaveLength(2)
})

test('what a letter says before a log that tells it all is no event beside it', () => {
  const log = '2026-11-20T10:00:01Z login failed from 192.0.2.5\n2026-11-20T10:00:09Z login failed from 192.0.2.5\n'
  expect(readText(`Your host 192.0.2.5 attacks us.\n\n${log}`)).toHaveLength(2)
})

test('where a letter about an attack says who acted, the machine it says nothing of was attacked', () => {
  const [event] = readText(
    'All files were encrypted by ransomware. The number of the server is 192.0.2.118. Somebody came in from 203 dot 0 dot 113 dot 61 on 10 Nov 2026 at 02:07 GMT.',
  )
  expect(event).toMatchObject({ sourceIps: ['203.0.113.61'], destinationIps: ['192.0.2.118'] })
})
