/** Reads messages again when it can say more: asked by a person, or because the keys that they waited for are here now. */
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { tellOutside } from '../cases/dues.ts'
import { keysOf } from '../keyring/key-records.ts'
import type { Session } from '../session.ts'
import { noteInCases } from './case-notes.ts'
import { exchangesOf, linesOf, type ExchangeRecord } from './exchange-records.ts'
import { findExchange } from './exchange-view.ts'
import { fingerprintsIn } from './key-ids.ts'
import { keepReading, readOriginal, type Reading } from './read-exchange.ts'
import { hiddenRecipient, keyIdOf } from './waits-for.ts'

/**
 * With the keys of now. What was readable once stays readable: where it does not open any more, the problem is the answer and nothing changes.
 * @returns `exchange-not-in` for a message that went out, or why it does not open.
 */
export async function checkAgain(session: Session, id: string): Promise<Result<ExchangeRecord, Saying>> {
  const found = findExchange(session, id)
  if (!found.ok) return found
  if (found.value.direction !== 'in') return fail(saying('exchange-not-in'))
  const reading = await readOriginal(session, found.value)
  if (reading.problem !== null && found.value.message !== null) return fail(reading.problem)
  const kept = keep(session, found.value, reading)
  tell(session)
  return kept
}

/**
 * After these keys were imported or unlocked: reads the messages that waited for exactly them.
 * @param fingerprints whole, of primary keys. @returns ids of the exchanges of which more is known now.
 */
export async function rereadFor(session: Session, fingerprints: readonly string[]): Promise<readonly string[]> {
  const waiting = linesOf(session.store)
    .all()
    .filter(({ waitsFor }) => waitsFor.length > 0)
  const keys = waiting.length === 0 ? new Set<string>() : keyIdsOf(session, fingerprints)
  const changed: string[] = []
  for (const { row } of waiting.filter(({ waitsFor }) => waitsFor.some((key) => keys.has(key)))) {
    const record = exchangesOf(session.store).get(row.id)
    if (record !== null && (await saysMore(session, record))) changed.push(row.id)
  }
  if (changed.length > 0) tell(session)
  return changed
}

async function saysMore(session: Session, record: ExchangeRecord): Promise<boolean> {
  const reading = await readOriginal(session, record)
  return reading.problem === null && changeOf(record, reading) !== null && keep(session, record, reading).ok
}

/** A message whose recipients are hidden may be for any secret key of ours. */
function keyIdsOf(session: Session, fingerprints: readonly string[]): ReadonlySet<string> {
  return new Set(
    fingerprints.flatMap((fingerprint) => {
      const key = keysOf(session.store).get(fingerprint)
      if (key === null) return []
      const hidden = key.secretKey === null ? [] : [hiddenRecipient]
      return [...[fingerprint, ...fingerprintsIn(key.publicKey)].map(keyIdOf), ...hidden]
    }),
  )
}

/** Journalled only where it changes what was known. */
function keep(session: Session, before: ExchangeRecord, reading: Reading): Result<ExchangeRecord, Saying> {
  return session.store.commit((tx) => {
    const change = changeOf(before, reading)
    const record = keepReading(tx, session, before.id, reading)
    if (change !== null) noteInCases(tx, session, record, () => change)
    return ok(record)
  })
}

function changeOf(before: ExchangeRecord, { message, subject, partner }: Reading): Saying | null {
  if (message === null) return null
  const state = message.protection.signature
  if (before.message === null || shutIn(message) < shutIn(before.message)) {
    return saying('exchange.note.opened', { subject, partner, state })
  }
  const were = before.message.protection
  const isSame = were.signature === state && states(were) === states(message.protection)
  return isSame ? null : saying('exchange.note.checked', { subject, partner, state })
}

/** Attachments and blocks in it that did not open. */
const shutIn = ({ findings }: NonNullable<Reading['message']>): number =>
  findings.filter(({ code }) => code === 'message-no-key' || code === 'message-key-locked').length

const states = ({ signatures }: NonNullable<Reading['message']>['protection']): string =>
  signatures.map(({ state }) => state).join()

function tell(session: Session): void {
  session.news('exchange.changed', null)
  tellOutside(session)
}
