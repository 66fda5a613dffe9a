/** Observables of a case as a recipient gets them: defanged, as lines of the text or as a file beside it. */
import type { CaseObservable } from '../case/case.ts'
import { tlpLabel, type Tlp } from '../marking/tlp.ts'
import { defang } from '../observable/refang.ts'
import { messageWord } from './message-word.ts'
import type { MessageLanguage } from './template.ts'

/** What was found to be harmless is not told to others. */
export const tellable = (observables: readonly CaseObservable[]): readonly CaseObservable[] =>
  observables.filter(({ state }) => state !== 'benign')

/** More would make a text that nobody reads: then a line says how many there are, and a file is the form for them. */
const most = 300

/** A heading and a line for each; nothing where there is none. */
export function observableLines(
  language: MessageLanguage,
  observables: readonly CaseObservable[],
  marking: Tlp,
): readonly string[] {
  if (observables.length === 0) return []
  const left = observables.length - most
  return [
    messageWord(language, 'body.observables', { marking: tlpLabel(marking) }),
    ...observables
      .slice(0, most)
      .map((one) => `- ${onOneLine(defang(one))} (${messageWord(language, `body.state-${one.state}`)})`),
    ...(left > 0 ? [messageWord(language, 'body.observables-more', { count: left })] : []),
  ]
}

/** What a person entered as "other" may hold anything. */
const onOneLine = (value: string): string => value.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').slice(0, 2_000)

/** RFC 4180: a header line, CRLF, every cell quoted. The marking stands in every row, because a row is what gets copied. */
export function observableCsv(observables: readonly CaseObservable[], marking: Tlp): string {
  const rows = observables.map((one) => [one.type, onOneLine(defang(one)), one.state, tlpLabel(marking)])
  return [['type', 'value', 'state', 'marking'], ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')
}

/** A cell that begins like a formula is run by spreadsheets: an apostrophe makes it a text (OWASP, "CSV Injection"). */
const cell = (value: string): string => `"${/^[\s]*[=+\-@|%]/.test(value) ? "'" : ''}${value.replaceAll('"', '""')}"`
