/** Reports, exports and figures of a made-up desk in the preview: enough cases of every kind that each chart has something to show. */
import type { CaseState } from '../../../shared/domain/case/case.ts'
import type { Verdict } from '../../../shared/domain/disclosure/verdict.ts'
import { buildReport } from '../../../shared/domain/output/build-report.ts'
import { exportCase } from '../../../shared/domain/output/export-case.ts'
import { exportContent } from '../../../shared/domain/output/export-content.ts'
import type { Audience } from '../../../shared/domain/output/report-doc.ts'
import { writeMarkdown } from '../../../shared/domain/output/write-markdown.ts'
import { statisticsOf } from '../../../shared/domain/statistics/statistics-of.ts'
import type { CaseFigures } from '../../../shared/domain/statistics/case-figures.ts'
import type { Handlers } from '../../../shared/ipc/contract.ts'
import { bandOf } from '../../../shared/domain/order/ladder.ts'
import { fail, ok } from '../../../shared/kit/result.ts'
import { saying } from '../../../shared/words/say.ts'

type OutputCalls = Pick<
  Handlers<'core'>,
  'stats.show' | 'stats.copy' | 'stats.write' | 'report.preview' | 'case.report' | 'export.preview' | 'case.export'
>

const classes = [
  'fraud/phishing',
  'vulnerable/vulnerable-system',
  'intrusion-attempts/brute-force',
  'malicious-code/infected-system',
  'availability/ddos',
  'information-gathering/scanner',
] as const
const constituents = ['Harbour Bank', 'Aldermoor Hospital', 'Fenland Water', 'Orchard Telecom', null] as const
const rungs = [
  'Danger to people',
  'System level, backbone',
  'System level, public service',
  'Confidential service accounts',
  'Denial of service on these',
  'From us, elsewhere',
  'Large-scale attacks',
  'Threats, single accounts',
  'Accounts, multi-user systems',
  'Desktop systems',
  'Forgery, local rules',
  'Denial of service, accounts',
] as const

const hourMs = 3_600_000
const iso = (at: number): string => new Date(at).toISOString()

/** One of a list, by a number that jumps about. */
const pick = <T>(list: readonly T[], seed: number): T | undefined =>
  list[Math.floor(Math.abs(Math.sin(seed) * 9_973)) % list.length]

function sampleCase(at: number, now: number): CaseFigures {
  const days = Math.abs(Math.sin(at * 12.9898) * 43_758.5453) % 1
  const hour = 6 + (Math.abs(Math.sin(at * 7.13) * 1_000) % 15)
  const day = Math.floor((now - days * 120 * 24 * hourMs) / (24 * hourMs))
  const openedAt = iso(Math.min(now - hourMs, day * 24 * hourMs + hour * hourMs))
  const opened = Date.parse(openedAt)
  const responded = opened + (1 + (at % 9) * 4) * hourMs
  const closed = opened + (20 + (at % 30) * 9) * hourMs
  const isClosed = at % 5 !== 0 && closed < now
  const closedAt = isClosed ? iso(closed) : null
  const rung = 1 + (Math.abs(Math.floor(Math.sin(at * 3.7) * 100)) % 12)
  const triaged = iso(Math.min(now, opened + 3 * hourMs))
  return {
    id: `case-${at}`,
    rsit: pick(classes, at) ?? null,
    rung,
    band: bandOf(rung, null),
    constituent: pick(constituents, at + 1) ?? null,
    openedAt,
    respondedAt: responded < now ? iso(responded) : null,
    closedAt,
    closing: isClosed ? (at % 7 === 0 ? 'no-incident' : 'resolved') : null,
    spans: [
      { phase: 'triage', from: openedAt, to: triaged },
      { phase: 'coordination', from: triaged, to: closedAt },
    ],
  }
}

/** The press is stopped, who is outside is let out on a condition, the own management may have it. */
function verdictFor(audience: Audience): Verdict {
  const said = {
    stop: {
      level: 'stop',
      said: saying('gate.no', { name: 'press', info: 'private-site', says: '' }),
      clause: '4.2 L219',
      recipient: null,
    },
    condition: {
      level: 'condition',
      said: saying('gate.unnamed', { name: 'csirt' }),
      clause: '4.3 L233',
      recipient: null,
    },
    allow: { level: 'allow', said: saying('gate.own', { name: 'management' }), clause: '4.2 L207', recipient: null },
  } as const
  const verdict = audience === 'press' ? 'stop' : audience === 'management' ? 'allow' : 'condition'
  return { verdict, reasons: verdict === 'allow' ? [said.allow] : [said[verdict], said.allow] }
}

function reportText(state: CaseState, audience: Audience, now: string): string {
  const source = { state, clocks: [], spans: [], journal: [], released: [], team, code: 'MK', now }
  return writeMarkdown(buildReport(source, { audience, language: 'en', redact: (text) => text }))
}

const team = { name: 'CSIRT-Northmoor', address: 'csirt@northmoor.example', domain: 'northmoor.example' }

export function fakeOutput(hash: string, stateOf: (number: string) => CaseState | null): OutputCalls {
  const now = Date.now()
  const cases = Array.from({ length: 420 }, (_, at) => sampleCase(at, now))
  return {
    'report.preview': async ({ number, audience }) => {
      const state = stateOf(number)
      if (state === null) return fail(saying('case-not-found', { number }))
      return ok({ verdict: verdictFor(audience), text: reportText(state, audience, iso(now)), redacted: [] })
    },
    'case.report': async ({ number, audience, form }) => ok({ file: `${number}-${audience}.${form}`, sha256: hash }),
    'export.preview': async ({ number, format }) => {
      const state = stateOf(number)
      if (state === null) return fail(saying('case-not-found', { number }))
      const content = exportContent({ state, flows: [], team, redact: (text) => text, withAccounts: false })
      const tools = {
        id: (name: string) => name,
        idIn: (_: string, name: string) => name,
        base64: (text: string) => text,
      }
      const text = exportCase(format, content, tools, iso(now))
      return text.ok ? ok({ verdict: verdictFor('csirt'), text: text.value, redacted: [] }) : text
    },
    'case.export': async ({ number, format }) => ok({ file: `${number}.${format}`, sha256: hash }),
    'stats.show': async (period) =>
      period.to < period.from
        ? fail(saying('stats-period'))
        : ok(
            statisticsOf(period.to < '2020-01-01' ? [] : cases, {
              period,
              zone: 'Europe/Lisbon',
              now: iso(now),
              responseDue: ({ openedAt }) => iso(Date.parse(openedAt) + 28 * hourMs),
              rung: (id) => ({ name: rungs[id - 1] ?? '', at: id }),
            }),
          ),
    'stats.copy': async () => ok(null),
    'stats.write': async ({ kind }) => ok({ file: kind === 'csv' ? 'figures.csv' : 'statement.md', sha256: hash }),
  }
}
