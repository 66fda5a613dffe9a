/** What a window is shown of an exchange: the message without bytes, its signer as we know that key today. */
import type { OpenedMessage } from '../../../shared/domain/exchange/message.ts'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import type { CallFacts, ExchangeRow, ExchangeView, MessageView } from '../../../shared/ipc/views.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { keysOf } from '../keyring/key-records.ts'
import type { Session } from '../session.ts'
import { draftsOf } from './draft-records.ts'
import { rowOf } from './exchange-lines.ts'
import { exchangesOf, linesOf, type ExchangeRecord, type KeptMessage } from './exchange-records.ts'
import { nextFor } from './next-here.ts'
import { numberingOf } from './partner-numbers.ts'
import { recipientsOf } from './recipients.ts'

export function findExchange(session: Session, id: string): Result<ExchangeRecord, Saying> {
  const exchange = exchangesOf(session.store).get(id)
  return exchange === null ? fail(saying('exchange-not-found')) : ok(exchange)
}

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

export function exchangeView(session: Session, record: ExchangeRecord): ExchangeView {
  const { released, message } = record
  return {
    ...rowOf(record),
    sha256: record.sha256,
    size: record.size,
    message: message === null ? null : messageView(session, message),
    released:
      released === null ? null : { form: released.form, sha256: released.sha256, to: released.to, text: released.text },
    setAsideReason: record.setAsideReason,
    next: nextFor(session, record),
    numbering: numberingOf(session, record).said,
    call: callFacts(session, record.call),
  }
}

function callFacts(session: Session, call: ExchangeRecord['call']): CallFacts | null {
  if (call === null) return null
  const { channel, from, number, pin, takenBy, text } = call
  const card = call.card === null ? null : session.shelf.get(call.card)
  return { channel, from, number, pin, takenBy, text, card: card === null ? null : { id: card.id, name: card.name } }
}

/** Drafts before what was exchanged, the newest first. */
export function listExchanges(
  session: Session,
  { search, from, count }: { search: string; from: number; count: number },
): { total: number; rows: readonly ExchangeRow[] } {
  const drafts = draftRows(session, search)
  const found = linesOf(session.store).find(search)
  const older = found.slice(Math.max(0, from - drafts.length), Math.max(0, from + count - drafts.length))
  const rows = [...drafts.slice(from, from + count), ...older.map(({ row }) => row)]
  return { total: drafts.length + found.length, rows }
}

function draftRows(session: Session, search: string): readonly ExchangeRow[] {
  const words = search.toLowerCase().split(/\s+/)
  return draftsOf(session.store)
    .all()
    .toReversed()
    .map((draft): ExchangeRow => {
      const { id, savedAt, to, subject, protection } = draft
      const partner = recipientsOf(session, to).map(({ facts }) => facts.name)
      return {
        id,
        direction: 'out',
        state: 'draft',
        at: savedAt,
        partner: partner.join(', '),
        subject,
        cases: draft.case === null ? [] : [draft.case],
        encrypted: protection === 'encrypted',
        signature: 'none',
        problem: null,
        number: null,
        sentAt: null,
        told: null,
      }
    })
    .filter(({ partner, subject, cases }) => {
      const text = `${partner} ${subject} ${cases.join(' ')}`.toLowerCase()
      return words.every((word) => text.includes(word))
    })
}
