/** The legal duties as a table: each row with its source and when it was last looked at, opened to be changed. */
import type { LegalRule } from '../../../shared/domain/clock/settings.ts'
import { t } from '../../ui/t.ts'
import { kindsText, latestText, whenText } from './rule-text.ts'
import { RowTable } from './row-table.tsx'

interface Props {
  readonly rules: readonly LegalRule[]
  readonly onOpen: (rule: LegalRule) => void
}

export function LegalTable({ rules, onOpen }: Props) {
  return (
    <RowTable
      label={t('clocks.law-table', { n: rules.length })}
      columns={[
        t('clocks.col.duty'),
        t('clocks.col.when'),
        t('clocks.col.whose'),
        t('clocks.col.for'),
        t('clocks.col.runs'),
        t('clocks.col.version'),
      ]}
      rows={rules.map((rule) => ({
        id: rule.id,
        name: (
          <>
            {rule.name}
            <small className="dim">{rule.source}</small>
          </>
        ),
        onOpen: () => onOpen(rule),
        cells: [
          <When key="when" rule={rule} rules={rules} />,
          t(`clocks.whose.${rule.whose}`),
          kindsText(rule),
          rule.always ? t('clocks.always') : t('clocks.chosen'),
          rule.version,
        ],
      }))}
    />
  )
}

function When({ rule, rules }: { readonly rule: LegalRule; readonly rules: readonly LegalRule[] }) {
  const latest = latestText(rule)
  return (
    <>
      {whenText(rule, rules)}
      {latest === null ? null : <small className="dim">{latest}</small>}
    </>
  )
}
