/** A row of the legal table in words: how long, from when, for which cases. */
import type { LegalRule, LegalSpan } from '../../../shared/domain/clock/settings.ts'
import { t } from '../../ui/t.ts'

const spanText = ({ amount, unit }: LegalSpan): string => t(`clocks.unit.${unit}`, { amount })

/** "72 hours from awareness"; the last limit as a sentence of its own. */
export function whenText({ amount, unit, after }: LegalRule, rules: readonly LegalRule[]): string {
  if (amount === null) return t('clocks.when.step')
  const span = spanText({ amount, unit })
  if (after === null) return t('clocks.when.aware', { span })
  return t('clocks.when.after', { span, other: rules.find(({ id }) => id === after)?.name ?? after })
}

export const latestText = ({ latest }: LegalRule): string | null =>
  latest === null ? null : t('clocks.when.latest', { span: spanText(latest) })

export const kindsText = ({ kinds }: LegalRule): string =>
  kinds.length === 0 ? t('clocks.kind-all') : kinds.map((kind) => t(`clocks.kind.${kind}`)).join(', ')

/** A name as an id of the table that is not taken yet. */
export function idFor(name: string, rules: readonly LegalRule[]): string {
  const plain =
    name
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .slice(0, 50) || 'duty'
  const taken = new Set(rules.map(({ id }) => id))
  const free = [plain, ...rules.map((_, at) => `${plain}-${String(at + 2)}`)].find((id) => !taken.has(id))
  return free ?? `${plain}-${String(rules.length + 2)}`
}
