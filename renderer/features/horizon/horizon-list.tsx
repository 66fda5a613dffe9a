/** The rows of the horizon by group: when, what kind, what lapses, and which case it matters to. */
import { BadgeCheck, Circle, ContactRound, KeyRound, TriangleAlert } from 'lucide-react'
import { horizonGroups, type HorizonItem } from '../../../shared/domain/horizon/horizon.ts'
import { t } from '../../ui/t.ts'
import { Time } from '../../ui/time.tsx'
import { keyOf } from './horizon-page.tsx'
import { whatOf } from './what-of.ts'

const kindIcons = { key: KeyRound, 'own-key': KeyRound, card: ContactRound, check: BadgeCheck }

interface Props {
  readonly items: readonly HorizonItem[]
  readonly chosen: HorizonItem | null
  readonly onChoose: (item: HorizonItem) => void
}

const rowId = (item: HorizonItem): string => `horizon-${keyOf(item)}`

export function HorizonList({ items, chosen, onChoose }: Props) {
  return (
    <div
      className="horizon-list pick-list"
      role="grid"
      data-list
      tabIndex={0}
      aria-label={t('horizon.title')}
      aria-activedescendant={chosen === null ? undefined : rowId(chosen)}
    >
      <div role="rowgroup">
        <div className="horizon-row horizon-head" role="row">
          {(['in', 'kind', 'what', 'on', 'matters'] as const).map((column) => (
            <span key={column} role="columnheader">
              {t(`horizon.column.${column}`)}
            </span>
          ))}
        </div>
      </div>
      {horizonGroups.map((group) => {
        const rows = items.filter((item) => item.group === group)
        return rows.length === 0 ? null : (
          <div key={group} role="rowgroup">
            <div className="horizon-group" role="row">
              <span role="gridcell">
                <span className="strong">{t(`horizon.group.${group}`)}</span> {rows.length}{' '}
                <span className="dim">{t(`horizon.group.${group}-why`)}</span>
              </span>
            </div>
            {rows.map((item) => (
              <Row key={keyOf(item)} item={item} chosen={item === chosen} onChoose={onChoose} />
            ))}
          </div>
        )
      })}
    </div>
  )
}

function Row({
  item,
  chosen,
  onChoose,
}: {
  readonly item: HorizonItem
  readonly chosen: boolean
  readonly onChoose: (item: HorizonItem) => void
}) {
  const pressing = item.group === 'before-due' || item.group === 'lapsed'
  const Icon = pressing ? TriangleAlert : Circle
  const Kind = kindIcons[item.kind]
  return (
    <div
      id={rowId(item)}
      className="horizon-row pick-row"
      role="row"
      aria-selected={chosen}
      onClick={() => onChoose(item)}
    >
      <span role="gridcell" className={pressing ? 'late with-icon' : 'with-icon'}>
        <Icon aria-hidden /> {t('horizon.days', { n: item.days })}
      </span>
      <span role="gridcell" className="with-icon dim">
        <Kind aria-hidden /> {t(`horizon.kind.${item.kind}`)}
      </span>
      <span role="gridcell" className="cut strong">
        {whatOf(item)}
      </span>
      <span role="gridcell">
        <Time at={item.lapsesAt} form="day" />
      </span>
      <span role="gridcell" className="cut">
        {item.short === null ? (
          <span className="dim">{t(item.kind === 'own-key' ? 'horizon.every-exchange' : 'horizon.no-case')}</span>
        ) : (
          <>
            <span className="mono">{item.short.number}</span>{' '}
            <span className="late">{t('horizon.short', { n: item.short.days })}</span>
          </>
        )}
      </span>
    </div>
  )
}

export function revealItem(item: HorizonItem): void {
  document.getElementById(rowId(item))?.scrollIntoView({ block: 'nearest' })
}
