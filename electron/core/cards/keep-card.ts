/** Writes a changed card in one step with all that follows from it: its keys, and our own clocks where it is our own. */
import type { CardView } from '../../../shared/ipc/card-views.ts'
import { effective } from '../../../shared/domain/card/layers.ts'
import { ok, type Result } from '../../../shared/kit/result.ts'
import type { Saying } from '../../../shared/words/say.ts'
import { refold } from '../cases/case-book.ts'
import { keysOf, type KeyRecord } from '../keyring/key-records.ts'
import { me, profileOf, type Session } from '../session.ts'
import type { Tx } from '../store/store.ts'
import { cardView } from './card-book.ts'
import { closuresOf } from './card-clock.ts'
import type { CardRecord } from './card-records.ts'

export interface Along {
  /** The card becomes that of our own team. */
  readonly own?: boolean
  readonly keys?: readonly KeyRecord[]
  /** Whatever else belongs to the same step. */
  readonly also?: (tx: Tx) => void
}

export async function keepCard(
  session: Session,
  record: CardRecord,
  along: Along = {},
): Promise<Result<CardView, Saying>> {
  const done = session.store.commit((tx) => {
    putCardIn(tx, session, record, along)
    along.also?.(tx)
    return ok(null)
  })
  if (!done.ok) return done
  tellOfCards(session)
  return ok(await cardView(session, record))
}

/** Inside the caller's transaction. */
export function putCardIn(tx: Tx, session: Session, record: CardRecord, { own = false, keys = [] }: Along): void {
  session.shelf.put(tx, record)
  for (const key of keys) keysOf(session.store).put(tx, key.fingerprint, key)
  if (own || record.id === profileOf(session).ownCard) setOwnCard(tx, session, record)
}

export function tellOfCards(session: Session): void {
  for (const feed of ['card.changed', 'key.changed', 'me.changed'] as const) session.news(feed, null)
}

/** The team's hours, zone and closures drive every clock, so all cases are folded anew where one of them has changed. */
function setOwnCard(tx: Tx, session: Session, record: CardRecord): void {
  const profile = profileOf(session)
  const { reading } = effective(record.layers, record.hand)
  const own = {
    ownCard: record.id,
    hours: reading.hours.osm ?? profile.hours,
    zone: reading.timeZone.iana ?? profile.zone,
    closures: closuresOf(record).map(({ date }) => date),
  }
  session.profiles.put(tx, me, { ...profile, ...own })
  const { hours, zone, closures } = profile
  if (own.hours !== hours || own.zone !== zone || own.closures.join() !== closures.join()) refold(tx, session)
}
