/** Contact cards in memory for the renderer's tests: the domain's own rules over made-up cards, and no vault. */
import { handValueOf } from '../../../electron/core/cards/hand-values.ts'
import { nameOf } from '../../../shared/domain/card/contact-name.ts'
import { difference } from '../../../shared/domain/card/difference.ts'
import { unsigned } from '../../../shared/domain/card/document-signature.ts'
import { emptyReading } from '../../../shared/domain/card/empty-reading.ts'
import { readCard } from '../../../shared/domain/card/read-card.ts'
import { lookUp } from '../../../shared/domain/directory/look-up.ts'
import { buildIndex } from '../../../shared/domain/directory/network-index.ts'
import { reach } from '../../../shared/domain/reach/reach.ts'
import type { CardEdit } from '../../../shared/ipc/card-edits.ts'
import type { CardPreview, CardView } from '../../../shared/ipc/card-views.ts'
import type { FeedName, Handlers } from '../../../shared/ipc/contract.ts'
import type { FileInput } from '../../../shared/ipc/inputs.ts'
import type { KeyRow, Me } from '../../../shared/ipc/views.ts'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { cardRow, sampleCards, viewOf } from './sample-cards.ts'

type Calls = Omit<
  Pick<Handlers<'core'>, Extract<keyof Handlers<'core'>, `card.${string}` | `check.${string}` | `pin.${string}`>>,
  'card.own'
>

export interface FakeCards {
  readonly answers: Calls
  readonly all: () => readonly CardView[]
}

interface Around {
  readonly tell: (feed: FeedName) => void
  readonly keys: () => readonly KeyRow[]
  readonly own: (card: NonNullable<Me['ownCard']>) => void
}

const now = (): string => new Date().toISOString()

export function fakeCards({ tell, keys, own }: Around): FakeCards {
  const samples = sampleCards(keys())
  let cards = samples
  const previews = new Map<string, CardPreview>()
  const newId = (): string => crypto.randomUUID()

  const find = (id: string): Result<CardView, Saying> => {
    const card = cards.find((one) => one.id === id || nameOf(one.reading) === id)
    return card === undefined ? fail(saying('card-not-found', { id })) : ok(card)
  }
  const shown = (card: CardView): CardView => ({ ...card, keys: keys().filter((key) => key.card?.id === card.id) })
  const put = (card: CardView): Result<CardView, Saying> => {
    cards = [...cards.filter(({ id }) => id !== card.id), card]
    tell('card.changed')
    return ok(shown(card))
  }
  const change = async (
    id: string,
    work: (card: CardView) => Result<Partial<CardView>, Saying>,
  ): Promise<Result<CardView, Saying>> => {
    const found = find(id)
    const changed = found.ok ? work(found.value) : found
    return found.ok && changed.ok ? put({ ...found.value, ...changed.value }) : (changed as typeof found)
  }
  const read = (file: FileInput): CardView => {
    const text =
      'bytes' in file ? new TextDecoder().decode(file.bytes) : (samples[1]?.text ?? '').replace('20:00', '18:00')
    const made = readCard(text, { now: now() })
    return viewOf({ id: newId(), name: file.name, reading: made.ok ? made.value : emptyReading, text, readAt: now() })
  }
  const preview = (file: FileInput, against: string | null): CardPreview => {
    const { id, source, text, reading } = read(file)
    const known = cards.find((card) => card.id === against || nameOf(card.reading) === nameOf(reading))
    const changes = known === undefined ? [] : difference(known.reading, reading)
    const held: CardPreview = {
      token: id,
      source,
      text,
      card: reading,
      against: known === undefined ? null : { id: known.id, name: nameOf(known.reading) },
      alike: [],
      changes: changes.map((one) => ({ ...one, byHand: false })),
      keyChanges: reading.keys.flatMap(({ fingerprint, state }) => {
        const kind = known?.reading.keys.some((key) => key.fingerprint === fingerprint) === true ? 'same' : 'new'
        return fingerprint === null ? [] : [{ fingerprint, kind, state, trust: null } as const]
      }),
      keyChanged: changes.some(({ field, kind }) => field === 'keys' && kind === 'changed'),
      older: false,
    }
    previews.set(held.token, held)
    return held
  }
  const accept = (held: CardPreview, into: string | null): Result<CardView, Saying> => {
    const fresh = viewOf({
      id: into ?? held.token,
      name: held.source.name,
      reading: held.card,
      text: held.text,
      readAt: now(),
    })
    const before = cards.find(({ id }) => id === into)
    return put(
      before === undefined ? fresh : { ...before, reading: fresh.reading, source: fresh.source, text: fresh.text },
    )
  }

  const answers: Calls = {
    'card.read': async ({ file }) => ok({ ...read(file).reading, signature: unsigned }),
    'card.import': async ({ file, own: isOwn }) => {
      const held = preview(file, isOwn ? 'card-own' : null)
      const taken = accept(held, held.against?.id ?? null)
      if (taken.ok && isOwn) {
        const { id, reading } = taken.value
        own({ id, name: nameOf(reading), address: reading.emails[0]?.address ?? null })
        tell('me.changed')
      }
      return taken
    },
    'card.list': async ({ search }) => ok(found(cards, search).map(cardRow)),
    'card.window': async ({ search, roles, from, count }) => {
      const rows = found(cards, search).filter(
        (card) => roles.length === 0 || card.roles.some((role) => roles.includes(role)),
      )
      return ok({ total: cards.length, found: rows.length, rows: rows.slice(from, from + count).map(cardRow) })
    },
    'card.show': async ({ id }) => {
      const card = find(id)
      return card.ok ? ok(shown(card.value)) : card
    },
    'card.source': async ({ card }) => {
      const shownCard = find(card)
      return shownCard.ok ? ok({ text: shownCard.value.text }) : shownCard
    },
    'card.preview': async ({ file, against }) => ok(preview(file, against)),
    'card.accept': async ({ token, into, confirmKeys }) => {
      const held = previews.get(token)
      if (held === undefined) return fail(saying('card-preview-gone'))
      const fingerprints = held.keyChanges.filter(({ kind }) => kind === 'new').map(({ fingerprint }) => fingerprint)
      if (held.keyChanged && !fingerprints.every((one) => confirmKeys.includes(one))) {
        return fail(
          saying('card-key-changed', { name: held.against?.name ?? '', fingerprints: fingerprints.join(', ') }),
        )
      }
      previews.delete(token)
      return accept(held, into)
    },
    'card.discard': async ({ token }) => {
      previews.delete(token)
      return ok(null)
    },
    'card.create': async ({ name, role }) => {
      const reading = { ...emptyReading, names: { ...emptyReading.names, short: name } }
      return put({ ...viewOf({ id: newId(), name: '', reading, text: '', readAt: now() }), roles: [role] })
    },
    'card.edit': async ({ card, edits }) => change(card, (view) => edited(view, edits)),
    'card.unedit': async ({ card, fields }) =>
      change(card, (view) => {
        const before = samples.find(({ id }) => id === view.id)?.reading ?? emptyReading
        const values = Object.fromEntries(fields.map((field) => [field, before[field]]))
        const provenance = view.provenance.filter(({ field }) => !fields.includes(field))
        return ok({ reading: { ...view.reading, ...values }, provenance })
      }),
    'card.merge': async ({ from, into, take }) => {
      const source = find(from)
      if (!source.ok) return source
      cards = cards.filter(({ id }) => id !== source.value.id)
      return change(into, (view) => {
        const values = Object.fromEntries(take.map((field) => [field, source.value.reading[field]]))
        return ok({ reading: { ...view.reading, ...values }, sources: [...view.sources, ...source.value.sources] })
      })
    },
    'card.compare': async ({ from, into }) => {
      const [one, other] = [find(from), find(into)]
      if (!one.ok) return one
      if (!other.ok) return other
      return ok(difference(other.value.reading, one.value.reading).map((change_) => ({ ...change_, byHand: false })))
    },
    'card.remove': async ({ card }) => {
      cards = cards.filter(({ id }) => id !== card)
      tell('card.changed')
      return ok(null)
    },
    'card.reach': async ({ card, at, ...question }) => {
      const view = find(card)
      if (!view.ok) return view
      const { reading, closures } = view.value
      const facts = {
        closures: { known: true, days: closures },
        keys: shown(view.value).keys,
        check: { state: 'none', at: null },
      } as const
      return ok(reach(reading, facts, { ...question, at: at ?? now() }))
    },
    'card.lookup': async ({ text }) => {
      const owners = cards.map(({ id, reading }) => ({ id, name: nameOf(reading), networks: reading.networks }))
      return lookUp(text, buildIndex(owners), () => 0)
    },
    'card.export': async ({ card, format }) => {
      const view = find(card)
      return view.ok
        ? ok({ text: view.value.text, file: null, sha256: view.value.source.sha256, signedBy: null })
        : fail(saying('card-not-found', { id: format }))
    },

    'check.add': async ({ card, ...made }) =>
      change(card, ({ checks }) => {
        const check = {
          ...made,
          id: newId(),
          at: now(),
          code: 'MK',
          state: 'current',
          independent: made.method === 'referral',
        } as const
        return ok({ checks: [check, ...checks] })
      }),
    'check.withdraw': async ({ card, check }) =>
      change(card, ({ checks }) =>
        ok({ checks: checks.map((one) => (one.id === check ? { ...one, state: 'withdrawn' as const } : one)) }),
      ),
    'pin.set': async ({ card, holder }) =>
      change(card, ({ pins }) =>
        ok({ pins: [...pins, { id: newId(), holder, setAt: now(), code: 'MK', triesLeft: 5, wait: 0 }] }),
      ),
    'pin.check': async ({ said }) =>
      ok(said === '4711' ? { right: true, triesLeft: 5, wait: 0 } : { right: false, triesLeft: 4, wait: 0 }),
    'pin.drop': async ({ card, pin }) => change(card, ({ pins }) => ok({ pins: pins.filter(({ id }) => id !== pin) })),
  }
  return { answers, all: () => cards }
}

function found(cards: readonly CardView[], search: string): readonly CardView[] {
  const words = search.toLowerCase().split(/\s+/)
  return cards.filter(({ reading: { names, emails, networks } }) => {
    const text = [names.short, names.full, ...emails.map(({ address }) => address), ...networks.cidrs]
      .join('\n')
      .toLowerCase()
    return words.every((word) => text.includes(word))
  })
}

/** By the rules of core, so that what it refuses is refused here. */
function edited(view: CardView, edits: readonly CardEdit[]): Result<Partial<CardView>, Saying> {
  let next = view
  for (const edit of edits) {
    if (edit.field === 'roles') {
      next = { ...next, roles: edit.value ?? [] }
      continue
    }
    const made = handValueOf(edit, { reading: next.reading, keys: next.reading.keys })
    if (!made.ok) return made
    const { field, value } = made.value
    if (field === 'note') next = { ...next, note: value ?? '' }
    else if (field === 'closures') next = { ...next, closures: value ?? [] }
    else {
      const provenance = { field, source: 'hand', at: now(), code: 'MK', others: [next.source.id] }
      next = {
        ...next,
        reading: { ...next.reading, [field]: value ?? emptyReading[field] },
        provenance: [...next.provenance.filter((one) => one.field !== field), provenance],
      }
    }
  }
  return ok(next)
}
