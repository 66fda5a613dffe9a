/** The fields of a case, each with the button that changes it. */
import type { CaseState } from '../../../shared/domain/case/case.ts'
import type { FieldName } from '../../../shared/domain/case/vocabulary.ts'
import { formatTime } from '../../ui/time-format.ts'
import { t } from '../../ui/t.ts'
import { useCaseDesk } from './case-desk.ts'
import { LadderDialog } from './place-dialogs.tsx'
import { SetDialog } from './set-dialog.tsx'

type Field = Exclude<FieldName, 'classes' | 'keepUntil'>

const fields: readonly { readonly field: Field; readonly keys?: string }[] = [
  { field: 'title', keys: 'T' },
  { field: 'owner', keys: 'a' },
  { field: 'rung', keys: 'l' },
  { field: 'tlp', keys: 't' },
  { field: 'rsit', keys: 'C' },
  { field: 'urgent', keys: 'U' },
  { field: 'severity', keys: 'S' },
  { field: 'constituent' },
  { field: 'requestedBy' },
  { field: 'kind', keys: 'K' },
  { field: 'occurred' },
  { field: 'mode' },
  { field: 'pap' },
  { field: 'aware', keys: 'Z' },
  { field: 'embargo', keys: 'B' },
]

/** The rung is chosen on the ladder. */
export const detailKeys = fields.flatMap(({ field, keys }) =>
  keys === undefined || field === 'rung' ? [] : [{ field, keys }],
)

export function DetailsBox() {
  const { view, open, closed } = useCaseDesk()
  const change = (field: Field): void =>
    field === 'rung' ? open(LadderDialog) : open((props) => <SetDialog {...props} field={field} />)
  return (
    <ul className="details">
      {fields.map(({ field, keys }) => (
        <li key={field}>
          <button type="button" data-row disabled={closed} onClick={() => change(field)}>
            <span className="dim">{t(`field.${field}`)}</span>
            <span className="cut">{shown(view.state, field)}</span>
            {keys === undefined ? null : <kbd className="kbd">{keys}</kbd>}
          </button>
        </li>
      ))}
    </ul>
  )
}

function shown(state: CaseState, field: Field): string {
  const value = state[field]
  if (value === null || value === '') return t('page.none')
  if (typeof value === 'boolean') return value ? t('casepage.yes') : t('casepage.no')
  if (field === 'aware' || field === 'embargo') return formatTime(String(value), 'weekday')
  if (field === 'kind') return t(`casework.kind.${state.kind}`)
  if (field === 'severity' && state.severity !== null) return t(`casework.severity.${state.severity}`)
  return String(value)
}
