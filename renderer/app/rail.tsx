/** The rail at the left: where one can go, where one is, how many reports wait in the tray and capsules for a decision, and what lapses before it is needed. */
import { tray } from '../state/exchanges.ts'
import { useWaitingCapsules } from '../state/handover.ts'
import { horizon } from '../state/horizon.ts'
import { go, useRoute, type PageName } from '../state/route.ts'
import { t } from '../ui/t.ts'
import { places, type Place } from './places.ts'

export function Rail() {
  const { page } = useRoute()
  const counts: Partial<Record<PageName, number>> = {
    tray: tray.use().value?.filter(({ state }) => state === 'tray').length ?? 0,
    horizon: horizon.use().value?.pressing ?? 0,
    handover: useWaitingCapsules(),
  }
  return (
    <nav className="rail" aria-label={t('ui.regions.rail')} data-region tabIndex={-1}>
      {places.map((place) => (
        <RailItem
          key={place.keys}
          place={place}
          here={place.holds.includes(page)}
          count={counts[place.route.page] ?? 0}
        />
      ))}
    </nav>
  )
}

function RailItem({ place, here, count }: { readonly place: Place; readonly here: boolean; readonly count: number }) {
  const Icon = place.icon
  return (
    <button
      type="button"
      className="rail-item"
      aria-current={here ? 'page' : undefined}
      title={place.keys}
      onClick={() => go(place.route)}
    >
      <Icon aria-hidden />
      {t(place.label)}
      {count === 0 ? null : <span className="rail-count">{count}</span>}
    </button>
  )
}
