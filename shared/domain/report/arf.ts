/** Reads the Abuse Reporting Format (RFC 5965): one machine-readable part about one mail that somebody complained of. */
import { withValue } from './event.ts'
import { eventOf } from './fields.ts'
import { fieldOf, keyValues } from './key-values.ts'
import { textsOf, type ReportSource } from './report-source.ts'
import { timeFindings, type Structured } from './structured.ts'

/** RFC 5965 3.1 requires these of the part; Version is left out by some senders. */
const isFeedback = (text: string): boolean => /^feedback-type:/im.test(text) && /^user-agent:/im.test(text)

export function readArf(source: ReportSource): Structured | null {
  const part = textsOf(source).find(
    ({ type, text }) => text !== null && (type === 'message/feedback-report' || isFeedback(text.slice(0, 20_000))),
  )
  if (part === undefined || part.text === null) return null
  const fields = blockOf(part.text)
  const { event, time } = eventOf(fields, { zone: null, portIs: 'source' })
  const uris = fields
    .filter(([name]) => /^reported-uri$/i.test(name))
    .reduce((so, [, uri]) => withValue(so, uri, 'source'), event)
  return {
    kind: 'arf',
    events: [uris],
    ticket: null,
    reporter: null,
    says: `${fieldOf(fields, 'feedback-type') ?? ''} feedback-report`,
    findings: timeFindings([time]),
  }
}

/** The paragraph that holds the fields: where parts were run together, the reported mail comes behind it. */
function blockOf(text: string): ReturnType<typeof keyValues> {
  const at = /^(?:feedback-type|user-agent):/im.exec(text)?.index ?? 0
  const start = Math.max(text.lastIndexOf('\n\n', at), text.lastIndexOf('\r\n\r\n', at), 0)
  const [block = ''] = text
    .slice(start)
    .trimStart()
    .split(/\r?\n\r?\n/, 1)
  return keyValues(block)
}
