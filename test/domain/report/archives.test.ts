import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { sourceOf } from '../../../electron/core/intake/report-parts.ts'
import type { ReportMessage } from '../../../electron/core/intake/report-source.ts'
import { htmlToText } from '../../../electron/core/mime/html-text.ts'
import { readReport } from '../../../shared/domain/report/read-report.ts'
import type { ReportReading } from '../../../shared/domain/report/report-reading.ts'
import { zipOf } from '../../material/zip.ts'

const table = 'ip,port,timestamp\n192.0.2.1,22,2026-11-20T10:00:00Z\n'
const message: ReportMessage = {
  from: 'desk@reporter.example',
  to: ['abuse@aldermoor.example'],
  replyTo: null,
  messageId: 'm@reporter.example',
  subject: 'Report',
  date: null,
  text: 'see the file',
  html: null,
  textParts: [],
  attachments: [],
  signed: 'none',
}
const withFile = async (name: string, bytes: Uint8Array, type = 'application/octet-stream'): Promise<ReportReading> =>
  readReport(await sourceOf({ ...message, attachments: [{ name, type, sha256: 'ab', bytes }] }))
const codes = ({ findings }: ReportReading) => findings.map(({ code }) => code)

describe('a table that comes packed', () => {
  test.each([
    ['zip', zipOf([{ name: 'report.csv', content: table }])],
    ['gzip', gzipSync(table)],
  ])('in %s is read, and the file keeps its name and its hash', async (kind, bytes) => {
    const reading = await withFile(`report.csv.${kind}`, bytes)
    expect(reading.events).toMatchObject([{ at: '2026-11-20T10:00:00.000Z', sourceIps: ['192.0.2.1'] }])
    expect(reading.attachments).toEqual([{ name: `report.csv.${kind}`, sha256: 'ab' }])
  })

  test.each([
    [
      'that unfolds beyond reason',
      zipOf([{ name: 'a.csv', content: Buffer.alloc(50_000_000, 48) }]),
      'report.archive-cut',
    ],
    ['with a password', zipOf([{ name: 'a.csv', content: table, encrypted: true }]), 'report.archive-locked'],
    ['that is cut', zipOf([{ name: 'a.csv', content: table }]).subarray(0, 60), 'report.archive-damaged'],
    ['of gzip that is cut', gzipSync(table).subarray(0, 20), 'report.archive-damaged'],
  ])('an archive %s gives nothing, and says so', async (_, bytes, code) => {
    const reading = await withFile('a.zip', bytes)
    expect(reading.events).toEqual([])
    expect(codes(reading)).toContain(code)
  })
})

describe('a mail within the mail', () => {
  test('is taken apart: its table is read', async () => {
    const inner = `From: abuse@other.example\r\nSubject: =?utf-8?Q?Abuse_report_=5BAB-2026-17=5D?=\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=cut\r\n\r\n--cut\r\nContent-Type: text/csv; name=r.csv\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(table).toString('base64')}\r\n--cut--\r\n`
    const reading = await withFile('inner.eml', Buffer.from(inner), 'message/rfc822')
    expect(reading.events).toMatchObject([{ sourceIps: ['192.0.2.1'] }])
    expect(reading.ticket).toBe('AB-2026-17')
  })

  test('nested a thousand times ends in a reading', async () => {
    const deep = 'Content-Type: message/rfc822\r\n\r\n'.repeat(1000)
    expect((await withFile('deep.eml', Buffer.from(deep), 'message/rfc822')).schema).toBe('signet.report/1')
  })
})

describe('HTML', () => {
  test('rows of a table are lines, and their cells stand apart', () => {
    const html =
      '<table><tr><th>Source IP</th><th>Time (UTC)</th></tr>\n<tr><td><b>192.0.2.1</b></td> <td><p>2026-11-20<br>10:00:00</p></td></tr></table>'
    expect(htmlToText(html)).toBe('Source IP\tTime (UTC)\n\n192.0.2.1\t2026-11-20 10:00:00')
    expect(readReport({ ...message, text: htmlToText(html), attachments: [] }).events).toMatchObject([
      { at: '2026-11-20T10:00:00.000Z', sourceIps: ['192.0.2.1'] },
    ])
  })

  test('a page that is laid out with a table keeps its lines', () => {
    expect(htmlToText('<table><tr><td><p>One</p><p>Two &eacute;&mdash;</p></td></tr></table>')).toBe('One\n\nTwo é—')
  })

  test('what the text part leaves out is read from the HTML', async () => {
    const html = '<p>Source IP: 192.0.2.7</p><p>Time: 2026-11-20 10:00 UTC</p>'
    const reading = readReport(await sourceOf({ ...message, text: 'Please view this mail as HTML.', html }))
    expect(reading.events).toMatchObject([{ at: '2026-11-20T10:00:00.000Z', sourceIps: ['192.0.2.7'] }])
  })
})

test('NULs and a line of a megabyte do not hide what stands before them', async () => {
  const text = `Source IP: 192.0.2.5\0\nTime: 2026-11-20 10:00 UTC\n${'x'.repeat(1_000_000)} 192.0.2.6\n`
  const reading = readReport(await sourceOf({ ...message, text }))
  expect(reading.events).toMatchObject([{ at: '2026-11-20T10:00:00.000Z', sourceIps: ['192.0.2.5'] }])
})
