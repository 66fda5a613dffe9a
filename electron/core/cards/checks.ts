/** The bona fide ledger: who checked whom, how, and until when that holds (M-37 to M-39). Nothing is ever struck out of it. */
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { checkState, isIndependent, type CheckMethod } from '../../../shared/domain/card/bona-fide.ts'
import type { BonaFideCheck, Card, CardView } from '../../../shared/ipc/card-views.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { authorOf, nowOf, type Session } from '../session.ts'
import { cardView, findCard, findShelved } from './card-book.ts'
import type { CardRecord, CheckRecord } from './card-records.ts'
import { putCard } from './shelf.ts'

export interface NewCheck {
  readonly card: string
  readonly method: CheckMethod
  readonly who: string
  readonly channel: string | null
  readonly note: string
  readonly lapses: string | null
}

export async function addCheck(session: Session, { card, ...made }: NewCheck): Promise<Result<CardView, Saying>> {
  const found = findShelved(session, card)
  if (!found.ok) return found
  const { record, reading } = found.value
  const refusal = refuseChannel(session, reading, made)
  if (refusal !== null) return fail(refusal)
  const { code } = authorOf(session).actor
  const check: CheckRecord = { id: session.ports.newId(), ...made, at: nowOf(session), code, withdrawn: null }
  return change(session, record, { checks: [...record.checks, check] })
}

/** A call-back goes to a number on the card and a mail-back to an address on it, never to one that came with the message. */
function refuseChannel(
  session: Session,
  { phones, emails }: Card,
  { method, channel, lapses }: Omit<NewCheck, 'card'>,
): Saying | null {
  if (lapses !== null && lapses <= nowOf(session).slice(0, 10)) return saying('check-lapsed-already', { date: lapses })
  if (method === 'call-back') {
    const numbers = phones.map(({ e164, text }) => e164 ?? text)
    if (numbers.length === 0) return saying('call-back-no-number')
    const called = numbers.some((number) => channel !== null && digits(number) === digits(channel))
    return called ? null : saying('call-back-other-number', { numbers: numbers.join(', ') })
  }
  if (method !== 'mail-back') return null
  const asked = emails.some(({ address }) => address.toLowerCase() === channel?.toLowerCase())
  return asked
    ? null
    : saying('mail-back-other-address', { addresses: emails.map(({ address }) => address).join(', ') })
}

const digits = (number: string): string => number.replaceAll(/\D/g, '')

export async function withdrawCheck(
  session: Session,
  { card, check, reason }: { readonly card: string; readonly check: string; readonly reason: string },
): Promise<Result<CardView, Saying>> {
  const found = findCard(session, card)
  if (!found.ok) return found
  const { code } = authorOf(session).actor
  const withdrawn = { at: nowOf(session), code, reason }
  const checks = found.value.checks.map((one) =>
    one.id === check && one.withdrawn === null ? { ...one, withdrawn } : one,
  )
  return change(session, found.value, { checks })
}

async function change(
  session: Session,
  record: CardRecord,
  changed: Pick<CardRecord, 'checks'>,
): Promise<Result<CardView, Saying>> {
  const next = { ...record, ...changed }
  const done = session.store.commit((tx) => {
    putCard(tx, session, next)
    return ok(null)
  })
  if (!done.ok) return done
  session.news('card.changed', null)
  return ok(await cardView(session, next))
}

/** As they are shown: newest first. */
export const checksOn = (session: Session, { checks }: CardRecord): readonly BonaFideCheck[] =>
  checks
    .map(({ withdrawn, ...check }) => ({
      ...check,
      state: checkState({ lapses: check.lapses, withdrawn: withdrawn !== null }, nowOf(session)),
      independent: isIndependent(check.method),
    }))
    .toReversed()
