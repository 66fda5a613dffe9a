/** What a report suggests about a case beside its class and rung: kind, severity, and the classes of information that it holds. */
import { infoClasses, type InfoClass } from '../disclosure/classes.ts'
import type { CaseKind, Severity } from '../case/vocabulary.ts'
import type { ReportReading } from '../report/report-reading.ts'
import { saying, type Saying } from '../../words/say.ts'

interface Proposed<T> {
  readonly value: T
  readonly because: Saying
}

/** A weakness that nobody has used is a vulnerability; what has happened is an incident. */
export function proposeKind({ rsit, events }: Pick<ReportReading, 'rsit' | 'events'>): Proposed<CaseKind> {
  const cve = events.flatMap(({ cves }) => cves)[0]
  if (
    rsit === 'vulnerable/vulnerable-system' &&
    cve !== undefined &&
    events.every(({ sourceIps }) => sourceIps.length === 0)
  )
    return { value: 'vulnerability', because: saying('because.kind-cve', { cve }) }
  return { value: 'incident', because: saying('because.kind-incident') }
}

/** Words of severity, in the languages that reports come in; only where they are stated as such. */
const stated =
  /\b(?:severity|criticality|impact|severidad|gravedad|criticidad|peligrosidad|gravité|criticité|schweregrad|kritikalität)\b\s{0,3}[:=-]\s{0,3}([\p{L}]{3,12})/iu

const severities: readonly (readonly [Severity, RegExp])[] = [
  ['critical', /^(?:critical|cr[ií]tic[oa]|critique|kritisch)$/i],
  ['high', /^(?:high|alt[oa]|élevée?|haute|hoch)$/i],
  ['medium', /^(?:medium|moderate|medi[oa]|moyenne?|mittel)$/i],
  ['low', /^(?:low|baj[oa]|faible|basse|niedrig|gering)$/i],
]

export function proposeSeverity(text: string): Proposed<Severity | null> {
  const word = stated.exec(text.slice(0, 50_000))?.[1] ?? ''
  const severity = severities.find(([, pattern]) => pattern.test(word))?.[0]
  return severity === undefined
    ? { value: null, because: saying('because.severity-unknown') }
    : { value: severity, because: saying('because.severity-stated', { word }) }
}

/** What a person should look at before anything of it leaves: each class with the first thing that suggests it. */
export function proposeClasses(
  { rsit, events }: Pick<ReportReading, 'rsit' | 'events'>,
  { text, affected }: { readonly text: string; readonly affected: readonly string[] },
): Proposed<readonly InfoClass[]> {
  const found = new Map<InfoClass, string>()
  const [party] = affected
  if (party !== undefined) found.set('private-site', party)
  const mailbox = /\b[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}\b/.exec(text.slice(0, 50_000))?.[0]
  const isAboutUsers = /^(?:intrusions\/(?:un)?privileged-account|information-content-security\/|fraud\/)/.test(rsit)
  if (isAboutUsers && mailbox !== undefined) found.set('private-user', mailbox)
  const source = events.flatMap(({ sourceIps }) => sourceIps)[0]
  if (source !== undefined && /^(?:intrusion|information-gathering|availability|malicious-code)/.test(rsit))
    found.set('intruder', source)
  const cve = events.flatMap(({ cves }) => cves)[0]
  if (cve !== undefined) found.set('vulnerability', cve)
  else if (rsit.startsWith('vulnerable/')) found.set('vulnerability', rsit)
  if (/^information-content-security\/data-(?:leak|loss)/.test(rsit)) found.set('embarrassing', rsit)
  const value = infoClasses.filter((one) => found.has(one))
  const [first] = value
  return first === undefined
    ? { value: [], because: saying('because.classes-none') }
    : { value, because: saying('because.classes', { class: first, value: found.get(first) ?? '' }) }
}
