/** What of a case goes into a file for another program, the same for every format: no notes, no journal, nobody who told us. */
import type { CaseObservable, CaseState } from '../case/case.ts'
import type { CaseKind, Phase, Severity } from '../case/vocabulary.ts'
import { tellable } from '../exchange/observable-list.ts'
import { readTlp, stricterTlp, type Tlp } from '../marking/tlp.ts'
import type { Pap } from '../marking/pap.ts'
import type { ReportEvent } from '../report/report-reading.ts'
import { defangText } from './defang-text.ts'

/** Who writes the file. */
export interface Team {
  readonly name: string
  readonly address: string
  /** What stands behind the @; a team without an address has none, and formats that need one say "invalid" (RFC 2606). */
  readonly domain: string
}

export interface ExportEvent {
  readonly id: string
  /** UTC ISO; null where the source told no zone. */
  readonly at: string | null
  readonly atText: string
  readonly what: string
}

export interface ExportContent {
  readonly caseId: string
  readonly number: string
  readonly kind: CaseKind
  readonly title: string
  /** The strictest of the case and of every label in what goes out. */
  readonly tlp: Tlp
  readonly pap: Pap | null
  readonly rsit: string | null
  readonly phase: Phase
  readonly severity: Severity | null
  readonly occurred: 'yes' | 'threatened' | null
  /** UTC ISO, all three. */
  readonly openedAt: string
  readonly updatedAt: string
  readonly closedAt: string | null
  readonly closingNote: string
  /** Live values; those found benign and those that redaction hides are not among them. */
  readonly observables: readonly CaseObservable[]
  readonly events: readonly ExportEvent[]
  /** Source, destination and protocol as the reports gave them. */
  readonly flows: readonly ReportEvent[]
  /** Values that redaction took out: a machine format cannot carry "host-1" in the place of an address. */
  readonly left: number
  readonly team: Team
}

/** What redaction does: `text` replaces consistently and leaves the rest. */
export type Redact = (text: string) => string

/** What a writer cannot make itself. */
export interface ExportTools {
  /** UUIDv5 of a name within this case: the same at every export, so that the other side updates and does not double. */
  readonly id: (name: string) => string
  /** UUIDv5 in a namespace that a format gives. */
  readonly idIn: (namespace: string, name: string) => string
  readonly base64: (text: string, encoding: 'utf8' | 'hex') => string
}

interface Sources {
  readonly state: CaseState
  readonly flows: readonly ReportEvent[]
  readonly team: Team
  readonly redact: Redact
  /** Accounts believed compromised are of users: only a recipient who was named gets them. */
  readonly withAccounts: boolean
}

/** Prose is redacted and made harmless to click; values are left out whole where redaction would change them. */
export function exportContent({ state, flows, team, redact, withAccounts }: Sources): ExportContent {
  const prose = (text: string): string => defangText(redact(text), state.observables)
  const told = tellable(state.observables).filter((one) => withAccounts || one.state !== 'compromised')
  const observables = told.filter(({ value }) => redact(value) === value)
  const events = state.events.map(({ id, at, atText, what }) => ({ id, at, atText, what: prose(what) }))
  const title = prose(state.title)
  const closingNote = prose(state.closing?.note ?? '')
  const texts = [title, closingNote, ...events.map(({ what }) => what), ...observables.map(({ value }) => value)]
  return {
    caseId: state.id,
    number: state.number,
    kind: state.kind,
    title,
    tlp: strictestIn(state.tlp, texts),
    pap: state.pap,
    rsit: state.rsit,
    phase: state.phase,
    severity: state.severity,
    occurred: state.occurred,
    openedAt: state.openedAt,
    updatedAt: state.updatedAt,
    closedAt: state.closing?.at ?? null,
    closingNote,
    observables,
    events,
    flows: flows.map((flow) => visibleFlow(flow, redact)),
    left: told.length - observables.length,
    team,
  }
}

/** A label inside a text that goes out binds the whole. */
export const strictestIn = (tlp: Tlp, texts: readonly string[]): Tlp =>
  texts.reduce<Tlp>((strictest, text) => stricterTlp(strictest, readTlp(text) ?? strictest), tlp)

function visibleFlow(flow: ReportEvent, redact: Redact): ReportEvent {
  const shown = (values: readonly string[]): readonly string[] => values.filter((value) => redact(value) === value)
  return {
    ...flow,
    sourceIps: shown(flow.sourceIps),
    destinationIps: shown(flow.destinationIps),
    urls: shown(flow.urls),
  }
}

/** First time that anything of the case was told to have happened, else when it was opened. */
export const beganAt = ({ events, flows, openedAt }: ExportContent): string =>
  [...events, ...flows].flatMap(({ at }) => at ?? []).toSorted()[0] ?? openedAt

export const lastAt = ({ events, flows, openedAt }: ExportContent): string =>
  [...events, ...flows]
    .flatMap(({ at }) => at ?? [])
    .toSorted()
    .at(-1) ?? openedAt

/** "fraud/phishing" as the two parts of the taxonomy. */
export const rsitParts = (rsit: string | null): { readonly group: string; readonly type: string | null } | null => {
  const [group = '', type = null] = (rsit ?? '').split('/')
  return group === '' ? null : { group, type }
}

const hashNames: Readonly<Record<number, HashName>> = {
  32: 'md5',
  40: 'sha1',
  56: 'sha224',
  64: 'sha256',
  96: 'sha384',
  128: 'sha512',
}
export type HashName = 'md5' | 'sha1' | 'sha224' | 'sha256' | 'sha384' | 'sha512'

/** By its length in hex digits; null for what is no hash of a known kind. */
export const hashName = (value: string): HashName | null =>
  /^[0-9a-f]+$/i.test(value) ? (hashNames[value.length] ?? null) : null
