/** Compares one reading of a report with what a person read in it, field by field, as sets of values. */
import { bag, single, type Same, type Tally } from '../tally.ts'
import type { Label, Report } from './label.ts'

type Accepted = Label['reporter']

const accepted = (field: string, wanted: Accepted, got: string | null): Tally => {
  const all = [wanted].flat()
  return single(field, all.includes(got) ? got : (all[0] ?? null), got)
}

/** What is not there counts for nothing where nothing is right, so that "none" cannot fill a score. */
const present = (value: string | boolean): string | null => (value === false || value === 'none' ? null : String(value))

const lower = (text: string): string => text.trim().toLowerCase()
const instant = (text: string): string => (Number.isNaN(Date.parse(text)) ? text : new Date(text).toISOString())

/** WHATWG URL, which also writes an IPv6 address in its shortest form. */
const url = (text: string): string => (URL.canParse(text) ? new URL(text).href : text)

const address = (text: string): string => {
  const [host = '', mask] = text.split('/')
  const short = host.includes(':') ? url(`http://[${host}]`).replace(/^http:\/\/\[(.*)\]\/$/, '$1') : host
  return mask === undefined ? lower(short) : `${lower(short)}/${mask}`
}

/** Wherever the reader cut it out of its line. */
const overlap: Same = (expected, got) => {
  const [a, b] = [expected, got].map((text) => text.replaceAll(/\s+/g, ' ').trim().toLowerCase())
  return a !== undefined && b !== undefined && b !== '' && (a.includes(b) || b.includes(a))
}

interface Values {
  readonly field: string
  readonly wanted: readonly string[]
  readonly may: readonly string[] | undefined
  readonly got: readonly string[]
  readonly same?: Same
  readonly write?: (text: string) => string
}

function valueSet({ field, wanted, may, got, same = (a, b) => a === b, write = lower }: Values): Tally {
  const set = (all: readonly string[]): readonly string[] => [...new Set(all.map(write))]
  const right = set(wanted)
  const free = set(may ?? [])
  const judged = set(got).filter((one) => right.some((r) => same(r, one)) || !free.some((f) => same(f, one)))
  return bag(field, right, judged, same)
}

/** A file name as any system can keep it. */
const written = (name: string, sha256: string): string => `${name.replaceAll(/[^\p{L}\p{N}.]+/gu, '_')} ${sha256}`

function attachments({ attachments: wanted, may }: Label, report: Report): Tally {
  const hashes = new Set(wanted.map(({ sha256 }) => sha256))
  const judged = report.attachments.filter(({ sha256 }) => hashes.has(sha256) || !may?.attachments.includes(sha256))
  const all = (list: Report['attachments']) => list.map(({ name, sha256 }) => written(name, sha256))
  return bag('attachment', all(wanted), all(judged))
}

/** Ports whose side the report does not tell are right on either, and are then judged on neither. */
function ports(label: Label, events: Report['events']): readonly Tally[] {
  const got = {
    source: events.flatMap(({ sourcePorts }) => sourcePorts),
    destination: events.flatMap(({ destinationPorts }) => destinationPorts),
  }
  const open = label.ports
  const side = (field: string, wanted: readonly number[], may: readonly number[], found: readonly number[]): Tally =>
    valueSet({
      field,
      wanted: wanted.map(String),
      may: may.map(String),
      got: found.filter((port) => !open.includes(port) || wanted.includes(port)).map(String),
    })
  const either = [...got.source, ...got.destination].filter((port) => open.includes(port))
  return [
    side('source port', label.sourcePorts, label.may?.sourcePorts ?? [], got.source),
    side('destination port', label.destinationPorts, label.may?.destinationPorts ?? [], got.destination),
    side(
      'port, side unsaid',
      open,
      [],
      [...new Set(either)].filter((port) => open.includes(port)),
    ),
  ]
}

const lists = [
  ['source address', 'sourceIps', address],
  ['dest. address', 'destinationIps', address],
  ['URL', 'urls', url],
  ['domain', 'domains', lower],
  ['hash', 'hashes', lower],
  ['CVE', 'cves', lower],
] as const

function sets({ may, ...label }: Label, events: Report['events']): readonly Tally[] {
  const instants = events.flatMap(({ at }) => at ?? [])
  const texts = events.flatMap(({ at, atText }) => (at === null ? (atText ?? []) : []))
  const protocols = events.flatMap(({ protocol }) => protocol ?? [])
  return [
    valueSet({ field: 'time', wanted: label.times, may: may?.times, got: instants, write: instant }),
    valueSet({ field: 'time, zone unsaid', wanted: label.timeTexts, may: may?.timeTexts, got: texts, same: overlap }),
    valueSet({ field: 'protocol', wanted: label.protocols, may: may?.protocols, got: protocols }),
    ...lists.map(([field, key, write]) =>
      valueSet({ field, wanted: label[key], may: may?.[key], got: events.flatMap((event) => event[key]), write }),
    ),
  ]
}

/** One tally a field. */
export const scoreReport = (report: Report, label: Label): readonly Tally[] => [
  accepted('reporter', label.reporter, report.reporter),
  ...sets(label, report.events),
  ...ports(label, report.events),
  attachments(label, report),
  single('signature', present(label.signed), present(report.signed)),
  accepted('ticket', label.ticket, report.ticket),
  accepted('class', label.rsit, report.rsit),
  accepted('kind', label.kind, report.kind),
  single('urgent', present(label.urgent), present(report.urgent)),
  accepted('number of events', [label.events].flat().map(String), String(report.events.length)),
]

/** A report that was refused gives nothing. */
export const nothingRead: Report = {
  schema: 'signet.report/1',
  kind: '',
  reporter: null,
  urgent: false,
  events: [],
  attachments: [],
  signed: 'none',
  ticket: null,
  rsit: '',
}
