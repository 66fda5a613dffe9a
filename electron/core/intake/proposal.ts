/** What Signet proposes for a message, each guess with its one-line reason; nothing of it is saved before a person confirms. */
import { readCaseNumber } from '../../../shared/domain/case/number.ts'
import { readTlp, tlpLabel } from '../../../shared/domain/marking/tlp.ts'
import { extractObservables, type FoundObservable } from '../../../shared/domain/observable/extract.ts'
import { proposeClasses, proposeKind, proposeSeverity } from '../../../shared/domain/intake/propose.ts'
import type { ReportEvent } from '../../../shared/domain/report/report-reading.ts'
import { proposeRung } from '../../../shared/domain/report/propose-rung.ts'
import type { Intake, MessageView, Proposal } from '../../../shared/ipc/views.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { cardWithAddress } from '../cards/shelf.ts'
import { linesOf, type ExchangeRecord } from '../exchange/exchange-records.ts'
import { profileOf, type Session } from '../session.ts'
import { sharesOf, type Share } from './falls-to.ts'

/** By the signing key first, which proves; by the address only as a hint, and said so. */
export function matchSender(session: Session, message: MessageView): Intake['sender'] {
  if (message.signerCard !== null && message.protection.signature === 'good') {
    return { ...message.signerCard, because: saying('because.sender-key') }
  }
  const card = cardWithAddress(session.shelf, message.from)
  if (card === null) return null
  return { id: card.id, name: card.name, because: saying('because.sender-address') }
}

export function propose(session: Session, record: ExchangeRecord): Proposal {
  const { message, report } = record
  const text = record.call?.text ?? (message?.text || message?.outside || '')
  const shares = sharesOf(session, report)
  const [share] = shares
  const tlp = readTlp(`${record.subject}\n${text.slice(0, 20_000)}`)
  const rung = report === null ? null : proposeRung(report, text, session.queue.ranking().policy)
  const classified = report !== null && report.rsit !== '' && !report.rsit.startsWith('other')
  return {
    title: titleOf(record, text),
    rung:
      rung === null
        ? { value: null, because: saying('because.class-unknown') }
        : { value: rung.rung, because: rung.because },
    tlp:
      tlp === null
        ? { value: 'AMBER', because: saying('because.tlp-assumed', { tlp: tlpLabel('AMBER') }) }
        : { value: tlp, because: saying('because.tlp-stated') },
    urgent:
      report?.urgent === true
        ? { value: true, because: saying('because.urgent-subject') }
        : { value: false, because: saying('because.not-urgent') },
    rsit: classified
      ? { value: report.rsit, because: saying('because.class-words') }
      : { value: null, because: saying('because.class-unknown') },
    constituent: constituentOf(share),
    owner: { value: profileOf(session).analyst.code, because: saying('because.owner-desk') },
    kind: proposeKind(report ?? { rsit: '', events: [] }),
    severity: proposeSeverity(`${record.subject}\n${text}`),
    classes: proposeClasses(report ?? { rsit: '', events: [] }, {
      text,
      affected: shares.map(({ card }) => card.name),
    }),
    affected: {
      value: shares.slice(0, 200).map(({ card, values, events }) => ({
        id: card.id,
        name: card.name,
        values: values.slice(0, 20),
        events: events.length,
      })),
      because:
        share === undefined
          ? saying('because.affected-none')
          : saying('because.affected', { value: share.values[0] ?? '' }),
    },
  }
}

const constituentOf = (share: Share | undefined): Proposal['constituent'] =>
  share === undefined
    ? { value: null, because: saying('because.constituent-unknown') }
    : {
        value: share.card.name,
        because: saying('because.constituent-network', { value: share.values[0] ?? '', name: share.card.name }),
      }

/** Marks that belong to the mail and not to the matter. */
const ballast =
  /^(?:\s{0,5}(?:re|fwd?|aw|rv|wg)\s{0,3}:|\s{0,5}\[[^\]]{1,60}\]|\s{0,5}tlp\s{0,2}:\s{0,2}[a-z+]{3,14}\b|\s{0,5}urgent\s{0,3}[:!-])/i

function titleOf(record: ExchangeRecord, text: string): Proposal['title'] {
  const subject = withoutBallast(record.message?.subject ?? '')
  if (subject !== '') {
    const isProtected = record.message?.protectedSubject !== null
    return { value: subject, because: isProtected ? saying('because.subject-protected') : saying('because.subject') }
  }
  const line = text.split('\n').find((candidate) => candidate.trim().length > 8 && !ballast.test(candidate))
  if (line !== undefined) return { value: line.trim().slice(0, 120), because: saying('because.first-line') }
  return { value: record.fileName, because: saying('because.no-subject') }
}

function withoutBallast(subject: string): string {
  let rest = subject.slice(0, 300)
  for (let next = rest.replace(ballast, ''); next !== rest; next = rest.replace(ballast, '')) rest = next
  return rest.trim().replace(/^./u, (first) => first.toUpperCase())
}

/** What the message reports; the sender's and our own addresses and domains are contacts, not observables. */
export function observablesIn(session: Session, record: ExchangeRecord, text: string): readonly FoundObservable[] {
  const contacts = new Set([record.partner, ...ownAddresses(session)].flatMap((address) => contactValues(address)))
  const found = extractObservables(text).filter(({ value }) => !contacts.has(value.toLowerCase()))
  return [...new Map(found.map((seen) => [`${seen.type}:${seen.value}`, seen])).values()]
}

function ownAddresses(session: Session): readonly string[] {
  const { ownCard } = profileOf(session)
  const card = ownCard === null ? null : session.shelf.get(ownCard)
  return card?.reading.emails.map(({ address }) => address) ?? []
}

const contactValues = (address: string): readonly string[] => {
  const lower = address.toLowerCase()
  return [lower, lower.slice(lower.indexOf('@') + 1)]
}

const mostSimilar = 5

/** The same message, an answer in a thread of ours, our number in the subject, the same observables: in that order of weight. */
export function similarCases(session: Session, record: ExchangeRecord): Intake['similar'] {
  const found = new Map<string, Saying>()
  const add = (number: string, because: Saying): unknown => found.has(number) || found.set(number, because)
  const thread = new Set(threadOf(record))
  for (const { row, sha256, messageId } of linesOf(session.store).all()) {
    if (row.id === record.id || row.cases.length === 0) continue
    const same = sha256 === record.sha256 || (record.messageId !== '' && messageId === record.messageId)
    const answers = messageId !== '' && thread.has(messageId)
    if (same) row.cases.forEach((number) => add(number, saying('because.same-message')))
    else if (answers) row.cases.forEach((number) => add(number, saying('because.reply')))
  }
  const named = readCaseNumber(record.subject)
  if (named !== null) add(named, saying('because.number'))
  for (const { number, value } of sharing(session, record)) add(number, saying('because.observable', { value }))
  return [...found].slice(0, mostSimilar).flatMap(([number, because]) => {
    const title = session.store.db.prepare('SELECT title FROM cases WHERE number = ?', { pluck: true }).get([number])
    return typeof title === 'string' ? [{ number, title, because }] : []
  })
}

const threadOf = ({ message }: ExchangeRecord): readonly string[] =>
  message === null ? [] : [message.inReplyTo, ...message.references]

function sharing(session: Session, record: ExchangeRecord): readonly { number: string; value: string }[] {
  const find = session.store.db.prepare(
    `SELECT cases.number AS number, seen.value AS value FROM case_observables seen JOIN cases ON cases.id = seen.case_id
     WHERE seen.type = ? AND seen.value = ? ORDER BY cases.updated_at DESC LIMIT 3`,
  )
  return observablesIn(session, record, textForObservables(record))
    .slice(0, 200)
    .flatMap(({ type, value }) => find.all<{ number: string; value: string }>([type, value]))
}

/** Every text of a message in which observables are looked for, the values of structured events among them. */
export const textForObservables = ({ message, report, call }: ExchangeRecord): string =>
  [call?.text ?? (message?.text || message?.outside || ''), ...valuesOf(report?.events ?? [])].join('\n')

export const valuesOf = (events: readonly ReportEvent[]): readonly string[] =>
  events.flatMap((event) => [
    ...event.sourceIps,
    ...event.destinationIps,
    ...event.urls,
    ...event.domains,
    ...event.hashes,
    ...event.cves,
  ])
