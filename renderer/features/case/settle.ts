/** How a conflict is put into words, and the command that settles it in favour of one version. */
import type { CaseState, Conflict } from '../../../shared/domain/case/case.ts'
import { isCheckItem } from '../../../shared/domain/case/checklist.ts'
import {
  checkStates,
  closingCodes,
  fieldNames,
  observableStates,
  workPhases,
  type FieldValue,
} from '../../../shared/domain/case/vocabulary.ts'
import { defang } from '../../../shared/domain/observable/refang.ts'
import type { Command } from '../../state/open-case.ts'
import { t } from '../../ui/t.ts'

/** What the two say different things about. */
export function conflictName({ on, field }: Conflict, state: CaseState): string {
  switch (on) {
    case 'field': {
      const name = fieldNames.find((one) => one === field)
      return name === undefined ? field : t(`field.${name}`)
    }
    case 'phase':
      return t('casework.conflict-phase')
    case 'check':
      return isCheckItem(field) ? t(`check.${field}`) : field
    case 'task':
      return state.tasks.find(({ id }) => id === field)?.text ?? field
    case 'observable': {
      const found = observableOf(state, field)
      return found === undefined ? field : defang(found)
    }
  }
}

const observableOf = ({ observables }: CaseState, key: string) =>
  observables.find(({ type, value }) => `${type}:${value}` === key)

export function conflictValue({ on }: Conflict, value: FieldValue): string {
  const word = String(value)
  if (value === null || value === '') return t('casepage.empty-value')
  if (on === 'phase') {
    const phase = ([...workPhases, 'closed'] as const).find((one) => one === word)
    return phase === undefined ? word : t(`phase.${phase}`)
  }
  if (on === 'check') {
    const state = checkStates.find((one) => one === word)
    return state === undefined ? word : t(`casework.check.${state}`)
  }
  if (on === 'observable') {
    const state = observableStates.find((one) => one === word)
    return state === undefined ? word : t(`observable.${state}`)
  }
  if (value === true || value === false)
    return on === 'task'
      ? t(value ? 'casework.check.done' : 'casework.check.open')
      : t(value ? 'casepage.yes' : 'casepage.no')
  return word
}

/** Where the command has no place for the reason, a note keeps it. Empty where the value is none that a command takes. */
export function settling(conflict: Conflict, value: FieldValue, reason: string, state: CaseState): readonly Command[] {
  const { on, field } = conflict
  const why: Command = { do: 'note', text: t('casework.settled', { what: conflictName(conflict, state), reason }) }
  switch (on) {
    case 'field': {
      const name = fieldNames.find((one) => one === field)
      return name === undefined ? [] : [{ do: 'set', field: name, value, reason }]
    }
    case 'phase':
      return settlePhase(value, reason, state)
    case 'check': {
      const next = checkStates.find((one) => one === value)
      return next === undefined ? [] : [{ do: 'check', item: field, state: next, reason }]
    }
    case 'task':
      return [{ do: 'task-done', task: field, done: value === true }, why]
    case 'observable': {
      const next = observableStates.find((one) => one === value)
      const found = observableOf(state, field)
      if (next === undefined || found === undefined) return []
      const { type, value: of } = found
      return [{ do: 'observe', observables: [{ type, value: of }], state: next }, why]
    }
  }
}

function settlePhase(value: FieldValue, reason: string, state: CaseState): readonly Command[] {
  if (value === 'closed') return [{ do: 'close', code: state.closing?.code ?? closingCodes[0], note: reason }]
  const phase = workPhases.find((one) => one === value)
  if (phase === undefined) return []
  const go: Command = { do: 'phase', phase, reason }
  return state.phase === 'closed' ? [{ do: 'reopen', reason }, ...(phase === 'resolution' ? [] : [go])] : [go]
}
