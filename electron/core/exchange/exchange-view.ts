/** What a window is shown of an exchange: the message without bytes, its signer as we know that key today. */
import type { OpenedMessage } from '../../../shared/domain/exchange/message.ts'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import type { ExchangeRow, ExchangeView, MessageView } from '../../../shared/ipc/views.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { keysOf } from '../keyring/key-records.ts'
import type { Session } from '../session.ts'
import { exchangesOf, type ExchangeRecord } from './exchange-records.ts'

export function findExchange(session: Session, id: string): Result<ExchangeRecord, Saying> {
  const exchange = exchangesOf(session.store).get(id)
  return exchange === null ? fail(saying('exchange-not-found')) : ok(exchange)
}

export type KeptMessage = NonNullable<ExchangeRecord['message']>

/** The bytes of attachments stay in the sealed original; everything that is shown is kept. */
export function keptMessage({ attachments, pgpKeys, ...message }: OpenedMessage): KeptMessage {
  return {
    ...message,
    attachments: attachments.map(({ name, type, size, sha256, covered }) => ({ name, type, size, sha256, covered })),
    keysFound: pgpKeys,
  }
}

export function messageView(session: Session, message: KeptMessage): MessageView {
  const signer = message.protection.signer?.fingerprint
  const key = signer === undefined ? null : keysOf(session.store).get(signer)
  const card = key === null || key.card === null ? null : session.shelf.get(key.card)
  return {
    ...message,
    signerTrust: key?.trust ?? null,
    signerCard: card === null ? null : { id: card.id, name: card.name },
  }
}

export const exchangeRow = (record: ExchangeRecord): ExchangeRow => ({
  id: record.id,
  direction: record.direction,
  state: record.state,
  at: record.at,
  partner: record.partner,
  subject: record.subject,
  cases: record.cases,
  encrypted: record.message?.protection.encrypted ?? record.released !== null,
  signature: record.message?.protection.signature ?? (record.released === null ? 'none' : 'good'),
  problem: record.problem,
})

export function exchangeView(session: Session, record: ExchangeRecord): ExchangeView {
  const { released, message } = record
  return {
    ...exchangeRow(record),
    sha256: record.sha256,
    size: record.size,
    message: message === null ? null : messageView(session, message),
    released:
      released === null ? null : { form: released.form, sha256: released.sha256, to: released.to, text: released.text },
    setAsideReason: record.setAsideReason,
  }
}

/** Newest first; words are looked for in partner, subject and case numbers. */
export function listExchanges(
  session: Session,
  { search, from, count }: { search: string; from: number; count: number },
): { total: number; rows: readonly ExchangeRow[] } {
  const words = search.toLowerCase().split(/\s+/)
  const rows = exchangesOf(session.store)
    .all()
    .filter(({ partner, subject, cases }) => {
      const text = `${partner} ${subject} ${cases.join(' ')}`.toLowerCase()
      return words.every((word) => text.includes(word))
    })
    .toReversed()
  return { total: rows.length, rows: rows.slice(from, from + count).map(exchangeRow) }
}
