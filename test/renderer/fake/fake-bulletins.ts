/** Announcements in memory for the renderer's tests: a draft, one that was released and partly acknowledged, and older ones. */
import { incidentAddress } from '../../../shared/domain/card/contact-name.ts'
import type { CardView } from '../../../shared/ipc/card-views.ts'
import type { FeedName, Handlers } from '../../../shared/ipc/contract.ts'
import type { Bulletin, BulletinRow, BulletinView, Delivery } from '../../../shared/ipc/exchange-views.ts'
import { fail, ok } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { teamKey } from './sample-keys.ts'

type BulletinCalls = Pick<Handlers<'core'>, Extract<keyof Handlers<'core'>, `bulletin.${string}`>>

interface Around {
  readonly tell: (feed: FeedName) => void
  readonly cards: () => readonly CardView[]
  readonly newId: () => string
}

const hour = 3_600_000
const ago = (hours: number): string => new Date(Date.now() - hours * hour).toISOString()
const said = (text: string): readonly Saying[] => [{ code: 'act.note.added', params: { text } }]

const text =
  'A flaw in the VPN appliance lets an attacker log in without a password. It is being used.\n\nDo this today:\n1. Update to version 9.4.2, or switch the web portal off.\n2. Look for logins from 203[.]0[.]113[.]0/24 since 10 Nov 2026.\n3. Tell us what you find, also if it is nothing.\n\nWe answer at +00 5550 0142 at all hours.'

const bulletin = (change: Partial<Bulletin> & { readonly id: string }): Bulletin => ({
  number: null,
  kind: 'advisory',
  title: 'VPN appliance: log-in without a password',
  text,
  language: 'en',
  tlp: 'GREEN',
  case: null,
  to: [],
  savedAt: ago(1),
  releasedAt: null,
  signer: null,
  signed: null,
  deliveries: [],
  ...change,
})

const channels: Readonly<Record<string, Pick<Delivery, 'channel' | 'said'>>> = {
  'card-harrow': { channel: 'email-pgp', said: said('Their card asks for encrypted mail, and their key is verified.') },
  'card-westmere': { channel: 'phone', said: said('Their card says: warnings by telephone, at all hours.') },
  'card-delta': { channel: 'form', said: said('Their card takes announcements by form only.') },
}

function deliveryOf(id: string, cards: readonly CardView[]): Delivery {
  const card = cards.find((one) => one.id === id)
  const known = channels[id]
  const channel = known?.channel ?? 'email-signed'
  const values = {
    'email-pgp': card === undefined ? null : incidentAddress(card.reading),
    'email-signed': card === undefined ? null : incidentAddress(card.reading),
    phone: card?.reading.phones[0]?.text ?? '+00 5550 0177',
    form: card?.reading.forms[0]?.url ?? 'hxxps://deltarail[.]example/report',
    none: null,
  }
  return {
    card: id,
    name: card?.reading.names.short ?? id,
    channel,
    value: values[channel],
    said: known?.said ?? said('Their card asks for nothing else, and TLP:GREEN may go signed in clear.'),
    state: 'waiting',
    at: null,
    note: '',
    exchange: null,
  }
}

function samples(cards: readonly CardView[]): readonly Bulletin[] {
  const states = [
    { state: 'acknowledged', at: ago(20), note: '', exchange: 'x-5' },
    { state: 'sent', at: ago(22), note: '', exchange: 'x-5' },
    { state: 'waiting', at: null, note: '', exchange: null },
    { state: 'failed', at: ago(21), note: 'The form answered with an error, twice.', exchange: null },
  ] as const
  const to = ['card-harrow', 'card-orchard', 'card-westmere', 'card-delta']
  const released = { signer: teamKey, to }
  return [
    bulletin({ id: 'b-1', title: 'Patch day for the mail gateways', to: to.slice(0, 3), savedAt: ago(0.2) }),
    bulletin({
      id: 'b-2',
      number: '2026-MK-A003',
      releasedAt: ago(23),
      ...released,
      deliveries: to.map((id, at) => ({ ...deliveryOf(id, cards), ...states[at] })),
    }),
    bulletin({
      id: 'b-3',
      number: '2026-MK-A002',
      kind: 'warning',
      title: 'False invoices in the name of Northmoor',
      tlp: 'CLEAR',
      releasedAt: ago(300),
      ...released,
      deliveries: to.map((id) => ({ ...deliveryOf(id, cards), state: 'acknowledged', at: ago(290) })),
    }),
    bulletin({ id: 'b-4', kind: 'announcement', title: '', text: '', to: [], savedAt: ago(2), tlp: 'CLEAR' }),
  ]
}

export function fakeBulletins({ tell, cards, newId }: Around): BulletinCalls {
  let all = samples(cards())
  const find = (id: string): Bulletin | null => all.find((one) => one.id === id) ?? null
  const put = (changed: Bulletin): { readonly ok: true; readonly value: BulletinView } => {
    all = [changed, ...all.filter(({ id }) => id !== changed.id)]
    tell('bulletin.changed')
    return ok(viewOf(changed, cards()))
  }
  const missing = fail(saying('draft-not-found'))
  return {
    'bulletin.list': async () => ok(all.map(rowOf)),
    'bulletin.new': async ({ case: number, kind }) =>
      put(bulletin({ id: newId(), kind, case: number, title: '', text: '', savedAt: ago(0) })),
    'bulletin.save': async (change) => {
      const found = find(change.id)
      return found === null ? missing : put({ ...found, ...change, savedAt: ago(0) })
    },
    'bulletin.show': async ({ id }) => {
      const found = find(id)
      return found === null ? missing : ok(viewOf(found, cards()))
    },
    'bulletin.drop': async ({ id }) => {
      all = all.filter((one) => one.id !== id)
      tell('bulletin.changed')
      return ok(null)
    },
    'bulletin.release': async ({ id }) => {
      const found = find(id)
      if (found === null) return missing
      const deliveries = found.to.map((card) => {
        const delivery = deliveryOf(card, cards())
        const written = delivery.channel === 'email-pgp' || delivery.channel === 'email-signed'
        return written ? { ...delivery, state: 'written' as const, at: ago(0), exchange: 'x-5' } : delivery
      })
      return put({ ...found, number: '2026-MK-A004', releasedAt: ago(0), signer: teamKey, deliveries })
    },
    'bulletin.copy': async () => ok(null),
    'bulletin.mark': async ({ id, card, state, note }) => {
      const found = find(id)
      if (found === null) return missing
      const deliveries = found.deliveries.map((one) => (one.card === card ? { ...one, state, note, at: ago(0) } : one))
      return put({ ...found, deliveries })
    },
  }
}

function viewOf(found: Bulletin, cards: readonly CardView[]): BulletinView {
  if (found.releasedAt !== null) return { bulletin: found, stops: [] }
  const stops = [
    ...(found.title.trim() === '' ? [saying('bulletin-no-title')] : []),
    ...(found.text.trim() === '' ? [saying('bulletin-no-text')] : []),
    ...(found.to.length === 0 ? [saying('bulletin-nobody')] : []),
  ]
  return {
    bulletin: { ...found, deliveries: found.to.map((id) => deliveryOf(id, cards)) },
    stops,
  }
}

const rowOf = ({ id, number, kind, title, tlp, savedAt, releasedAt, to, deliveries }: Bulletin): BulletinRow => ({
  id,
  number,
  kind,
  title,
  tlp,
  savedAt,
  releasedAt,
  recipients: to.length,
  acknowledged: deliveries.filter(({ state }) => state === 'acknowledged').length,
  failed: deliveries.filter(({ state }) => state === 'failed').length,
})
