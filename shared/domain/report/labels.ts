/** Finds the name of a field at the beginning of a line: before a colon, an equals sign, a tab, or a gap. */
import { roleOf, type FieldRole } from './field-names.ts'

export const longestLine = 4_000

/** "Source IP: 192.0.2.1": the field's name in the reader's terms, and what stands behind the colon. */
export interface Label {
  readonly role: FieldRole
  readonly value: string
}

const labelForm =
  /^[\s>*•|+#-]{0,12}(?:\d{1,2}[.)] )?\*{0,2}([^\n:=|]{2,50}?)\*{0,2}\s{0,20}[:=](?!\/\/)\s{0,20}\*{0,2}\s{0,20}(.{0,3000})$/u

/** Two columns, as of a form or of a table laid on its side. */
const columnForm = /^\s{0,12}(?:[-*•] )?([^\s:][^\n:\t]{1,40}?)(?:\t| {3,20})\s{0,20}(\S.{0,3000})$/

export function labelOf(line: string): Label | null {
  const bounded = line.slice(0, longestLine)
  // "End      2026-11-22 10:15" has a colon, too.
  for (const form of [labelForm, columnForm]) {
    const [, name = '', value = ''] = form.exec(bounded) ?? []
    const role = name === '' ? undefined : roleOf(name)
    if (role !== undefined) return { role, value: value.trim() }
  }
  return null
}
