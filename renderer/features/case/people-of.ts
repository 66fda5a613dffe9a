/** Which contact cards belong to a case: the cards of those who wrote to us, whom we wrote to, and the constituent. */
import type { CaseState } from '../../../shared/domain/case/case.ts'
import type { CardRow } from '../../../shared/ipc/card-views.ts'

/** The latest partner first; a card once. Names and addresses are compared as they stand, nothing is guessed. */
export function peopleOf(state: CaseState, cards: readonly CardRow[]): readonly CardRow[] {
  const partners = state.exchanges.toReversed().map(({ partner }) => partner)
  const names = [...partners, state.requestedBy ?? '', state.constituent ?? ''].filter((name) => name !== '')
  const found = names.flatMap((name) => cards.find((card) => !card.own && isNamed(card, name)) ?? [])
  return found.filter((card, at) => found.findIndex(({ id }) => id === card.id) === at)
}

function isNamed({ name, fullName, incidentAddress }: CardRow, sought: string): boolean {
  const plain = sought.toLowerCase()
  return [name, fullName, incidentAddress].some((known) => known?.toLowerCase() === plain)
}
