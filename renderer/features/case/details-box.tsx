/** The fields of a case, each with the button that changes it. */
import type { CaseState } from '../../../shared/domain/case/case.ts'
import type { FieldName } from '../../../shared/domain/case/vocabulary.ts'
import { formatTime } from '../../ui/time-format.ts'
import { t } from '../../ui/t.ts'
import type { LayerName } from './layers.tsx'

interface Props {
  readonly state: CaseState
  readonly onOpen: (layer: LayerName) => void
}

const fields: readonly { readonly field: FieldName; readonly keys?: string }[] = [
  { field: 'title', keys: 'T' },
  { field: 'owner', keys: 'a' },
  { field: 'rung', keys: 'r' },
  { field: 'tlp', keys: 't' },
  { field: 'rsit', keys: 'C' },
  { field: 'urgent', keys: 'u' },
  { field: 'constituent' },
  { field: 'requestedBy' },
  { field: 'severity' },
  { field: 'kind' },
  { field: 'occurred' },
  { field: 'mode' },
  { field: 'pap' },
  { field: 'aware' },
]

export const detailKeys = fields.flatMap(({ field, keys }) => (keys === undefined ? [] : [{ field, keys }]))

export function DetailsBox({ state, onOpen }: Props) {
  return (
    <ul className="details">
      {fields.map(({ field, keys }) => (
        <li key={field}>
          <button type="button" disabled={state.phase === 'closed'} onClick={() => onOpen(`set:${field}`)}>
            <span className="dim">{t(`field.${field}`)}</span>
            <span className="cut">{shown(state, field)}</span>
            {keys === undefined ? null : <kbd className="kbd">{keys}</kbd>}
          </button>
        </li>
      ))}
    </ul>
  )
}

function shown(state: CaseState, field: FieldName): string {
  const value = state[field]
  if (value === null || value === '') return t('page.none')
  if (typeof value === 'boolean') return value ? t('casepage.yes') : t('casepage.no')
  return field === 'aware' ? formatTime(String(value), 'weekday') : String(value)
}
