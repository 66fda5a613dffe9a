/** Cards made and changed by hand: each entry stands above every source until it is given up. */
import type { CardField, CardRole } from '../../../shared/domain/card/fields.ts'
import type { HandValue } from '../../../shared/domain/card/layers.ts'
import type { CardEdit } from '../../../shared/ipc/card-edits.ts'
import type { CardView } from '../../../shared/ipc/card-views.ts'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { draftsOf } from '../exchange/draft-records.ts'
import { authorOf, nowOf, profileOf, type Session } from '../session.ts'
import type { CardRecord, HandEntry } from './card-records.ts'
import { findCard, findShelved } from './card-book.ts'
import { handValueOf } from './hand-values.ts'
import { keepCard } from './keep-card.ts'
import type { Shelved } from './shelf.ts'

export async function createCard(
  session: Session,
  { name, role }: { readonly name: string; readonly role: CardRole },
): Promise<Result<CardView, Saying>> {
  const value = { short: name.trim(), full: null, host: null, others: [] }
  const record: CardRecord = {
    id: session.ports.newId(),
    roles: [role],
    layers: [],
    hand: written(session, [{ field: 'names', value }], ''),
    checks: [],
    mergedInto: null,
    removed: null,
  }
  return keepCard(session, record)
}

export interface Edited {
  readonly card: string
  readonly edits: readonly CardEdit[]
  readonly reason: string
}

/** All of them or none. */
export async function editCard(session: Session, { card, edits, reason }: Edited): Promise<Result<CardView, Saying>> {
  const found = findShelved(session, card)
  if (!found.ok) return found
  const read = valuesOf(found.value, edits)
  if (!read.ok) return read
  const { record } = found.value
  const roles = edits.findLast((edit) => edit.field === 'roles')
  return keepCard(session, {
    ...record,
    roles: roles === undefined ? record.roles : [...new Set(roles.value ?? [])],
    hand: withEntries(record.hand, written(session, read.value, reason)),
  })
}

function valuesOf({ reading, record }: Shelved, edits: readonly CardEdit[]): Result<readonly HandValue[], Saying> {
  const keys = [...reading.keys, ...record.layers.toReversed().flatMap((layer) => layer.reading.keys)]
  // A country in the same step counts for the numbers beside it.
  const country = edits.findLast((edit) => edit.field === 'country')
  const around = { keys, reading: country === undefined ? reading : { ...reading, country: country.value } }
  const values: HandValue[] = []
  for (const edit of edits) {
    if (edit.field === 'roles') continue
    const value = handValueOf(edit, around)
    if (!value.ok) return value
    values.push(value.value)
  }
  return ok(values)
}

/** The sources speak again. */
export async function uneditCard(
  session: Session,
  { card, fields }: { readonly card: string; readonly fields: readonly CardField[] },
): Promise<Result<CardView, Saying>> {
  const found = findCard(session, card)
  if (!found.ok) return found
  const given: readonly string[] = fields
  return keepCard(session, { ...found.value, hand: found.value.hand.filter(({ field }) => !given.includes(field)) })
}

export const written = (session: Session, values: readonly HandValue[], reason: string): HandEntry[] =>
  values.map((value) => ({ ...value, at: nowOf(session), code: authorOf(session).actor.code, reason }))

/** A newer entry takes the place of one of the same field. */
export const withEntries = (hand: readonly HandEntry[], newer: readonly HandEntry[]): HandEntry[] => [
  ...new Map([...hand, ...newer].map((entry) => [entry.field, entry])).values(),
]

/** Out of the directory; the record stays, so that what names it can still say whose it was. */
export async function removeCard(
  session: Session,
  { card, reason }: { readonly card: string; readonly reason: string },
): Promise<Result<null, Saying>> {
  const found = findShelved(session, card)
  if (!found.ok) return found
  const { id, name, record } = found.value
  if (id === profileOf(session).ownCard) return fail(saying('card-is-own'))
  const draft = draftsOf(session.store)
    .all()
    .find(({ to }) => to.some((one) => session.shelf.get(one)?.id === id))
  if (draft !== undefined) return fail(saying('card-in-draft', { name, subject: draft.subject }))
  const removed = { at: nowOf(session), code: authorOf(session).actor.code, reason }
  const done = await keepCard(session, { ...record, removed })
  return done.ok ? ok(null) : done
}
