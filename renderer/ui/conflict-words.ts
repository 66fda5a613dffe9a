/** What each of two copies of the vault says about the same thing, in words. */
import type { Conflict } from '../../shared/domain/case/case.ts'
import { checkStates, observableStates, workPhases, type FieldValue } from '../../shared/domain/case/vocabulary.ts'
import { t } from './t.ts'

export function conflictValue({ on }: Pick<Conflict, 'on'>, value: FieldValue): string {
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
