/** A made-up case with everything in it, as a journal: what reports and exports are tested on. */
import type { Act } from '../../../shared/domain/case/act.ts'
import type { CaseState } from '../../../shared/domain/case/case.ts'
import type { Entry } from '../../../shared/domain/case/entry.ts'
import { fold } from '../../../shared/domain/case/fold.ts'
import type { ExportTools, Team } from '../../../shared/domain/output/export-content.ts'
import { noEvent } from '../../../shared/domain/report/event.ts'
import { stableTools } from '../../../electron/core/output/stable-ids.ts'
import { write } from '../case/journal.ts'

export const team: Team = { name: 'Harrow-CERT', address: 'cert@harrow.example', domain: 'harrow.example' }

/** Who must not be named to those who may not know; looked for in every form. */
export const secret = {
  constituent: 'Aldermoor Hospital',
  reporter: 'Orchard-CERT',
  person: 'Wanda Quill',
  account: 'wanda.quill@aldermoor.example',
  note: 'Spoke with the night porter',
}

export const observables = [
  ['ip', '203.0.113.77', 'confirmed'],
  ['ip', '2001:db8::77', 'suspicious'],
  ['cidr', '198.51.100.0/25', 'seen'],
  ['domain', 'login.bank-harrow.example', 'confirmed'],
  ['url', 'https://login.bank-harrow.example/a?b=1&c=<2>', 'confirmed'],
  ['email', 'wanda.quill@aldermoor.example', 'compromised'],
  ['hash', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', 'suspicious'],
  ['hash', 'd41d8cd98f00b204e9800998ecf8427e', 'seen'],
  ['cve', 'CVE-2026-12345', 'seen'],
  ['asn', 'AS64500', 'seen'],
  ['other', "Mutex 'Global\\7f' =cmd|'/c calc'!A1", 'suspicious'],
  ['ip', '192.0.2.9', 'benign'],
] as const

const acts: readonly Act[] = [
  {
    kind: 'case.opened',
    number: '2026-MK-0413',
    title: 'Phishing at Aldermoor Hospital, page http://login.bank-harrow.example',
    caseKind: 'incident',
  },
  { kind: 'field.set', field: 'tlp', value: 'AMBER', reason: null },
  { kind: 'field.set', field: 'pap', value: 'GREEN', reason: null },
  { kind: 'field.set', field: 'rsit', value: 'fraud/phishing', reason: null },
  { kind: 'field.set', field: 'rung', value: 7, reason: null },
  { kind: 'field.set', field: 'severity', value: 'high', reason: null },
  { kind: 'field.set', field: 'occurred', value: 'yes', reason: null },
  { kind: 'field.set', field: 'constituent', value: secret.constituent, reason: null },
  { kind: 'field.set', field: 'classes', value: 'private-user,private-site', reason: null },
  {
    kind: 'note.added',
    text: `${secret.note}: he saw 192.0.2.200 and https://evil.example/x. <script>alert(1)</script>`,
  },
  ...observables.map(([type, value, state]): Act => ({ kind: 'observable.set', type, value, state, source: null })),
  {
    kind: 'event.added',
    event: 'e1',
    at: '2026-11-20T07:15:00.000Z',
    atText: '2026-11-20 08:15:00 +0100',
    zoneKnown: true,
    what: 'First mail with a link to hxxps://login[.]bank-harrow[.]example',
    source: secret.reporter,
  },
  {
    kind: 'event.added',
    event: 'e2',
    at: null,
    atText: 'Nov 20 09:30',
    zoneKnown: false,
    what: 'Login from 203.0.113.77 with the password of an account',
    source: secret.person,
  },
  {
    kind: 'exchange.added',
    exchange: 'x1',
    direction: 'in',
    channel: 'email',
    partner: secret.reporter,
    subject: 'URGENT: phishing',
    sha256: 'ab'.repeat(32),
  },
  { kind: 'party.set', party: 'p1', name: secret.constituent, card: null, role: 'constituent' },
  {
    kind: 'party.asked',
    party: 'p1',
    what: 'Change the passwords',
    channel: 'phone',
    due: '2026-11-21T10:00:00.000Z',
    exchange: null,
  },
  { kind: 'party.answered', party: 'p1', note: `${secret.person} did it`, exchange: null },
  {
    kind: 'evidence.added',
    blob: 'b1',
    name: 'proxy.log',
    size: 4096,
    sha256: 'cd'.repeat(32),
    source: secret.person,
    place: 'Safe 2',
    takenAt: '2026-11-20T09:00:00.000Z',
  },
  { kind: 'evidence.handled', blob: 'b1', what: 'moved', place: 'Court', note: 'Handed over against receipt' },
  {
    kind: 'prosecution.set',
    decision: 'contemplated',
    after: 'Logs are enough',
    observation: 'None',
    traps: 'None',
    reason: 'Fraud',
  },
  { kind: 'legal.set', rule: 'gdpr-33', runs: true, reason: 'Personal data' },
  { kind: 'check.set', item: 'triage.occurred', state: 'done', reason: null },
  { kind: 'check.set', item: 'resolution.weigh', state: 'na', reason: 'No cost known to anybody' },
  { kind: 'phase.set', phase: 'coordination', reason: 'extent is clear', left: [] },
  { kind: 'phase.set', phase: 'resolution', reason: null, left: [] },
  { kind: 'case.closed', code: 'resolved', note: 'Page is gone. Ελληνικά, Кириллица, 漢字: seen by the hoster.' },
]

/** An hour between two entries. */
export const entries: readonly Entry[] = acts.reduce<readonly Entry[]>(
  (so, act, at) => write(so, 'MK', act, Date.parse('2026-11-20T08:00:00.000Z') + at * 3_600_000),
  [],
)

export function sampleState(extra: readonly Act[] = []): CaseState {
  const all = extra.reduce((so, act) => write(so, 'MK', act, Date.parse('2026-11-23T08:00:00.000Z')), entries)
  const state = fold(all)
  if (state === null) throw new Error('no case')
  return state
}

export const flows = [
  {
    ...noEvent,
    at: '2026-11-20T07:15:00.000Z',
    zoneKnown: true,
    sourceIps: ['203.0.113.77'],
    sourcePorts: [51_000],
    protocol: 'tcp',
    destinationIps: ['198.51.100.20'],
    destinationPorts: [443],
  },
]

export const now = '2026-11-23T09:00:00.000Z'
export const tools: ExportTools = stableTools(sampleState().id)
export const asItIs = (text: string): string => text
