/** Reads XML reports by their leaves alone: no tree is built, no entity is resolved, nothing is fetched. */
import { eventLimit, isEmpty } from './event.ts'
import { eventOf, roleOf, type Fields } from './fields.ts'
import type { ReportEvent } from './report-reading.ts'
import { textsOf, type ReportSource } from './report-source.ts'
import { timeFindings, type Structured } from './structured.ts'

const leaf = /<(?:[\w-]{1,40}:)?([A-Za-z][\w.-]{0,60})(?:\s[^<>]{0,1000})?>([^<]{1,2000})<\//g

/** A second time, or a second source behind other fields, begins the next event. */
export function readXml(source: ReportSource): Structured | null {
  const part = textsOf(source).find(
    ({ text }) =>
      text !== null && /^\s{0,20}(?:<\?xml|<(?:[\w-]{1,20}:)?(?:IODEF-Document|Infringement|report)\b)/i.test(text),
  )
  if (part === undefined || part.text === null) return null
  const blocks = blocksOf(
    [...part.text.slice(0, 5_000_000).matchAll(leaf)].map(([, name = '', value = '']) => [name, plain(value)] as const),
  )
  const read = blocks.slice(0, eventLimit).map((fields) => eventOf(fields, { zone: null, portIs: 'source' }))
  const events: readonly ReportEvent[] = read.map(({ event }) => event).filter((event) => !isEmpty(event))
  return {
    kind: 'xml',
    events,
    ticket: null,
    reporter: null,
    says: '',
    findings: timeFindings(read.map(({ time }) => time)),
  }
}

function blocksOf(leaves: Fields): readonly Fields[] {
  const blocks: (readonly [string, string])[][] = [[]]
  for (const field of leaves) {
    const role = roleOf(field[0])
    const current = blocks.at(-1) ?? []
    const again = role === 'time' && current.some(([name]) => roleOf(name) === 'time')
    if (again && current.some(([name]) => roleOf(name) === 'source')) blocks.push([field])
    else current.push(field)
  }
  return blocks
}

const plain = (value: string): string =>
  value
    .trim()
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
