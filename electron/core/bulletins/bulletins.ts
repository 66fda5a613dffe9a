/** Announcements and advisories: written once, shown with how each constituent will get it, kept with who has acknowledged. */
import { chooseDelivery } from '../../../shared/domain/exchange/delivery.ts'
import type { BulletinKind, BulletinRow, BulletinView, Delivery } from '../../../shared/ipc/exchange-views.ts'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { findCase } from '../cases/case-book.ts'
import { recipientsOf } from '../exchange/recipients.ts'
import { nowOf, type Session } from '../session.ts'
import { bulletinsOf, type BulletinRecord } from './bulletin-records.ts'

export function findBulletin(session: Session, id: string): Result<BulletinRecord, Saying> {
  const found = bulletinsOf(session.store).get(id)
  return found === null ? fail(saying('bulletin-not-found')) : ok(found)
}

/** A released one is the archive: it stays as it was signed. */
export function findUnreleased(session: Session, id: string): Result<BulletinRecord, Saying> {
  const found = findBulletin(session, id)
  return found.ok && found.value.releasedAt !== null ? fail(saying('bulletin-released')) : found
}

export function newBulletin(
  session: Session,
  { case: number, kind }: { readonly case: string | null; readonly kind: BulletinKind },
): Result<BulletinView, Saying> {
  const found = number === null ? null : findCase(session, number)
  if (found !== null && !found.ok) return found
  const state = found?.value.state ?? null
  return saveBulletin(session, {
    id: session.ports.newId(),
    number: null,
    kind,
    title: '',
    text: '',
    language: 'en',
    tlp: state?.tlp ?? 'GREEN',
    case: state?.number ?? null,
    to: [],
    savedAt: nowOf(session),
    releasedAt: null,
    signer: null,
    signed: null,
    deliveries: [],
  })
}

export function saveBulletin(session: Session, bulletin: BulletinRecord): Result<BulletinView, Saying> {
  const saved = { ...bulletin, savedAt: nowOf(session) }
  const done = session.store.commit((tx) => {
    bulletinsOf(session.store).put(tx, saved.id, saved)
    return ok(null)
  })
  if (!done.ok) return done
  session.news('bulletin.changed', null)
  return ok(bulletinView(session, saved))
}

/** A draft shows how each would get it now; a released one what became of it. */
export function bulletinView(session: Session, bulletin: BulletinRecord): BulletinView {
  if (bulletin.releasedAt !== null) return { bulletin, stops: [] }
  const deliveries = deliveriesOf(session, bulletin)
  return { bulletin: { ...bulletin, deliveries }, stops: stopsOf(bulletin, deliveries) }
}

function stopsOf({ title, text }: BulletinRecord, deliveries: readonly Delivery[]): readonly Saying[] {
  return [
    ...(title.trim() === '' ? [saying('bulletin-no-title')] : []),
    ...(text.trim() === '' ? [saying('bulletin-no-text')] : []),
    ...(deliveries.length === 0 ? [saying('bulletin-nobody')] : []),
  ]
}

/** `caseMarking`: a case about which it is must not be stricter, or nobody gets it. */
export function deliveriesOf(session: Session, { to, tlp, text, case: number }: BulletinRecord): Delivery[] {
  const found = number === null ? null : findCase(session, number)
  const about = { marking: tlp, caseMarking: found?.ok === true ? found.value.state.tlp : null, text }
  return recipientsOf(session, to).map(({ facts, shown }) => {
    const card = session.shelf.get(facts.id)?.reading
    const ways = {
      phone: card?.phones[0]?.e164 ?? card?.phones[0]?.text ?? null,
      form: card?.forms[0]?.url ?? null,
    }
    const { channel, value, said } = chooseDelivery(about, facts, ways, nowOf(session))
    return {
      card: shown.card,
      name: shown.name,
      channel,
      value,
      said: [...said],
      state: 'waiting',
      at: null,
      note: '',
      exchange: null,
    }
  })
}

/** Newest first. */
export const listBulletins = (session: Session): readonly BulletinRow[] =>
  bulletinsOf(session.store)
    .all()
    .toReversed()
    .map(({ id, number, kind, title, tlp, savedAt, releasedAt, to, deliveries }) => ({
      id,
      number,
      kind,
      title,
      tlp,
      savedAt,
      releasedAt,
      recipients: releasedAt === null ? to.length : deliveries.length,
      acknowledged: deliveries.filter(({ state }) => state === 'acknowledged').length,
      failed: deliveries.filter(({ state }) => state === 'failed').length,
    }))

/** What became of it at one constituent; a later state may correct an earlier one, and each has its instant. */
export function markDelivery(
  session: Session,
  { id, card, state, note }: { id: string; card: string; state: 'sent' | 'acknowledged' | 'failed'; note: string },
): Result<BulletinView, Saying> {
  const found = findBulletin(session, id)
  if (!found.ok) return found
  if (found.value.releasedAt === null) return fail(saying('bulletin-not-released'))
  if (!found.value.deliveries.some((one) => one.card === card)) return fail(saying('bulletin-not-to'))
  const at = nowOf(session)
  const deliveries = found.value.deliveries.map((one) =>
    one.card === card ? { ...one, state, at, note: note.trim() || one.note } : one,
  )
  return saveBulletin(session, { ...found.value, deliveries })
}
