/** Intake: the original is sealed in the tray first, then opened, read and matched; a case is made only when a person says so. */
import type { Act } from '../../../shared/domain/case/act.ts'
import { classesText } from '../../../shared/domain/disclosure/classes.ts'
import type { ReportEvent } from '../../../shared/domain/report/report-reading.ts'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import type { Parsed } from '../../../shared/ipc/contract.ts'
import type { CallFacts, CaseView, ExchangeRow, Intake } from '../../../shared/ipc/views.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { addActsIn, findCase, openCaseIn } from '../cases/case-book.ts'
import { shown } from '../cases/case-handlers.ts'
import { tellOutside } from '../cases/dues.ts'
import { rowOf } from '../exchange/exchange-lines.ts'
import { exchangesOf, newExchange, type ExchangeRecord } from '../exchange/exchange-records.ts'
import { exchangeView, findExchange } from '../exchange/exchange-view.ts'
import { isBareOpenPgp, largeFrom } from '../exchange/large-message.ts'
import { keepReading, readOriginal } from '../exchange/read-exchange.ts'
import type { GrantedFile } from '../ports.ts'
import type { Session } from '../session.ts'
import { recordBlob, writeBlob, type WrittenBlob } from '../store/blobs.ts'
import { chunksOf } from '../store/sealed-chunks.ts'
import { sealFileApart } from '../workers/read-job.ts'
import { matchSender, observablesIn, propose, similarCases, textForObservables, valuesOf } from './proposal.ts'

export interface Incoming {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Sealed before anything looks at it: whatever the message does to its reader, the original is kept. */
export function takeIn(
  session: Session,
  { name, bytes }: Incoming,
  signature: Incoming | null = null,
): Promise<Result<ExchangeRecord, Saying>> {
  const large = bytes.length > largeFrom && isBareOpenPgp(name, bytes)
  return keepOriginal(session, { name, large, written: sealNow(session, bytes) }, signature)
}

/** As it lies on disk, in a thread of its own. @param large too large to be opened in memory. */
export async function takeInPlace(
  session: Session,
  { name, path }: GrantedFile,
  large: boolean,
  signature: Incoming | null,
): Promise<Result<ExchangeRecord, Saying>> {
  const [id, key] = [session.ports.newId(), session.ports.random(32)]
  const sealed = await sealFileApart(path, { dir: session.store.dir, id, key: Buffer.from(key).toString('hex') })
  if (!sealed.ok) return sealed
  return keepOriginal(session, { name, large, written: { id, key, ...sealed.value } }, signature)
}

const sealNow = ({ store, ports }: Session, content: Uint8Array): WrittenBlob =>
  writeBlob(store.dir, ports.newId(), ports.random(32), chunksOf(content))

async function keepOriginal(
  session: Session,
  { name, large, written }: { readonly name: string; readonly large: boolean; readonly written: WrittenBlob },
  signature: Incoming | null,
): Promise<Result<ExchangeRecord, Saying>> {
  const besideWritten = signature === null ? null : sealNow(session, signature.bytes)
  const kept = session.store.commit((tx) => {
    const { id: blob, sha256, size } = recordBlob(tx, written)
    const record = newExchange({
      id: session.ports.newId(),
      direction: 'in',
      state: 'tray',
      at: tx.at,
      partner: '',
      subject: name,
      messageId: '',
      cases: [],
      blob,
      fileName: name,
      sha256,
      size,
      message: null,
      report: null,
      problem: null,
      released: null,
      setAsideReason: null,
      large,
      beside:
        signature === null || besideWritten === null
          ? null
          : { blob: recordBlob(tx, besideWritten).id, name: signature.name },
    })
    exchangesOf(session.store).put(tx, record.id, record)
    return ok(record)
  })
  return kept.ok ? readAndKeep(session, kept.value) : kept
}

/** Opens the sealed original once more: after a key was imported, it may say more. */
export async function readAndKeep(session: Session, record: ExchangeRecord): Promise<Result<ExchangeRecord, Saying>> {
  const reading = await readOriginal(session, record)
  const done = session.store.commit((tx) => ok(keepReading(tx, session, record.id, reading)))
  session.news('exchange.changed', null)
  tellOutside(session)
  return done
}

export function intakeView(session: Session, record: ExchangeRecord): Intake {
  const exchange = exchangeView(session, record)
  return {
    exchange,
    report: record.report,
    sender: exchange.message === null ? callerOf(exchange.call) : matchSender(session, exchange.message),
    proposal: propose(session, record),
    similar: similarCases(session, record),
  }
}

/** A right PIN proves who called, as far as a PIN does; a name alone does not. */
function callerOf(call: CallFacts | null): Intake['sender'] {
  if (call === null || call.card === null) return null
  return { ...call.card, because: call.pin === 'right' ? saying('because.caller-pin') : saying('because.caller-card') }
}

export type Accepted = Parsed<'intake.case'>

/** The message and the case that it makes are written in one step. */
export function acceptAsCase(session: Session, accepted: Accepted): Result<CaseView, Saying> {
  const waiting = stillWaiting(session, accepted.exchange)
  if (!waiting.ok) return waiting
  const record = waiting.value
  const made = session.store.commit((tx) => {
    const acts = actsFor(session, record, accepted, record.report?.events ?? [])
    const opened = openCaseIn(tx, session, { title: accepted.title, kind: accepted.kind, acts })
    if (!opened.ok) return opened
    exchangesOf(session.store).put(tx, record.id, { ...record, state: 'in-case', cases: [opened.value.number] })
    return opened
  })
  if (made.ok) session.news('exchange.changed', null)
  return shown(session, made)
}

/** What a case begins with: what a person confirmed, the observables of these events, the parties, when what happened, the message. */
export function actsFor(
  session: Session,
  record: ExchangeRecord,
  accepted: Accepted,
  events: readonly ReportEvent[],
): readonly Act[] {
  const isWhole = events.length === (record.report?.events.length ?? 0)
  const text = isWhole ? textForObservables(record) : valuesOf(events).join('\n')
  return [
    ...fieldActs(accepted),
    ...observableActs(session, record, text),
    ...partyActs(session, accepted.affected),
    ...eventActs(session, record, events),
    exchangeAct(record),
  ]
}

function fieldActs({ rung, severity, tlp, urgent, rsit, constituent, owner, classes }: Accepted): readonly Act[] {
  const named = { rung, severity, tlp, urgent: urgent || null, rsit, constituent, owner }
  return Object.entries({ ...named, classes: classesText(classes) || null }).flatMap(([field, value]) =>
    value === null ? [] : [{ kind: 'field.set', field: field as 'rung', value, reason: null } satisfies Act],
  )
}

const partyActs = (session: Session, cards: readonly string[]): readonly Act[] =>
  cards.flatMap((id): readonly Act[] => {
    const card = session.shelf.get(id)
    const party = session.ports.newId()
    return card === null ? [] : [{ kind: 'party.set', party, name: card.name, card: card.id, role: 'constituent' }]
  })

/** More would bury what people write on the timeline; all of them stay in the report. */
const mostOnTimeline = 50

/** First and last where there are more. A time without a zone keeps its text and gets no instant. */
const eventActs = (session: Session, record: ExchangeRecord, events: readonly ReportEvent[]): readonly Act[] => {
  const timed = events.filter(({ atText }) => atText !== null)
  const some = timed.length <= mostOnTimeline ? timed : [...timed.slice(0, 1), ...timed.slice(-1)]
  return some.map((event) => ({
    kind: 'event.added',
    event: session.ports.newId(),
    at: event.at,
    atText: (event.atText ?? '').slice(0, 300),
    zoneKnown: event.zoneKnown,
    what: valuesOf([event]).slice(0, 6).join(', ').slice(0, 1_000) || record.subject,
    source: record.partner.slice(0, 300),
  }))
}

/** Everything that the reader found becomes "seen"; what it means is for a person to say. */
const observableActs = (session: Session, record: ExchangeRecord, text: string): readonly Act[] =>
  observablesIn(session, record, text)
    .slice(0, 2_000)
    .map(({ type, value }) => ({ kind: 'observable.set', type, value, state: 'seen', source: record.partner || null }))

const exchangeAct = (record: ExchangeRecord): Act => ({
  kind: 'exchange.added',
  exchange: record.id,
  direction: 'in',
  channel: record.call?.channel ?? 'email',
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
    const acts = [exchangeAct(record), ...observableActs(session, record, textForObservables(record))]
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
    return ok(rowOf(next))
  })
  session.news('exchange.changed', null)
  tellOutside(session)
  return done
}

export function stillWaiting(session: Session, exchange: string): Result<ExchangeRecord, Saying> {
  const found = findExchange(session, exchange)
  if (!found.ok) return found
  const { state, cases } = found.value
  return state === 'in-case' ? fail(saying('exchange-in-case', { cases: cases.join(', ') })) : found
}
