/** Severity and urgency: the band of each pair, as a table of choices. */
import { severities } from '../../../shared/domain/case/vocabulary.ts'
import { bands, type Band } from '../../../shared/domain/order/ladder.ts'
import type { Policy } from '../../../shared/domain/order/policy.ts'
import { Select } from '../../ui/select.tsx'
import { t } from '../../ui/t.ts'
import { urgencies } from './policy-lists.ts'

const bandChoices = bands.map((value) => ({ value, label: value }))
const columns = urgencies.toReversed()

interface Props {
  readonly grid: Policy['grid']
  readonly onChange: (grid: Policy['grid']) => void
}

export function BandGrid({ grid, onChange }: Props) {
  return (
    <table className="policy-grid">
      <thead>
        <tr>
          <th scope="col">{t('policy.grid-severity')}</th>
          {columns.map((urgency) => (
            <th key={urgency} scope="col">
              {t(`policy.urgency.${urgency}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {severities.toReversed().map((severity) => (
          <tr key={severity}>
            <th scope="row">{t(`policy.severity.${severity}`)}</th>
            {columns.map((urgency) => (
              <td key={urgency}>
                <Select<Band>
                  label={t('policy.grid-cell', {
                    severity: t(`policy.severity.${severity}`),
                    urgency: t(`policy.urgency.${urgency}`),
                  })}
                  hideLabel
                  value={grid[severity][urgency]}
                  choices={bandChoices}
                  onChange={(band) => onChange({ ...grid, [severity]: { ...grid[severity], [urgency]: band } })}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
