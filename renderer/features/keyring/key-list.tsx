/** The table of keys, grouped; one row is selected, full fingerprints only. */
import type { KeyRow } from '../../../shared/ipc/views.ts'
import { Fingerprint } from '../../ui/fingerprint.tsx'
import { useNow } from '../../ui/now.ts'
import { t } from '../../ui/t.ts'
import { KeyEnd } from './key-end.tsx'
import { ownerOf, type GroupedKeys } from './key-groups.ts'
import { KeyStateLabel } from './key-state.tsx'

const columns = [
  'key.column.state',
  'key.column.owner',
  'key.column.fingerprint',
  'key.column.until',
  'key.column.used',
] as const

interface Props {
  readonly groups: readonly GroupedKeys[]
  readonly selected: string | null
  readonly onSelect: (fingerprint: string) => void
}

const rowId = (fingerprint: string): string => `key-${fingerprint}`

export function KeyList({ groups, selected, onSelect }: Props) {
  return (
    <div
      className="key-grid pick-list"
      role="grid"
      data-list
      tabIndex={0}
      aria-label={t('ui.page.keyring')}
      aria-activedescendant={selected === null ? undefined : rowId(selected)}
    >
      <div role="rowgroup">
        <div className="key-row key-head" role="row">
          {columns.map((column) => (
            <span key={column} role="columnheader">
              {t(column)}
            </span>
          ))}
        </div>
      </div>
      {groups.map(({ group, keys }) => (
        <div key={group} role="rowgroup">
          <div className="key-group" role="row">
            <span role="gridcell">
              <span className="strong">{t(`key.group.${group}`)}</span> {keys.length}{' '}
              <span className="dim">{t(`key.group.${group}-why`)}</span>
            </span>
          </div>
          {keys.map((key) => (
            <KeyRowView key={key.fingerprint} row={key} selected={key.fingerprint === selected} onSelect={onSelect} />
          ))}
        </div>
      ))}
    </div>
  )
}

function KeyRowView({
  row,
  selected,
  onSelect,
}: {
  readonly row: KeyRow
  readonly selected: boolean
  readonly onSelect: (fingerprint: string) => void
}) {
  const now = useNow()
  return (
    <div
      id={rowId(row.fingerprint)}
      className="key-row pick-row"
      role="row"
      aria-selected={selected}
      onClick={() => onSelect(row.fingerprint)}
    >
      <span role="gridcell">
        <KeyStateLabel of={row} />
      </span>
      <span role="gridcell" className="cut strong">
        {ownerOf(row)}
      </span>
      <span role="gridcell" className="cut">
        <Fingerprint value={row.fingerprint} />
      </span>
      <span role="gridcell">
        <KeyEnd of={row} now={now} />
      </span>
      <span role="gridcell" className="key-used dim">
        {row.usedIn}
      </span>
    </div>
  )
}

export function revealKey(fingerprint: string): void {
  document.getElementById(rowId(fingerprint))?.scrollIntoView({ block: 'nearest' })
}
