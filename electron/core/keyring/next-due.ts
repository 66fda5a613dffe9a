/** When a key is needed next: the next due time of an open case in which the team of its card takes part. */
import { z } from 'zod'
import { nowOf, type Session } from '../session.ts'
import { keysOf, type KeyRecord } from './key-records.ts'

export interface NextDue {
  readonly number: string
  /** UTC ISO, later than now. */
  readonly at: string
}

/** What queue-facts.ts writes; only this much of it is wanted here. */
const factsSchema = z.object({ phase: z.string(), due: z.string().nullable() })

/** null where nothing waits. The key's own exchanges count, and those of the other keys and the addresses of its card. */
export function nextDueWith(
  session: Session,
  key: Pick<KeyRecord, 'fingerprint' | 'card'>,
  now: string = nowOf(session),
): NextDue | null {
  const marks = marksOf(session, key)
  const numbers = [...session.contacts.inCases()].flatMap(([number, met]) =>
    marks.some((mark) => met.has(mark)) ? [number] : [],
  )
  const dues = numbers.flatMap((number) => {
    const at = dueOf(session, number)
    return at !== null && at > now ? [{ number, at }] : []
  })
  return dues.toSorted((a, b) => (a.at < b.at ? -1 : 1))[0] ?? null
}

function marksOf(session: Session, { fingerprint, card }: Pick<KeyRecord, 'fingerprint' | 'card'>): readonly string[] {
  if (card === null) return [fingerprint]
  const keys = keysOf(session.store)
    .all()
    .flatMap((key) => (key.card === card ? [key.fingerprint] : []))
  const addresses = session.shelf.get(card)?.reading.emails.map(({ address }) => address.toLowerCase()) ?? []
  return [fingerprint, ...keys, ...addresses]
}

function dueOf({ store }: Session, number: string): string | null {
  const row = store.db.prepare('SELECT facts FROM cases WHERE number = ?').get<{ facts: string }>([number])
  if (row === undefined) return null
  const { phase, due } = factsSchema.parse(JSON.parse(row.facts))
  return phase === 'closed' ? null : due
}
