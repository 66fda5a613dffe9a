import { describe, expect, test } from 'vitest'
import { callText, type ToldFields } from '../../../shared/domain/intake/call-text.ts'
import { giveZone } from '../../../shared/domain/intake/give-zone.ts'
import { proposeClasses, proposeKind, proposeSeverity } from '../../../shared/domain/intake/propose.ts'
import { readReport } from '../../../shared/domain/report/read-report.ts'
import type { ReportReading } from '../../../shared/domain/report/report-reading.ts'

const read = (text: string, subject = 'Report'): ReportReading =>
  readReport({
    from: 'abuse@upstream.example',
    replyTo: null,
    messageId: null,
    subject,
    text,
    attachments: [],
    signed: 'none',
  })

describe('a zone that a person gives', () => {
  const report = read('Attack from 203.0.113.9 port 4711/tcp to 198.51.100.7 at 2026-11-20 14:05:00\n')

  test('is never assumed before', () => {
    expect(report.events[0]).toMatchObject({ at: null, zoneKnown: false })
    expect(report.completeness.missing).toContain('time-zone')
  })

  test.each([
    ['+01:00', '2026-11-20T13:05:00.000Z'],
    ['UTC', '2026-11-20T14:05:00.000Z'],
    ['Europe/Madrid', '2026-11-20T13:05:00.000Z'],
    ['PDT', '2026-11-20T21:05:00.000Z'],
  ])('%s makes an instant of the words, and the meter and the findings say so', (zone, at) => {
    const given = giveZone(report, { zone, order: null, code: 'MK' })
    if (!given.ok) throw new Error(given.problem.code)
    expect(given.value.events[0]).toMatchObject({ at, zoneKnown: true, atText: report.events[0]?.atText })
    expect(given.value.completeness.missing).not.toContain('time-zone')
    expect(given.value.findings.map(({ code }) => code)).toContain('report.zone-given')
    expect(given.value.findings.map(({ code }) => code)).not.toContain('report.time-no-zone')
  })

  test.each(['CST', 'somewhere', ''])('"%s" is no zone, or has several meanings, and changes nothing', (zone) => {
    expect(giveZone(report, { zone, order: null, code: 'MK' })).toMatchObject({
      ok: false,
      problem: { code: 'zone-not-read' },
    })
  })

  test('leaves alone what had a zone of its own', () => {
    const two = read('2026-11-20 14:05:00 203.0.113.9 port 1\n2026-11-20T15:00:00Z 203.0.113.10 port 2\n')
    const given = giveZone(two, { zone: '+05:00', order: null, code: 'MK' })
    expect(given.ok && given.value.events.map(({ at }) => at)).toContain('2026-11-20T15:00:00.000Z')
  })
})

describe('what was told by telephone', () => {
  const none: ToldFields = {
    time: '',
    zone: '',
    source: '',
    sourcePort: '',
    protocol: '',
    destination: '',
    destinationPort: '',
    what: '',
    log: '',
  }

  test('is read by the reader of mails, field by field', () => {
    const text = callText({
      ...none,
      time: '2026-11-22 06:30',
      zone: '+01:00',
      source: '192.0.2.99',
      sourcePort: '40001',
      protocol: 'tcp',
      destination: '198.51.100.5',
      destinationPort: '443',
      what: 'Logins from abroad.',
    })
    expect(read(text).events).toMatchObject([
      {
        at: '2026-11-22T05:30:00.000Z',
        sourceIps: ['192.0.2.99'],
        sourcePorts: [40001],
        protocol: 'tcp',
        destinationIps: ['198.51.100.5'],
        destinationPorts: [443],
      },
    ])
  })

  test('makes no line of what was not told', () => {
    expect(callText({ ...none, zone: '+01:00', what: 'It is slow.' })).toBe('It is slow.')
    expect(callText(none)).toBe('')
  })
})

describe('the proposal', () => {
  test('takes a severity only where it is stated as one, in the languages of reports', () => {
    expect(proposeSeverity('Severity: High').value).toBe('high')
    expect(proposeSeverity('Gravedad: crítica').value).toBe('critical')
    expect(proposeSeverity('Schweregrad: mittel').value).toBe('medium')
    expect(proposeSeverity('a high number of critical systems').value).toBeNull()
  })

  test('takes a weakness that nobody used for a vulnerability', () => {
    const weakness = read('CVE-2026-1234 in your mail gateway\n', 'Vulnerable system')
    expect(proposeKind({ ...weakness, rsit: 'vulnerable/vulnerable-system' }).value).toBe('vulnerability')
    expect(proposeKind(read('scan from 203.0.113.9\n')).value).toBe('incident')
  })

  test('names a class of information only with what suggests it', () => {
    const report = { ...read('Phishing of ana@bank.example from 203.0.113.9\n'), rsit: 'fraud/phishing' }
    const proposed = proposeClasses(report, { text: 'ana@bank.example', affected: ['Harbour Bank'] })
    expect(proposed).toMatchObject({
      value: ['private-user', 'private-site'],
      because: { params: { value: 'ana@bank.example' } },
    })
    expect(proposeClasses({ rsit: '', events: [] }, { text: '', affected: [] }).value).toEqual([])
  })
})
