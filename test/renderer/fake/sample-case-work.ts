/** Made-up work on cases for the renderer's tests: parties, times, links, permissions, a vulnerability, and what two copies say differently. */
import type { Act } from '../../../shared/domain/case/act.ts'
import type { Written } from './fake-cases.ts'

const minute = 60_000
const ago = (minutes: number): string => new Date(Date.now() - minutes * minute).toISOString()
const by = (minutes: number, code: string, act: Act): Written => ({ at: ago(minutes), code, act })

type Role = Extract<Act, { kind: 'party.set' }>['role']

const party = (id: string, name: string, card: string | null, role: Role): Act => ({
  kind: 'party.set',
  party: id,
  name,
  card,
  role,
})

const asked = (id: string, what: string, channel: 'email' | 'phone', due: number | null): Act => ({
  kind: 'party.asked',
  party: id,
  what,
  channel,
  due: due === null ? null : ago(-due),
  exchange: null,
})

const answered = (id: string, note: string): Act => ({ kind: 'party.answered', party: id, note, exchange: null })

const event = (id: string, at: string | null, atText: string, what: string, source: string): Act => ({
  kind: 'event.added',
  event: id,
  at,
  atText,
  zoneKnown: at !== null,
  what,
  source,
})

/** Goes on top of a case that is filled already: one party of each standing, and everything else that a case can hold. */
export function workedOn(): readonly Written[] {
  return [
    by(118, 'MK', party('p-orchard', 'CERT-Orchard', 'card-orchard', 'csirt')),
    by(117, 'MK', asked('p-orchard', 'Keep the logs of 203[.]0[.]113[.]77', 'phone', -160)),
    by(116, 'MK', party('p-harrow', 'CERT-Harrow', 'card-harrow', 'csirt')),
    by(115, 'MK', asked('p-harrow', 'Who used 203[.]0[.]113[.]77?', 'email', null)),
    by(114, 'MK', answered('p-harrow', 'A rented host; they told its customer.')),
    by(113, 'MK', party('p-bank', 'Harrow Bank', null, 'constituent')),
    by(112, 'MK', asked('p-bank', 'Reset the service account, keep the disk', 'phone', 900)),
    by(111, 'JV', party('p-westmere', 'City of Westmere', 'card-westmere', 'affected')),
    by(
      110,
      'JV',
      event('e-1', ago(4000), ago(4000).slice(0, 16), 'First login from 203[.]0[.]113[.]77', 'CERT-Harrow'),
    ),
    by(109, 'JV', event('e-2', null, '21/11 19:47', 'Alarm at the operator desk', 'Harrow Bank')),
    by(108, 'JV', event('e-3', ago(2000), '19:02 +01:00', 'Backup job deleted on fw-bck-02', 'Harrow Bank')),
    by(80, 'MK', {
      kind: 'evidence.handled',
      blob: 'blob-1',
      what: 'moved',
      place: 'Safe 2, shelf 4',
      note: 'Sealed bag 0117',
    }),
    by(79, 'MK', {
      kind: 'permission.given',
      permission: 'perm-1',
      party: 'Harrow Bank',
      classes: ['private-site'],
      to: ['csirt'],
      until: ago(-20_000),
      how: 'Call with their duty officer',
    }),
    by(78, 'MK', {
      kind: 'task.added',
      task: 'task-n3',
      text: 'Compare the VPN log with the stolen accounts',
      due: ago(30),
      owner: 'JV',
      tier: 'N3',
    }),
    by(77, 'MK', { kind: 'clock.paused', clock: 'silence', reason: 'They said: not before Monday', until: null }),
    by(76, 'MK', { kind: 'link.set', to: '2026-MK-0009', relation: 'related', on: true }),
    by(75, 'MK', { kind: 'field.set', field: 'classes', value: 'private-user,private-site', reason: null }),
  ]
}

/** A vulnerability whose vendor was not told yet, under an embargo. */
export function vulnerability(number: string): readonly Written[] {
  return [
    by(90, 'MK', {
      kind: 'case.opened',
      number,
      title: 'Unpatched hole in the signalling gateway',
      caseKind: 'vulnerability',
      analysis: true,
    }),
    by(89, 'MK', { kind: 'field.set', field: 'rung', value: 3, reason: null }),
    by(88, 'MK', { kind: 'field.set', field: 'owner', value: 'MK', reason: null }),
    by(87, 'MK', { kind: 'field.set', field: 'embargo', value: ago(-50_000), reason: null }),
    by(86, 'MK', party('p-telecom', 'Orchard Telecom', null, 'affected')),
    by(85, 'MK', party('p-vendor', 'Delta Rail CERT', 'card-delta', 'vendor')),
  ]
}

/** Two copies that did not know of each other: a field, a step, a task, an observable and the phase. */
export function inConflict(number: string): readonly Written[] {
  const owner = (code: string): Act => ({ kind: 'field.set', field: 'owner', value: code, reason: null })
  const account = (state: 'confirmed' | 'benign'): Act => ({
    kind: 'observable.set',
    type: 'ip',
    value: '198.51.100.7',
    state,
    source: null,
  })
  const there = { at: ago(50), code: 'JV', copy: 'JV', apart: 2 } as const
  return [
    by(9000, 'MK', { kind: 'case.opened', number, title: 'Worked on in two places', caseKind: 'incident' }),
    by(59, 'MK', {
      kind: 'task.added',
      task: 'c-task',
      text: 'Call the site back',
      due: null,
      owner: 'MK',
      tier: null,
    }),
    by(58, 'MK', owner('MK')),
    by(57, 'MK', { kind: 'check.set', item: 'triage.occurred', state: 'done', reason: 'Log shows it' }),
    by(56, 'MK', account('confirmed')),
    by(55, 'MK', { kind: 'task.set', task: 'c-task', done: true }),
    by(54, 'MK', { kind: 'phase.set', phase: 'coordination', reason: 'Extent is known', left: ['triage.extent'] }),
    { ...there, act: owner('JV') },
    { ...there, act: { kind: 'check.set', item: 'triage.occurred', state: 'na', reason: 'A test' } },
    { ...there, act: account('benign') },
    { ...there, act: { kind: 'task.set', task: 'c-task', done: false } },
    { ...there, act: { kind: 'phase.set', phase: 'resolution', reason: 'All known', left: ['triage.extent'] } },
  ]
}
