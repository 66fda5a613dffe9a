/** Reads XML reports by their elements and attributes alone: no tree is built, no entity is resolved, nothing is fetched. */
import { eventLimit, isEmpty, mergeInto } from './event.ts'
import { plainName, roleOf } from './field-names.ts'
import { eventOf, type Fields, type ReadEvent } from './fields.ts'
import { textsOf, type ReportSource } from './report-source.ts'
import { timeFindings, type Stated, type Structured } from './structured.ts'

const mostText = 5_000_000
const begins =
  /<\?xml\b|<(?:[\w-]{1,20}:)?(?:IODEF-Document|Infringement|Notice|report|reports|incident|incidents|events?)\b[^<>]{0,1000}>/i

/** A report in XML, as a file or between the lines of a letter. `null` where there is none that names an address, a link or a hash. */
export function readXml(source: ReportSource, stated: Stated): Structured | null {
  const seen = new Set<string>()
  for (const { text, type } of [...textsOf(source), ...(source.forwarded ?? []).flatMap(({ parts }) => parts)]) {
    if (text === null || type === 'text/html' || seen.has(text)) continue
    seen.add(text)
    const start = begins.exec(text.slice(0, mostText))?.index
    const read = start === undefined ? null : ofXml(text.slice(start, start + mostText), stated)
    if (read !== null) return read
  }
  return null
}

function ofXml(text: string, { zone, hints }: Stated): Structured | null {
  const leaves = leavesOf(text)
  const read = blocksOf(leaves)
    .slice(0, eventLimit)
    .map((fields) => eventOf(fields, { zone, hints, portIs: 'source' }))
  const merged = withDetails(read, commonTime(leaves, zone, hints))
  if (merged.length === 0) return null
  return {
    kind: 'xml',
    events: merged.map(({ event }) => event),
    ticket: ticketOf(leaves),
    reporter: null,
    says: saysOf(text, leaves),
    findings: timeFindings(merged.map(({ time }) => time)),
  }
}

/** What names no address of its own (the files of a notice) belongs to the event before it, a date above all to all of them. */
function withDetails(read: readonly ReadEvent[], common: ReadEvent | null): readonly ReadEvent[] {
  const merged: ReadEvent[] = []
  for (const one of read) {
    if (isEmpty(one.event)) continue
    const last = merged.at(-1)
    const isDetail = [one.event.sourceIps, one.event.urls, one.event.domains].every(({ length }) => length === 0)
    if (isDetail && last !== undefined) merged[merged.length - 1] = { ...last, event: mergeInto(last.event, one.event) }
    else merged.push(one.time === null && common !== null ? dated(one, common) : one)
  }
  return merged
}

/** A date of the root itself is that of all events without one. */
function commonTime(leaves: readonly Leaf[], zone: Stated['zone'], hints: Stated['hints']): ReadEvent | null {
  const leaf = leaves.find(({ name, path }) => path.length <= 1 && ['time', 'date'].includes(roleOf(name) ?? ''))
  const read = leaf === undefined ? null : eventOf([['time', leaf.value]], { zone, hints, portIs: 'source' })
  return read?.time === null ? null : read
}

const dated = ({ event }: ReadEvent, { event: { at, atText, zoneKnown }, time }: ReadEvent): ReadEvent => ({
  event: { ...event, at, atText, zoneKnown },
  time,
})

interface Leaf {
  readonly name: string
  readonly value: string
  /** Names of the elements around it, the nearest last. */
  readonly path: readonly string[]
}

const token = /<(\/)?(?:[\w-]{1,40}:)?([A-Za-z][\w.-]{0,60})((?:\s[^<>]{0,4000})?)>|([^<]{1,10000})|</g
const attribute = /\s([A-Za-z][\w.:-]{0,60})\s?=\s?(?:"([^"]{0,2000})"|'([^']{0,2000})')/g
const mostLeaves = 60_000

function leavesOf(text: string): readonly Leaf[] {
  const leaves: Leaf[] = []
  const path: string[] = []
  for (const [, close, name, rest = '', words] of text.matchAll(token)) {
    if (leaves.length > mostLeaves) break
    if (words !== undefined && path.length > 0) {
      const value = plain(words)
      if (value !== '') leaves.push({ name: path.at(-1) ?? '', value: value.slice(0, 2_000), path: path.slice(-6, -1) })
    } else if (name !== undefined && close !== undefined) {
      const at = path.map((open) => open.split(' ', 1)[0]).lastIndexOf(name)
      if (at >= 0) path.length = at
    } else if (name !== undefined) {
      const attributes = [...rest.matchAll(attribute)].map(
        ([, key = '', one, two]) => [key, plain(one ?? two ?? '')] as const,
      )
      for (const [key, value] of attributes) leaves.push({ name: key, value, path: [...path.slice(-5), name] })
      const side = attributes.find(([key]) => /^(?:category|role|type)$/i.test(key))?.[1] ?? ''
      if (!rest.trimEnd().endsWith('/') && path.length < 100) path.push(`${name} ${side}`)
    }
  }
  return leaves
}

/** IODEF says what an address plays in the element around it: <System category="target">. */
const sideIn = (path: readonly string[]): string => {
  const around = path.toReversed().join(' ')
  const first = /\b(source|intermediate|attacker|offender|target|victim|destination|sensor)/i
    .exec(around)?.[1]
    ?.toLowerCase()
  if (first === undefined) return ''
  return /source|intermediate|attacker|offender/.test(first) ? 'source ' : 'target '
}

/** Who complains and who serves have addresses, too. */
const isAside = ({ path, name }: Leaf): boolean =>
  /\b(?:complainant|contact|reporter|sender|service_?provider|provider|verification|schema|organisation|recipient)\b/i.test(
    path.map((one) => one.split(' ', 1)[0]).join(' '),
  ) || /^xmlns|schemaLocation|namespace/i.test(name)

function toField(leaf: Leaf): readonly [string, string] | null {
  if (isAside(leaf)) return null
  const own = leaf.name.split(' ', 1)[0] ?? ''
  const role = roleOf(own)
  const side = role === 'source' || role === 'service-port' ? sideIn([...leaf.path, leaf.name]) : ''
  return [side === '' ? own : `${side}${role === 'source' ? 'ip' : 'port'}`, leaf.value]
}

/** Another address of the same role begins the next event; times that stand right before it are its own. */
function blocksOf(leaves: readonly Leaf[]): readonly Fields[] {
  const blocks: (readonly [string, string])[][] = [[]]
  let [source, link] = ['', '']
  for (const leaf of leaves) {
    const field = toField(leaf)
    const role = field === null ? undefined : roleOf(field[0])
    const current = blocks.at(-1) ?? []
    if (field === null || role === undefined || blocks.length > eventLimit) continue
    const isLink = role === 'value' && field[1].includes('://')
    const isNext =
      (role === 'source' && source !== '' && source !== field[1]) || (isLink && link !== '' && source !== '')
    if (isNext) {
      const mark = current.findLastIndex(([name]) => !/time|date|clock/.test(roleOf(name) ?? '')) + 1
      blocks.push([...current.splice(mark), field])
      source = link = ''
    } else if (current.length < mostFields) current.push(field)
    if (role === 'source') source = field[1]
    if (isLink) link = field[1]
  }
  return blocks
}

/** Of one event; the same told again and again adds nothing. */
const mostFields = 500

const ticketOf = (leaves: readonly Leaf[]): string | null =>
  leaves.find(
    (leaf) =>
      (roleOf(leaf.name.split(' ', 1)[0] ?? '') === 'ticket' ||
        (/^id\b/i.test(leaf.name) && /^(?:case|notice|ticket|report)\b/i.test(leaf.path.at(-1) ?? ''))) &&
      /\d/.test(leaf.value) &&
      leaf.value.length <= 100,
  )?.value ?? null

/** The root's own name ("Infringement") and what it calls its kind. */
const saysOf = (text: string, leaves: readonly Leaf[]): string =>
  [
    /<(?!\?)(?:[\w-]{1,20}:)?([A-Za-z][\w-]{2,40})/.exec(text)?.[1] ?? '',
    ...leaves
      .filter(({ name }) =>
        /^(?:type|category|class|classification|reason|description|title|impact|list)$/.test(
          plainName(name.split(' ', 1)[0] ?? ''),
        ),
      )
      .slice(0, 20)
      .map(({ value }) => value.slice(0, 100)),
  ].join(' ')

const plain = (value: string): string =>
  value
    .replaceAll(/^<?!\[CDATA\[|\]\]>?$/g, '')
    .trim()
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
