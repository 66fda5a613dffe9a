/** The columns of a CSV list: what each is taken for and why, to be corrected before anything is imported. */
import { csvFields } from '../../../shared/domain/card/csv-fields.ts'
import type { DirectoryPreview } from '../../../shared/ipc/card-views.ts'
import { Select } from '../../ui/select.tsx'
import { sentence, t } from '../../ui/t.ts'

interface Props {
  readonly columns: DirectoryPreview['columns']
  readonly onMap: (column: string, field: string | null) => void
}

export function ColumnTable({ columns, onMap }: Props) {
  const choices = [
    { value: '', label: t('directory.column-none') },
    ...csvFields.map((field) => ({ value: field, label: t(`directory.column.${field}`) })),
  ]
  return (
    <table className="column-table">
      <caption className="visually-hidden">{t('directory.columns')}</caption>
      <tbody>
        {columns.map(({ name, field, because, examples }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>
              <Select
                hideLabel
                label={name}
                value={field ?? ''}
                choices={choices}
                onChange={(value) => onMap(name, value === '' ? null : value)}
              />
            </td>
            <td className="dim">
              {sentence(because)}
              <br />
              <span className="mono">{examples.slice(0, 2).join(' · ')}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
