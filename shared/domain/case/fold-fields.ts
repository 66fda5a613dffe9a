/** The fields of a case as its entries leave them, typed; where copies disagree about a marking the strictest holds until a person decides. */
import { classesIn, infoClasses, type InfoClass } from '../disclosure/classes.ts'
import { paps, type Pap } from '../marking/pap.ts'
import { isTlp, stricterTlp, type Tlp } from '../marking/tlp.ts'
import type { CaseFields } from './case.ts'
import { current, type Registers } from './register.ts'
import { caseKinds, severities, type FieldName, type FieldValue } from './vocabulary.ts'

/** Reads the registers into typed fields; a value of the wrong shape (another copy may hold anything) counts as not set. */
export function fieldsOf(fields: Registers<FieldValue>): CaseFields {
  const value = (field: FieldName): FieldValue => current(fields.get(field))?.value ?? null
  const text = (field: FieldName): string | null => asText(value(field))
  const all = (field: FieldName): readonly FieldValue[] => (fields.get(field) ?? []).map((one) => one.value)
  const rung = value('rung')
  return {
    title: text('title') ?? '',
    kind: oneOf(caseKinds, value('kind')) ?? 'incident',
    rung: typeof rung === 'number' && Number.isInteger(rung) && rung >= 1 && rung <= 99 ? rung : null,
    severity: oneOf(severities, value('severity')),
    urgent: value('urgent') === true,
    tlp: strictestTlp(all('tlp')),
    tlpAssumed: !all('tlp').some(isTlp),
    pap: strictestPap(all('pap')),
    owner: text('owner'),
    rsit: text('rsit'),
    constituent: text('constituent'),
    occurred: oneOf(['yes', 'threatened'], value('occurred')),
    mode: oneOf(['remote', 'on-site'], value('mode')),
    aware: text('aware'),
    requestedBy: text('requestedBy'),
    classes: allClasses(all('classes')),
    embargo: text('embargo'),
    keepUntil: text('keepUntil'),
  }
}

const asText = (value: FieldValue): string | null => (typeof value === 'string' && value !== '' ? value : null)

const oneOf = <T extends string>(values: readonly T[], value: FieldValue): T | null =>
  values.find((candidate) => candidate === value) ?? null

const assumedTlp: Tlp = 'AMBER'

const strictestTlp = (values: readonly FieldValue[]): Tlp =>
  values
    .map((value) => (isTlp(value) ? value : assumedTlp))
    .reduce<Tlp | null>((a, b) => (a === null ? b : stricterTlp(a, b)), null) ?? assumedTlp

const strictestPap = (values: readonly FieldValue[]): Pap | null => paps.findLast((pap) => values.includes(pap)) ?? null

/** Each class is something that must not reach somebody: what either copy found in the case counts. */
function allClasses(values: readonly FieldValue[]): readonly InfoClass[] {
  const found = classesIn(values.map((value) => asText(value) ?? '').join(','))
  return infoClasses.filter((one) => found.includes(one))
}
