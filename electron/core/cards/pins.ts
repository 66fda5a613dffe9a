/** Client PINs: a caller says it, we check it (O-18). Five tries, then a wait that grows and that no clock change shortens. */
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import type { CardView, ClientPin, PinAnswer } from '../../../shared/ipc/card-views.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { authorOf, type Session } from '../session.ts'
import { triesLeft, waitOf } from '../vault/attempts.ts'
import { cardView, findCard } from './card-book.ts'
import { pinsOf, type PinRecord } from './card-records.ts'
import { hashPin, isPin } from './pin-hash.ts'

const fresh = { count: 0, at: 0 }

export async function setPin(
  session: Session,
  { card, holder, pin }: { readonly card: string; readonly holder: string; readonly pin: string },
): Promise<Result<CardView, Saying>> {
  const found = findCard(session, card)
  if (!found.ok) return found
  if (isEasy(pin)) return fail(saying('pin-easy'))
  const hashed = await hashPin(pin, session.ports)
  const done = session.store.commit((tx) => {
    const id = session.ports.newId()
    const { code } = authorOf(session).actor
    pinsOf(session.store).put(tx, id, { id, card: found.value.id, holder, setAt: tx.at, code, ...hashed, tries: fresh })
    return ok(null)
  })
  return done.ok ? shown(session, card) : done
}

/** "0000", "1234", "4321": what is tried first. */
const isEasy = (pin: string): boolean => {
  const digits = pin.replaceAll(/[\s-]/g, '')
  return new Set(digits).size < 2 || '01234567890'.includes(digits) || '09876543210'.includes(digits)
}

/** A try is counted before it is made, so that neither a kill nor many at once give one for nothing. */
export async function checkPin(
  session: Session,
  { card, pin, said }: { readonly card: string; readonly pin: string; readonly said: string },
): Promise<Result<PinAnswer, Saying>> {
  const found = pinOn(session, card, pin)
  if (!found.ok) return found
  const wait = waitOf(found.value.tries, session.ports.uptime())
  if (wait > 0) return fail(saying('pin-wait', { seconds: wait }))
  const counted = count(session, found.value)
  if (!counted.ok) return counted
  const right = await isPin(said, found.value)
  const after = right ? keep(session, { ...found.value, tries: fresh }) : counted
  return after.ok ? ok({ right, ...standing(session, after.value) }) : after
}

function count(session: Session, pin: PinRecord): Result<PinRecord, Saying> {
  return keep(session, { ...pin, tries: { count: pin.tries.count + 1, at: session.ports.uptime() } })
}

const keep = (session: Session, pin: PinRecord): Result<PinRecord, Saying> =>
  session.store.commit((tx) => {
    pinsOf(session.store).put(tx, pin.id, pin)
    return ok(pin)
  })

export async function dropPin(
  session: Session,
  { card, pin }: { readonly card: string; readonly pin: string },
): Promise<Result<CardView, Saying>> {
  const found = pinOn(session, card, pin)
  if (!found.ok) return found
  const done = session.store.commit((tx) => {
    pinsOf(session.store).drop(tx, found.value.id)
    return ok(null)
  })
  return done.ok ? shown(session, card) : done
}

function pinOn(session: Session, card: string, pin: string): Result<PinRecord, Saying> {
  const found = findCard(session, card)
  if (!found.ok) return found
  const record = pinsOf(session.store).get(pin)
  return record?.card === found.value.id ? ok(record) : fail(saying('pin-not-found'))
}

async function shown(session: Session, card: string): Promise<Result<CardView, Saying>> {
  session.news('card.changed', null)
  const found = findCard(session, card)
  return found.ok ? ok(await cardView(session, found.value)) : found
}

const standing = (session: Session, { tries }: PinRecord): Pick<PinAnswer, 'triesLeft' | 'wait'> => ({
  triesLeft: triesLeft(tries),
  wait: waitOf(tries, session.ports.uptime()),
})

/** What is shown of a card's PINs: whose, since when, how many tries; never the PIN, which nobody has. */
export const pinsOn = (session: Session, card: string): readonly ClientPin[] =>
  pinsOf(session.store)
    .all()
    .filter((pin) => pin.card === card)
    .map((pin) => ({
      id: pin.id,
      holder: pin.holder,
      setAt: pin.setAt,
      code: pin.code,
      ...standing(session, pin),
    }))
