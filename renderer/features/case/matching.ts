/** Which observables a person means by a few words: defanged or not, by type, state or source. */
import type { CaseObservable } from '../../../shared/domain/case/case.ts'
import { defang, refang, withoutMarks } from '../../../shared/domain/observable/refang.ts'

export function matchingObservables(observables: readonly CaseObservable[], words: string): readonly CaseObservable[] {
  const sought = withoutMarks(refang(words)).toLowerCase().split(/\s+/).filter(Boolean)
  if (sought.length === 0) return observables
  return observables.filter((observable) => {
    const { type, value, state, source } = observable
    const text = `${type} ${value} ${defang(observable)} ${state} ${source ?? ''}`.toLowerCase()
    return sought.every((word) => text.includes(word))
  })
}
