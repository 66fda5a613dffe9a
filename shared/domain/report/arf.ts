/** Reads the Abuse Reporting Format (RFC 5965): one machine-readable part about one mail that somebody complained of. */
import { isEmpty, noEvent, union, withValue } from './event.ts'
import { eventOf, type Fields, type ReadEvent } from './fields.ts'
import { fieldOf, keyValues } from './key-values.ts'
import { complainedOf } from './reported-mail.ts'
import { textsOf, type ReportSource } from './report-source.ts'
import { timeFindings, type Stated, type Structured } from './structured.ts'

/** RFC 5965 3.1 requires these and Version; some senders leave one of them out. */
const isFeedback = (text: string): boolean =>
  /^feedback-type:/im.test(text) && /^(?:user-agent|version|source-ip|arrival-date|received-date):/im.test(text)

export function readArf(source: ReportSource, stated: Stated): Structured | null {
  const inner = (source.forwarded ?? []).flatMap(({ parts }) => parts)
  const blocks = [...textsOf(source), ...inner]
    .filter(
      ({ type, text }) => text !== null && (type === 'message/feedback-report' || isFeedback(text.slice(0, 20_000))),
    )
    .map(({ text }) => blockOf(text ?? ''))
    .filter((fields) => fields.length > 0)
  const [fields] = blocks
  if (fields === undefined) return null
  const read = distinct(blocks).map((block) => completed(block, source, stated))
  return {
    kind: 'arf',
    events: read.map(({ event }) => event),
    ticket: null,
    reporter: null,
    says: `${fieldOf(fields, 'feedback-type') ?? ''} feedback-report`,
    findings: timeFindings(read.map(({ time }) => time)),
  }
}

const distinct = (blocks: readonly Fields[]): readonly Fields[] => [
  ...new Map(blocks.map((block) => [JSON.stringify(block), block])).values(),
]

/** The addresses of people in it are no indicators; Reported-Domain and Reported-URI may come several times (RFC 5965, 3.2). */
function completed(fields: Fields, source: ReportSource, stated: Stated): ReadEvent {
  const { event, time } = eventOf(
    fields.filter(([name]) => !/^(?:original-|reporting-mta|authentication-results|user-agent|redacted-)/i.test(name)),
    { zone: stated.zone, hints: stated.hints, portIs: 'source' },
  )
  const whole = fields
    .filter(([name]) => /^reported-(?:uri|domain)$/i.test(name))
    .reduce((so, [, value]) => withValue(so, value, 'source'), event)
  // A sender that leaves out the address or the time gives them in the letter, or not at all but in the mail itself.
  const said = complainedOf(source, stated)
  // Where a link is reported, the letter names the address that serves it, and the form the one that mailed it.
  const ips = whole.sourceIps.length === 0 || whole.urls.length > 0 ? said.event.sourceIps : []
  const filled = { ...whole, sourceIps: union(whole.sourceIps, ips) }
  const clock = time ?? said.time
  const dated =
    time === null && clock !== null ? { at: clock.at, atText: clock.atText, zoneKnown: clock.zoneKnown } : {}
  const complete = { ...filled, ...dated }
  return { event: isEmpty(complete) ? { ...noEvent, ...dated } : complete, time: clock }
}

/** The paragraph that holds the fields: where parts were run together, the reported mail comes behind it. */
function blockOf(text: string): Fields {
  const at = /^(?:feedback-type|user-agent):/im.exec(text)?.index ?? 0
  const start = Math.max(text.lastIndexOf('\n\n', at), text.lastIndexOf('\r\n\r\n', at), 0)
  const [block = ''] = text
    .slice(start)
    .trimStart()
    .split(/\r?\n\r?\n/, 1)
  return keyValues(block)
}
