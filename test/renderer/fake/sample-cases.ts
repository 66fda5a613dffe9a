/** Made-up cases for the renderer's tests, spread over phases, rungs, owners and times relative to the moment of starting. */
import { checklist, type CheckItem } from '../../../shared/domain/case/checklist.ts'
import type { Act } from '../../../shared/domain/case/act.ts'
import type { FieldName, FieldValue, WorkPhase } from '../../../shared/domain/case/vocabulary.ts'
import type { FakeCases, Written } from './fake-cases.ts'
import { inConflict, vulnerability, workedOn } from './sample-case-work.ts'

const kinds = [
  ['Beaconing to known command servers', 4, 'malicious-code/c2-server'],
  ['Botnet sinkhole report', 9, 'malicious-code/infected-system'],
  ['Extortion letter announcing denial of service', 5, 'availability/ddos'],
  ['Compromised mailbox with forwarding rule', 9, 'intrusions/user-account-compromise'],
  ['Credential phishing, portal copy', 7, 'fraud/phishing'],
  ['Vulnerable VPN appliance, not patched', 3, 'vulnerable/vulnerable-system'],
  ['Suspicious name lookups with long labels', 10, 'malicious-code/infected-system'],
  ['Business mail fraud, changed bank account', 8, 'fraud/masquerade'],
  ['Ransom note on file server', 2, 'availability/sabotage'],
  ['Web shell on public portal', 3, 'intrusions/system-compromise'],
  ['Defaced municipal web site', 11, 'information-content-security/unauthorised-information-modification'],
  ['Remote desktop open, password guessing', 10, 'intrusion-attempts/login-attempts'],
  ['Access keys in a public repository', 6, 'information-content-security/data-leak'],
  ['Mail flood against one account', 12, 'availability/dos'],
  ['Control system of a pumping station reachable', 1, 'vulnerable/weak-crypto'],
] as const
const constituents = [
  'Harrow Bank',
  'Orchard Telecom',
  'Northgate Grid',
  'Delta Rail',
  'Fenland Water',
  'Aldermoor Hospital',
  'Lakeview University',
  'City of Westmere',
  'Port of Greywater',
]
const markings = ['AMBER', 'GREEN', 'AMBER+STRICT', 'CLEAR', 'RED', 'AMBER', 'GREEN']
const owners = ['MK', 'JV', null, 'LH', 'TR', 'MK', null, 'AS']

const hour = 3_600_000

/** The same numbers every time. */
function dice(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * sides)
  }
}

const set = (at: string, code: string, field: FieldName, value: FieldValue): Written => ({
  at,
  code,
  act: { kind: 'field.set', field, value, reason: null },
})

const entry = (at: string, code: string, act: Act): Written => ({ at, code, act })

const phase = (name: WorkPhase): Act => ({ kind: 'phase.set', phase: name, reason: null, left: [] })

const checked = (item: CheckItem): Act => ({ kind: 'check.set', item, state: 'done', reason: null })

const ages = [1, 3, 6, 10, 14, 20, 26, 40, 70] as const

function aCase(number: string, at: number, roll: (sides: number) => number): readonly Written[] {
  // Rungs 1 to 3 are rare.
  const first = kinds[roll(kinds.length)] ?? kinds[0]
  const [title, rung, rsit] = first[1] <= 3 && roll(8) > 0 ? (kinds[roll(kinds.length - 1)] ?? kinds[0]) : first
  const opened = Date.now() - (ages[roll(9)] ?? 1) * hour - roll(60) * 60_000
  const time = (minutes: number): string => new Date(opened + minutes * 60_000).toISOString()
  const later = (hours: number): string => new Date(Date.now() + hours * hour).toISOString()
  const owner = owners[roll(owners.length)] ?? null
  const code = owner ?? 'MK'
  const step = roll(3)
  const acts: Written[] = [
    entry(time(0), code, { kind: 'case.opened', number, title, caseKind: 'incident' }),
    set(time(1), code, 'tlp', markings[roll(markings.length)] ?? 'AMBER'),
    set(time(1), code, 'constituent', constituents[roll(constituents.length)] ?? ''),
    set(time(2), code, 'rsit', rsit),
    entry(time(3), code, {
      kind: 'observable.set',
      type: 'ip',
      value: `192.0.2.${String(1 + roll(200))}`,
      state: 'seen',
      source: null,
    }),
    entry(time(5), code, checked('triage.occurred')),
  ]
  if (roll(9) > 0) acts.push(set(time(6), code, 'rung', rung))
  if (owner !== null) acts.push(set(time(6), code, 'owner', owner))
  if (roll(12) === 0) acts.push(set(time(6), code, 'urgent', true))
  if (step > 0 || roll(3) === 0)
    acts.push(entry(time(9), code, { kind: 'response.made', channel: 'email', note: 'Receipt acknowledged' }))
  if (step > 0)
    acts.push(
      ...checklist.triage.slice(1).map((item) => entry(time(12), code, checked(item))),
      entry(time(14), code, phase('coordination')),
    )
  if (step > 1)
    acts.push(
      ...checklist.coordination.map((item) => entry(time(30), code, checked(item))),
      entry(time(31), code, phase('resolution')),
    )
  if (at % 4 === 0)
    acts.push(
      entry(time(20), code, {
        kind: 'task.added',
        task: `${number}-t`,
        text: 'Call the site back about the logs',
        due: later(roll(30) - 3),
        owner: code,
      }),
    )
  if (at % 9 === 1)
    acts.push(entry(time(21), code, { kind: 'wake.set', at: later(roll(90) + 2), waitingFor: 'CERT-Harrow' }))
  return acts
}

/** One case with messages, evidence, reasons and notes, so that a page of a case has all of its parts. */
function wellFilled(number: string): readonly Written[] {
  const at = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString()
  const sha256 = '3f0a7c51e9d2846b0c17fa38d5b96e20417d8ac3e2950bf6817d4c2e90a5b3f8'
  const message = (exchange: string, direction: 'in' | 'out', subject: string, partner = 'CERT-Orchard'): Act => ({
    kind: 'exchange.added',
    exchange,
    direction,
    channel: 'email',
    partner,
    subject,
    sha256,
  })
  const seen = (
    type: 'ip' | 'domain' | 'url' | 'hash',
    value: string,
    state: 'seen' | 'confirmed' | 'benign',
  ): Act => ({
    kind: 'observable.set',
    type,
    value,
    state,
    source: 'CERT-Harrow',
  })
  return [
    entry(at(190), 'MK', message('x-9', 'in', 'Keys of your constituent in a public place', 'CERT-Harrow')),
    entry(at(170), 'MK', message('x-5', 'out', `[${number}] Request for logs`)),
    entry(at(140), 'JV', message('x-4', 'in', `Re: [${number}] logs of the sinkhole`)),
    entry(at(135), 'JV', seen('ip', '203.0.113.77', 'confirmed')),
    entry(at(135), 'JV', seen('domain', 'portal-login.example', 'confirmed')),
    entry(at(134), 'JV', seen('url', 'https://portal-login.example/a/', 'seen')),
    entry(at(134), 'JV', seen('hash', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', 'benign')),
    entry(at(120), 'JV', {
      kind: 'evidence.added',
      blob: 'blob-1',
      name: 'portal-disk.img.zst',
      size: 4_812_300_000,
      sha256,
      source: 'Portal server, handed over by the site on a disk',
    }),
    entry(at(90), 'MK', {
      kind: 'note.added',
      text: 'Called the site: the keys were changed at 18:20Z, the repository is private now. They keep the access log for 72 h.',
    }),
    entry(at(60), 'MK', checked('coordination.cause')),
    entry(at(50), 'JV', {
      kind: 'check.set',
      item: 'coordination.announce',
      state: 'na',
      reason: 'One service account, no data of users was read.',
    }),
  ]
}

/** `count` cases from 2026-MK-0001 on. */
export function addSampleCases(cases: FakeCases, count: number): void {
  const roll = dice(7)
  for (let at = 1; at <= count; at += 1) {
    const number = `2026-MK-${String(at).padStart(4, '0')}`
    const made = aCase(number, at, roll)
    const special = { 5: vulnerability, 6: inConflict }[at]
    cases.add(number, special === undefined ? made : special(number))
    if (at === 4) cases.add(number, [...wellFilled(number), ...workedOn()])
  }
}
