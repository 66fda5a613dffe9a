/** Opens the sealed original of a message with the keys of now and keeps what it said. */
import type { MessageAttachment, OpenedMessage } from '../../../shared/domain/exchange/message.ts'
import type { ReportReading } from '../../../shared/domain/report/report-reading.ts'
import { ok, type Result } from '../../../shared/kit/result.ts'
import type { Saying } from '../../../shared/words/say.ts'
import { reportSource } from '../intake/report-source.ts'
import { openMessage, takeAttachment, type OpenMessageInput } from '../pgp/open-message.ts'
import { nowOf, type Session } from '../session.ts'
import type { WrittenBlob } from '../store/blobs.ts'
import type { Tx } from '../store/store.ts'
import { readReportApart } from '../workers/read-job.ts'
import { exchangesOf, type ExchangeRecord } from './exchange-records.ts'
import { keptMessage } from './exchange-view.ts'
import { keepContent, openLarge, sealedFile, type OpenedLarge } from './large-message.ts'
import { keysForOpening } from './own-secrets.ts'
import { numberedBy } from './partner-numbers.ts'

/** What was read of a message; nothing of what a person decided about it. */
export type Reading = { readonly content: WrittenBlob | null } & Pick<
  ExchangeRecord,
  'partner' | 'subject' | 'messageId' | 'message' | 'report' | 'problem' | 'numbered'
>

/** What a reading starts from: the sealed original, a signature beside it, and the keys of now. */
function inputOf(session: Session, record: ExchangeRecord): Result<OpenMessageInput, Saying> {
  const bytes = sealedFile(session, record.blob)
  const beside = record.beside === null ? ok(null) : sealedFile(session, record.beside.blob)
  if (!bytes.ok) return bytes
  if (!beside.ok) return beside
  const { fileName } = record
  return ok({ bytes: bytes.value, beside: beside.value, fileName, ...keysForOpening(session), now: nowOf(session) })
}

/** One attachment with its bytes, out of the sealed original. @returns `exchange-no-attachment`, or why the message does not open. */
export async function attachmentOf(
  session: Session,
  record: ExchangeRecord,
  name: string,
): Promise<Result<MessageAttachment, Saying>> {
  const input = inputOf(session, record)
  return input.ok ? takeAttachment(input.value, name) : input
}

/** A message that does not open is a reading with a problem; what was read of it before stays. */
export async function readOriginal(session: Session, record: ExchangeRecord): Promise<Reading> {
  const opened = record.large ? await openLarge(session, record) : await openWhole(session, record)
  if (!opened.ok) return { ...record, problem: opened.problem, content: null }
  const { message, content } = opened.value
  const report = await readReportApart(reportSource(message))
  const numbered = numberedBy(session, message.text)
  return { ...readingOf(record, message, report.ok ? report.value : null), numbered, content }
}

async function openWhole(session: Session, record: ExchangeRecord): Promise<Result<OpenedLarge, Saying>> {
  const input = inputOf(session, record)
  const opened = input.ok ? await openMessage(input.value) : input
  if (opened.ok) return ok({ message: opened.value, content: null })
  // Small as it came, and large unpacked. What is no bare OpenPGP the engine refuses.
  const mayBeBare = /\.(?:pgp|gpg|asc)$/i.test(record.fileName) && opened.problem.code === 'message-too-large'
  const large = mayBeBare ? await openLarge(session, record) : opened
  return large.ok ? large : opened
}

const readingOf = (
  { fileName }: ExchangeRecord,
  message: OpenedMessage,
  report: ReportReading | null,
): Omit<Reading, 'numbered' | 'content'> => ({
  // What lists hold of each message in memory; the whole of it stands in the message.
  partner: message.from.slice(0, 320),
  subject: (message.subject || fileName).slice(0, 1_000),
  messageId: message.messageId,
  message: keptMessage(message),
  report,
  problem: null,
})

/** Reading took its time: what a person decided meanwhile stays. */
export function keepReading(tx: Tx, session: Session, id: string, reading: Reading): ExchangeRecord {
  const { partner, subject, messageId, message, report, problem, numbered } = reading
  const record = exchangesOf(session.store).get(id)
  if (record === null) throw new Error('an exchange that was just read')
  const content = reading.content === null ? record.content : keepContent(tx, reading.content)
  const next = { ...record, content, partner, subject, messageId, message, report, problem, numbered }
  exchangesOf(session.store).put(tx, id, next)
  return next
}
