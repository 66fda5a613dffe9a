/** Made-up messages for the renderer's tests: one signed and encrypted report in the tray, and a handful of others. */
import type { ReportEvent, ReportReading } from '../../../shared/domain/report/report-reading.ts'
import type { ExchangeRow, ExchangeView, Intake, MessageView } from '../../../shared/ipc/views.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { harrowKey, orchardKey, spareKey, teamKey } from './sample-keys.ts'
import { hostileHtml } from './hostile-html.ts'

const ago = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString()
const sha256 = 'b94f6a3c2e81d05794c7be13a6f2508de9471c3b60a85f92d7e41c08b35a6f7d'

const text = `TLP:AMBER

Dear colleagues,

three accounts of your constituent Aldermoor Hospital were used to log in
to our webmail from an address that we had listed for credential phishing.

2026-11-22 16:41:07 +0000  192.0.2.41:51544 -> 198.51.100.7:443 tcp
2026-11-22 16:44:52 +0000  192.0.2.41:51602 -> 198.51.100.7:443 tcp
22 Nov 2026 17:20               192.0.2.58 -> portal.harrow.example

The page that collects the passwords is
hxxps://aldermoor-login[.]example/portal/

Please tell us what you find. Logs are attached.

KS, duty analyst
CERT-Harrow
`

const message: MessageView = {
  from: 'cert@harrow.example',
  fromName: 'CERT-Harrow',
  to: ['csirt@northmoor.example'],
  cc: [],
  replyTo: [],
  subject: 'URGENT: three accounts of Aldermoor Hospital used for phishing',
  outerSubject: '...',
  protectedSubject: 'URGENT: three accounts of Aldermoor Hospital used for phishing',
  date: ago(18),
  dateText: 'Sun, 22 Nov 2026 18:22:41 +0000',
  messageId: '20261122182241.4711@mail.harrow.example',
  inReplyTo: '',
  references: [],
  protection: {
    encrypted: true,
    integrity: true,
    recipients: ['4A8E31B7605C9D12'],
    signature: 'good',
    signer: { fingerprint: harrowKey, userId: 'CERT-Harrow <cert@harrow.example>', matchesFrom: true },
    signedAt: ago(18),
    signatures: [
      {
        state: 'good',
        fingerprint: harrowKey,
        userId: 'CERT-Harrow <cert@harrow.example>',
        issuer: harrowKey.slice(-16),
        signedAt: ago(18),
        covers: true,
      },
    ],
    decryptedWith: teamKey,
  },
  text,
  outside: 'This mail passed the list server of harrow.example.\n',
  html: null,
  textParts: [{ type: 'text/plain', text, covered: true }],
  attachments: [{ name: 'webmail-access.log', type: 'text/plain', size: 18_230, sha256, covered: true }],
  signerTrust: 'verified',
  signerCard: { id: 'card-harrow', name: 'CERT-Harrow' },
  keysFound: [],
  findings: [],
}

const anEvent = (change: Partial<ReportEvent>): ReportEvent => ({
  at: null,
  atText: null,
  zoneKnown: true,
  sourceIps: ['192.0.2.41'],
  sourcePorts: [],
  protocol: 'tcp',
  destinationIps: ['198.51.100.7'],
  destinationPorts: [443],
  urls: [],
  domains: [],
  hashes: [],
  cves: [],
  lines: [8, 8],
  ...change,
})

const report: ReportReading = {
  schema: 'signet.report/1',
  kind: 'free-text',
  reporter: 'cert@harrow.example',
  replyTo: 'cert@harrow.example',
  messageId: message.messageId,
  subject: message.subject,
  urgent: true,
  events: [
    anEvent({ at: '2026-11-22T16:41:07.000Z', atText: '2026-11-22 16:41:07 +0000', sourcePorts: [51_544] }),
    anEvent({
      at: '2026-11-22T16:44:52.000Z',
      atText: '2026-11-22 16:44:52 +0000',
      sourcePorts: [51_602],
      lines: [9, 9],
    }),
    anEvent({
      atText: '22 Nov 2026 17:20',
      zoneKnown: false,
      sourceIps: ['192.0.2.58'],
      destinationIps: [],
      destinationPorts: [],
      domains: ['portal.harrow.example'],
      protocol: null,
      lines: [10, 10],
    }),
    anEvent({
      sourceIps: [],
      destinationIps: [],
      destinationPorts: [],
      protocol: null,
      urls: ['https://aldermoor-login.example/portal/'],
      domains: ['aldermoor-login.example'],
      lines: [13, 13],
    }),
  ],
  attachments: [{ name: 'webmail-access.log', sha256 }],
  signed: 'pgp-mime',
  ticket: null,
  rsit: 'fraud/phishing',
  completeness: {
    present: ['time', 'source-ip', 'source-port', 'protocol', 'destination-ip', 'destination-port', 'log-file'],
    missing: ['time-zone'],
  },
  findings: [],
}

const row = (id: string, change: Partial<ExchangeRow>): ExchangeRow => ({
  id,
  direction: 'in',
  state: 'in-case',
  at: ago(60),
  partner: 'CERT-Harrow',
  subject: '',
  cases: ['2026-MK-0004'],
  encrypted: true,
  signature: 'good',
  problem: null,
  told: null,
  number: null,
  sentAt: null,
  ...change,
})

const because = (text: string): Saying => ({ code: 'act.note.added', params: { text } })

export const sampleExchanges = (): readonly ExchangeRow[] => [
  row('x-1', { state: 'tray', at: ago(4), subject: message.subject, cases: [] }),
  row('x-2', {
    state: 'tray',
    at: ago(31),
    partner: 'abuse@isp.example',
    subject: 'Abuse report 88121: scanning from 203.0.113.9',
    cases: [],
    encrypted: false,
    signature: 'none',
  }),
  row('x-3', {
    state: 'tray',
    at: ago(95),
    partner: 'unknown sender',
    subject: 'encrypted message',
    cases: [],
    signature: 'none',
    problem: saying('message-key-locked', { fingerprint: spareKey }),
  }),
  row('x-4', { at: ago(140), partner: 'CERT-Orchard', subject: 'Re: [2026-MK-0004] logs of the sinkhole', number: 9 }),
  row('x-5', {
    direction: 'out',
    state: 'released',
    at: ago(170),
    partner: 'CERT-Orchard',
    subject: '[2026-MK-0004] Request for logs',
    number: 12,
  }),
  row('x-6', {
    state: 'set-aside',
    at: ago(900),
    partner: 'offers@shop.example',
    subject: 'Protect your network today',
    cases: [],
    encrypted: false,
    signature: 'none',
  }),
  row('x-7', {
    direction: 'out',
    state: 'draft',
    at: ago(12),
    partner: 'CERT-Harrow',
    subject: '[2026-MK-0011] First notification',
    signature: 'none',
    cases: ['2026-MK-0011'],
  }),
  row('x-8', {
    at: ago(1500),
    partner: 'Delta Rail CERT',
    subject: 'New key of our team',
    signature: 'unknown-key',
    encrypted: false,
  }),
  row('x-9', {
    at: ago(1900),
    partner: 'Fenland Net abuse',
    subject: 'Re: scanning from your network',
    signature: 'bad',
    encrypted: false,
  }),
  row('x-10', {
    at: ago(2100),
    partner: 'CSIRT-Greywater',
    subject: 'encrypted message',
    signature: 'none',
    problem: saying('message-no-key', { keyids: '8C3F01D27A44E9B6' }),
  }),
  row('x-11', {
    at: ago(2300),
    partner: 'Northgate Grid SOC',
    subject: 'encrypted message',
    signature: 'none',
    problem: saying('message-no-integrity'),
  }),
  row('x-12', {
    at: ago(2600),
    partner: 'offers@shop.example',
    subject: 'Invoice 4411',
    signature: 'none',
    encrypted: false,
  }),
  row('x-13', { at: ago(2900), partner: 'CERT-Orchard', subject: 'New duty numbers', number: 8 }),
]

const noProtection: MessageView['protection'] = {
  encrypted: false,
  integrity: false,
  recipients: [],
  signature: 'none',
  signer: null,
  signedAt: null,
  signatures: [],
  decryptedWith: null,
}

const orchardSigner = { fingerprint: orchardKey, userId: 'CERT-Orchard <cert@orchard.example>', matchesFrom: true }

/** One check of a signature that did not come to a key. */
const failed = (state: 'bad' | 'unknown-key'): MessageView['protection'] => ({
  ...noProtection,
  signature: state,
  signatures: [
    { state, fingerprint: null, userId: null, issuer: '22D9E4470B1C86FA', signedAt: ago(1500), covers: true },
  ],
})

/** What differs from the first message, by exchange. */
const messages: Readonly<Record<string, Partial<MessageView>>> = {
  'x-2': { protection: noProtection, signerTrust: null, signerCard: null, outside: '', protectedSubject: null },
  'x-4': {
    html: '<p>Dear colleagues,</p><p>the <b>logs</b> are at <a href="https://logs.orchard.example/x">the portal</a>.</p><table><tr><td>16:41:07</td><td>192.0.2.41</td></tr></table>',
    protection: {
      ...message.protection,
      signature: 'partial',
      signatures: [
        ...message.protection.signatures,
        {
          state: 'key-expired',
          fingerprint: '9C07D2E5416BA8F3055DE81B79C2F6A40E38B15D',
          userId: 'Fenland Water IT <it@fenwater.example>',
          issuer: '79C2F6A40E38B15D',
          signedAt: ago(20),
          covers: false,
        },
      ],
    },
    findings: [saying('text-outside', { count: 1 })],
    attachments: [
      { name: 'webmail-access.log', type: 'text/plain', size: 18_230, sha256, covered: true },
      { name: 'samples.zip', type: 'application/zip', size: 1_820_114, sha256, covered: true },
      { name: 'screen.png', type: 'image/png', size: 88_020, sha256, covered: false },
      { name: 'original.eml', type: 'message/rfc822', size: 9_412, sha256, covered: true },
    ],
  },
  'x-8': {
    from: 'cert@deltarail.example',
    fromName: 'Delta Rail CERT',
    protection: failed('unknown-key'),
    signerTrust: null,
    signerCard: null,
    outside: '',
    keysFound: ['-----BEGIN PGP PUBLIC KEY BLOCK-----\n\n-----END PGP PUBLIC KEY BLOCK-----\n'],
    findings: [saying('signature-unknown-key', { key: '22D9E4470B1C86FA' })],
  },
  'x-9': { protection: failed('bad'), signerTrust: null, signerCard: null, outside: '' },
  'x-12': {
    from: 'offers@shop.example',
    fromName: 'Shop',
    protection: noProtection,
    signerTrust: null,
    signerCard: null,
    protectedSubject: null,
    outside: '',
    text: 'See the invoice.\n',
    html: hostileHtml,
  },
  'x-13': {
    protection: {
      ...message.protection,
      signer: orchardSigner,
      signatures: message.protection.signatures.map((one) => ({ ...one, ...orchardSigner })),
    },
    signerTrust: 'unverified',
    signerCard: { id: 'card-orchard', name: 'CERT-Orchard' },
    outside: '',
    text: 'TLP:GREEN\n\nour duty numbers have changed, see our card.\n\nCERT-Orchard\n',
    attachments: [],
  },
}

const nexts: Readonly<Record<string, ExchangeView['next']>> = {
  'x-3': [{ kind: 'unlock-key', fingerprint: spareKey }],
  'x-8': [
    { kind: 'import-key', keyId: '22D9E4470B1C86FA' },
    { kind: 'look-at-keys', count: 1 },
  ],
  'x-9': [
    {
      kind: 'ask-sender',
      say: because(
        'The signature of your message does not fit its text: a program on the way has changed it. Please send it again as an attachment, or as PGP/MIME.',
      ),
    },
  ],
  'x-10': [{ kind: 'import-own-key', keyIds: ['8C3F01D27A44E9B6'] }],
  'x-11': [
    {
      kind: 'ask-sender',
      say: because(
        'Your program encrypted without integrity protection, so that nobody could see a change on the way. Please send it again with a current one.',
      ),
    },
  ],
  'x-13': [{ kind: 'verify-key', fingerprint: orchardKey }],
}

export function exchangeView(one: ExchangeRow): ExchangeView {
  const opened = one.problem === null && one.state !== 'draft' && one.state !== 'released'
  return {
    ...one,
    sha256,
    size: 24_118,
    message: opened ? { ...message, subject: one.subject, ...messages[one.id] } : null,
    released:
      one.state === 'released'
        ? { form: 'eml', sha256, to: [orchardKey], text: 'Dear colleagues,\n\nplease send us the logs.\n' }
        : null,
    setAsideReason: one.state === 'set-aside' ? 'Advertising, nothing reported.' : null,
    next: one.problem === null && one.id === 'x-3' ? [] : (nexts[one.id] ?? [{ kind: 'none-needed' }]),
    call: null,
    numbering: one.id === 'x-4' ? [saying('numbering.missing', { number: 9, missing: '6, 7' })] : [],
  }
}

export const intakeOf = (one: ExchangeRow): Intake => ({
  exchange: exchangeView(one),
  report: one.problem === null ? report : null,
  sender:
    one.signature === 'good'
      ? { id: 'card-harrow', name: 'CERT-Harrow', because: because('The signing key is on this card.') }
      : null,
  proposal: {
    title: { value: 'Credential phishing, three accounts', because: because('From the subject, without names.') },
    rung: {
      value: 9,
      because: because('Individual accounts on shared systems; not rung 8: no threat to a person is named.'),
    },
    tlp: { value: 'AMBER', because: because('Stated in line 1.') },
    urgent: { value: true, because: because('The subject says so (M-16).') },
    rsit: { value: 'fraud/phishing', because: because('A page that collects passwords, line 13.') },
    constituent: { value: 'Aldermoor Hospital', because: because('192.0.2.41 is in 192.0.2.0/24.') },
    owner: { value: 'MK', because: because('You are at the desk.') },
    kind: { value: 'incident', because: because('Something happened, or threatens to.') },
    severity: { value: null, because: because('The report states none.') },
    classes: { value: ['private-site'], because: because('Private site information: Aldermoor Hospital.') },
    affected: {
      value: [
        { id: 'card-aldermoor', name: 'Aldermoor Hospital', values: ['192.0.2.41'], events: 2 },
        { id: 'card-harrowbank', name: 'Harrow Bank', values: ['login.harrow-bank.example'], events: 1 },
      ],
      because: because('192.0.2.41 is theirs, by their card.'),
    },
  },
  similar: [
    {
      number: '2026-MK-0009',
      title: 'Credential phishing, portal copy',
      because: because('Same address 192.0.2.41, two days ago; the page is another one.'),
    },
  ],
})
