/** What lapses, in one line: whose, and what of theirs. */
import type { HorizonItem } from '../../../shared/domain/horizon/horizon.ts'
import { t } from '../../ui/t.ts'

export function whatOf({ kind, card, id }: HorizonItem): string {
  const name = card?.name ?? id.replaceAll(/(.{4})(?=.)/g, '$1 ')
  return t(`horizon.what.${kind}`, { name })
}
