/** Which values each field of a case may take, from desk and command line alike (a command line gives text). */
import { paps } from '../marking/pap.ts'
import { isLooserTlp, isTlp, readTlp, tlpLabel, tlps } from '../marking/tlp.ts'
import { classesText, infoClasses, isInfoClass } from '../disclosure/classes.ts'
import { fail, ok, type Result } from '../../kit/result.ts'
import { saying, type Saying } from '../../words/say.ts'
import type { CaseState } from './case.ts'
import { caseKinds, severities, type FieldName, type FieldValue } from './vocabulary.ts'

const choices: Readonly<Partial<Record<FieldName, readonly string[]>>> = {
  kind: caseKinds,
  severity: severities,
  tlp: tlps,
  pap: paps,
  occurred: ['yes', 'threatened'],
  mode: ['remote', 'on-site'],
}

/** RSIT machine form: class, or class/type (ENISA Reference Security Incident Taxonomy, version 1003). */
const rsitForm = /^[a-z]+(?:-[a-z]+)*(?:\/[a-z0-9]+(?:-[a-z0-9]+)*)?$/

/** The value as the journal keeps it, or why it is none. `null` and the empty text clear a field, the title excepted. */
export function fieldValue(field: FieldName, given: FieldValue): Result<FieldValue, Saying> {
  const value = typeof given === 'string' ? given.trim() : given
  if (value === null || value === '') return field === 'title' ? fail(saying('title-empty')) : ok(null)
  const allowed = choices[field]
  if (field === 'tlp' && typeof value === 'string')
    return choose(field, readTlp(`TLP:${value.replace(/^tlp:/i, '')}`), tlps)
  if (allowed !== undefined) return choose(field, allowed.find((choice) => choice === value) ?? null, allowed, value)
  switch (field) {
    case 'rung':
      return wholeNumber(field, value, 1, 99)
    case 'urgent':
      return flag(field, value)
    case 'aware':
    case 'embargo':
      return Number.isNaN(Date.parse(String(value)))
        ? invalid(field, value, '2026-11-22T18:40:00Z')
        : ok(new Date(String(value)).toISOString())
    case 'rsit':
      return rsitForm.test(String(value)) ? ok(String(value)) : invalid(field, value, 'fraud/phishing')
    case 'classes':
      return classesOf(String(value))
    case 'keepUntil':
      return /^\d{4}-\d{2}-\d{2}$/.test(String(value)) && !Number.isNaN(Date.parse(String(value)))
        ? ok(String(value))
        : invalid(field, value, '2031-11-22')
    default:
      // What is left is text: title, owner, constituent, requestedBy.
      return ok(String(value))
  }
}

function choose(
  field: FieldName,
  found: string | null,
  allowed: readonly string[],
  given?: FieldValue,
): Result<FieldValue, Saying> {
  return found === null ? invalid(field, given ?? '', allowed.join(', ')) : ok(found)
}

function wholeNumber(field: FieldName, value: FieldValue, from: number, to: number): Result<FieldValue, Saying> {
  const number = Number(value)
  return Number.isInteger(number) && number >= from && number <= to
    ? ok(number)
    : invalid(field, value, `${from}-${to}`)
}

function flag(field: FieldName, value: FieldValue): Result<FieldValue, Saying> {
  if (value === true || value === 'true' || value === 'yes') return ok(true)
  return value === false || value === 'false' || value === 'no' ? ok(false) : invalid(field, value, 'yes, no')
}

function classesOf(value: string): Result<FieldValue, Saying> {
  const words = value.split(',').map((word) => word.trim())
  return words.every(isInfoClass) ? ok(classesText(words)) : invalid('classes', value, infoClasses.join(', '))
}

const invalid = (field: FieldName, value: FieldValue, allowed: string): Result<FieldValue, Saying> =>
  fail(saying('field-invalid', { field, value: String(value), allowed }))

/** TLP 2.0: a label is not loosened without a recorded reason. */
export function looseningNeedsReason(
  state: CaseState,
  field: FieldName,
  value: FieldValue,
  reason: string,
): Saying | null {
  if (field !== 'tlp' || state.tlpAssumed || !isTlp(value) || !isLooserTlp(value, state.tlp) || reason !== '')
    return null
  return saying('tlp-reason', { from: tlpLabel(state.tlp), to: tlpLabel(value) })
}
