/** One cell of the disclosure policy: the rule, what holds once disguised, the condition in words, and the clause it rests on. */
import { cellRules, type CellRule } from '../../../shared/domain/disclosure/classes.ts'
import type { MatrixCell } from '../../../shared/domain/disclosure/policy.ts'
import { Checkbox, Choices } from '../../ui/checkbox.tsx'
import { TextField } from '../../ui/field.tsx'
import { t } from '../../ui/t.ts'
import type { Place } from './matrix-table.tsx'

interface Props {
  readonly place: Place
  readonly cell: MatrixCell
  readonly was: MatrixCell
  readonly onEdit: (cell: MatrixCell) => void
}

const same = 'same'
const rules = cellRules.map((value) => ({ value, label: t(`cell-rule.${value}`) }))

export function CellEditor({ place: { info, recipient }, cell, was, onEdit }: Props) {
  const wasSaid = cell.rule === was.rule ? '' : t('matrix.was', { rule: t(`cell-rule.${was.rule}`) })
  return (
    <section className="box stack" aria-labelledby="matrix-cell">
      <h3 id="matrix-cell">
        {t(`info-class.${info}`)} → {t(`recipient-class.${recipient}`)} <small className="dim">{wasSaid}</small>
      </h3>
      <Choices
        label={t('matrix.rule')}
        look="segments"
        value={cell.rule}
        choices={rules}
        onChange={(rule) => onEdit({ ...cell, rule, inferred: false })}
      />
      <Choices<CellRule | typeof same>
        label={t('matrix.disguised')}
        look="segments"
        value={cell.disguised ?? same}
        choices={[{ value: same, label: t('matrix.same') }, ...rules]}
        onChange={(rule) => onEdit({ ...cell, disguised: rule === same ? null : rule })}
      />
      <TextField label={t('matrix.says')} value={cell.says} onChange={(says) => onEdit({ ...cell, says })} />
      <TextField label={t('matrix.clause')} value={cell.clause} onChange={(clause) => onEdit({ ...cell, clause })} />
      <Checkbox checked={cell.inferred} onChange={(inferred) => onEdit({ ...cell, inferred })}>
        {t('matrix.inferred')}
      </Checkbox>
    </section>
  )
}
