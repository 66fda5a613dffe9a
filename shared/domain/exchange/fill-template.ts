/** Fills a template from what is known; what is not known stays visible and is counted, because a person has to write it. */
import { DateTime } from 'luxon'
import type { CaseObservable } from '../case/case.ts'
import type { KeyState } from '../key/key.ts'
import { observableTypes } from '../observable/observable.ts'
import type { ReportField } from '../report/report-reading.ts'
import { messageWord } from './message-word.ts'
import { tellable } from './observable-list.ts'
import type { MessageLanguage, TemplateName } from './template.ts'

/** null: not known. */
export interface TemplateFacts {
  readonly case: {
    readonly number: string
    readonly title: string
    /** UTC ISO. */
    readonly openedAt: string
    /** class/type of the Reference Security Incident Taxonomy. */
    readonly rsit: string | null
    readonly observables: readonly CaseObservable[]
  } | null
  /** The report that is answered. */
  readonly report: { readonly subject: string; readonly missing: readonly ReportField[] } | null
  /** The key that the recipient can no longer be written to with. */
  readonly theirKey: {
    readonly fingerprint: string | null
    readonly state: KeyState | 'none'
    readonly expires: string | null
  } | null
  /** When we would like to have the answer, UTC ISO. */
  readonly until: string | null
  readonly own: { readonly address: string | null; readonly fingerprint: string | null }
  /** IANA zone that times are written in. */
  readonly zone: string
}

export interface FilledTemplate {
  readonly subject: string
  readonly text: string
  readonly filled: { readonly done: number; readonly of: number }
}

/** What stands where a fact is missing. */
export const openField = '[…]'

/** How many of so many fields of a template are filled in a text that a person may have changed since. */
export const filledOf = (text: string, of: number): number => of - Math.min(of, text.split(openField).length - 1)

/** No comma before "and", and the day before the month. */
const localeOf: Readonly<Record<MessageLanguage, string>> = { en: 'en-GB', es: 'es' }

type Fields = Readonly<Record<string, string | null>>

export function fillTemplate(name: TemplateName, language: MessageLanguage, facts: TemplateFacts): FilledTemplate {
  const fields = fieldsOf(name, language, facts)
  const subject = messageWord(language, `${name}.subject`)
  const whole = messageWord(language, `${name}.text`)
  // A report without a case has no reference yet, and its line goes.
  const text = fields['reference'] === '' ? whole.replace('{reference}\n', '') : whole
  const named = new Set([...`${subject}\n${text}`.matchAll(/\{(\w+)\}/g)].map(([, field = '']) => field))
  const fill = (template: string): string =>
    template.replaceAll(/\{(\w+)\}/g, (_, field: string) => fields[field] ?? openField)
  const filled = { subject: fill(subject).slice(0, 900), text: fill(text) }
  const of = named.size
  return { ...filled, filled: { done: filledOf(`${filled.subject}\n${filled.text}`, of), of } }
}

/** Fields that only a person can know (impact, advice, product, steps) are not here. */
function fieldsOf(name: TemplateName, language: MessageLanguage, facts: TemplateFacts): Fields {
  const { case: about, report, theirKey, until, own, zone } = facts
  const mayLackCase = name === 'complete' || name === 'acknowledgement'
  const number = about?.number ?? (mayLackCase ? null : openField)
  return {
    title: about?.title ?? null,
    reference: number === null ? '' : messageWord(language, 'part.reference', { number }),
    indicators: indicators(language, about?.observables ?? []),
    vulnerability: vulnerability(about),
    opened: about === null ? null : day(language, zone, about.openedAt),
    kind: about?.rsit ?? null,
    report: report?.subject ?? about?.title ?? null,
    missing: report === null || report.missing.length === 0 ? null : missing(language, report.missing),
    until: until === null ? null : instant(language, zone, until),
    address: own.address,
    key: own.fingerprint === null ? null : grouped(own.fingerprint),
    theirKey: theirKey === null || theirKey.fingerprint === null ? null : grouped(theirKey.fingerprint),
    why: theirKey === null ? null : whyDead(language, zone, theirKey),
  }
}

/** "3 IP addresses and one domain, listed with this message". */
function indicators(language: MessageLanguage, observables: readonly CaseObservable[]): string | null {
  const told = tellable(observables)
  const counts = observableTypes.flatMap((type) => {
    const count = told.filter((one) => one.type === type).length
    return count === 0 ? [] : [messageWord(language, `part.${type}`, { count })]
  })
  const list = new Intl.ListFormat(localeOf[language], { type: 'conjunction' }).format(counts)
  return counts.length === 0 ? null : messageWord(language, 'part.indicators', { list })
}

/** A vendor learns which hole it is, not how the case is called here. */
function vulnerability(about: TemplateFacts['case']): string | null {
  const known = tellable(about?.observables ?? []).flatMap(({ type, value }) => (type === 'cve' ? [value] : []))
  return known.length === 0 ? null : known.slice(0, 10).join(', ')
}

const missing = (language: MessageLanguage, fields: readonly ReportField[]): string =>
  fields.map((field) => `- ${messageWord(language, `missing.${field}`)}`).join('\n')

/** In groups of four, as fingerprints are read aloud. */
const grouped = (fingerprint: string): string => fingerprint.replaceAll(/.{4}(?=.)/g, '$& ')

function whyDead(
  language: MessageLanguage,
  zone: string,
  { state, expires }: NonNullable<TemplateFacts['theirKey']>,
): string | null {
  switch (state) {
    case 'expired':
      return expires === null
        ? messageWord(language, 'part.expired-some-time')
        : messageWord(language, 'part.expired', { date: day(language, zone, expires) })
    case 'revoked':
    case 'identity-only':
    case 'unreadable':
    case 'not-included':
    case 'none':
      return messageWord(language, `part.${state}`)
    case 'usable':
    case 'repaired':
      return null
  }
}

const local = (language: MessageLanguage, zone: string, iso: string): DateTime =>
  DateTime.fromISO(iso, { zone }).setLocale(localeOf[language])

function day(language: MessageLanguage, zone: string, iso: string): string {
  return local(language, zone, iso).toLocaleString(DateTime.DATE_FULL)
}

/** "Wednesday 25 November 2026, 17:00 (UTC+1)". */
function instant(language: MessageLanguage, zone: string, iso: string): string {
  const at = local(language, zone, iso)
  const date = language === 'en' ? 'cccc d LLLL yyyy' : "cccc d 'de' LLLL 'de' yyyy"
  return `${at.toFormat(date)}, ${at.toFormat('HH:mm')} (UTC${at.offset === 0 ? '' : at.toFormat('Z')})`
}
