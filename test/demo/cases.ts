/** Realistic cases for a throwaway vault: fictional constituents, documentation addresses. */
import type { Command } from '../../shared/domain/case/command.ts'

export interface DemoCase {
  readonly title: string
  /** Hours before now at which it was opened. */
  readonly ago: number
  readonly commands: readonly Command[]
}

const set = (field: Extract<Command, { do: 'set' }>['field'], value: string | number | boolean): Command => ({
  do: 'set',
  field,
  value,
})
const done = (item: string, reason?: string): Command => ({
  do: 'check',
  item,
  state: 'done',
  ...(reason === undefined ? {} : { reason }),
})
const ip = (value: string, state: Extract<Command, { do: 'observe' }>['state'] = 'suspicious'): Command => ({
  do: 'observe',
  observables: [{ type: 'ip', value }],
  state,
})

export const demoCases: readonly DemoCase[] = [
  {
    title: 'Telemetry of a pumping station shows impossible values',
    ago: 5,
    commands: [
      set('rung', 1),
      set('severity', 'critical'),
      set('tlp', 'RED'),
      set('owner', 'MK'),
      set('constituent', 'Fenland Water'),
      ip('192.0.2.44', 'confirmed'),
      { do: 'note', text: 'Control room runs by hand since 14:20. Nobody is at risk now.' },
      { do: 'respond', channel: 'telephone', note: 'Spoke with the control room' },
    ],
  },
  {
    title: 'Backup service account used from outside',
    ago: 46,
    commands: [
      set('rung', 4),
      set('tlp', 'AMBER'),
      set('owner', 'MK'),
      set('constituent', 'Fenland Water'),
      set('rsit', 'intrusions/privileged-account-compromise'),
      ip('203.0.113.77', 'confirmed'),
      ip('198.51.100.23'),
      done('triage.occurred'),
      done('triage.extent', 'one account, one server'),
      done('triage.constituents'),
      { do: 'phase', phase: 'coordination' },
      done('coordination.cause', 'VPN without second factor'),
      { do: 'task', text: 'Ask Tarnbrook Hosting for the logs of 198.51.100.23' },
    ],
  },
  {
    title: 'Domain controller reboots at night',
    ago: 20,
    commands: [set('rung', 2), set('tlp', 'AMBER+STRICT'), set('constituent', 'Harrow Bank'), ip('192.0.2.10')],
  },
  {
    title: 'Web shell on the public portal',
    ago: 30,
    commands: [
      set('rung', 3),
      set('tlp', 'AMBER'),
      set('owner', 'JV'),
      set('constituent', 'City of Westmere'),
      {
        do: 'observe',
        observables: [
          { type: 'url', value: 'https://portal.westmere.example/u/x.php' },
          { type: 'hash', value: 'd41d8cd98f00b204e9800998ecf8427e' },
        ],
        state: 'confirmed',
      },
    ],
  },
  {
    title: 'DDoS extortion letter',
    ago: 9,
    commands: [
      set('rung', 5),
      set('tlp', 'AMBER'),
      set('urgent', true),
      set('constituent', 'Orchard Telecom'),
      { do: 'wake', at: new Date(Date.now() + 5_400_000).toISOString(), waitingFor: 'Orchard-CERT' },
    ],
  },
  {
    title: 'Phishing page for bank customers',
    ago: 3,
    commands: [
      set('rung', 7),
      set('tlp', 'GREEN'),
      set('rsit', 'fraud/phishing'),
      set('constituent', 'Harrow Bank'),
      { do: 'observe', observables: [{ type: 'domain', value: 'login.harrow-bank.example' }], state: 'confirmed' },
    ],
  },
  {
    title: 'Brute force against mail logins',
    ago: 27,
    commands: [
      set('rung', 7),
      set('tlp', 'GREEN'),
      set('owner', 'MK'),
      set('constituent', 'Lakeview University'),
      ip('203.0.113.77'),
      { do: 'respond', channel: 'e-mail', note: 'Acknowledged' },
    ],
  },
  {
    title: 'Threatening mails to a professor',
    ago: 70,
    commands: [
      set('rung', 8),
      set('tlp', 'RED'),
      set('owner', 'LH'),
      set('constituent', 'Lakeview University'),
      { do: 'respond', channel: 'telephone', note: 'Called back' },
    ],
  },
  {
    title: 'Mailbox rule forwards invoices',
    ago: 52,
    commands: [set('rung', 9), set('tlp', 'AMBER'), set('owner', 'JV'), set('constituent', 'Aldermoor Hospital')],
  },
  {
    title: 'Three desktops beacon to a sinkhole',
    ago: 7,
    commands: [
      set('rung', 10),
      set('tlp', 'GREEN'),
      set('constituent', 'Northgate Grid'),
      ip('198.51.100.140', 'seen'),
    ],
  },
  {
    title: 'Forged newsletter in the name of the ministry',
    ago: 96,
    commands: [
      set('rung', 11),
      set('tlp', 'CLEAR'),
      set('constituent', 'Ministry of Tides'),
      { do: 'respond', channel: 'e-mail', note: 'Acknowledged' },
    ],
  },
  {
    title: 'Mail bomb to one account',
    ago: 12,
    commands: [set('rung', 12), set('tlp', 'GREEN'), set('constituent', 'Delta Rail')],
  },
  {
    title: 'Exposed management interface, unpatched',
    ago: 18,
    commands: [
      set('kind', 'vulnerability'),
      set('severity', 'high'),
      set('tlp', 'AMBER'),
      { do: 'observe', observables: [{ type: 'cve', value: 'CVE-2026-10001' }], state: 'seen' },
    ],
  },
  {
    title: 'Scan of the library network',
    ago: 120,
    commands: [
      set('rung', 7),
      set('tlp', 'GREEN'),
      ip('203.0.113.9'),
      done('triage.occurred', 'no service was reached'),
      { do: 'close', code: 'no-incident', note: 'Scan only; nothing answered.' },
    ],
  },
]
