/** Redaction of what leaves: the same thing has the same name in all that leaves of one case, and the names are kept sealed with it. */
import { z } from 'zod'
import { reason } from '../../../shared/domain/disclosure/marking-rules.ts'
import type { VerdictReason } from '../../../shared/domain/disclosure/verdict.ts'
import { itemsIn, type KnownNames } from '../../../shared/domain/redaction/find-items.ts'
import { redact } from '../../../shared/domain/redaction/redact.ts'
import {
  hiddenKinds,
  keyOf,
  named,
  picked,
  type Hidden,
  type HiddenKind,
  type Redacted,
} from '../../../shared/domain/redaction/redaction.ts'
import { ok } from '../../../shared/kit/result.ts'
import { saying } from '../../../shared/words/say.ts'
import type { Session } from '../session.ts'
import { recordsOf, type Records, type Store, type Tx } from '../store/store.ts'
import { knownNames } from './known-names.ts'

const hiddenSchema = z.object({ item: z.string(), kind: z.enum(hiddenKinds), as: z.string() })

/** By case number: each name that was ever given in it, in order of first appearance. */
const namesIn = (store: Pick<Store, 'db'>): Records<{ names: Hidden[] }> =>
  recordsOf(store, 'redaction', z.object({ names: z.array(hiddenSchema) }), { quiet: true })

const keptNames = ({ store }: Pick<Session, 'store'>, number: string | null): readonly Hidden[] =>
  number === null ? [] : (namesIn(store).get(number)?.names ?? [])

/** Beside the release or the draft that uses them, so that the next one finds them. */
export function keepNames(
  tx: Tx,
  session: Pick<Session, 'store'>,
  number: string | null,
  names: readonly Hidden[],
): void {
  const kept = keptNames(session, number)
  const added = names.filter(({ item }) => !kept.some((one) => keyOf(one.item) === keyOf(item)))
  if (number !== null && added.length > 0) namesIn(session.store).put(tx, number, { names: [...kept, ...added] })
}

export interface RedactionAsk {
  readonly number: string | null
  /** All that leaves as text, whose things are looked for together: subject, body, a table. */
  readonly texts: readonly string[]
  /** Items, or `kind:host` for all of a kind. */
  readonly hide: readonly string[]
  /** Ids of cards that it goes to. */
  readonly to?: readonly string[]
}

export interface Redaction {
  /** In the order of `texts`. */
  readonly texts: readonly string[]
  readonly done: readonly Redacted[]
  readonly offered: readonly Hidden[]
  /** Something was hidden, and what is left tells nobody who it is about. */
  readonly disguised: boolean
  /** For the gate: what should be hidden and could not be. Empty unless something is written in a way that is not known. */
  readonly found: readonly VerdictReason[]
  /** All that was wanted, for `keepNames` and for files beside the text. */
  readonly names: readonly Hidden[]
}

export function redactionOf(session: Session, { number, texts, hide, to = [] }: RedactionAsk): Redaction {
  const known = knownNames(session, number, to)
  const kept = keptNames(session, number)
  const whole = texts.join('\n')
  const wanted = hide.length === 0 ? [] : provisional(picked(hide, itemsIn(whole, known)))
  // What stands in the text has its name first: a host may be in there only within mailboxes that are hidden themselves.
  const names = wanted.length === 0 ? [] : once(named([...redact(whole, wanted).done, ...wanted], kept))
  const each = texts.map((text) => (names.length === 0 ? { text, done: [] } : redact(text, names)))
  const out = each.map(({ text }) => text)
  const left = itemsIn(out.join('\n'), known)
  const gone = new Set(wanted.map(({ item }) => keyOf(item)))
  const held = left.filter(({ item }) => gone.has(keyOf(item)))
  return {
    texts: out,
    done: together(
      names,
      each.flatMap(({ done }) => done),
    ),
    offered: named(left, [...kept, ...names]),
    disguised: names.length > 0 && !left.some(({ identifies }) => identifies),
    found: held.map(({ item }) => ({
      ...reason('stop', saying('gate.still-there', { item }), 'Signet'),
      final: true as const,
    })),
    names,
  }
}

const provisional = (items: readonly Pick<Hidden, 'item' | 'kind'>[]): readonly Hidden[] =>
  items.map((one, at) => ({ ...one, as: `?${String(at)}` }))

const once = (names: readonly Hidden[]): readonly Hidden[] => [...new Map(names.map((one) => [one.as, one])).values()]

const together = (names: readonly Hidden[], done: readonly Redacted[]): readonly Redacted[] =>
  names
    .map((one) => ({
      ...one,
      times: done.filter(({ as }) => as === one.as).reduce((sum, { times }) => sum + times, 0),
    }))
    .filter(({ times }) => times > 0)

/** The names of a preview are kept at once: what a person has seen is what it will be called. */
export function previewRedaction(session: Session, ask: RedactionAsk): Redaction {
  const shown = redactionOf(session, ask)
  if (shown.names.length > 0)
    session.store.commit((tx) => {
      keepNames(tx, session, ask.number, shown.names)
      return ok(null)
    })
  return shown
}

export interface Identity {
  readonly items: readonly string[]
  /** Of them: where, and who. */
  readonly places: readonly string[]
  readonly people: readonly string[]
}

/** What in a text tells who it is about. */
export function identityIn(
  session: Session,
  { number, text, to }: { readonly number: string | null; readonly text: string; readonly to: readonly string[] },
): Identity {
  const known: KnownNames = knownNames(session, number, to)
  const telling = itemsIn(text, known).filter(({ identifies }) => identifies)
  const itemsOf = (kinds: readonly HiddenKind[]) =>
    telling.filter(({ kind }) => kinds.includes(kind)).map(({ item }) => item)
  return {
    items: telling.map(({ item }) => item),
    places: itemsOf(['address', 'host', 'link']),
    people: itemsOf(['user', 'person']),
  }
}
