/** Messages in memory for the renderer's tests: looked at, saved, opened again, and the numbers with each partner. */
import type { Handlers } from '../../../shared/ipc/contract.ts'
import type { ArchiveEntry, AttachmentLook, PartnerNumbers } from '../../../shared/ipc/exchange-views.ts'
import type { ExchangeRow } from '../../../shared/ipc/views.ts'
import { ok } from '../../../shared/kit/result.ts'
import type { Saying } from '../../../shared/words/say.ts'
import { exchangeView } from './sample-exchanges.ts'

type Calls = Pick<Handlers<'core'>, Extract<keyof Handlers<'core'>, `exchange.${string}`>>

interface Around {
  readonly all: () => readonly ExchangeRow[]
  readonly find: (id: string) => ExchangeRow
  readonly change: (id: string, change: Partial<ExchangeRow>) => ExchangeRow
}

const sha256 = 'd41f08a7c3e95b26470d8fa1be6c3952708e14dbf6a2c95d3807be41f92a6c05'
const said = (text: string): Saying => ({ code: 'act.note.added', params: { text } })

export function fakeExchanges({ all, find, change }: Around): Calls {
  return {
    'exchange.list': async ({ search, from, count }) => {
      const words = search.toLowerCase()
      const found = all().filter(({ subject, partner, cases }) =>
        `${subject} ${partner} ${cases.join(' ')}`.toLowerCase().includes(words),
      )
      return ok({ total: found.length, rows: found.slice(from, from + count) })
    },
    'exchange.show': async ({ exchange }) => ok(exchangeView(find(exchange))),
    'exchange.again': async ({ exchange }) =>
      ok(exchangeView(exchange === 'x-3' ? change(exchange, { problem: null, signature: 'good' }) : find(exchange))),
    'exchange.signature': async ({ exchange }) => ok(exchangeView(change(exchange, { signature: 'good' }))),
    'exchange.look': async ({ name }) => ok(looks[name.split('.').at(-1) ?? ''] ?? looks['log']!),
    'exchange.save': async ({ name }) => ok({ file: name, sha256 }),
    'exchange.sent': async ({ exchange }) => ok(exchangeView(change(exchange, { sentAt: new Date().toISOString() }))),
    'exchange.partners': async () => ok(partners),
  }
}

const entry = (change: Partial<ArchiveEntry> & { readonly name: string }): ArchiveEntry => ({
  size: 1_204,
  packed: 611,
  encrypted: false,
  directory: false,
  findings: [],
  ...change,
})

const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

const looks: Readonly<Record<string, AttachmentLook>> = {
  log: {
    kind: 'text',
    text: '192.0.2.41 - - [22/Nov/2026:16:41:07 +0000] "POST /login HTTP/1.1" 302 -\n192.0.2.41 - - [22/Nov/2026:16:44:52 +0000] "POST /login HTTP/1.1" 302 -\n'.repeat(
      12,
    ),
    cut: true,
  },
  zip: {
    kind: 'archive',
    entries: [
      entry({ name: 'samples/', directory: true, size: 0, packed: 0 }),
      entry({ name: 'samples/dropper.exe', size: 88_203, packed: 80_120, encrypted: true }),
      entry({ name: '../../etc/cron.d/x', findings: [said('The name leaves the folder that it is unpacked to.')] }),
      entry({
        name: 'zeros.bin',
        size: 4_000_000_000,
        packed: 4_100,
        findings: [said('It claims to be a million times larger when unpacked.')],
      }),
      entry({ name: 'readme.txt' }),
    ],
    total: 5,
    findings: [said('Two names in it would harm whoever unpacks it by name.')],
  },
  png: {
    kind: 'image',
    type: 'image/png',
    bytes: Uint8Array.from(atob(pixel), (sign) => sign.charCodeAt(0)),
  },
  eml: {
    kind: 'message',
    subject: 'Your mailbox is full',
    from: 'post@aldermoor-login.example',
    text: 'Log in at hxxps://aldermoor-login[.]example/portal/ to keep your mail.\n',
  },
}

const partner = (
  change: Partial<PartnerNumbers> & { readonly partner: string; readonly name: string },
): PartnerNumbers => ({
  sent: 0,
  unconfirmed: [],
  received: 0,
  missing: [],
  repeated: [],
  lastAt: new Date(Date.now() - 7_200_000).toISOString(),
  ...change,
})

const partners: readonly PartnerNumbers[] = [
  partner({
    partner: 'card-orchard',
    name: 'CERT-Orchard',
    sent: 12,
    unconfirmed: [11, 12],
    received: 9,
    missing: [6, 7],
  }),
  partner({ partner: 'card-harrow', name: 'CERT-Harrow', sent: 31, received: 28 }),
  partner({ partner: 'card-delta', name: 'Delta Rail CERT', sent: 4, received: 5, repeated: [3], unconfirmed: [4] }),
  partner({ partner: 'abuse@fenland.example', name: 'abuse@fenland.example', sent: 2 }),
]
