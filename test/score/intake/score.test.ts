/** The score of the report reader itself must count what is missed and what is invented; then the made-up reports must reach the mark. */
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { rates, sum } from '../tally.ts'
import { parseLabel, type Label, type Report } from './label.ts'
import { labelsIn, overall, scoreAll } from './read-folder.ts'
import { nothingRead, scoreReport } from './score-report.ts'

const labelOf = (parts: Readonly<Record<string, unknown>>): Label =>
  parseLabel(
    JSON.stringify({
      file: 'made-up.eml',
      reporter: 'desk@reporter.example',
      kind: 'free-text',
      urgent: false,
      signed: 'none',
      ticket: null,
      rsit: 'fraud/phishing',
      events: 1,
      ...parts,
    }),
  )

const noEvent: Report['events'][number] = {
  at: null,
  atText: null,
  sourceIps: [],
  sourcePorts: [],
  protocol: null,
  destinationIps: [],
  destinationPorts: [],
  urls: [],
  domains: [],
  hashes: [],
  cves: [],
}

const reportOf = (event: Partial<Report['events'][number]>, parts: Partial<Report> = {}): Report => ({
  ...nothingRead,
  reporter: 'desk@reporter.example',
  kind: 'free-text',
  rsit: 'fraud/phishing',
  events: [{ ...noEvent, ...event }],
  ...parts,
})

const f1 = (report: Report, label: Label): number => rates(sum('all', scoreReport(report, label))).f1

/** Found, missed, invented of one field. */
function counts(report: Report, label: Label, field: string): readonly number[] {
  const one = scoreReport(report, label).find((tally) => tally.field === field)
  return one === undefined ? [] : [one.found, one.missed, one.invented]
}

describe('the score of a report', () => {
  const label = labelOf({
    times: ['2026-11-22T10:00:00Z'],
    sourceIps: ['192.0.2.7', '2001:db8::7'],
    sourcePorts: [4000],
  })
  const right = reportOf({
    at: '2026-11-22T10:00:00.000Z',
    sourceIps: ['192.0.2.7', '2001:DB8:0:0::7'],
    sourcePorts: [4000],
  })

  it('is 1 for a right reading, whichever way times and addresses are written', () => {
    expect(f1(right, label)).toBe(1)
  })

  it('is lowered by a wrong value, by a missing one and by one too many', () => {
    const event = right.events[0] ?? noEvent
    expect(counts(reportOf({ ...event, at: '2026-11-22T09:00:00.000Z' }), label, 'time')).toEqual([0, 1, 1])
    expect(counts(reportOf({ ...event, sourceIps: ['192.0.2.7'] }), label, 'source address')).toEqual([1, 1, 0])
    const more = reportOf({ ...event, hashes: ['d41d8cd98f00b204e9800998ecf8427e'] })
    expect(counts(more, label, 'hash')).toEqual([0, 0, 1])
    expect(f1(more, label)).toBeLessThan(1)
  })

  it('is nothing for a report that was refused', () => {
    expect(counts(nothingRead, label, 'source address')).toEqual([0, 2, 0])
    expect(sum('all', scoreReport(nothingRead, label)).found).toBe(0)
  })

  it('gives nothing for "none", and takes it away where it is wrong', () => {
    expect(counts(right, label, 'signature')).toEqual([0, 0, 0])
    expect(counts({ ...right, signed: 'pgp-mime' }, label, 'signature')).toEqual([0, 0, 1])
    expect(counts({ ...right, urgent: true }, label, 'urgent')).toEqual([0, 0, 1])
  })

  it('takes each of several right answers, and null only where the label says so', () => {
    const open = labelOf({ ticket: ['A-1', null], rsit: ['fraud/phishing', 'fraud/masquerade'], events: [1, 2] })
    expect(f1(reportOf({}, { ticket: null }), open)).toBe(1)
    expect(f1(reportOf({}, { ticket: 'A-1', rsit: 'fraud/masquerade' }), open)).toBe(1)
    expect(counts(reportOf({}, { ticket: 'A-2' }), open, 'ticket')).toEqual([0, 1, 1])
    expect(counts(right, labelOf({ ticket: 'A-1' }), 'ticket')).toEqual([0, 1, 0])
  })

  it('leaves out what may be given, and takes a port of an unsaid side on either', () => {
    const open = labelOf({ ports: [80], may: { domains: ['host.example'] } })
    expect(f1(reportOf({ destinationPorts: [80], domains: ['host.example'] }), open)).toBe(1)
    expect(f1(reportOf({ sourcePorts: [80] }), open)).toBe(1)
    expect(counts(reportOf({}), open, 'port, side unsaid')).toEqual([0, 1, 0])
    expect(counts(reportOf({ sourcePorts: [80, 81] }), open, 'source port')).toEqual([0, 0, 1])
  })

  it('wants the exact bytes of an attachment', () => {
    const sha256 = 'a'.repeat(64)
    const open = labelOf({ attachments: [{ name: 'log:1.csv', sha256 }] })
    expect(f1(reportOf({}, { attachments: [{ name: 'log_1.csv', sha256 }] }), open)).toBe(1)
    const other = reportOf({}, { attachments: [{ name: 'log_1.csv', sha256: 'b'.repeat(64) }] })
    expect(counts(other, open, 'attachment')).toEqual([0, 1, 1])
  })

  it('keeps a time without zone apart from an instant', () => {
    const open = labelOf({ timeTexts: ['22.11.2026 10:00'] })
    expect(f1(reportOf({ atText: 'at 22.11.2026  10:00' }), open)).toBe(1)
    const assumed = reportOf({ at: '2026-11-22T10:00:00.000Z', atText: '22.11.2026 10:00' })
    expect(counts(assumed, open, 'time')).toEqual([0, 0, 1])
    expect(counts(assumed, open, 'time, zone unsaid')).toEqual([0, 1, 0])
  })

  it('refuses a label with a field it does not know', () => {
    expect(() => labelOf({ sourceIp: ['192.0.2.7'] })).toThrow('sourceIp')
  })
})

describe('reading the made-up reports', () => {
  it('reaches a micro-F1 of 0.95', { timeout: 300_000 }, async () => {
    const folder = path.join(import.meta.dirname, '../../material/reports')
    const scored = await scoreAll(folder, labelsIn(folder, '.expected.json'))
    const all = rates(overall(scored)).f1
    console.log(`made-up reports: ${scored.length}, micro-F1 ${all.toFixed(3)}`)
    expect(all).toBeGreaterThanOrEqual(0.95)
  })
})
