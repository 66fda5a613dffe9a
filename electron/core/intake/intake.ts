/** Intake: the original is sealed in the tray first, then opened, read and matched; a case is made only when a person says so. */
import type { Act } from '../../../shared/domain/case/act.ts'
import type { OpenedMessage } from '../../../shared/domain/exchange/message.ts'
import type { ReportReading } from '../../../shared/domain/report/report-reading.ts'
import type { ReportSource } from '../../../shared/domain/report/report-source.ts'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import type { CaseView, ExchangeRow, Intake } from '../../../shared/ipc/views.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { addActsIn, findCase, openCaseIn } from '../cases/case-book.ts'
import { shown } from '../cases/case-handlers.ts'
import { tellOutside } from '../cases/dues.ts'
import { exchangesOf, type ExchangeRecord } from '../exchange/exchange-records.ts'
import { exchangeRow, exchangeView, findExchange, keptMessage } from '../exchange/exchange-view.ts'
import { keysForOpening } from '../exchange/own-secrets.ts'
import { openMessage } from '../pgp/open-message.ts'
import { nowOf, type Session } from '../session.ts'
import { readWholeBlob, recordBlob, writeBlob } from '../store/blobs.ts'
import { chunksOf } from '../store/sealed-chunks.ts'
import { readReportApart } from '../workers/read-job.ts'
import { matchSender, observablesIn, propose, similarCases, textForObservables } from './proposal.ts'

export interface Incoming {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Sealed before anything looks at it: whatever the message does to its reader, the original is kept. */
export async function takeIn(session: Session, { name, bytes }: Incoming): Promise<Result<ExchangeRecord, Saying>> {
  const blob = writeBlob(session.store.dir, session.ports.newId(), session.ports.random(32), chunksOf(bytes))
  const sealed = session.store.commit((tx) => {
    const { id, size, sha256 } = recordBlob(tx, blob)
    const record: ExchangeRecord = {
      id: session.ports.newId(),
      direction: 'in',
      state: 'tray',
      at: tx.at,
      partner: '',
      subject: name,
      messageId: '',
      cases: [],
      blob: id,
      fileName: name,
      sha256,
      size,
      message: null,
      report: null,
      problem: null,
      released: null,
      setAsideReason: null,
    }
    exchangesOf(session.store).put(tx, record.id, record)
    return ok(record)
  })
  return sealed.ok ? read(session, sealed.value, bytes) : sealed
}

/** Opens the sealed original once more: after a key was imported, it may say more. */
export async function readAgain(session: Session, record: ExchangeRecord): Promise<Result<ExchangeRecord, Saying>> {
  const bytes = readWholeBlob(session.store, record.blob)
  return bytes === null ? fail(saying('vault-damaged', { detail: record.blob })) : read(session, record, bytes)
}

async function read(
  session: Session,
  record: ExchangeRecord,
  bytes: Uint8Array,
): Promise<Result<ExchangeRecord, Saying>> {
  const now = nowOf(session)
  const opened = await openMessage({ bytes, fileName: record.fileName, ...keysForOpening(session), now })
  const report = opened.ok ? await readReportApart(reportSource(opened.value)) : null
  const next = opened.ok
    ? openedRecord(record, opened.value, report?.ok === true ? report.value : null)
    : { ...record, problem: opened.problem }
  const done = session.store.commit((tx) => {
    exchangesOf(session.store).put(tx, next.id, next)
    return ok(next)
  })
  session.news('exchange.changed', null)
  tellOutside(session)
  return done
}

function openedRecord(record: ExchangeRecord, message: OpenedMessage, report: ReportReading | null): ExchangeRecord {
  return {
    ...record,
    partner: message.from,
    subject: message.subject || record.fileName,
    messageId: message.messageId,
    message: keptMessage(message),
    report,
    problem: null,
  }
}

/** A message as the report reader takes it: text attachments decoded, others by name and hash alone. */
export function reportSource(message: OpenedMessage): ReportSource {
  const { protection, textParts } = message
  return {
    from: message.from || null,
    replyTo: message.replyTo[0] ?? null,
    messageId: message.messageId || null,
    subject: message.subject,
    text: message.text || message.outside,
    attachments: message.attachments.map(({ name, type, sha256, bytes }) => ({
      name,
      type,
      sha256,
      text: textOf(type, name, bytes),
    })),
    parts: textParts.map(({ type, text }) => ({ type, text, name: '' })),
    signed:
      protection.signature === 'none'
        ? 'none'
        : message.attachments.length > 0 || message.messageId !== ''
          ? 'pgp-mime'
          : 'pgp-inline',
  }
}

const mostText = 5_000_000

const textOf = (type: string, name: string, bytes: Uint8Array): string | null =>
  /^(?:text|message)\/|json|xml|csv|yaml/i.test(type) || /\.(?:txt|log|csv|json|xml|eml|ya?ml)$/i.test(name)
    ? new TextDecoder().decode(bytes.subarray(0, mostText))
    : null

export function intakeView(session: Session, record: ExchangeRecord): Intake {
  const exchange = exchangeView(session, record)
  return {
    exchange,
    report: record.report,
    sender: exchange.message === null ? null : matchSender(session, exchange.message),
    proposal: propose(session, record),
    similar: similarCases(session, record),
  }
}

export interface Accepted {
  readonly exchange: string
  readonly title: string
  readonly rung: number | null
  readonly tlp: string
  readonly urgent: boolean
  readonly rsit: string | null
  readonly constituent: string | null
  readonly owner: string | null
}

/** The message and the case that it makes are written in one step. */
export function acceptAsCase(session: Session, accepted: Accepted): Result<CaseView, Saying> {
  const waiting = stillWaiting(session, accepted.exchange)
  if (!waiting.ok) return waiting
  const record = waiting.value
  const made = session.store.commit((tx) => {
    const acts = [...fieldActs(accepted), ...observableActs(session, record), exchangeAct(record)]
    const opened = openCaseIn(tx, session, { title: accepted.title, acts })
    if (!opened.ok) return opened
    exchangesOf(session.store).put(tx, record.id, { ...record, state: 'in-case', cases: [opened.value.number] })
    return opened
  })
  if (made.ok) session.news('exchange.changed', null)
  return shown(session, made)
}

const fieldActs = ({ rung, tlp, urgent, rsit, constituent, owner }: Accepted): readonly Act[] =>
  Object.entries({ rung, tlp, urgent: urgent || null, rsit, constituent, owner }).flatMap(([field, value]) =>
    value === null ? [] : [{ kind: 'field.set', field: field as 'rung', value, reason: null } satisfies Act],
  )

/** Everything that the reader found becomes "seen"; what it means is for a person to say. */
const observableActs = (session: Session, record: ExchangeRecord): readonly Act[] =>
  observablesIn(session, record, textForObservables(record))
    .slice(0, 2_000)
    .map(({ type, value }) => ({ kind: 'observable.set', type, value, state: 'seen', source: record.partner || null }))

const exchangeAct = (record: ExchangeRecord): Act => ({
  kind: 'exchange.added',
  exchange: record.id,
  direction: 'in',
  channel: 'email',
  partner: record.partner.slice(0, 300),
  subject: record.subject.slice(0, 900),
  sha256: record.sha256,
})

export function attachTo(
  session: Session,
  exchange: string,
  numbers: readonly string[],
): Result<readonly CaseView[], Saying> {
  const found = findExchange(session, exchange)
  if (!found.ok) return found
  const record = found.value
  const done = session.store.commit((tx) => {
    const acts = [exchangeAct(record), ...observableActs(session, record)]
    for (const number of numbers) {
      const added = addActsIn(tx, session, number, acts)
      if (!added.ok) return added
    }
    const cases = [...new Set([...record.cases, ...numbers])]
    exchangesOf(session.store).put(tx, record.id, { ...record, state: 'in-case', cases })
    return ok(null)
  })
  if (!done.ok) return done
  session.news('exchange.changed', null)
  const views = numbers.map((number) => shown(session, findState(session, number)))
  return ok(views.flatMap((view) => (view.ok ? [view.value] : [])))
}

function findState(session: Session, number: string): Parameters<typeof shown>[1] {
  const found = findCase(session, number)
  return found.ok ? ok(found.value.state) : found
}

export function setAside(session: Session, exchange: string, reason: string): Result<ExchangeRow, Saying> {
  if (reason.trim() === '') return fail(saying('reason-needed'))
  const waiting = stillWaiting(session, exchange)
  if (!waiting.ok) return waiting
  const next: ExchangeRecord = { ...waiting.value, state: 'set-aside', setAsideReason: reason.trim() }
  const done = session.store.commit((tx) => {
    exchangesOf(session.store).put(tx, next.id, next)
    return ok(exchangeRow(next))
  })
  session.news('exchange.changed', null)
  tellOutside(session)
  return done
}

function stillWaiting(session: Session, exchange: string): Result<ExchangeRecord, Saying> {
  const found = findExchange(session, exchange)
  if (!found.ok) return found
  const { state, cases } = found.value
  return state === 'in-case' ? fail(saying('exchange-in-case', { cases: cases.join(', ') })) : found
}
