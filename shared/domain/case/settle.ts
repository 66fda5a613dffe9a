/** The commands that settle a conflict between copies in favour of one version, and how the thing is called that it is about. */
import { word, type Language } from '../../words/say.ts'
import { defang } from '../observable/refang.ts'
import type { CaseState, Conflict } from './case.ts'
import { isCheckItem } from './checklist.ts'
import type { Command } from './command.ts'
import { checkStates, closingCodes, fieldNames, observableStates, workPhases, type FieldValue } from './vocabulary.ts'

/** What the two say different things about. */
export function conflictName(
  { on, field }: Pick<Conflict, 'on' | 'field'>,
  state: Pick<CaseState, 'tasks' | 'observables'>,
  language: Language = 'en',
): string {
  switch (on) {
    case 'field': {
      const name = fieldNames.find((one) => one === field)
      return name === undefined ? field : word(language, `field.${name}`)
    }
    case 'phase':
      return word(language, 'casework.conflict-phase')
    case 'check':
      return isCheckItem(field) ? word(language, `check.${field}`) : field
    case 'task':
      return state.tasks.find(({ id }) => id === field)?.text ?? field
    case 'observable': {
      const found = observableOf(state, field)
      return found === undefined ? field : defang(found)
    }
  }
}

const observableOf = ({ observables }: Pick<CaseState, 'observables'>, key: string) =>
  observables.find(({ type, value }) => `${type}:${value}` === key)

/** Where the command has no place for the reason, a note keeps it. Empty where the value is none that a command takes. */
export function settling(conflict: Conflict, value: FieldValue, reason: string, state: CaseState): readonly Command[] {
  const { on, field } = conflict
  const why: Command = {
    do: 'note',
    text: word('en', 'casework.settled', { what: conflictName(conflict, state), reason }),
  }
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
