/** Which recipient an id of a draft means: a card, a key, or a card that has gone into another one since. */
import type { Draft, Recipient } from '../../../shared/ipc/views.ts'

const isNamed = ({ card, fingerprint }: Recipient, ids: readonly string[]): boolean =>
  ids.includes(card) || (fingerprint !== null && ids.includes(fingerprint))

/** Not those that were just taken off on the screen and are still in what core has saved. */
export const stillThere = (
  recipients: readonly Recipient[],
  saved: readonly string[],
  typed: readonly string[],
): readonly Recipient[] => recipients.filter((one) => isNamed(one, typed) || !isNamed(one, saved))

/** The ids without those that mean this recipient. */
export function without(
  gone: Recipient,
  recipients: readonly Recipient[],
  typed: readonly string[],
): readonly string[] {
  const others = typed.filter((id) => !isNamed(gone, [id]))
  if (others.length < typed.length) return others
  return typed.filter((id) => recipients.some((one) => isNamed(one, [id])))
}

/** As core names it. */
export const observablesFile = ({ case: number }: Pick<Draft, 'case'>): string =>
  `${number ?? 'observables'}-observables.csv`
